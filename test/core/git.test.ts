/** What git tracks, read from its own files: held against git itself. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasRemote, trackedPaths } from '../../server/src/core/git.ts';
import { resolvedPath } from '../../server/src/core/paths.ts';
import { repositoriesIn } from '../../server/src/cli/git.ts';
import { gitFolder, type GitFolder } from '../git.ts';

const note = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-10-05\n\n- Rota\n';

const names = [
  'README.md',
  'a.md',
  'ab.md',
  'one-on-ones/dana.md',
  'one-on-ones/dana reyes.md',
  'one-on-ones/dän\u00e4 \u{1F512}.md',
  `deep/${'folder-with-a-long-name/'.repeat(8)}note.markdown`,
  'code/main.ts',
];

const folders: GitFolder[] = [];

function repository(files: readonly string[] = names, ...init: readonly string[]): GitFolder {
  const folder = gitFolder(Object.fromEntries(files.map((name) => [name, note])));
  folders.push(folder);
  folder.git(['init', '-q', ...init]);
  folder.git(['add', '.']);
  return folder;
}

function tracked(folder: GitFolder, hash = 20): readonly string[] | null {
  return trackedPaths(readFileSync(join(folder.path, '.git/index')), hash, () => true);
}

/** What `git ls-files` says. */
function checkTracked(folder: GitFolder, version: number, hash = 20): void {
  const index = readFileSync(join(folder.path, '.git/index'));
  assert.equal(index.readUInt32BE(4), version);
  const expected = folder.git(['ls-files', '-z']).split('\0').slice(0, -1);
  assert.ok(expected.length > 3);
  assert.deepEqual(tracked(folder, hash), expected);
}

function published(folder: GitFolder, paths: readonly string[]): string[] {
  const found = repositoriesIn(folder.path, paths, 1e7);
  return found.flatMap(({ tracked: all }) => [...all]).sort();
}

describe("git's index", function () {
  this.timeout(20_000);
  after(() => folders.forEach((folder) => folder.remove()));

  it('is read in version 2', () => checkTracked(repository(), 2));

  it('is read in version 3, with files that are only meant to be added', () => {
    const folder = repository();
    folder.write('later.md', note);
    folder.git(['add', '-N', 'later.md']);
    checkTracked(folder, 3);
  });

  it('is read in version 4', () => {
    const many = Array.from({ length: 300 }, (_, number) => `one-on-ones/${'x'.repeat(number % 170)}/${number}.md`);
    const folder = repository([...names, ...many]);
    folder.git(['update-index', '--index-version', '4']);
    checkTracked(folder, 4);
  });

  it('is read with longer object names', () => checkTracked(repository(names, '--object-format=sha256'), 2, 32));

  it('is read after a commit, with its extensions', () => {
    const folder = repository();
    folder.git(['commit', '-q', '-m', 'Notes']);
    folder.git(['rm', '-q', '--cached', 'a.md']);
    checkTracked(folder, 2);
  });

  it('is not understood where paths are left to a shared index', () => {
    const folder = repository();
    folder.git(['update-index', '--split-index']);
    assert.equal(tracked(folder), null);
  });

  it('is nothing where it is cut off or damaged, and never throws', () => {
    for (const version of ['2', '4']) {
      const folder = repository();
      folder.git(['update-index', '--index-version', version]);
      const index = readFileSync(join(folder.path, '.git/index'));
      for (let length = 0; length < index.length - 20; length += 3)
        assert.equal(
          trackedPaths(index.subarray(0, length), 20, () => true),
          null,
        );
      for (let at = 0; at < index.length; at++) {
        const damaged = Buffer.from(index);
        damaged[at] = 0xff;
        trackedPaths(damaged, 20, () => true);
      }
    }
  });
});

