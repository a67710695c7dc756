import assert from 'node:assert/strict';
import { bareCapabilities, folderWith, fullCapabilities, startEditor, stopServers, type Editor } from './client.ts';
import { applied, goodNote, noteWithoutCheckpoint } from './notes.ts';

const capabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

async function opened(text: string, own: object = capabilities) {
  const folder = folderWith({});
  const editor = await startEditor({ folder, capabilities: own });
  const uri = `${folder}/one-on-ones/ines.md`;
  editor.open(uri, text);
  return { editor, uri, folder };
}

function run(editor: Editor, command: string, argument: unknown) {
  return editor.request('workspace/executeCommand', { command, arguments: [argument] });
}

/** The edits that the server asked the editor to apply. */
function asked(editor: Editor) {
  return editor.received.filter(({ method }) => method === 'workspace/applyEdit').map(({ params }) => params.edit);
}

/** Where a text stands, as a line number. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length - 1;
}

describe('commands of the server', () => {
  afterEach(stopServers);

  it('are all offered, and every one of another name is refused', async () => {
    const { editor } = await opened(goodNote);
    const { commands } = editor.initialized.capabilities.executeCommandProvider!;
    for (const name of ['insertCheckpoint', 'startMeeting', 'closeQuarter', 'closePromise'])
      assert.ok(commands.includes(`oneOnOne.${name}`), name);
    const { error } = await editor.ask('workspace/executeCommand', { command: 'rm', arguments: [] });
    assert.equal(error!.code, -32602);
  });

  it('are not offered to a client that registers them itself', async () => {
    const initializationOptions = { commands: ['oneOnOne.startMeeting', 'oneOnOne.showDue'] };
    const editor = await startEditor({ folder: folderWith({}), capabilities, options: initializationOptions });
    const { commands } = editor.initialized.capabilities.executeCommandProvider!;
    assert.ok(!commands.includes('oneOnOne.startMeeting') && commands.includes('oneOnOne.closeQuarter'));
  });

  it('starts a meeting by an edit of the version that the editor has, and once a day', async () => {
    const { editor, uri } = await opened(goodNote);
    const answer = await run(editor, 'oneOnOne.startMeeting', { uri });
    assert.equal(answer.outcome, 'applied');
    const [edit] = asked(editor);
    const [change] = edit.documentChanges;
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const text = applied(goodNote, change.edits);
    assert.match(text, /## 2026-11-24\n\n<!-- Standing agenda:[\s\S]*\n\n## 2026-11-16/);
    editor.change(uri, { text });
    assert.ok(answer.place.range.start.line > lineOf(text, '## 2026-11-24'));
    assert.equal((await run(editor, 'oneOnOne.startMeeting', uri)).outcome, 'unchanged');
    assert.equal(asked(editor).length, 1);
  });

  it('inserts the checkpoint, after which its finding is gone', async () => {
    const { editor, uri } = await opened(noteWithoutCheckpoint);
    assert.equal((await run(editor, 'oneOnOne.insertCheckpoint', { uri })).outcome, 'applied');
    const [{ documentChanges }] = asked(editor);
    editor.change(uri, { text: applied(noteWithoutCheckpoint, documentChanges[0].edits) });
    assert.ok(!(await editor.pull(uri)).some(({ code }) => code === 'missing-checkpoint'));
  });

  it('closes the promise under the cursor, and says where there is none', async () => {
    const text = goodNote.replace('We looked at the pager load.', '- [ ] @Per asks for the budget');
    const { editor, uri } = await opened(text);
    const position = { line: lineOf(text, '@Per'), character: 8 };
    const answer = await run(editor, 'oneOnOne.closePromise', { uri, position, outcome: 'dropped' });
    assert.equal(answer.outcome, 'applied');
    const [{ documentChanges }] = asked(editor);
    assert.equal(applied(text, documentChanges[0].edits), text.replace('- [ ] @Per', '- [-] @Per'));
    const none = await run(editor, 'oneOnOne.closePromise', { uri, position: { line: 0, character: 0 } });
    assert.equal(none.outcome, 'impossible');
    assert.match(none.reason, /no promise/);
  });

  it('makes a new document with front matter', async () => {
    const { editor, folder } = await opened(goodNote);
    const uri = `${folder}/one-on-ones/mei.md`;
    const answer = await run(editor, 'oneOnOne.newDocument', { uri, report: 'Mei Tanaka', manager: 'Per Lund' });
    assert.equal(answer.outcome, 'applied');
    const [{ documentChanges }] = asked(editor);
    assert.deepEqual({ kind: documentChanges[0].kind, uri: documentChanges[0].uri }, { kind: 'create', uri });
    assert.match(documentChanges[1].edits[0].newText, /^---\nreport: Mei Tanaka\nmanager: Per Lund\n---\n/);
  });

  it('say that nothing was done where the editor applies no edits', async () => {
    const { editor, uri } = await opened(goodNote, bareCapabilities);
    assert.equal((await run(editor, 'oneOnOne.startMeeting', { uri })).outcome, 'impossible');
    assert.deepEqual(asked(editor), []);
  });

  it('are rewrites of the light bulb, on headings and promises, or anywhere when asked for', async () => {
    const { editor, uri } = await opened(noteWithoutCheckpoint);
    const kinds = async (line: number, only?: string[]): Promise<string[]> => {
      const range = { start: { line, character: 0 }, end: { line, character: 0 } };
      const context = { diagnostics: [], ...(only ? { only } : {}) };
      const actions = await editor.request('textDocument/codeAction', { textDocument: { uri }, range, context });
      return actions
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => kind.startsWith('refactor.rewrite'));
    };
    const text = lineOf(noteWithoutCheckpoint, 'We looked');
    assert.deepEqual(await kinds(text), []);
    const all = ['refactor.rewrite.oneOnOne.meeting', 'refactor.rewrite.oneOnOne.checkpoint'];
    assert.deepEqual(await kinds(text, ['refactor']), all);
    assert.deepEqual(await kinds(text, ['refactor.rewrite.oneOnOne.meeting']), all.slice(0, 1));
    assert.deepEqual(await kinds(lineOf(noteWithoutCheckpoint, '## 2026-11-16')), all);
    assert.deepEqual(await kinds(text, ['quickfix']), []);
  });
});

describe('pages and what is known', () => {
  afterEach(stopServers);

  it('a new document goes where the configuration says, with what is known on offer', async () => {
    const folder = folderWith({ '.one-on-one.yaml': 'documents: ["people/**/*.md"]\n' });
    const editor = await startEditor({ folder, capabilities });
    const known = await editor.request('oneOnOne/known', { folder });
    assert.deepEqual([known.reports, known.managers], [[], []]);
    assert.ok(
      known.roles.some(
        ({ id, levels }: { id: string; levels: unknown[] }) => id === 'site-reliability-engineer' && levels.length > 2,
      ),
    );
    const answer = await run(editor, 'oneOnOne.newDocument', { uri: folder, report: 'Mei Tanaka' });
    assert.equal(answer.outcome, 'applied');
    assert.equal(asked(editor)[0].documentChanges[0].uri, `${folder}/people/mei-tanaka.md`);
  });

  it('the record, the pack and the configuration are told, of a 1:1 document only', async () => {
    const { editor, uri, folder } = await opened(goodNote);
    const page = (kind: string, of = uri) => editor.request('oneOnOne/page', { kind, uri: of });
    assert.match((await page('record')).text, /^# 360 record: Ines Albrecht\n/);
    assert.equal((await page('hand-over')).uri, `${folder}/hand-over-ines-albrecht.md`);
    assert.match(
      (await page('configuration')).text,
      /so the defaults apply[\s\S]*- `cadence`: `weekly` \(the default\)/,
    );
    assert.equal(await page('record', `${folder}/README.md`), null);
    assert.deepEqual(await editor.request('oneOnOne/privacy', null), { documents: 1, findings: [] });
  });
});

