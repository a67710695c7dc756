/**
 * Practice before a person types: what has run only once is slow, because it is not compiled yet. The first part of the
 * document that was opened first is edited some dozens of times where nobody sees it, while there is nothing else to do.
 */
import { documentDiagnostics } from './diagnostics.ts';
import { openDocuments } from './documents.ts';
import { reportsMade } from './reports.ts';
import { actionsFor, completionAt, hoverAt } from './requests.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { workspaceOf, type WorkspaceParts } from './workspace.ts';

/** Practises once, when the first 1:1 document has been read. Gives what is to be told of each opened file. */
export function rehearsalWith(session: Session, parts: Omit<WorkspaceParts, 'documents'>): (uri: string) => void {
  const { workspace } = session;
  let isDone = false;
  const opened = async (uri: string): Promise<void> => {
    if (isDone) return;
    await session.ready();
    // Whoever asks for findings comes first, and of a long document for the first ones.
    await workspace.firstFindings(uri);
    await new Promise((resolve) => setTimeout(resolve, momentMilliseconds));
    await workspace.readAhead(uri);
    const text = workspace.textOf(uri);
    if (isDone || text === null || !workspace.isDocument(uri)) return;
    isDone = true;
    await rehearse(uri, text.slice(0, LONGEST), session, parts);
  };
  // What fails here fails in the open too, and is told there.
  return (uri) => void opened(uri).catch(() => {});
}

const momentMilliseconds = 100;
/** Long enough to hold a year of some notes, short enough to be read in no time. */
const LONGEST = 40_000;
const TIMES = 30;
/** A position past its line's end is at that end. */
const PAST_ANY_LINE = 1_000_000;

async function rehearse(
  uri: string,
  text: string,
  session: Session,
  parts: Omit<WorkspaceParts, 'documents'>,
): Promise<void> {
  const documents = openDocuments();
  const workspace = workspaceOf({ ...parts, documents });
  const stage: Session = {
    ...session,
    documents,
    workspace,
    reports: reportsMade(),
    // Of the open document itself, something may still have to be told.
    rest: { after: () => {}, isTold: () => {} },
    ready: () => Promise.resolve(),
  };
  await workspace.loadBuiltIn();
  documents.open({ textDocument: { uri, version: 0, text } });
  const line = middleLine(text);
  for (let version = 1; version <= TIMES; version++) {
    const position = { line, character: PAST_ANY_LINE };
    const range = { start: position, end: position };
    documents.change({ textDocument: { uri, version }, contentChanges: [{ range, text: 'a' }] });
    workspace.edit(uri);
    const textDocument = { uri };
    await documentDiagnostics(stage, { textDocument });
    await pause();
    hoverAt(stage, { textDocument, position });
    completionAt(stage, { textDocument, position });
    actionsFor(stage, { textDocument, range, context: { diagnostics: [] } });
    await pause();
  }
}

/** The number of a line near the middle that has words. */
function middleLine(text: string): number {
  const lines = text.split(/\r\n|\r|\n/);
  const middle = lines.length >> 1;
  const found = lines.findIndex((line, index) => index >= middle && /^(?:[-*+] )?\p{L}/u.test(line));
  return found < 0 ? middle : found;
}
