/** Requests that read the text: lenses, hints, names, links, folding, selection, symbols. */
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { rangeOf } from '../features/diagnostics.ts';
import { documentLinks } from '../features/document-links.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { documentHighlights, references } from '../features/references.ts';
import { prepareRename, rename } from '../features/rename.ts';
import { selectionRange } from '../features/selection-ranges.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { namedRoleFiles, willRenameFiles } from '../features/will-rename-files.ts';
import { seriesSymbols, workspaceSymbols } from '../features/workspace-symbols.ts';
import { editFor } from './edits.ts';
import { documentUri, invalidParams, listIn, objectIn, positionIn, spanIn, textIn } from './params.ts';
import { asked } from './requests.ts';
import type { Session } from './session.ts';
import { normal } from './uris.ts';

export function lensesIn(session: Session, params: unknown): CodeLens[] {
  return session.lenses(params);
}

export function hintsIn(session: Session, params: unknown): InlayHint[] {
  const request = session.workspace.shown(documentUri(params));
  const { range } = objectIn(params);
  if (request === null || session.settings.current.inlayHints?.enabled !== true) return [];
  return inlayHints(request, spanIn(range, request.document.note.text));
}

export async function referencesTo(session: Session, params: unknown): Promise<Location[]> {
  await session.ready();
  const { request, offset } = asked(session, params);
  const { context } = objectIn(params);
  const declaration = objectIn(context ?? {})['includeDeclaration'] === false ? 'without' : 'with';
  return (request === null ? [] : references(request, offset, declaration)).flatMap(({ uri, span }) => {
    const text = session.workspace.textOf(uri);
    return text === null ? [] : [{ uri, range: rangeOf(text, span) }];
  });
}

export function highlightsAt(session: Session, params: unknown): DocumentHighlight[] {
  const { request, offset } = asked(session, params);
  return request === null ? [] : documentHighlights(request, offset);
}

export function renameAt(session: Session, params: unknown): { range: Range; placeholder: string } | null {
  const { request, offset } = asked(session, params);
  return request && prepareRename(request, offset);
}

export async function renamed(session: Session, params: unknown): Promise<WorkspaceEdit | null> {
  await session.ready();
  const { request, offset } = asked(session, params);
  const newName = textIn(objectIn(params)['newName']);
  if (newName.trim() === '' || /[\r\n]/.test(newName)) throw invalidParams();
  const edit = request && rename(request, offset, newName);
  return edit && editFor(session, edit);
}

export function linksIn(session: Session, params: unknown): DocumentLink[] {
  const request = session.workspace.shown(documentUri(params));
  return request === null ? [] : documentLinks(request);
}

export function foldsIn(session: Session, params: unknown): FoldingRange[] {
  const request = hasOutline(session) ? session.workspace.shown(documentUri(params)) : null;
  return request === null ? [] : foldingRanges(request);
}

export function symbolsIn(session: Session, params: unknown): DocumentSymbol[] | SymbolInformation[] {
  const uri = documentUri(params);
  const request = hasOutline(session) ? session.workspace.shown(uri) : null;
  const symbols = request === null ? [] : documentSymbols(request);
  return session.client.nestsSymbols ? symbols : symbols.flatMap((symbol) => inOneList(symbol, uri, ''));
}

/** For a client that knows no tree of symbols: each names the one around it. */
function inOneList(
  { name, kind, range, children }: DocumentSymbol,
  uri: string,
  containerName: string,
): SymbolInformation[] {
  const own: SymbolInformation = { name, kind, location: { uri, range }, containerName };
  return [own, ...(children ?? []).flatMap((child) => inOneList(child, uri, name))];
}

function hasOutline({ settings }: Session): boolean {
  return settings.current.outline?.enabled !== false;
}

export function tokensIn(session: Session, params: unknown): SemanticTokens {
  const request = session.workspace.shown(documentUri(params));
  const { range } = objectIn(params);
  if (request === null) return { data: [] };
  return semanticTokens(request, range === undefined ? undefined : spanIn(range, request.document.note.text));
}

export function selectionsIn(session: Session, params: unknown): SelectionRange[] | null {
  const request = session.workspace.shown(documentUri(params));
  const positions = listIn(objectIn(params)['positions']).map(positionIn);
  if (request === null) return null;
  return positions.map((position) => selectionRange(request, request.document.note.text.offsetAt(position)));
}

export async function symbolsFor(session: Session, params: unknown): Promise<WorkspaceSymbol[]> {
  await session.ready();
  const query = textIn(objectIn(params)['query']);
  return workspaceSymbols(await session.workspace.everySeries(seriesSymbols), query);
}

export async function filesToBeRenamed(session: Session, params: unknown): Promise<WorkspaceEdit | null> {
  await session.ready();
  const renamings = listIn(objectIn(params)['files']).map((file) => {
    const { oldUri, newUri } = objectIn(file);
    return { from: normal(textIn(oldUri)), to: normal(textIn(newUri)) };
  });
  const edit = willRenameFiles((await session.workspace.everySeries(namedRoleFiles)).flat(), renamings);
  return edit && editFor(session, edit);
}
