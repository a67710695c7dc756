/** Requests about one document: from the protocol to a feature and back. */
import type { CodeAction, CompletionItem, CompletionList, Hover, Location, MarkupContent } from 'vscode-languageserver';
import type { Text } from '../core/text.ts';
import { codeActions } from '../features/code-actions.ts';
import { rewriteKind, rewrites } from '../features/commands.ts';
import { completion } from '../features/completion.ts';
import { responsibilityDocumentation } from '../features/completion/responsibilities.ts';
import { definition } from '../features/definition.ts';
import { rangeOf } from '../features/diagnostics.ts';
import { hover } from '../features/hover.ts';
import type { Request } from '../features/request.ts';
import { withoutMarks } from '../features/text/markdown.ts';
import { editFor, writtenBy } from './edits.ts';
import { documentUri, listIn, objectIn, positionIn, spanIn, textIn } from './params.ts';
import type { Session } from './session.ts';

export function hoverAt(session: Session, params: unknown): Hover | null {
  const { request, offset } = asked(session, params);
  const found = request && hover(request, offset);
  if (found === null || session.client.hoverKind === 'markdown') return found;
  const { value } = found.contents as MarkupContent;
  return { ...found, contents: { kind: 'plaintext', value: withoutMarks(value) } };
}

export function definitionAt(session: Session, params: unknown): Location | null {
  const { request, offset } = asked(session, params);
  const target = request && definition(request, offset);
  const text = target && session.workspace.textOf(target.uri);
  return text ? { uri: target.uri, range: rangeOf(text, target.span) } : null;
}

export function completionAt(session: Session, params: unknown): CompletionList {
  const { request, offset, text } = asked(session, params);
  const before = text?.slice(Math.max(0, offset - 2), offset) ?? '';
  const items = request && !isMidSentence(params, before) ? completion(request, offset, session.client) : [];
  return { isIncomplete: false, items };
}

/** A typed space asks only where something was opened: after a colon, a mark or a cell's edge, not between any two words. */
function isMidSentence(params: unknown, before: string): boolean {
  const context = objectIn(params)['context'] as { triggerCharacter?: unknown } | undefined;
  const isSpace = context?.triggerCharacter === ' ';
  return isSpace && !/^[:*+#|-] $/.test(before);
}

export function actionsFor(session: Session, params: unknown): CodeAction[] {
  const uri = documentUri(params);
  const { range, context } = objectIn(params);
  const only = (objectIn(context)['only'] as unknown) ?? [];
  const text = session.workspace.textOf(uri);
  if (text === null || !session.client.codeActionLiterals) return [];
  const { documents, workspace, client } = session;
  const kinds = listIn(only).map(textIn);
  const found = codeActions({
    uri,
    version: documents.get(uri)?.version ?? null,
    range: spanIn(range, text),
    diagnostics: workspace.findings(uri),
    only: kinds,
    textOf: workspace.textOf,
    snippets: client.snippetEdits,
    createsFiles: client.createsFiles,
    note: workspace.request(uri)?.document.note ?? null,
  });
  return [
    ...found.map((action) => ({ ...action, ...(action.edit ? { edit: editFor(session, action.edit) } : {}) })),
    ...rewritesAt(session, uri, spanIn(range, text).start, kinds),
  ];
}

/** Unasked, only what is about the line of the cursor: the light bulb stays dark elsewhere. */
function rewritesAt(session: Session, uri: string, offset: number, kinds: readonly string[]): CodeAction[] {
  const request = session.workspace.shown(uri);
  const fits = (kind: string): boolean =>
    kinds.length === 0 || kinds.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const isAsked = kinds.some((asked) => asked.startsWith(rewriteKind) || rewriteKind.startsWith(`${asked}.`));
  if (request === null || (kinds.length > 0 && !isAsked)) return [];
  const found = rewrites(request, offset, isAsked ? 'rewrites' : 'anything').filter(({ kind }) => fits(kind));
  return found.flatMap(({ title, kind, writing }): CodeAction[] => {
    if (writing.is !== 'edits' && writing.is !== 'new-file') return [];
    const position = request.document.note.text.positionAt(offset);
    if (session.client.resolvesEdits) return [{ title, kind, data: { uri, position, kind, title } }];
    const written = writtenBy(session, writing, session.workspace.folderOf(uri).uri);
    return written === null ? [] : [{ title, kind, edit: written.edit }];
  });
}

/** The edit of a rewrite that was chosen, for the text as it is by now; without one where nothing is to be written any more. */
export function actionResolved(session: Session, params: unknown): CodeAction {
  const action = objectIn(params) as unknown as CodeAction;
  const data = objectIn(action.data);
  const uri = textIn(data['uri']);
  const request = session.workspace.request(uri);
  if (request === null) return action;
  const offset = request.document.note.text.offsetAt(positionIn(data['position']));
  const found = rewrites(request, offset, 'rewrites').find(
    ({ title, kind }) => title === data['title'] && kind === data['kind'],
  );
  if (found === undefined || (found.writing.is !== 'edits' && found.writing.is !== 'new-file')) return action;
  const written = writtenBy(session, found.writing, session.workspace.folderOf(uri).uri);
  return written === null ? action : { ...action, edit: written.edit };
}

/** The documentation of a responsibility that is being looked at. */
export function completionResolved({ workspace }: Session, params: unknown): CompletionItem {
  const item = objectIn(params) as unknown as CompletionItem;
  if (item.data == null) return item;
  const data = objectIn(item.data);
  const request = workspace.request(textIn(data['uri']));
  const documentation = request && responsibilityDocumentation(request, textIn(data['item']));
  return documentation === null ? item : { ...item, documentation };
}

/** Where the cursor is. Throws `invalidParams`. */
export function asked(
  { workspace }: Session,
  params: unknown,
): { request: Request | null; offset: number; text: Text | null } {
  const uri = documentUri(params);
  const position = positionIn(objectIn(params)['position']);
  const request = workspace.shown(uri);
  const text = request?.document.note.text ?? null;
  return { request, offset: text?.offsetAt(position) ?? 0, text };
}
