import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  filesBelow,
  pathBelow,
  readText,
  replaceText,
  textOfBytes,
  workspaceFolderOf,
} from '../../server/src/cli/files.ts';
import { newFolder } from './command-line.ts';
import type { Folder } from './command-line.ts';

describe('files of the command line', () => {
  let folder: Folder;
  beforeEach(() => (folder = newFolder()));
  afterEach(() => folder.remove());

  it('are read without their byte order mark and written back with it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (before, after, hasMark) => {
          const mark = hasMark ? '\ufeff' : '';
          folder.write('a.md', mark + before);
          const file = readText(join(folder.path, 'a.md'));
          assert.equal(file.text, before);
          assert.equal(replaceText(join(folder.path, 'a.md'), file, after), null);
          assert.deepEqual(folder.bytes('a.md'), Buffer.from(mark + after));
        },
      ),
    );
  });

  it('are left alone where somebody else has changed them, and no draft stays behind', () => {
    folder.write('a.md', 'before');
    const file = readText(join(folder.path, 'a.md'));
    folder.write('a.md', 'by somebody else');
    assert.equal(replaceText(join(folder.path, 'a.md'), file, 'after'), 'its text has changed meanwhile');
    assert.equal(folder.text('a.md'), 'by somebody else');
    assert.deepEqual(readdirSync(folder.path).sort(), ['.git', 'a.md']);
  });

  it('know whether they are UTF-8', () => {
    assert.ok(textOfBytes(Buffer.from('Zoë 👋')).isUtf8);
    assert.ok(!textOfBytes(Buffer.from('Zoë', 'latin1')).isUtf8);
  });

  it('are found below a folder, but not in those that hold no notes', () => {
    for (const path of [
      'b.md',
      'a/c.md',
      'a.md',
      'node_modules/x.md',
      '.git/y.md',
      'a/.hg/z.md',
      'a/x.txt',
      '.notes/d.md',
    ]) {
      folder.write(path, '');
    }
    const found = filesBelow(folder.path, (name) => name.endsWith('.md'), assert.fail);
    assert.deepEqual(found, ['.notes/d.md', 'a.md', 'a/c.md', 'b.md']);
  });

  it('lie in the nearest folder with a configuration or a repository', () => {
    mkdirSync(join(folder.path, 'a/b/c'), { recursive: true });
    assert.equal(workspaceFolderOf(join(folder.path, 'a/b/c')), folder.path);
    folder.write('a/b/.one-on-one.yml', '');
    assert.equal(workspaceFolderOf(join(folder.path, 'a/b/c')), join(folder.path, 'a/b'));
  });

  it('have paths that leave no folder', () => {
    assert.equal(pathBelow('/notes', '/notes/a/b.md'), 'a/b.md');
    assert.equal(pathBelow('/notes', '/notes/..a.md'), '..a.md');
    for (const path of ['/notes', '/notes2/a.md', '/a.md', '/']) assert.equal(pathBelow('/notes', path), null);
  });
});
