import assert from 'node:assert/strict';
import { folderWith, fullCapabilities, startEditor, stopServers } from './client.ts';
import { goodNote, readme } from './notes.ts';

const capabilities = {
  ...fullCapabilities,
  textDocument: { ...fullCapabilities.textDocument, rename: { prepareSupport: true } },
  workspace: {
    ...fullCapabilities.workspace,
    codeLens: { refreshSupport: true },
    fileOperations: { willRename: true },
  },
};

async function opened(text: string, settings: object = {}) {
  const folder = folderWith({});
  const editor = await startEditor({ folder, capabilities, options: { settings } });
  const uri = `${folder}/one-on-ones/ines.md`;
  editor.open(uri, text);
  return { editor, uri, of: { textDocument: { uri } } };
}

/** Inside the heading of the second focus area. */
const position = {
  line: goodNote.slice(0, goodNote.indexOf('#### Focus area: Alerting')).split('\n').length - 1,
  character: 20,
};

describe('requests that read', () => {
  afterEach(stopServers);

  it('are all answered for a 1:1 document, and with nothing for any other file', async () => {
    const { editor, of } = await opened(goodNote);
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const questions = [
      ['codeLens', of],
      ['references', { ...of, position, context: { includeDeclaration: true } }],
      ['documentHighlight', { ...of, position }],
      ['documentSymbol', of],
      ['foldingRange', of],
      ['selectionRange', { ...of, positions: [position] }],
    ] as const;
    for (const [name, params] of questions) {
      const answer = await editor.request(`textDocument/${name}`, params);
      assert.ok(answer.length > 0, name);
    }
    const other = of.textDocument.uri.replace('one-on-ones/ines', 'README');
    editor.open(other, readme);
    for (const [name, params] of [...questions, ['inlayHint', { range }], ['documentLink', {}]] as const) {
      const answer = await editor.request(`textDocument/${name}`, { ...params, textDocument: { uri: other } });
      assert.ok(answer === null || answer.length === 0, name);
    }
  });

  it('renames with versioned edits, and finds symbols by a query', async () => {
    const { editor, uri, of } = await opened(goodNote);
    assert.equal((await editor.request('textDocument/prepareRename', { ...of, position })).placeholder, 'Alerting');
    const edit = await editor.request('textDocument/rename', { ...of, position, newName: 'Calm nights' });
    assert.deepEqual(edit.documentChanges[0].textDocument, { uri, version: 1 });
    assert.equal(edit.documentChanges[0].edits.length, 3);
    const symbols = await editor.request('workspace/symbol', { query: 'alert' });
    assert.deepEqual(
      symbols.map(({ name }: { name: string }) => name),
      ['Alerting (2026-Q4)'],
    );
  });

  it('offers no outline where the person has switched it off, and hints only where they are on', async () => {
    const { editor, of } = await opened(goodNote, { outline: { enabled: false } });
    assert.equal(editor.initialized.capabilities.documentSymbolProvider, undefined);
    assert.deepEqual(await editor.request('textDocument/foldingRange', of), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    assert.deepEqual(await editor.request('textDocument/inlayHint', { ...of, range }), []);
    editor.tell('workspace/didChangeConfiguration', { settings: { oneOnOne: { inlayHints: { enabled: true } } } });
    assert.ok((await editor.request('textDocument/inlayHint', { ...of, range })).length > 0);
  });

  it('keeps the lenses in place while a heading is half written, and gives them up once it stays so', async () => {
    const { editor, uri, of } = await opened(goodNote);
    const before = await editor.request('textDocument/codeLens', of);
    editor.change(uri, { text: goodNote.replace('### Checkpoint', '### Chec') });
    assert.deepEqual(await editor.request('textDocument/codeLens', of), before);
    const after = await editor.request('textDocument/codeLens', of);
    assert.ok(after.length < before.length);
  });

  it('says which files it wants to hear of before they are renamed', async () => {
    const { editor } = await opened(goodNote);
    const { filters } = editor.initialized.capabilities.workspace!.fileOperations!.willRename!;
    assert.deepEqual(
      filters.map(({ pattern }) => pattern.matches),
      ['file', 'folder'],
    );
    assert.equal(await editor.request('workspace/willRenameFiles', { files: [] }), null);
  });
});
