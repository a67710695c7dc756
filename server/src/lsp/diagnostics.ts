/** Findings that the client asks for. */
import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toLspDiagnostic } from '../features/diagnostics.ts';
import { documentUri, listIn, objectIn, textIn } from './params.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { normal } from './uris.ts';

export async function documentDiagnostics(session: Session, params: unknown): Promise<DocumentDiagnosticReport> {
  const uri = documentUri(params);
  const { previousResultId } = objectIn(params);
  await session.ready();
  await session.workspace.readAhead(uri);
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
    await session.workspace.readAhead(uri);
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
export function findingsOf({ workspace, client }: Session, uri: string): Diagnostic[] {
  const text = workspace.textOf(uri);
  if (text === null) return [];
  return workspace.findings(uri).map((finding) => toLspDiagnostic(finding, text, workspace.textOf, client));
}
