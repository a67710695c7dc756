/** Findings on their way to the client: asked for where it can ask, else sent. */
import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toLspDiagnostic } from '../features/diagnostics.ts';
import { logFailure } from './dispatch.ts';
import { documentUri, listIn, objectIn, textIn } from './params.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { normal } from './uris.ts';

export async function documentDiagnostics(session: Session, params: unknown): Promise<DocumentDiagnosticReport> {
  const uri = documentUri(params);
  const { previousResultId } = objectIn(params);
  await session.ready();
  const { resultId, items } = session.reports.of(uri, findingsOf(session, uri));
  return resultId === previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...items] };
}

/** Only what the client does not know yet. */
export async function workspaceDiagnostics(
  session: Session,
  params: unknown,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(listIn(objectIn(params)['previousResultIds']).map(knownResult));
  await session.ready();
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const uris = new Set(session.workspace.folders().flatMap((folder) => folder.uris()));
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const open = session.documents.get(uri);
    const report = session.reports.of(uri, findingsOf(session, uri));
    const before = known.get(uri);
    const isNews = before === undefined ? report.items.length > 0 : before.resultId !== report.resultId;
    const address = before?.uri ?? open?.uri ?? uri;
    if (isNews) {
      items.push({
        kind: 'full',
        uri: address,
        version: open?.version ?? null,
        resultId: report.resultId,
        items: [...report.items],
      });
    }
    await pause();
  }
  for (const [uri, before] of known) {
    if (!uris.has(uri)) items.push({ kind: 'full', uri: before.uri, version: null, items: [] });
  }
  return { items };
}

function knownResult(value: unknown): [string, { uri: string; resultId: string }] {
  const { uri, value: resultId } = objectIn(value);
  return [normal(textIn(uri)), { uri: textIn(uri), resultId: textIn(resultId) }];
}

/** Made from the text of this moment, so they never belong to an older version. */
function findingsOf({ workspace, client }: Session, uri: string): Diagnostic[] {
  const text = workspace.textOf(uri);
  if (text === null) return [];
  return workspace.findings(uri).map((finding) => {
    const { relatedInformation, codeDescription, ...rest } = toLspDiagnostic(finding, text, workspace.textOf);
    return {
      ...rest,
      ...(client.showsRelated && relatedInformation ? { relatedInformation } : {}),
      // The page is ours: a client that cannot ask for it has nothing to open.
      ...(client.readsContent && codeDescription ? { codeDescription } : {}),
    };
  });
}

/** Tells the client about changes: sends findings to one that cannot ask, and asks the others to ask again. */
export interface Announcer {
  /** This document was edited. */
  edited(uri: string): void;
  /** Anything may have changed. */
  all(): void;
  closed(uri: string): void;
}

const quietMilliseconds = { send: 4, refresh: 250 };
/** Somebody who types on and on is told after this many times the quiet moment. */
const patience = 20;

export function announcerFor(session: Session): Announcer {
  return session.client.pullsDiagnostics ? refresher(session) : sender(session);
}

/** Sends the edited document's findings first, then those of the others in its series. */
function sender(session: Session): Announcer {
  const { connection, documents, workspace } = session;
  let waiting: string[] = [];
  /** The version of each open document that findings were sent for. */
  const sent = new Map<string, number>();
  const send = async (uri: string): Promise<void> => {
    const open = documents.get(uri);
    const before = session.reports.last(uri);
    const report = session.reports.of(
      uri,
      open || workspace.folderOf(uri).affectsAll(uri) ? findingsOf(session, uri) : [],
    );
    const isKnown = open
      ? sent.get(normal(uri)) === open.version && report === before
      : report.items.length === 0 && !before?.items.length;
    if (isKnown) return;
    if (open) sent.set(normal(uri), open.version);
    else sent.delete(normal(uri));
    const address = open?.uri ?? uri;
    await connection.sendNotification('textDocument/publishDiagnostics', {
      uri: address,
      ...(open ? { version: open.version } : {}),
      diagnostics: report.items,
    });
  };
  const run = soon(quietMilliseconds.send, async () => {
    await session.ready();
    const first = waiting;
    waiting = [];
    const seen = new Set<string>();
    const sendOnce = async (uri: string): Promise<void> => {
      const key = normal(uri);
      if (seen.has(key)) return;
      seen.add(key);
      await send(uri).catch((error: unknown) => logFailure(connection, 'textDocument/publishDiagnostics', error));
      await pause();
    };
    for (const uri of first) await sendOnce(uri);
    for (const uri of first) {
      for (const other of workspace.folderOf(uri).beside(uri)) if (documents.get(other)) await sendOnce(other);
    }
  });
  const add = (uris: readonly string[]): void => {
    waiting = [...uris, ...waiting];
    run();
  };
  return {
    edited: (uri) => add([uri]),
    all: () => {
      const configurations = workspace
        .folders()
        .flatMap((folder) => folder.uris().filter((uri) => folder.affectsAll(uri)));
      add([...documents.all().map(({ uri }) => uri), ...configurations]);
    },
    closed: (uri) => add([uri]),
  };
}

/** An open document is asked for again by the client itself; what else its edit changed, only the server knows. */
function refresher(session: Session): Announcer {
  const { connection, client, reports, workspace } = session;
  const edited = new Set<string>();
  const refresh = soon(quietMilliseconds.refresh, async () => {
    if (client.refreshesDiagnostics) await connection.sendRequest('workspace/diagnostic/refresh').catch(() => {});
  });
  const compare = soon(quietMilliseconds.refresh, async () => {
    const uris = [...edited];
    edited.clear();
    const others = uris.flatMap((uri) => workspace.folderOf(uri).beside(uri)).filter((uri) => !edited.has(uri));
    const isChanged = others.some((uri) => {
      const last = reports.last(uri);
      return last !== null && reports.of(uri, findingsOf(session, uri)) !== last;
    });
    if (isChanged) refresh();
  });
  return {
    edited(uri) {
      edited.add(uri);
      compare();
    },
    all: refresh,
    closed: (uri) => reports.forget(uri),
  };
}

/** Runs once things have been quiet for a moment, but does not wait for ever; never twice at the same time. */
export function soon(quiet: number, run: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let running = false;
  const start = async (): Promise<void> => {
    timer = undefined;
    if (running) return again();
    running = true;
    await run().catch(() => {});
    running = false;
  };
  const again = (): void => {
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), Math.max(0, Math.min(quiet, since + patience * quiet - now)));
  };
  return again;
}
