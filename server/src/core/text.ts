/** Text of a document: offsets, lines, positions and edits. */
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
  slice(start: number, end?: number): string;
  /** Where an offset stands; offsets outside are clamped. */
  positionAt(offset: number): Position;
  /** The offset of a position; a character past its line's end is clamped to that end, before the line break. */
  offsetAt(position: Position): number;
  /** The span of a line without its line break. */
  lineSpan(line: number): Span;
  toString(): string;
}

/** Replace `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export function textOf(source: string): Text {
  const starts = lineStarts(source);
  const lineEnd = (line: number): number => {
    let end = line + 1 < starts.length ? starts[line + 1]! : source.length;
    if (line + 1 < starts.length) {
      end--;
      if (source[end] === '\n' && end > starts[line]! && source[end - 1] === '\r') end--;
    }
    return end;
  };
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    length: source.length,
    lineCount: starts.length,
    eol: mostUsedLineBreak(source),
    slice: (start, end) => source.slice(start, end),
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, source.length));
      const line = lineOf(at);
      return { line, character: at - starts[line]! };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return source.length;
      return Math.max(starts[line]!, Math.min(starts[line]! + character, lineEnd(line)));
    },
    lineSpan(line) {
      const at = Math.max(0, Math.min(line, starts.length - 1));
      return { start: starts[at]!, end: lineEnd(at) };
    },
    toString: () => source,
  };
}

/** The text after all edits, which must not overlap; edits at one offset apply in the order given. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) throw new RangeError('Edits overlap');
    result += source.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + source.slice(at);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function mostUsedLineBreak(source: string): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) {
    if (i > 0 && source.charCodeAt(i - 1) === 13) crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}
