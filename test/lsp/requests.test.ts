import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, TextDocumentEdit } from 'vscode-languageserver';
import { bareCapabilities, folderWith, fullCapabilities, startEditor, stopServers } from './client.ts';
import { applied, goodNote, noteWithoutCheckpoint, noteWithUnknownLevel } from './notes.ts';

async function opened(text: string, capabilities: object = fullCapabilities) {
  const folder = folderWith({});
  const editor = await startEditor({ folder, capabilities });
  const uri = `${folder}/one-on-ones/ines.md`;
  editor.open(uri, text);
  return { editor, uri };
}

/** Parameters that point right behind the first place where some text stands. */
function behind(uri: string, text: string, part: string) {
  const before = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } };
}

const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

describe('requests about a document', () => {
  afterEach(stopServers);

  it('hover explains the level in markdown without HTML, links and images of its own', async () => {
    const { editor, uri } = await opened(goodNote);
    const { contents } = await editor.request('textDocument/hover', behind(uri, goodNote, 'level: inter'));
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value, /Intermediate Site Reliability Engineer/);
  });

  it('hover is plain text for a client that shows nothing else', async () => {
    const { editor, uri } = await opened(goodNote, bareCapabilities);
    const { contents } = await editor.request('textDocument/hover', behind(uri, goodNote, 'level: inter'));
    assert.equal(contents.kind, 'plaintext');
  });

  it('completion offers levels behind the colon, and nothing between two words of a sentence', async () => {
    const text = goodNote.replace('level: intermediate', 'level: ');
    const { editor, uri } = await opened(text);
    const ask = async (part: string) => {
      const context = { triggerKind: 2, triggerCharacter: ' ' };
      return (await editor.request('textDocument/completion', { ...behind(uri, text, part), context }))
        .items as CompletionItem[];
    };
    assert.ok((await ask('level: ')).some(({ label }) => /senior/i.test(label)));
    assert.deepEqual(await ask('We looked '), []);
  });

  it('completion offers the responsibilities of the role for a focus area', async () => {
    const text = goodNote.replace('**Responsibility:** Alerting', '**Responsibility:** ');
    const { editor, uri } = await opened(text);
    const { items } = await editor.request(
      'textDocument/completion',
      behind(uri, text, '**Responsibility:** \n'.trimEnd()),
    );
    assert.ok(items.length > 5);
  });

  it('definition leads into the built-in role description', async () => {
    const { editor, uri } = await opened(goodNote);
    const target = await editor.request('textDocument/definition', behind(uri, goodNote, 'role: site'));
    assert.match(target.uri, /\/server\/roles\/site-reliability-engineer\.md$/);
    assert.ok(target.range.end.line > target.range.start.line || target.range.end.character > 0);
  });

  it('a quick fix inserts the checkpoint, after which its finding is gone', async () => {
    const { editor, uri } = await opened(noteWithoutCheckpoint);
    const finding = (await editor.pull(uri)).find(({ code }) => code === 'missing-checkpoint')!;
    const actions: CodeAction[] = await editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => /Insert a checkpoint/.test(title))!;
    const [{ textDocument, edits }] = action.edit!.documentChanges as TextDocumentEdit[] as [TextDocumentEdit];
    assert.deepEqual(textDocument, { uri, version: 1 });
    editor.change(uri, { text: applied(noteWithoutCheckpoint, edits as never) });
    assert.ok(!(await editor.pull(uri)).some(({ code }) => code === 'missing-checkpoint'));
  });

  it('a client without document changes gets plain edits', async () => {
    const { editor, uri } = await opened(noteWithoutCheckpoint, bareCapabilities);
    await editor.published(uri);
    const actions: CodeAction[] = await editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: everything,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.ok(actions.length > 0);
    for (const { edit } of actions) {
      assert.equal(edit!.documentChanges, undefined);
      assert.ok(edit!.changes![uri]!.length > 0);
    }
  });

  it('a client with snippets in edits gets tab stops, others none', async () => {
    const workspace = {
      ...fullCapabilities.workspace,
      workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    };
    for (const [capabilities, expected] of [
      [{ ...fullCapabilities, workspace }, true],
      [fullCapabilities, false],
    ] as const) {
      const { editor, uri } = await opened(noteWithoutCheckpoint, capabilities);
      const params = { textDocument: { uri }, range: everything, context: { diagnostics: [] } };
      const actions = await editor.request('textDocument/codeAction', params);
      assert.equal(/"snippet"/.test(JSON.stringify(actions)), expected);
    }
  });

  it('fix-all is offered only when it is asked for, and leaves nothing safe to fix', async () => {
    const text = goodNote.replace('- Focus area: Alerting\n', '');
    const { editor, uri } = await opened(text);
    const ask = async (only?: string[]): Promise<CodeAction[]> =>
      editor.request('textDocument/codeAction', {
        textDocument: { uri },
        range: everything,
        context: { diagnostics: [], only },
      });
    assert.ok((await ask()).every(({ kind }) => kind === 'quickfix'));
    const [action] = await ask(['source.fixAll']);
    assert.equal(action!.kind, 'source.fixAll.oneOnOne');
    const edits = (action!.edit!.documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits);
    editor.change(uri, { text: applied(text, edits as never) });
    assert.deepEqual(await ask(['source.fixAll.oneOnOne']), []);
  });

  it('a page of a rule is there for the client that asks for content, and only then linked', async () => {
    const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, textDocumentContent: {} } };
    const { editor, uri } = await opened(noteWithUnknownLevel, capabilities);
    const finding = (await editor.pull(uri)).find(({ code }) => code === 'unknown-level')!;
    const { text } = await editor.request('workspace/textDocumentContent', { uri: finding.codeDescription!.href });
    assert.match(text, /^# unknown-level/);
    const { error } = await editor.ask('workspace/textDocumentContent', { uri: 'one-on-one:/rules/..%2Fpackage.json' });
    assert.equal(error!.code, -32602);
    const plain = await opened(noteWithUnknownLevel);
    assert.ok((await plain.editor.pull(plain.uri)).every(({ codeDescription }) => codeDescription === undefined));
  });
});
