/**
 * Text of a document: offsets, lines, positions and edits.
 *
 * A text is a row of pieces of a few KB, each a whole number of lines. An edit makes new pieces where it touches
 * and shares the others, so that a keystroke in a long document costs one piece.
 */
import type { Span } from './model.ts';

/** A position as the Language Server Protocol counts it: line and UTF-16 unit from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An immutable text. Line breaks are `\n`, `\r\n` and a lone `\r`. */
export interface Text {
  readonly length: number;
  readonly lineCount: number;
  /** The line break that the text uses most; `\n` where it has none. */
  readonly eol: '\n' | '\r\n';
  /** The text in order. A piece that an edit did not touch is the same object in the edited text. */
  readonly pieces: readonly Piece[];
  slice(start: number, end?: number): string;
  /** Where an offset stands; offsets outside are clamped. */
  positionAt(offset: number): Position;
  /** The offset of a position; a character past its line's end is clamped to that end, before the line break. */
  offsetAt(position: Position): number;
  /** The span of a line without its line break. */
  lineSpan(line: number): Span;
  /** The index in `pieces` of the piece that holds an offset, and where that piece starts. */
  pieceAt(offset: number): { readonly index: number; readonly start: number };
  toString(): string;
}

/** A whole number of lines. Every piece but the last ends after a line break; the last one has none at its end. */
export interface Piece {
  readonly source: string;
  /** Where its lines start, counted from the start of the piece: 0 first. */
  readonly starts: readonly number[];
  /** How many of its line breaks are `\n` alone, and how many are `\r\n`. */
  readonly lf: number;
  readonly crlf: number;
}

/** Replace `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Where two texts differ: both start with the same `start` units, and what follows `endBefore` and `endAfter` is the same. */
export interface Change {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

export function textOf(source: string): Text {
  return textFrom(piecesOf(source, 'last'));
}

/** The text after all edits, which must not overlap; edits at one offset apply in the order given. Costs what it touches. */
export function editText(text: Text, edits: readonly TextEdit[]): Text {
  if (edits.length === 0) return text;
  const start = Math.min(...edits.map((edit) => edit.span.start));
  const end = Math.max(...edits.map((edit) => edit.span.end));
  const { pieces } = text;
  let { index: first, start: firstStart } = text.pieceAt(start);
  // A lone `\r` before the edit and a `\n` in it would make one line break of two.
  if (first > 0 && start === firstStart) firstStart -= pieces[--first]!.source.length;
  let { index: last, start: lastEnd } = text.pieceAt(end);
  lastEnd += pieces[last]!.source.length;
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - firstStart, end: span.end - firstStart },
    newText,
  }));
  let edited = applyEdits(text.slice(firstStart, lastEnd), moved);
  while (last + 1 < pieces.length && !endsLine(edited, pieces[last + 1]!.source)) edited += pieces[++last]!.source;
  const made = piecesOf(edited, last + 1 === pieces.length ? 'last' : 'inner');
  return textFrom(pieces.slice(0, first).concat(made, pieces.slice(last + 1)));
}

/** The text after all edits, which must not overlap; edits at one offset apply in the order given. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new RangeError('Edits overlap');
    result += source.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + source.slice(at);
}

/** The smallest change from one text to another, found by shared pieces first; null where they are equal. */
export function changeBetween(before: Text, after: Text): Change | null {
  const shared = Math.min(before.pieces.length, after.pieces.length);
  let head = 0;
  let start = 0;
  while (head < shared && before.pieces[head] === after.pieces[head]) start += before.pieces[head++]!.source.length;
  let tail = 0;
  let left = 0;
  while (tail < shared - head) {
    const piece = before.pieces[before.pieces.length - 1 - tail]!;
    if (piece !== after.pieces[after.pieces.length - 1 - tail]) break;
    left += piece.source.length;
    tail++;
  }
  const old = before.slice(start, before.length - left);
  const now = after.slice(start, after.length - left);
  if (old === now) return null;
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old.charCodeAt(same) === now.charCodeAt(same)) same++;
  let sameEnd = 0;
  while (
    sameEnd < most - same &&
    old.charCodeAt(old.length - 1 - sameEnd) === now.charCodeAt(now.length - 1 - sameEnd)
  ) {
    sameEnd++;
  }
  return { start: start + same, endBefore: before.length - left - sameEnd, endAfter: after.length - left - sameEnd };
}

/** The lines of a text with their line breaks, from an offset on; the first one may be the rest of a line. */
export function* linesFrom(text: Text, from: number): Generator<{ readonly line: string; readonly at: number }> {
  let { index, start } = text.pieceAt(from);
  for (; index < text.pieces.length; index++) {
    const { source, starts } = text.pieces[index]!;
    for (let nth = 0; nth < starts.length; nth++) {
      const end = starts[nth + 1] ?? source.length;
      const at = Math.max(start + starts[nth]!, from);
      if (start + end > at) yield { line: source.slice(at - start, end), at };
    }
    start += source.length;
  }
}