describe('views', () => {
  afterEach(stopServers);

  it('show people with their quarter, its focus areas, promises and what is due', async () => {
    const text = goodNote.replace(
      'We looked at the pager load.',
      '- Alerting: fewer pages\n- [ ] @Per asks for the budget by 2026-11-20\n\n### Private\n\n- [ ] @Per the plum',
    );
    const { editor, uri } = await opened(text);
    const { today, people, due } = await editor.request('oneOnOne/people', {});
    assert.equal(today, '2026-11-24');
    assert.equal(people.length, 1);
    const [{ quarter, promises, name, lastMeeting, nextMeeting }] = people;
    assert.deepEqual(
      { name, lastMeeting, nextMeeting },
      { name: 'Ines Albrecht', lastMeeting: '2026-11-16', nextMeeting: '2026-11-23' },
    );
    assert.deepEqual(
      { label: quarter.label, week: quarter.week, line: quarter.checkpoint.range.start.line },
      { label: '2026-Q4', week: 8, line: lineOf(text, '### Checkpoint') },
    );
    const [service, alerting] = quarter.focusAreas;
    assert.deepEqual([service.title, service.lastMentioned, service.meetingsSince], ['Service knowledge', null, 1]);
    assert.deepEqual([alerting.lastMentioned, alerting.meetingsSince, alerting.targets.length], ['2026-11-16', 0, 1]);
    assert.deepEqual(
      promises.map((promise: { due: string; isOverdue: boolean }) => [promise.due, promise.isOverdue]),
      [['2026-11-20', true]],
    );
    assert.deepEqual(
      due.map(({ kind }: { kind: string }) => kind),
      ['promise', 'target'],
    );
    assert.ok(due.every(({ place }: { place: { uri: string } }) => place.uri === uri));
    assert.ok(!JSON.stringify([people, due]).includes('plum'));
  });

  it('show a quarter as data, picture and table, with every text escaped', async () => {
    const text = goodNote.replaceAll('Alerting', '<img src=x onerror="a()"> & alerts');
    const { editor, uri } = await opened(text);
    const answer = await editor.request('oneOnOne/quarter', { uri });
    assert.equal(answer.label, '2026-Q4');
    assert.equal(answer.meetings.length, 2);
    assert.equal(answer.focusAreas.length, 2);
    assert.ok(!/<(?:img|script|style|a|image|foreignObject)\b/i.test(answer.svg));
    assert.ok(!/<img/.test(answer.markdown));
    assert.match(answer.svg, /^<svg [^>]*role="img"[^>]*><title [^>]*>Ines Albrecht: 2026-Q4<\/title><desc /);
    assert.equal(await editor.request('oneOnOne/quarter', { uri, label: '1999-Q1' }), null);
    const [first, second] = answer.meetings;
    assert.deepEqual([first.hasCheckpoint, second.hasCheckpoint, first.hasSummary], [true, false, false]);
  });

  it('show how the focus areas of one document stand, for a preview', async () => {
    const { editor, uri, folder } = await opened(goodNote);
    const { areas } = await editor.request('oneOnOne/progress', { uri });
    assert.deepEqual(
      areas.map(({ title, line, targets, targetsMet, lastMentioned, isQuiet }: Record<string, unknown>) => [
        ...[title, goodNote.split('\n')[line as number]],
        ...[targets, targetsMet, lastMentioned, isQuiet],
      ]),
      [
        ['Service knowledge', '#### Focus area: Service knowledge', 1, 0, null, false],
        ['Alerting', '#### Focus area: Alerting', 1, 0, null, false],
      ],
    );
    editor.open(`${folder}/README.md`, '# Read me\n\n#### Focus area: Alerting\n');
    assert.equal(await editor.request('oneOnOne/progress', { uri: `${folder}/README.md` }), null);
  });

  it('are led to by lenses only where the client has a command for it', async () => {
    const lensesFor = async (options: object): Promise<string[]> => {
      const folder = folderWith({});
      const editor = await startEditor({ folder, capabilities, options });
      const uri = `${folder}/one-on-ones/ines.md`;
      editor.open(uri, goodNote);
      const lenses = await editor.request('textDocument/codeLens', { textDocument: { uri } });
      assert.ok(lenses.length > 2);
      return [...new Set<string>(lenses.map((lens: { command: { command: string } }) => lens.command.command))];
    };
    assert.deepEqual(await lensesFor({}), ['']);
    assert.ok((await lensesFor({ commands: ['oneOnOne.showQuarter'] })).includes('oneOnOne.showQuarter'));
  });

  it('are told to a client that asked for one, once something changed, and to no other', async () => {
    const { editor, uri } = await opened(goodNote);
    const told = () => editor.received.filter(({ method }) => method === 'oneOnOne/viewsChanged').length;
    editor.change(uri, { text: `${goodNote}\n` });
    // It has arrived once this is answered.
    await editor.pull(uri);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.equal(told(), 0);
    await editor.request('oneOnOne/people', {});
    editor.change(uri, { text: goodNote });
    await editor.pull(uri);
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.equal(told(), 1);
  });
});
