/** Real repositories, made with the `git` program in a folder that goes away. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface GitFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  write(path: string, text: string): void;
  /** Runs git, in a folder inside; gives its output. */
  git(list: readonly string[], inside?: string): string;
  remove(): void;
}

export function gitFolder(files: Readonly<Record<string, string>> = {}): GitFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'one-on-one-git-')));
  const folder: GitFolder = {
    path,
    write(name, text) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    git: (list, inside = '') =>
      execFileSync('git', [...settings, ...list], {
        cwd: join(path, inside),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        // Nothing of the person who runs the tests counts.
        env: { PATH: process.env.PATH, HOME: path, GIT_CONFIG_NOSYSTEM: '1' },
      }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  return folder;
}

const settings = [
  ['user.name', 'Test'],
  ['user.email', 'test@example.org'],
  ['protocol.file.allow', 'always'],
  ['init.defaultBranch', 'main'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);
