import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver';
import type { Editor } from './client.ts';
import { bareCapabilities, folderWith, fullCapabilities, startEditor, stopServers } from './client.ts';
import { goodNote, keeperNote, noteWithoutCheckpoint, noteWithUnknownLevel, ownRole, readme } from './notes.ts';

const note = 'one-on-ones/ines.md';
/** The rules these tests are about; what others find in the same notes is no matter of the protocol. */
const told = new Set<unknown>(['unknown-level', 'unknown-role', 'missing-checkpoint', 'invalid-configuration']);
const codes = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics
    .map(({ code }) => String(code))
    .filter((code) => told.has(code))
    .sort();

/** An editor with a folder of one note, or of what is given, and the note open. */
async function withNote(
  text: string,
  files: Readonly<Record<string, string>> = {},
  capabilities: object = fullCapabilities,
) {
  const folder = folderWith({ [note]: text, ...files });
  const editor = await startEditor({ folder, capabilities });
  const uri = `${folder}/${note}`;
  editor.open(uri, text);
  return { editor, folder, uri };
}

function write(folder: string, path: string, text: string): string {
  writeFileSync(new URL(`${folder}/${path}`), text);
  return `${folder}/${path}`;
}

function reread(editor: Editor, ...uris: readonly string[]): void {
  editor.tell('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
}

/** Does something and waits until the server has asked the client to ask again. */
async function refreshedAfter(editor: Editor, act: () => void): Promise<void> {
  const count = () => editor.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  let before = -1;
  while (before !== count()) {
    before = count();
    await sleep(400);
  }
  act();
  for (let waited = 0; count() === before; waited += 20) {
    assert.ok(waited < 8000, 'the client was not asked to ask again');
    await sleep(20);
  }
}

describe('findings that are asked for', () => {
  afterEach(stopServers);

  it('come with the text that was sent last', async () => {
    const { editor, uri } = await withNote(goodNote);
    assert.deepEqual(codes(await editor.pull(uri)), []);
    const line = goodNote.split('\n').indexOf('level: intermediate');
    editor.change(uri, { range: { start: { line, character: 7 }, end: { line, character: 99 } }, text: 'wizard' });
    const findings = await editor.pull(uri);
    assert.deepEqual(codes(findings), ['unknown-level']);
    const finding = findings.find(({ code }) => code === 'unknown-level');
    assert.deepEqual(finding!.range, { start: { line, character: 7 }, end: { line, character: 13 } });
  });

  it('are called unchanged while they are', async () => {
    const { editor, uri } = await withNote(noteWithUnknownLevel);
    const ask = (previousResultId?: string) =>
      editor.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = await ask();
    assert.equal(first.kind, 'full');
    editor.change(uri, { range: { start: { line: 15, character: 0 }, end: { line: 15, character: 0 } }, text: 'Hm. ' });
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    editor.change(uri, { text: goodNote });
    const last = await ask(first.resultId);
    assert.equal(last.kind, 'full');
    assert.deepEqual(codes(last.items), []);
  });

  it('are never sent as well', async () => {
    const { editor, uri } = await withNote(noteWithUnknownLevel);
    await editor.pull(uri);
    editor.change(uri, { text: goodNote });
    await editor.pull(uri);
    await sleep(300);
    assert.equal(editor.received.filter(({ method }) => method === 'textDocument/publishDiagnostics').length, 0);
  });

  it('of the whole workspace name each file once, and then only what changed', async () => {
    const { editor, folder, uri } = await withNote(goodNote, {
      'one-on-ones/other.md': noteWithUnknownLevel.replaceAll('Ines Albrecht', 'Noor Haddad'),
      'README.md': readme,
    });
    const first = (await editor.request('workspace/diagnostic', { previousResultIds: [] })).items;
    const named = first.map((item: { uri: string }) => item.uri);
    assert.deepEqual(named, [...new Set(named)]);
    assert.ok(named.includes(`${folder}/one-on-ones/other.md`) && !named.includes(`${folder}/README.md`));
    const previousResultIds = first.map((item: { uri: string; resultId: string }) => ({
      uri: item.uri,
      value: item.resultId,
    }));
    assert.deepEqual((await editor.request('workspace/diagnostic', { previousResultIds })).items, []);
    editor.change(uri, { text: noteWithUnknownLevel });
    const second = (await editor.request('workspace/diagnostic', { previousResultIds })).items;
    assert.deepEqual(
      second.map((item: { uri: string; version: number }) => [item.uri, item.version]),
      [[uri, 2]],
    );
    rmSync(new URL(`${folder}/one-on-ones/other.md`));
    await refreshedAfter(editor, () => reread(editor, `${folder}/one-on-ones/other.md`));
    const third = (await editor.request('workspace/diagnostic', { previousResultIds })).items;
    assert.deepEqual(
      third.map((item: { uri: string; items: Diagnostic[] }) => [item.uri, codes(item.items).length]),
      [
        [uri, 1],
        [`${folder}/one-on-ones/other.md`, 0],
      ],
    );
  });

  it('are asked for again when a role file changes on disk', async () => {
    const { editor, folder, uri } = await withNote(keeperNote);
    assert.ok(codes(await editor.pull(uri)).includes('unknown-role'));
    const role = write(folder, 'keeper.md', ownRole);
    const settings = write(folder, '.one-on-one.yaml', 'roles: ["*.md"]\n');
    await refreshedAfter(editor, () => reread(editor, role, settings));
    assert.ok(!codes(await editor.pull(uri)).includes('unknown-role'));
  });

  it('follow a role file that is edited, before it is saved', async () => {
    const { editor, folder, uri } = await withNote(keeperNote.replace('level: intermediate', 'level: staff'), {
      'roles/keeper.md': ownRole,
    });
    assert.ok(codes(await editor.pull(uri)).includes('unknown-level'));
    const role = `${folder}/roles/keeper.md`;
    editor.open(role, ownRole.replace('## Senior Lighthouse', '## Staff Lighthouse'));
    assert.ok(!codes(await editor.pull(uri)).includes('unknown-level'));
    await refreshedAfter(editor, () => editor.close(role));
    // The client may be asked while the file on disk is still being read, and is asked again then.
    for (let tries = 0; !codes(await editor.pull(uri)).includes('unknown-level'); tries++) {
      assert.ok(tries < 100, 'what is on disk does not count again');
      await sleep(50);
    }
  });

  it('look at all documents of the series, and say so when another one of them changes', async () => {
    const [first, rest] = [
      goodNote.slice(0, goodNote.indexOf('## 2026-11-16')),
      goodNote.slice(goodNote.indexOf('## 2026-10-05')),
    ];
    const people = goodNote.slice(0, goodNote.indexOf('# 1:1'));
    const { editor, folder, uri } = await withNote(`${first}## 2026-11-16\n\nHello.\n`, {
      'one-on-ones/older.md': `${people}${rest}`,
    });
    assert.deepEqual(codes(await editor.pull(uri)), []);
    const older = `${folder}/one-on-ones/older.md`;
    await refreshedAfter(editor, () => editor.open(older, `${people}## 2026-08-05\n\nNothing was agreed.\n`));
    assert.deepEqual(codes(await editor.pull(uri)), ['missing-checkpoint']);
    await refreshedAfter(editor, () => editor.close(older));
    assert.deepEqual(codes(await editor.pull(uri)), []);
  });

  it('are asked for again where the workspace was asked for meanwhile, of which editors leave aside what is open', async () => {
    const people = goodNote.slice(0, goodNote.indexOf('# 1:1'));
    const first = goodNote.slice(0, goodNote.indexOf('## 2026-11-16'));
    const rest = goodNote.slice(goodNote.indexOf('## 2026-10-05'));
    const { editor, folder, uri } = await withNote(`${first}## 2026-11-16\n\nHello.\n`, {
      'one-on-ones/older.md': `${people}${rest}`,
    });
    assert.deepEqual(codes(await editor.pull(uri)), []);
    await refreshedAfter(editor, () => {
      editor.open(`${folder}/one-on-ones/older.md`, `${people}## 2026-08-05\n\nNothing was agreed.\n`);
      void editor.request('workspace/diagnostic', { previousResultIds: [] });
    });
    assert.deepEqual(codes(await editor.pull(uri)), ['missing-checkpoint']);
  });

  it('end where a document stops being one', async () => {
    const { editor, folder } = await withNote(goodNote);
    const uri = `${folder}/page.md`;
    editor.open(uri, noteWithUnknownLevel.replaceAll('Ines Albrecht', 'Noor Haddad'));
    assert.deepEqual(codes(await editor.pull(uri)), ['unknown-level']);
    editor.change(uri, { text: readme });
    assert.deepEqual(codes(await editor.pull(uri)), []);
  });

  it('take the day from the options', async () => {
    const folder = folderWith({ [note]: noteWithoutCheckpoint });
    for (const [day, expected] of [
      ['2026-11-24', ['missing-checkpoint']],
      ['2027-02-02', []],
    ] as const) {
      const editor = await startEditor({ folder, options: { today: day } });
      const uri = `${folder}/${note}`;
      editor.open(uri, noteWithoutCheckpoint);
      assert.deepEqual(codes(await editor.pull(uri)), expected);
    }
  });
});

describe('findings that are sent', () => {
  afterEach(stopServers);

  it('carry the version, and follow each edit', async () => {
    const { editor, uri } = await withNote(noteWithUnknownLevel, {}, bareCapabilities);
    assert.deepEqual(codes(await editor.published(uri, ({ version }) => version === 1)), ['unknown-level']);
    editor.change(uri, { text: goodNote });
    assert.deepEqual(codes(await editor.published(uri, ({ version }) => version === 2)), []);
  });

  it('of an older version are not sent once a newer one is there', async () => {
    const { editor, uri } = await withNote(goodNote, {}, bareCapabilities);
    await editor.published(uri);
    for (let count = 0; count < 30; count++)
      editor.change(uri, { text: count % 2 === 0 ? noteWithUnknownLevel : goodNote });
    assert.deepEqual(codes(await editor.published(uri, ({ version }) => version === 31)), []);
    const versions = editor.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params.version);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(versions.length < 10, `30 edits at once were answered ${versions.length} times`);
  });

  it('are taken back when the document is closed', async () => {
    const { editor, uri } = await withNote(noteWithUnknownLevel, {}, bareCapabilities);
    await editor.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    editor.close(uri);
    await editor.published(uri, ({ version, diagnostics }) => version === undefined && diagnostics.length === 0);
  });

  it('come without folder, options, capabilities and process', async () => {
    const editor = await startEditor({ capabilities: {}, options: null });
    const uri = 'file:///nowhere/one-on-ones/ines.md';
    editor.open(uri, noteWithUnknownLevel);
    assert.ok(codes(await editor.published(uri)).includes('unknown-level'));
    assert.deepEqual(
      editor.received.filter(({ id, method }) => id !== undefined && method !== undefined),
      [],
    );
  });
});

