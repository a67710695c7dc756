/** What is offered in the text, over the protocol: to modern and to modest clients, and nothing private to either. */
import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem } from 'vscode-languageserver';
import { privateNotes, isOpenLine } from '../features/private-notes.ts';
import { folderWith, fullCapabilities, startEditor, stopServers, today, type Editor } from './client.ts';
import { goodNote } from './notes.ts';

const methods = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'completion',
  'codeAction',
  'prepareRename',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'documentLink',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
];

interface Loose {
  readonly location?: object;
  readonly children?: object;
}

/** Parameters that every one of these methods takes something of. */
function paramsAt(uri: string, line: number, character: number): object {
  const position = { line, character };
  const range = { start: position, end: position };
  return { textDocument: { uri }, position, positions: [position], range, context: { includeDeclaration: true } };
}

describe('what is offered in the text', function () {
  this.timeout(60_000);
  afterEach(stopServers);

  it('works for a client that says nothing of itself: no root, no options, no capabilities', async () => {
    const editor = await startEditor({ capabilities: {}, options: null });
    const uri = 'untitled:one-on-ones/dana.md';
    editor.open(uri, goodNote);
    for (const method of methods) {
      const { error, result } = await editor.ask(`textDocument/${method}`, paramsAt(uri, 3, 3));
      assert.equal(error, undefined, method);
      assert.notEqual(result, undefined, method);
    }
    const flat = await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
    assert.ok(flat.length > 2 && flat.every(({ location, children }: Loose) => location && !children), 'no tree');
    const { capabilities } = editor.initialized;
    for (const provider of [
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'completionProvider',
      'codeActionProvider',
      'renameProvider',
      'documentSymbolProvider',
      'workspaceSymbolProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'documentLinkProvider',
      'codeLensProvider',
      'inlayHintProvider',
      'semanticTokensProvider',
      'executeCommandProvider',
    ] as const)
      assert.ok(capabilities[provider], provider);
    assert.equal(capabilities.diagnosticProvider, undefined, 'they are sent instead');
    assert.ok((await editor.published(uri)).length >= 0);
    const asked = editor.received.filter(({ id, method }) => id !== undefined && method !== undefined);
    assert.deepEqual(
      asked.map(({ method }) => method),
      [],
      'nothing is asked of a client that cannot answer',
    );
  });

  for (const [name, capabilities] of [
    ['a modern client', fullCapabilities],
    ['a client that says nothing of itself', {}],
  ] as const) {
    it(`says nothing private elsewhere, to ${name}`, async () => {
      const folder = folderWith({ 'one-on-ones/dana.md': privateNotes });
      const editor = await startEditor({ folder, capabilities });
      const uri = `${folder}/one-on-ones/dana.md`;
      editor.open(uri, privateNotes);
      const lines = privateNotes.split('\n');
      for (const [line, text] of lines.entries()) {
        if (!isOpenLine(text)) continue;
        for (const method of ['hover', 'completion', 'codeAction', 'definition'])
          checkNoPlum(
            await editor.request(`textDocument/${method}`, paramsAt(uri, line, text.length)),
            `${method} ${line}`,
          );
      }
      for (const method of methods.slice(7)) {
        const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
        checkNoPlum(await editor.request(`textDocument/${method}`, { ...paramsAt(uri, 0, 0), range: whole }), method);
      }
      for (const query of ['', 'plum', '2026']) checkNoPlum(await editor.request('workspace/symbol', { query }), query);
      checkNoPlum(await editor.request('oneOnOne/people', {}), 'people');
      for (const label of [undefined, '2026-Q4', '2026-Q3', '2026-Q1'])
        checkNoPlum(await editor.request('oneOnOne/quarter', { uri, label }), `quarter ${label}`);
    });
  }

  it('has no semantic tokens for a client that colours by itself', async () => {
    const own = { settings: { semanticTokens: { enabled: false }, outline: { enabled: true } } };
    const { capabilities } = (await startEditor({ options: own })).initialized;
    assert.equal(capabilities.semanticTokensProvider, undefined);
    assert.equal(capabilities.documentSymbolProvider, true);
  });

  it('has an outline that can be switched on and off, where the client can follow that', async () => {
    const dynamic = { dynamicRegistration: true };
    const capabilities = {
      ...fullCapabilities,
      textDocument: { ...fullCapabilities.textDocument, documentSymbol: dynamic, foldingRange: dynamic },
    };
    const settings = (enabled: boolean): object => ({ outline: { enabled } });
    const editor = await startEditor({ capabilities, options: { settings: settings(false) } });
    assert.equal(editor.initialized.capabilities.documentSymbolProvider, undefined);
    const told = (): string[] =>
      editor.received.flatMap(({ method, params }) =>
        /Capability$/.test(method ?? '') && /Symbol/.test(JSON.stringify(params)) ? [method!] : [],
      );
    const change = async (enabled: boolean): Promise<void> => {
      editor.tell('workspace/didChangeConfiguration', { settings: { oneOnOne: settings(enabled) } });
      await editor.request('workspace/symbol', { query: '' });
    };
    assert.deepEqual(told(), []);
    for (const enabled of [true, true, false]) await change(enabled);
    assert.deepEqual(told(), ['client/registerCapability', 'client/unregisterCapability']);
  });

  it('gives the edit of a rewrite when it is chosen, and before that to a client that cannot ask', async () => {
    const codeAction = {
      ...fullCapabilities.textDocument.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    };
    const lazy = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, codeAction } };
    const text = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-16\n\n- Hello\n';
    const meetings = async (editor: Editor): Promise<CodeAction[]> => {
      const folder = folderWith({ 'one-on-ones/dana.md': text });
      const uri = `${folder}/one-on-ones/dana.md`;
      editor.open(uri, text);
      const params = { ...paramsAt(uri, 5, 4), context: { diagnostics: [], only: ['refactor.rewrite.oneOnOne'] } };
      return editor.request('textDocument/codeAction', params);
    };
    const eager = await meetings(await startEditor());
    assert.ok(eager.length >= 3 && eager.every(({ edit }) => edit !== undefined));
    const editor = await startEditor({ capabilities: lazy });
    const found = await meetings(editor);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      eager.map(({ kind }) => kind),
    );
    const meeting = found.find(({ kind }) => kind === 'refactor.rewrite.oneOnOne.meeting')!;
    assert.equal(meeting.edit, undefined);
    const resolved = (await editor.request('codeAction/resolve', meeting)) as CodeAction;
    assert.match(JSON.stringify(resolved.edit), new RegExp(`## ${today}`));
    assert.notEqual((await editor.ask('codeAction/resolve', { title: 'x', data: 3 })).error, undefined);
  });

  it('documents a responsibility when it is looked at', async () => {
    const editor = await startEditor();
    const text = goodNote.replace('**Responsibility:** Alerting', '**Responsibility:** ');
    const uri = 'file:///one-on-ones/dana.md';
    editor.open(uri, text);
    const line = text.split('\n').findIndex((each) => each.startsWith('**Responsibility:** ') && each.length === 20);
    const { items } = (await editor.request('textDocument/completion', paramsAt(uri, line, 20))) as {
      items: CompletionItem[];
    };
    assert.equal(items[0]!.documentation, undefined);
    const resolved = (await editor.request('completionItem/resolve', items[0])) as CompletionItem;
    assert.match(JSON.stringify(resolved.documentation), /this level/);
  });
});

function checkNoPlum(shown: unknown, what: string): void {
  const text = JSON.stringify(shown ?? null);
  const at = text.search(/plum/i);
  assert.ok(at < 0, `${what}: …${text.slice(Math.max(0, at - 120), at + 60)}…`);
}
