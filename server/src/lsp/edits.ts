/** What is to be written, as the protocol's edits: versioned where the client can, and a file made where there is none. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { editText, textOf } from '../core/text.ts';
import type { Writing } from '../core/write/writing.ts';
import { rangeOf } from '../features/diagnostics.ts';
import { changesOfNewFile } from '../features/text/new-file.ts';
import type { ViewPlace } from './protocol.ts';
import type { Session } from './session.ts';
import { below } from './uris.ts';

export interface Written {
  readonly edit: WorkspaceEdit;
  /** Where the cursor belongs afterwards. */
  readonly place: ViewPlace;
}

/** Null where the client cannot make files, and one is needed. */
export function writtenBy(
  session: Session,
  writing: Extract<Writing, { is: 'edits' | 'new-file' }>,
  folder: string | null,
): Written | null {
  if (writing.is === 'new-file')
    return newFile(session, folder === null ? null : below(folder, writing.path), writing.text, writing.cursor);
  const { note, uri } = writing.document;
  const edits = spansOf(writing);
  const [first] = edits;
  if (first === undefined) return null;
  const before = edits.filter(({ span }) => span.end <= first.span.start && span !== first.span);
  const shift = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const at = first.span.start + shift + writing.cursor;
  const after = editText(note.text, edits);
  const all = [writing, ...writing.elsewhere].map((each) => [each.document.uri, textEdits(each)] as const);
  return {
    edit: editFor(session, { changes: Object.fromEntries(all) }),
    place: { uri, range: rangeOf(after, { start: at, end: at }) },
  };
}

type InDocument = Pick<Extract<Writing, { is: 'edits' }>, 'document' | 'edits'>;

function textEdits(part: InDocument): TextEdit[] {
  const { text } = part.document.note;
  return spansOf(part).map(({ span, newText }) => ({ range: rangeOf(text, span), newText }));
}

function spansOf({ document, edits }: InDocument): { span: Span; newText: string }[] {
  return edits.flatMap(({ at, newText }) => {
    const span = spanOf(document.note, at);
    return span === null ? [] : [{ span, newText }];
  });
}

export function newFile({ client }: Session, uri: string | null, text: string, cursor: number): Written | null {
  if (uri === null || !client.createsFiles) return null;
  return {
    edit: { documentChanges: changesOfNewFile({ uri, text }) },
    place: { uri, range: rangeOf(textOf(text), { start: cursor, end: cursor }) },
  };
}

/** Edits of open documents name their version, so that a stale one is refused; older clients get a plain list. */
export function editFor({ client, documents }: Session, edit: WorkspaceEdit): WorkspaceEdit {
  // A feature makes a file only where the client can, and then it takes everything in order.
  if (edit.documentChanges?.some((change) => !('edits' in change))) return edit;
  const changes = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? [change] : []));
  const all = [
    ...changes.map(({ textDocument, edits }) => ({ uri: textDocument.uri, edits })),
    ...Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, edits })),
  ];
  if (client.documentChanges) {
    return {
      documentChanges: all.map(({ uri, edits }) => ({
        textDocument: { uri, version: documents.get(uri)?.version ?? null },
        edits,
      })),
    };
  }
  return {
    changes: Object.fromEntries(
      all.map(({ uri, edits }) => [uri, edits.flatMap((one) => ('newText' in one ? [one] : []))]),
    ),
  };
}