describe("git's configuration", () => {
  it('has a remote, whatever its address', () => {
    for (const config of [
      '[remote "origin"]\n\turl = git@example.org:a/b.git\n',
      '\uFEFF[core]\r\n\tbare = false\r\n[Remote "up.stream"]\r\n\tfetch = x\r\n\tURL=/srv/notes.git\r\n',
      '[remote "origin"] url = x\n',
      '[remote.origin]\nurl = ssh://[::1]/x\n',
      '[remote "origin"]\n\tpushurl = x\n',
    ]) {
      assert.equal(hasRemote(config), true, config);
    }
  });

  it('has none', () => {
    for (const config of [
      '',
      '[core]\n\turl = x\n',
      '[remote "origin"]\n\tfetch = x\n',
      '[remote "origin"]\n# url = x\n[branch "main"]\n\turl = x\n',
      '[remotes "origin"]\n\turl = x\n',
      '[remote "origin"]\n\turl =\n',
    ]) {
      assert.equal(hasRemote(config), false, config);
    }
  });
});

describe('repositories in a workspace', function () {
  this.timeout(20_000);
  after(() => folders.forEach((folder) => folder.remove()));

  const path = 'one-on-ones/dana.md';

  it('count once they have a remote, also one on the same disk', () => {
    const folder = repository([path]);
    assert.deepEqual(published(folder, [path]), []);
    folder.git(['remote', 'add', 'backup', '../elsewhere']);
    assert.deepEqual(published(folder, [path]), [path]);
  });

  it('track what is ignored but was added before', () => {
    const folder = repository([path, 'one-on-ones/ines.md']);
    folder.git(['remote', 'add', 'origin', 'x']);
    folder.write('.gitignore', '/one-on-ones/\n');
    folder.git(['rm', '-q', '--cached', 'one-on-ones/ines.md']);
    assert.deepEqual(published(folder, [path]), [path]);
    const [found] = repositoriesIn(folder.path, [path], 1e7);
    assert.equal(found?.ignoreFile.text, '/one-on-ones/\n');
  });

  it('may begin further inside', () => {
    const folder = gitFolder({ 'people/one-on-ones/dana.md': note, 'one-on-ones/ines.md': note });
    folders.push(folder);
    folder.git(['init', '-q'], 'people');
    folder.git(['add', '.'], 'people');
    folder.git(['remote', 'add', 'origin', 'x'], 'people');
    assert.deepEqual(published(folder, ['people/one-on-ones/dana.md', 'one-on-ones/ines.md']), [
      'people/one-on-ones/dana.md',
    ]);
  });

  it('may be submodules, whose files lie in the outer repository', () => {
    const inner = repository([path]);
    inner.git(['commit', '-q', '-m', 'Notes']);
    const folder = repository(['README.md']);
    folder.git(['submodule', '--quiet', 'add', inner.path, 'notes']);
    // Git gives a submodule a remote: where it was taken from.
    assert.deepEqual(published(folder, [`notes/${path}`]), [`notes/${path}`]);
  });

  it('may be worktrees, as long as the repository lies inside the workspace', () => {
    const folder = gitFolder({ [`main/${path}`]: note });
    folders.push(folder);
    folder.git(['init', '-q'], 'main');
    folder.git(['add', '.'], 'main');
    folder.git(['commit', '-q', '-m', 'Notes'], 'main');
    folder.git(['remote', 'add', 'origin', 'x'], 'main');
    folder.git(['worktree', 'add', '-q', '../tree', '-b', 'other'], 'main');
    assert.deepEqual(published(folder, [`tree/${path}`]), [`tree/${path}`]);
    assert.deepEqual(repositoriesIn(join(folder.path, 'tree'), [path], 1e7), []);
  });

  it('are none where only the folder above is one', () => {
    const folder = repository([path]);
    folder.git(['remote', 'add', 'origin', 'x']);
    assert.deepEqual(repositoriesIn(join(folder.path, 'one-on-ones'), ['dana.md'], 1e7), []);
  });
});

describe('a path in a .git file', () => {
  it('is followed inside the workspace alone', () => {
    const root = '/home/dana/notes';
    assert.equal(resolvedPath('a/b/', '../../.git/modules/b/', root), '.git/modules/b/');
    assert.equal(resolvedPath('', './.git/', root), '.git/');
    assert.equal(resolvedPath('a/', '..', root), '');
    assert.equal(resolvedPath('a/', '../../.git/', root), null);
    assert.equal(resolvedPath('a/', '/home/dana/notes/.git/worktrees/a/', root), '.git/worktrees/a/');
    assert.equal(resolvedPath('a/', '/home/dana/notes-2/.git/', root), null);
    assert.equal(resolvedPath('a/', '/home/dana/notes/../secret/', root), null);
  });
});
