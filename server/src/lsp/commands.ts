/** `workspace/executeCommand`: what a command writes is asked of the client, so that undo works and nothing is stale. */
import { newDocumentPath, newDocumentText } from '../core/write/new-document.ts';
import type { Closing } from '../core/write/promises.ts';
import type { Writing } from '../core/write/writing.ts';
import { closingAt, writingOf } from '../features/commands.ts';
import { writtenBy, newFile, type Written } from './edits.ts';
import { pageOf } from './pages.ts';
import { invalidParams, listIn, objectIn, positionIn, textIn } from './params.ts';
import { serverCommands, type CommandAnswer, type ServerCommand } from './protocol.ts';
import type { Session } from './session.ts';
import { below, normal } from './uris.ts';
import { placeIn } from './places.ts';

export async function executeCommand(session: Session, params: unknown): Promise<CommandAnswer> {
  const { command, arguments: list } = objectIn(params);
  const name = serverCommands.find((one) => one === command);
  if (name === undefined) throw invalidParams();
  const [given] = listIn(list ?? []);
  const argument = typeof given === 'string' ? { uri: given } : objectIn(given);
  if (!session.client.appliesEdits) return impossible('This editor applies no edits of a server.');
  // Whether it was done before may stand in another file.
  await session.ready();
  if (name === 'oneOnOne.newDocument') return newDocument(session, argument);
  const uri = textIn(argument['uri']);
  if (name === 'oneOnOne.record') return newRecord(session, uri);
  const request = session.workspace.request(uri);
  if (request === null) return impossible('This file is no 1:1 document.');
  const writing = name === 'oneOnOne.closePromise' ? closing(session, argument) : writingOf(name, request);
  if (writing === null) throw invalidParams();
  return carriedOut(session, writing, uri, name);
}

// ---------------------------------------------------------------------------------------------------------------

function closing({ workspace }: Session, argument: Record<string, unknown>): Writing | null {
  const request = workspace.request(textIn(argument['uri']));
  const outcome = argument['outcome'] ?? 'done';
  if (request === null || !isClosing(outcome)) return null;
  const offset = request.document.note.text.offsetAt(positionIn(argument['position']));
  return closingAt(request, offset, outcome);
}

function isClosing(outcome: unknown): outcome is Closing {
  return outcome === 'done' || outcome === 'dropped' || outcome === 'moved';
}

async function carriedOut(
  session: Session,
  writing: Writing,
  uri: string,
  name: ServerCommand,
): Promise<CommandAnswer> {
  if (writing.is === 'impossible') return impossible(writing.reason);
  if (writing.is === 'unchanged') {
    const { document, at } = writing;
    return { outcome: 'unchanged', reason: null, place: at && placeIn(document, at) };
  }
  const folder = session.workspace.folderOf(uri).uri;
  if (writing.is === 'new-file' && folder !== null) {
    const file = below(folder, writing.path);
    const start = { line: 0, character: 0 };
    if (session.workspace.textOf(file) !== null)
      return { outcome: 'unchanged', reason: null, place: { uri: file, range: { start, end: start } } };
  }
  return applied(session, writtenBy(session, writing, folder), name);
}

async function newDocument(session: Session, argument: Record<string, unknown>): Promise<CommandAnswer> {
  const report = textIn(argument['report']);
  const uri = newUri(session, textIn(argument['uri']), report);
  const optional = (key: string): string | null => (argument[key] == null ? null : textIn(argument[key]));
  if (session.workspace.textOf(uri) !== null) return impossible('There is a file of this name already.');
  const [manager, role, level] = [optional('manager'), optional('role'), optional('level')];
  const text = newDocumentText({ report, manager, role, level }, session.workspace.today());
  return applied(session, newFile(session, uri, text, text.trimEnd().length), 'oneOnOne.newDocument');
}

/** As a file, for editors that have no other way to show a text; the editor refuses to write over one. */
async function newRecord(session: Session, uri: string): Promise<CommandAnswer> {
  const page = await pageOf(session, { kind: 'record', uri });
  if (page === null) return impossible('This file is no 1:1 document.');
  if (page.uri === null) return impossible('A record is written into a workspace folder, and this file is in none.');
  return applied(session, newFile(session, page.uri, page.text, 0), 'oneOnOne.record');
}

/** In a workspace folder, the place that the configuration and the other documents say. */
function newUri({ workspace }: Session, given: string, report: string): string {
  const folder = workspace
    .folders()
    .find(({ uri }) => uri !== null && normal(uri) === normal(given).replace(/\/$/, ''));
  if (folder === undefined) return given;
  const paths = folder.uris().flatMap((uri) => folder.request(uri)?.document.path ?? []);
  const { context } = folder.explain(below(folder.uri!, 'any.md'));
  return below(folder.uri!, newDocumentPath(report, paths, context.configuration));
}

async function applied({ connection }: Session, written: Written | null, name: ServerCommand): Promise<CommandAnswer> {
  if (written === null) return impossible('This editor makes no files for a server.');
  const label = labels[name];
  const answer = await connection.sendRequest('workspace/applyEdit', { label, edit: written.edit }).catch(() => null);
  const isApplied = (answer as { applied?: unknown } | null)?.applied === true;
  if (!isApplied) return { outcome: 'refused', reason: 'The editor did not apply the edit.', place: null };
  return { outcome: 'applied', reason: null, place: written.place };
}

const labels: Readonly<Record<ServerCommand, string>> = {
  'oneOnOne.insertCheckpoint': 'Insert checkpoint',
  'oneOnOne.startMeeting': 'Start meeting',
  'oneOnOne.startQuarter': 'Start quarter',
  'oneOnOne.closeQuarter': 'Close quarter',
  'oneOnOne.closePromise': 'Close promise',
  'oneOnOne.insertStandingAgenda': 'Insert standing agenda',
  'oneOnOne.newDocument': 'New 1:1 document',
  'oneOnOne.record': '360 record',
};

function impossible(reason: string): CommandAnswer {
  return { outcome: 'impossible', reason, place: null };
}
