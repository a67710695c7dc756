/** A long document: what its last quarters give is told first, and all of it once the rest has been read. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver';
import { generate } from '../../bench/documents.mjs';
import { parseDay } from '../../server/src/core/calendar.ts';
import type { Context } from '../../server/src/core/context.ts';
import { isRead } from '../../server/src/core/region.ts';
import { textOf } from '../../server/src/core/text.ts';
import { checksWith } from '../../server/src/lsp/checks.ts';
import { notesIn, type Notes } from '../../server/src/lsp/notes.ts';
import { bareContext } from '../context.ts';
import { builtInRoles } from '../workspace.ts';
import { fullCapabilities, startEditor, stopServers, today, type Editor } from './client.ts';

const uri = 'file:///nowhere/one-on-ones/long.md';
/** Two years. */
const long = generate({ bytes: 270_000 });

const atOnce = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, diagnostics: { refreshSupport: false } },
};
const { diagnostic: _, ...pushedTo } = fullCapabilities.textDocument;
const pushes = { ...fullCapabilities, textDocument: pushedTo };

function said(findings: readonly Diagnostic[]): string[] {
  return findings
    .map(({ code, message, range, severity }) => JSON.stringify({ code, message, range, severity }))
    .sort();
}

/** Promises are followed through all of a document. */
function isWhole(findings: readonly string[]): boolean {
  return findings.some((finding) => /"(?:overdue|forgotten)-promise"/.test(finding));
}

function refreshes({ received }: Editor): number {
  return received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    assert.ok(waited < 15_000, what);
    await sleep(20);
  }
}

function assertFirst(first: readonly string[], all: readonly string[]): void {
  assert.ok(first.length > 0, 'nothing is told first');
  assert.ok(first.length < all.length, 'everything is told first');
  for (const finding of first) assert.ok(all.includes(finding), `told, and then taken back: ${finding}`);
}

/** An editor that has been told the first findings, once the server has no other reason to have it ask again. */
async function toldFirst(text = long): Promise<{ editor: Editor; first: string[]; before: number }> {
  const editor = await startEditor();
  await until(() => refreshes(editor) > 0, 'the folders are not read');
  const before = refreshes(editor);
  editor.open(uri, text);
  return { editor, first: said(await editor.pull(uri)), before };
}

describe('a long document that is opened', () => {
  afterEach(stopServers);
  let all: string[] = [];

  it('gives all at once to a client that would not ask again', async () => {
    const editor = await startEditor({ capabilities: atOnce });
    editor.open(uri, long);
    all = said(await editor.pull(uri));
    assert.ok(isWhole(all));
  });

  it('gives what its last quarters give, and then has the client ask once more', async () => {
    const { editor, first, before } = await toldFirst();
    assertFirst(first, all);
    await until(() => refreshes(editor) > before, 'the client was not asked to ask again');
    assert.deepEqual(said(await editor.pull(uri)), all);
    await sleep(600);
    assert.equal(refreshes(editor), before + 1);
  });

  it('has its findings sent twice where the client does not ask', async () => {
    const editor = await startEditor({ capabilities: pushes });
    editor.open(uri, long);
    const sent = (): string[][] =>
      editor.received
        .filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri)
        .map(({ params }) => said(params.diagnostics));
    await until(() => sent().length === 2, 'findings were not sent twice');
    assertFirst(sent()[0]!, all);
    assert.deepEqual(sent()[1], all);
  });

  it('may be typed in meanwhile', async () => {
    const { editor, before } = await toldFirst();
    const line = long.split('\n').indexOf('level: intermediate');
    editor.change(uri, { range: { start: { line, character: 7 }, end: { line, character: 99 } }, text: 'wizard' });
    const found = said(await editor.pull(uri));
    assert.ok(found.some((finding) => finding.includes('unknown-level')));
    if (!isWhole(found)) await until(() => refreshes(editor) > before, 'the client was not asked to ask again');
    const later = said(await editor.pull(uri));
    assert.ok(isWhole(later));
    for (const finding of found) assert.ok(later.includes(finding), finding);
  });

  it('may be closed meanwhile, and opened again', async () => {
    const { editor } = await toldFirst();
    editor.close(uri);
    editor.open(
      uri,
      '---\nreport: Dana Reyes\nmanager: Sam Osei\nlevel: wizard\nrole: site-reliability-engineer\n---\n',
    );
    const found = async (): Promise<boolean> => (await editor.pull(uri)).every(({ code }) => code === 'unknown-level');
    assert.ok(await found());
    await sleep(600);
    assert.ok(await found());
    assert.equal(editor.errors(), '');
  });
});

