/** The line that is being written, as every kind of completion looks at it. */
import { CompletionItemKind, type CompletionItem, type Range } from 'vscode-languageserver-types';
import type { Region } from '../../core/model.ts';
import { rules } from '../../rules/index.ts';
import type { Request } from '../request.ts';

export interface Line {
  readonly request: Request;
  readonly offset: number;
  /** What stands before the cursor. */
  readonly before: string;
  readonly snippets: boolean;
  /** From a character of the line to its end: for values that are the rest of the line. */
  readonly toEnd: (start: number) => Range;
  /** From a character of the line to the cursor: for words. */
  readonly toCursor: (start: number) => Range;
}

/** Null where the line is not of this kind; an empty list where it is, and there is nothing to choose from. */
export type Offer = (line: Line) => CompletionItem[] | null;

export function lineAt(request: Request, offset: number, snippets: boolean): Line {
  const { text } = request.document.note;
  const { line, character } = text.positionAt(offset);
  const span = text.lineSpan(line);
  const whole = text.slice(span.start, span.end);
  const end = whole.trimEnd().length < character ? character : whole.length;
  const range = (start: number, stop: number): Range => ({
    start: { line, character: start },
    end: { line, character: stop },
  });
  return {
    request,
    offset,
    before: whole.slice(0, character),
    snippets,
    toEnd: (start) => range(start, end),
    toCursor: (start) => range(start, character),
  };
}

/** The region of the document that an offset stands in. */
export function regionAt({ document: { note } }: Request, offset: number): Region | null {
  const isBefore = ({ anchor }: Region): boolean => (note.offsetOf(anchor) ?? Infinity) <= offset;
  return note.regions.findLast(isBefore) ?? null;
}

/** A text to choose, in the order given. */
export function choice(newText: string, detail: string, index: number, range: Range): CompletionItem {
  const textEdit = { range, newText };
  return { label: newText.trim(), detail, kind: CompletionItemKind.Value, sortText: order(index), textEdit };
}

export function order(index: number): string {
  return String(index).padStart(5, '0');
}

/** The rules that a list of ids, up to the cursor, does not name yet. */
export function ruleChoices(list: string, { before, toCursor }: Line): CompletionItem[] {
  const typed = /[\w-]*$/.exec(list)![0];
  const named = new Set(list.slice(0, list.length - typed.length).split(/[\s,[\]]+/));
  const range = toCursor(before.length - typed.length);
  return rules.filter(({ id }) => !named.has(id)).map(({ id, summary }, index) => choice(id, summary, index, range));
}
