/** Runs the built command line as a process, in a folder of its own. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuilt, root } from '../lsp/built.ts';

export const program = join(root, 'server/bin/one-on-one.js');

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly folder?: string;
  readonly input?: string | Buffer;
  readonly environment?: Record<string, string>;
  /** Leaves the input open until this was said. */
  readonly openUntil?: RegExp;
  /** Ends reading after so many characters of output, as `head` does. */
  readonly readAtMost?: number;
}

export function build(): void {
  ensureBuilt('server/dist/cli.cjs');
}

/** Colour variables of the environment that runs the tests do not count. */
export function oneOnOne(list: readonly string[], circumstances: Circumstances = {}): Promise<Answer> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...list], {
      cwd: circumstances.folder ?? root,
      env: { ...environment, ...circumstances.environment },
    });
    const answer = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      answer.stdout += text;
      if (circumstances.openUntil?.test(answer.stdout)) child.stdin.end();
      if (answer.stdout.length > (circumstances.readAtMost ?? Infinity)) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (answer.stderr += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...answer }));
    // A program that does not read its input closes it.
    child.stdin.on('error', () => undefined);
    child.stdin.write(circumstances.input ?? '');
    if (!circumstances.openUntil) child.stdin.end();
  });
}

export interface Folder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  write(path: string, content: string | Buffer, mode?: number): void;
  bytes(path: string): Buffer;
  text(path: string): string;
  remove(): void;
}

/** A new folder that is a workspace: `.git` keeps the search for one from going on above it. */
export function newFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'one-on-one-')));
  const folder: Folder = {
    path,
    write(name, content, mode) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      if (mode !== undefined) chmodSync(join(path, name), mode);
    },
    bytes: (name) => readFileSync(join(path, name)),
    text: (name) => readFileSync(join(path, name), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  mkdirSync(join(path, '.git'));
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
