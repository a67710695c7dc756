/** Notes in real repositories, as the command line and the server see them, and what the fixes write. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { readConfiguration } from '../../server/src/core/read-configuration.ts';
import { allowEdit, ignoreEdit } from '../../server/src/core/write/published.ts';
import { build, oneOnOne } from '../cli/command-line.ts';
import { gitFolder, type GitFolder } from '../git.ts';
import { fullCapabilities, startEditor, stopServers } from '../lsp/client.ts';

const note = `---
report: Dana Reyes
manager: Sam Osei
---

# Notes
`;
const path = 'one-on-ones/dana.md';

function sharedFolder(files: Readonly<Record<string, string>> = {}): GitFolder {
  const folder = gitFolder({ [path]: note, ...files });
  folder.git(['init', '-q']);
  folder.git(['remote', 'add', 'origin', 'git@git.example.org:notes.git']);
  folder.git(['add', '.']);
  return folder;
}

describe('published notes', function () {
  this.timeout(60_000);
  before(build);
  const folders: GitFolder[] = [];
  const shared = (files?: Readonly<Record<string, string>>): GitFolder => {
    const folder = sharedFolder(files);
    folders.push(folder);
    return folder;
  };
  after(() => folders.forEach((folder) => folder.remove()));
  afterEach(stopServers);

  async function checkCommandLine(folder: GitFolder, expected: readonly string[]): Promise<void> {
    const { stdout } = await oneOnOne(['check', '--format', 'json'], { folder: folder.path });
    const { files } = JSON.parse(stdout) as { files: { path: string; diagnostics: { rule: string }[] }[] };
    const found = files.filter(({ diagnostics }) => diagnostics.some(({ rule }) => rule === 'published-notes'));
    assert.deepEqual(
      found.map((file) => file.path),
      expected,
    );
  }

  it('are told on the command line until they are taken out, allowed or without a remote', async () => {
    const folder = shared();
    await checkCommandLine(folder, [path]);
    folder.write('.one-on-one.yaml', 'private: { allowPublished: true }\n');
    await checkCommandLine(folder, []);
    folder.write('.one-on-one.yaml', '');
    await checkCommandLine(folder, [path]);
    folder.git(['remote', 'remove', 'origin']);
    await checkCommandLine(folder, []);
    folder.git(['remote', 'add', 'origin', 'x']);
    folder.git(['rm', '-q', '--cached', path]);
    await checkCommandLine(folder, []);
  });

  it('are told in the editor, with fixes in other files, and no more once git lets go of them', async () => {
    const folder = shared({ '.gitignore': 'out/\n', '.one-on-one.yaml': 'cadence: weekly\n' });
    const address = pathToFileURL(folder.path).toString();
    const editor = await startEditor({ folder: address });
    const uri = `${address}/${path}`;
    editor.open(uri, note);
    const own = async () => (await editor.pull(uri)).filter(({ code }) => code === 'published-notes');
    const [finding] = await own();
    assert.equal(finding?.range.start.line, 0);
    const { range } = finding;
    const actions = await editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [finding] },
    });
    const written = new Map<string, unknown>();
    for (const { title, edit } of actions as CodeAction[]) {
      for (const { textDocument, edits } of edit!.documentChanges as TextDocumentEdit[]) {
        const { range: at, newText } = edits[0] as TextEdit;
        written.set(title, [textDocument.uri.split('/').at(-1), at.start.line, newText]);
      }
    }
    assert.deepEqual(written.get('Add the file to .gitignore'), ['.gitignore', 0, `/${path}\n`]);
    assert.deepEqual(written.get('Allow published notes in the configuration'), [
      '.one-on-one.yaml',
      1,
      'private: { allowPublished: true }\n',
    ]);
    folder.git(['rm', '-q', '--cached', path]);
    editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: `${address}/.git/index`, type: 2 }] });
    for (let waited = 0; (await own()).length > 0; waited += 50) {
      assert.ok(waited < 8000, 'the index was not read again');
      await sleep(50);
    }
  });

  it('are fixed with new files where there are none, in clients that can make them', async () => {
    const folder = shared();
    const address = pathToFileURL(folder.path).toString();
    const uri = `${address}/${path}`;
    const titlesIn = async (workspaceEdit: object): Promise<Map<string, CodeAction>> => {
      const workspace = { ...fullCapabilities.workspace, workspaceEdit };
      const editor = await startEditor({ folder: address, capabilities: { ...fullCapabilities, workspace } });
      editor.open(uri, note);
      const [finding] = (await editor.pull(uri)).filter(({ code }) => code === 'published-notes');
      const context = { diagnostics: [finding] };
      const params = { textDocument: { uri }, range: finding!.range, context };
      const actions: CodeAction[] = await editor.request('textDocument/codeAction', params);
      return new Map(actions.map((action) => [action.title, action]));
    };
    const actions = await titlesIn({ documentChanges: true, resourceOperations: ['create'] });
    const start = { line: 0, character: 0 };
    const madeBy = (name: string, newText: string): unknown[] => [
      { kind: 'create', uri: `${address}/${name}`, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: `${address}/${name}`, version: null },
        edits: [{ range: { start, end: start }, newText }],
      },
    ];
    const ignoring = actions.get('Create a .gitignore with the file');
    assert.deepEqual(ignoring?.edit?.documentChanges, madeBy('.gitignore', `/${path}\n`));
    const allowing = actions.get('Create a configuration that allows published notes');
    const text = 'private: { allowPublished: true }\n';
    assert.deepEqual(allowing?.edit?.documentChanges, madeBy('.one-on-one.yaml', text));
    for (const cannot of [{ documentChanges: true }, { resourceOperations: ['create'] }]) {
      const others = [...(await titlesIn(cannot)).keys()].filter((title) => title.startsWith('Create'));
      assert.deepEqual(others, []);
    }
  });

  it('are not touched by `check --fix`, which makes no files', async () => {
    const folder = shared();
    await oneOnOne(['check', '--fix'], { folder: folder.path });
    assert.deepEqual(readdirSync(folder.path).toSorted(), ['.git', 'one-on-ones']);
    await checkCommandLine(folder, [path]);
  });

  it('are ignored by git after the fix, whatever they are called', () => {
    const names = ['a.md', 'people/dana [draft].md', '#dana.md', '!dana.md', 'd*na?.md', 'back\\slash.md', 'ends .md '];
    const folder = shared(Object.fromEntries(names.map((name) => [name, note])));
    for (const name of names) {
      const { newText } = ignoreEdit('', name)!;
      folder.write('.gitignore', newText);
      const quiet = ['check-ignore', '--no-index', '-q'];
      folder.git([...quiet, `./${name}`]);
      assert.throws(() => execFileSync('git', [...quiet, `./not-${name}`], { cwd: folder.path, stdio: 'ignore' }));
      assert.equal(ignoreEdit(`out/\n${newText}`, name), null);
    }
    assert.equal(readFileSync(join(folder.path, path), 'utf8'), note);
  });

  it('are allowed after the other fix, whatever the configuration says besides', () => {
    for (const source of [
      '',
      '# Nothing yet\n',
      'cadence: weekly',
      'cadence: weekly\r\nteams:\r\n  delivery: { staffPlus: 1 }\r\n',
      'private: { allowPublished: false }\n',
      'private:\n  allowPublished: no\ncadence: weekly\n',
    ]) {
      const edit = allowEdit(source);
      assert.ok(edit, source);
      const text = source.slice(0, edit.start) + edit.newText + source.slice(edit.end);
      const { configuration, problems } = readConfiguration(text, { uri: 'file:///c', path: '.one-on-one.yaml' });
      assert.deepEqual(problems, [], text);
      assert.equal(configuration.private.allowPublished, true, text);
      assert.ok(!/[^\r]\n/.test(edit.newText) || !source.includes('\r\n'));
    }
    for (const source of ['{ cadence: weekly }\n', '---\ncadence: weekly\n---\n', 'a: [\n', '- a\n', 'private: true\n'])
      assert.equal(allowEdit(source), null, source);
  });
});