function textFrom(pieces: readonly Piece[]): Text {
  const offsets: number[] = [];
  const firstLines: number[] = [];
  let length = 0;
  let lineCount = 0;
  let lf = 0;
  let crlf = 0;
  for (const piece of pieces) {
    offsets.push(length);
    firstLines.push(lineCount);
    length += piece.source.length;
    lineCount += piece.starts.length;
    lf += piece.lf;
    crlf += piece.crlf;
  }
  let whole: string | null = null;

  const slice = (from: number, to = length): string => {
    const start = clamp(from < 0 ? length + from : from, 0, length);
    const end = clamp(to < 0 ? length + to : to, start, length);
    const first = lastAtMost(offsets, start);
    const last = lastAtMost(offsets, end);
    if (first === last) return pieces[first]!.source.slice(start - offsets[first]!, end - offsets[first]!);
    let result = pieces[first]!.source.slice(start - offsets[first]!);
    for (let i = first + 1; i < last; i++) result += pieces[i]!.source;
    return result + pieces[last]!.source.slice(0, end - offsets[last]!);
  };
  const lineSpan = (line: number): Span => {
    const at = clamp(line, 0, lineCount - 1);
    const index = lastAtMost(firstLines, at);
    const { source, starts } = pieces[index]!;
    const nth = at - firstLines[index]!;
    const start = starts[nth]!;
    let end = starts[nth + 1] ?? source.length;
    if (end > start && isLineBreak(source.charCodeAt(end - 1))) end--;
    if (end > start && source.charCodeAt(end) === LF && source.charCodeAt(end - 1) === CR) end--;
    return { start: offsets[index]! + start, end: offsets[index]! + end };
  };

  return {
    length,
    lineCount,
    eol: crlf > lf ? '\r\n' : '\n',
    pieces,
    slice,
    positionAt(offset) {
      const at = clamp(offset, 0, length);
      const index = lastAtMost(offsets, at);
      const { starts } = pieces[index]!;
      const nth = lastAtMost(starts, at - offsets[index]!);
      return { line: firstLines[index]! + nth, character: at - offsets[index]! - starts[nth]! };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= lineCount) return length;
      const span = lineSpan(line);
      return clamp(span.start + character, span.start, span.end);
    },
    lineSpan,
    pieceAt(offset) {
      const index = lastAtMost(offsets, clamp(offset, 0, length));
      return { index, start: offsets[index]! };
    },
    toString() {
      whole ??= pieces.length === 1 ? pieces[0]!.source : pieces.map((piece) => piece.source).join('');
      return whole;
    },
  };
}

const CR = 13;
const LF = 10;
/** Long enough that a document of 5 MB is a short row, short enough that counting the lines of one costs nothing. */
const PIECE = 4096;

/** Pieces of `PIECE` to twice as many units; a long line makes a longer one. */
function piecesOf(source: string, place: 'inner' | 'last'): Piece[] {
  const starts = lineStarts(source);
  // An inner text ends after a line break: the empty line there belongs to the next piece.
  if (place === 'inner') starts.pop();
  const pieces: Piece[] = [];
  let first = 0;
  const cutBefore = (line: number): void => {
    pieces.push(pieceOf(source, starts, first, line));
    first = line;
  };
  if (source.length > 2 * PIECE) {
    for (let line = 1; line < starts.length; line++) if (starts[line]! - starts[first]! >= PIECE) cutBefore(line);
  }
  const lastLine = starts.length - 1;
  if (place === 'last' && first < lastLine && starts[lastLine] === source.length) cutBefore(lastLine);
  if (first < starts.length) cutBefore(starts.length);
  return pieces;
}

function pieceOf(source: string, starts: readonly number[], first: number, end: number): Piece {
  const from = starts[first]!;
  const own = source.slice(from, end < starts.length ? starts[end] : source.length);
  let lf = 0;
  let crlf = 0;
  for (let i = own.indexOf('\n'); i >= 0; i = own.indexOf('\n', i + 1)) {
    if (own.charCodeAt(i - 1) === CR) crlf++;
    else lf++;
  }
  return { source: own, starts: starts.slice(first, end).map((start) => start - from), lf, crlf };
}

/** Whether a piece may end after `source` where `next` follows: after a line break, and never between `\r` and `\n`. */
function endsLine(source: string, next: string): boolean {
  const end = source.charCodeAt(source.length - 1);
  return source === '' || end === LF || (end === CR && next.charCodeAt(0) !== LF);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  if (!source.includes('\r')) {
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === LF || (code === CR && source.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

function isLineBreak(code: number): boolean {
  return code === LF || code === CR;
}

/** The last index whose value is at most `value`. The row rises and starts at or below it. */
export function lastAtMost(row: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = row.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (row[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
