/** Findings that the client asks for. */
import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toLspDiagnostic } from '../features/diagnostics.ts';
import type { Diagnostic as Finding } from '../rules/run.ts';
import { documentUri, listIn, objectIn, textIn } from './params.ts';
import type { Report } from './reports.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { normal } from './uris.ts';

export async function documentDiagnostics(session: Session, params: unknown): Promise<DocumentDiagnosticReport> {
  const uri = documentUri(params);
  const { previousResultId } = objectIn(params);
  await session.ready();
  // Who does not ask again is told all at once.
  const first = session.client.refreshesDiagnostics ? await firstReport(session, uri) : null;
  const { resultId, items } = first ?? (await wholeReport(session, uri));
  return resultId === previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...items] };
}

/** What can be told of a long document before it is read whole, which goes on then; null where all can be told. */
export async function firstReport(session: Session, uri: string): Promise<Report | null> {
  const found = await session.workspace.firstFindings(uri);
  if (found === null) return null;
  const report = session.reports.of(uri, shownOf(session, uri, found));
  session.rest.after(uri, report);
  return report;
}

async function wholeReport(session: Session, uri: string): Promise<Report> {
  await session.workspace.readAhead(uri);
  session.rest.isTold(uri);
  return session.reports.of(uri, findingsOf(session, uri));
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
    await session.workspace.readAhead(uri);
    const open = session.documents.get(uri);
    const { of, offered } = session.reports;
    // Editors leave aside what they are told here of a file that is open: they ask for it by itself.
    const report = (open === null ? of : offered)(uri, findingsOf(session, uri));
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
export function findingsOf(session: Session, uri: string): Diagnostic[] {
  return shownOf(session, uri, session.workspace.findings(uri));
}

function shownOf({ workspace, client }: Session, uri: string, findings: readonly Finding[]): Diagnostic[] {
  const text = workspace.textOf(uri);
  if (text === null) return [];
  return findings.map((finding) => toLspDiagnostic(finding, text, workspace.textOf, client));
}