describe('other files', () => {
  afterEach(stopServers);

  it('that are no 1:1 documents get nothing at all', async () => {
    const { editor, folder } = await withNote(goodNote, { 'README.md': readme });
    const uri = `${folder}/README.md`;
    editor.open(uri, readme);
    const at = { textDocument: { uri }, position: { line: 2, character: 5 } };
    assert.deepEqual(await editor.pull(uri), []);
    assert.equal(await editor.request('textDocument/hover', at), null);
    assert.equal(await editor.request('textDocument/definition', at), null);
    assert.deepEqual((await editor.request('textDocument/completion', at)).items, []);
    const range = { start: at.position, end: at.position };
    assert.deepEqual(
      await editor.request('textDocument/codeAction', { ...at, range, context: { diagnostics: [] } }),
      [],
    );
  });

  for (const [kind, broken] of [
    ['no YAML', 'quarters: { startMonth: 2\ncadence: weekly\n'],
    ['a wrong value', 'quarters: { startMonth: 13 }\n'],
  ] as const) {
    it(`a configuration with ${kind} has one finding, in that file, and the rest goes on`, async () => {
      const { editor, folder, uri } = await withNote(noteWithUnknownLevel, { '.one-on-one.yaml': broken });
      const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
      const found = new Map(items.map((item: { uri: string; items: Diagnostic[] }) => [item.uri, codes(item.items)]));
      assert.deepEqual(found.get(`${folder}/.one-on-one.yaml`), ['invalid-configuration']);
      assert.deepEqual(found.get(uri), ['unknown-level']);
    });
  }

  it('a configuration that is put right while it is edited loses its finding', async () => {
    const { editor, folder } = await withNote(goodNote, { '.one-on-one.yaml': 'focusArea: {}\n' }, bareCapabilities);
    const uri = `${folder}/.one-on-one.yaml`;
    assert.deepEqual(codes(await editor.published(uri)), ['invalid-configuration']);
    editor.open(uri, 'focusAreas: { min: 1 }\n');
    assert.deepEqual(await editor.published(uri, ({ version }) => version === 1), []);
  });

  it('outside the opened folders are not read', async () => {
    const outside = folderWith({ 'roles/keeper.md': ownRole, '.one-on-one.yaml': 'rules: { unknown-role: off }\n' });
    const folder = folderWith({ [note]: keeperNote });
    symlinkSync(new URL(`${outside}/roles`), new URL(`${folder}/roles`));
    symlinkSync(new URL(`${outside}/.one-on-one.yaml`), new URL(`${folder}/.one-on-one.yaml`));
    const editor = await startEditor({ folder });
    editor.open(`${folder}/${note}`, keeperNote);
    const elsewhere = [`${outside}/roles/keeper.md`, 'file://host/share/x.md'];
    const linked = [`${folder}/.one-on-one.yaml`, `${folder}/roles/keeper.md`];
    await refreshedAfter(editor, () => reread(editor, ...linked, ...elsewhere));
    assert.ok(codes(await editor.pull(`${folder}/${note}`)).includes('unknown-role'));
  });
});