describe('the first look at a long document', () => {
  it('reads a quarter of it at most', () => {
    const { notes, key } = opened(generate({ bytes: 1024 * 1024 }));
    const found = notes.firstFindings(key, never);
    assert.ok(Array.isArray(found) && found.length > 0);
    assert.ok(shareRead(notes, key) < 0.25, String(shareRead(notes, key)));
  });

  it('comes in small pieces, and before whatever else is read', () => {
    const { notes, key } = opened(long);
    let pieces = 0;
    // Somebody else waits for all of it.
    while (notes.firstFindings(key, always) === 'unread') {
      notes.readAhead(key, always);
      pieces++;
    }
    assert.ok(pieces > 50, String(pieces));
    assert.ok(shareRead(notes, key) < 0.5, String(shareRead(notes, key)));
  });

  it('is not taken at a short document, nor after an edit of a long one', () => {
    const short = opened(generate({ bytes: 60_000 }));
    assert.equal(short.notes.firstFindings(short.key, never), null);
    const { notes, key } = opened(long);
    assert.ok(Array.isArray(notes.firstFindings(key, never)));
    while (notes.readAhead(key, never));
    assert.equal(shareRead(notes, key), 1);
    assert.equal(notes.firstFindings(key, never), null);
    notes.edit(key, fileOf(`${long}\nOne more line.\n`));
    assert.equal(notes.firstFindings(key, never), null);
  });

  it('leaves others to what the document said before, until its headings were looked at', () => {
    const { notes, key } = opened('---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n# 1:1 Dana / Sam\n');
    const other = 'file:///nowhere/one-on-ones/other.md';
    const before = notes.document(key);
    notes.edit(key, fileOf(long));
    notes.edit(other, {
      ...fileOf('---\nreport: Kim\nmanager: Sam Osei\n---\n'),
      uri: other,
      path: 'one-on-ones/o.md',
    });
    assert.ok(notes.request(other) !== null);
    let pieces = 0;
    for (; notes.lookAhead(key, always); pieces++) assert.ok(notes.isDocument(other));
    assert.ok(pieces > 100, String(pieces));
    assert.notEqual(notes.document(key), before);
    assert.equal(notes.document(key)!.note.text.toString(), long);
  });

  it('goes on where it was when the document is edited meanwhile', () => {
    const { notes, key } = opened(long);
    for (let pieces = 0; pieces < 100; pieces++) assert.ok(notes.lookAhead(key, always));
    notes.edit(key, fileOf(`${long}\nOne more line.\n`));
    while (notes.lookAhead(key, always));
    assert.ok(notes.document(key)!.note.text.toString().endsWith('One more line.\n'));
  });

  it('is not taken at a file that is no 1:1 document', () => {
    const notes = notesIn(() => context, checksWith(assert.fail));
    const readme = 'file:///nowhere/README.md';
    notes.edit(readme, { ...fileOf('# Read me\n\nWords.\n\n'.repeat(50_000)), uri: readme, path: 'README.md' });
    assert.equal(notes.lookAhead(readme, always), false);
    assert.equal(notes.isDocument(readme), false);
  });

  it('waits for all of it where nothing says that the pair keeps the routine', () => {
    const plain = long.replace(/^(?:role|level): .*\n/gm, '').replace(/### Checkpoint/g, '### Looking back');
    const { notes, key } = opened(plain.replaceAll('#### Focus area', '#### Area'));
    assert.equal(notes.firstFindings(key, never), null);
  });
});

// ---------------------------------------------------------------------------------------------------------------

const context: Context = { ...bareContext, today: parseDay(today)!, roles: builtInRoles };

const never = (): boolean => false;

/** Asked after each piece. */
const always = (): boolean => true;

function fileOf(source: string) {
  const text = textOf(source);
  return { uri, path: 'one-on-ones/long.md', text, source: () => source };
}

function opened(source: string): { notes: Notes; key: string } {
  const notes = notesIn(() => context, checksWith(assert.fail));
  notes.edit(uri, fileOf(source));
  return { notes, key: uri };
}

/** How much of a document has been read. */
function shareRead(notes: Notes, key: string): number {
  const { regions } = notes.document(key)!.note;
  const length = (some: typeof regions): number => some.reduce((sum, region) => sum + region.length, 0);
  return length(regions.filter(isRead)) / length(regions);
}
