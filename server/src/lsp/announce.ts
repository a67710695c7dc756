/** Tells the client that findings changed: sends them to one that cannot ask, and has the others ask again. */
import { findingsOf, firstReport } from './diagnostics.ts';
import { logFailure } from './dispatch.ts';
import type { Report } from './reports.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { soon } from './soon.ts';
import { normal } from './uris.ts';

export interface Announcer {
  /** This document was edited, and with it perhaps what is found in the others of its series. */
  edited(uri: string): void;
  /** These were not edited, but what is found in them may have changed. */
  changed(uris: readonly string[]): void;
  /** This document is read whole now, and the client was told only this of it. */
  read(uri: string, told: Report): void;
  /** Anything may have changed. */
  all(): void;
}

const quietMilliseconds = { send: 4, refresh: 250 };

export function announcerFor(session: Session): Announcer {
  return session.client.pullsDiagnostics ? refresher(session) : sender(session);
}

/** Sends the edited document's findings first, then those of the others. */
function sender(session: Session): Announcer {
  const { connection, documents, workspace, reports } = session;
  let edited: string[] = [];
  let others: string[] = [];
  /** The version of each open document that findings were sent for. */
  const sent = new Map<string, number>();

  const send = async (uri: string): Promise<void> => {
    const before = reports.last(uri);
    const first = documents.get(uri) === null ? null : await firstReport(session, uri);
    if (first === null) await workspace.readAhead(uri);
    const open = documents.get(uri);
    const isShown = open !== null || workspace.folderOf(uri).affectsAll(uri);
    const report = (open && first) ?? reports.of(uri, isShown ? findingsOf(session, uri) : []);
    const isNews = open ? sent.get(normal(uri)) !== open.version || report !== before : report !== before;
    const isNothing = !open && report.items.length === 0 && !before?.items.length;
    if (!isNews || isNothing) return;
    if (open) sent.set(normal(uri), open.version);
    else sent.delete(normal(uri));
    await connection.sendNotification('textDocument/publishDiagnostics', {
      uri: open?.uri ?? uri,
      ...(open ? { version: open.version } : {}),
      diagnostics: report.items,
    });
  };
  const run = soon(quietMilliseconds.send, async () => {
    await session.ready();
    const first = edited.splice(0);
    const rest = others.splice(0);
    for (const uri of first) {
      await workspace.lookAhead(uri);
      rest.push(...workspace.folderOf(uri).beside(uri));
    }
    for (const uri of new Set([...first, ...rest].map(normal))) {
      await send(uri).catch((error: unknown) => logFailure(connection, 'textDocument/publishDiagnostics', error));
      await pause();
    }
  });
  return {
    edited(uri) {
      edited = [uri, ...edited];
      run();
    },
    changed(uris) {
      others = [...others, ...uris];
      run();
    },
    read(uri) {
      others = [...others, uri];
      run();
    },
    all() {
      const shown = documents.all().map(({ uri }) => uri);
      const files = workspace.folders().flatMap((folder) => folder.uris().filter((uri) => folder.affectsAll(uri)));
      others = [...shown, ...files];
      run();
    },
  };
}

/** An open document is asked for again by the client itself; what else its edit changed, only the server knows. */
function refresher(session: Session): Announcer {
  const { connection, client, reports, workspace } = session;
  const edited = new Set<string>();
  const others = new Set<string>();
  const refresh = soon(quietMilliseconds.refresh, async () => {
    if (client.refreshesDiagnostics) await connection.sendRequest('workspace/diagnostic/refresh').catch(() => {});
  });
  const compare = soon(quietMilliseconds.refresh, async () => {
    for (const uri of edited) {
      await workspace.lookAhead(uri);
      for (const other of workspace.folderOf(uri).beside(uri)) others.add(other);
    }
    for (const uri of edited) others.delete(normal(uri));
    const uris = [...others];
    edited.clear();
    others.clear();
    for (const uri of uris) {
      if (reports.last(uri) === null) continue;
      await workspace.readAhead(uri);
      const last = reports.last(uri);
      if (reports.of(uri, findingsOf(session, uri)) !== last) refresh();
    }
  });
  return {
    edited(uri) {
      edited.add(uri);
      compare();
    },
    changed(uris) {
      for (const uri of uris) others.add(normal(uri));
      compare();
    },
    read(uri, told) {
      if (reports.of(uri, findingsOf(session, uri)) !== told) refresh();
    },
    all: refresh,
  };
}
