import assert from 'node:assert/strict';
import { ordinary } from '../notes.ts';
import { folderWith, startEditor, stopServers } from './client.ts';

/** Behind every tenth line, and in the first: where somebody may stand and type. */
function positionsIn(text: string): { line: number; character: number }[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: index, character: line.length }))
    .filter(({ line }) => line % 10 === 0 || line === 1);
}

describe('ordinary files, open in an editor', function () {
  this.timeout(60_000);
  afterEach(stopServers);

  it('get no finding, lens, completion, hover, hint, link, fold or symbol', async () => {
    const files = Object.fromEntries(ordinary.map(({ path, text }) => [path.slice('ordinary/'.length), text]));
    const folder = folderWith(files);
    const editor = await startEditor({ folder });
    for (const [path, text] of Object.entries(files)) {
      const uri = `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
      editor.open(uri, text);
      const textDocument = { uri };
      assert.deepEqual(await editor.pull(uri), [], path);
      const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
      for (const method of ['codeLens', 'documentLink', 'foldingRange', 'documentSymbol', 'inlayHint', 'codeAction']) {
        const found = await editor.request(`textDocument/${method}`, {
          textDocument,
          range,
          context: { diagnostics: [] },
        });
        assert.deepEqual(found ?? [], [], `${method} in ${path}`);
      }
      for (const position of positionsIn(text)) {
        assert.equal(await editor.request('textDocument/hover', { textDocument, position }), null, path);
        const completion = await editor.request('textDocument/completion', { textDocument, position });
        assert.deepEqual(completion?.items ?? [], [], `completion in ${path}`);
        const definition = await editor.request('textDocument/definition', { textDocument, position });
        assert.equal(definition ?? null, null, path);
      }
    }
    assert.deepEqual(await editor.request('workspace/symbol', { query: '' }), []);
  });
});
