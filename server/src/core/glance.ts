/**
 * What the headings of a slice say, found by a look at its lines: a document of notes has thousands of slices, and
 * where the regions start must be known before any of them is worth parsing. Where a look cannot tell for certain what
 * a parse would give, it says so.
 */
import { BOUNDS } from './bounds.ts';
import type { HeadingBlock } from './build.ts';
import { dateLine } from './dates.ts';
import { headingFact, type HeadingFact, type MarkFact, type SliceFacts } from './headings.ts';
import type { Span } from './model.ts';
import { mayHoldMarks } from './private-marks.ts';
import type { Slice } from './slices.ts';

/** The headings of a slice: always the same objects. It is parsed only where a look cannot tell. */
export function headingsIn(slice: Slice<SliceFacts>): readonly HeadingFact[] {
  return slice.once(look).headings;
}

/** The comments of a slice that open and close private parts: always the same objects. */
export function marksIn(slice: Slice<SliceFacts>): readonly MarkFact[] {
  return slice.once(look).marks;
}

function look(slice: Slice<SliceFacts>): Pick<SliceFacts, 'headings' | 'marks'> {
  const { source } = slice;
  const mayGlance = !slice.isRead && source.length <= BOUNDS.length && !mayHoldMarks(source);
  const headings = mayGlance ? glanceAt(source) : null;
  return headings === null || isBeyondBounds(slice, headings) ? slice.facts : { headings, marks: NO_MARKS };
}

/** A short heading stays what it is where the rest of its slice is left unread, and nothing else is taken for one. */
function isBeyondBounds(slice: Slice<SliceFacts>, [first]: readonly HeadingFact[]): boolean {
  return first !== undefined && first.block.span.end > SURELY_READ && slice.unread !== null;
}

/** The headings that a parse of the slice would give; null where only a parse can tell. Never throws. */
export function glanceAt(source: string): readonly HeadingFact[] | null {
  const first = HEADING.exec(source);
  const rest = first === null ? 0 : first[0].length;
  if (mayHoldHeading(source, rest)) return null;
  if (first === null) return NONE;
  const block = plainHeading(source, first[0]);
  if (block === null) return null;
  const fact = headingFact(block, 0, undefined, source);
  return fact.date === null && mayBeDatedBelow(source.slice(rest)) ? null : [fact];
}

/** A heading without marks of this length is within all bounds. */
const SURELY_READ = 500;

const NONE: readonly HeadingFact[] = [];
const NO_MARKS: readonly MarkFact[] = [];

/** The first line, where it is a heading at the first column. */
const HEADING = /^#{1,6}(?:[ \t][^\r\n]*)?(?:\r\n|\r|\n|$)/;
/** A line that is a heading where nothing around it says otherwise, or that makes one of the line before it. */
const MORE = /(?:^|[\r\n])(?: {0,3}#{1,6}(?![^ \t\r\n])| {0,3}(?<underline>=+|-+)[ \t]*(?=[\r\n]|$))/g;
/** What stands for something else than itself in a heading. */
const MARKED = /[\\&<>*_[\]!~`\0]/;

/** A line of `-` or `=` below a blank one underlines nothing. */
function mayHoldHeading(source: string, from: number): boolean {
  // The line break that ends the heading may be the one before the next heading.
  MORE.lastIndex = from === 0 ? 0 : from - 1;
  let fences: readonly Span[] | null = null;
  for (let found = MORE.exec(source); found !== null; found = MORE.exec(source)) {
    const { index } = found;
    const isUnderline = found.groups!.underline !== undefined;
    if (!isUnderline || !isBlankBefore(source, index, from)) {
      fences ??= fencesIn(source, from);
      if (!fences.some(({ start, end }) => start <= index && index < end)) return true;
    }
    MORE.lastIndex = index + 1;
  }
  return false;
}

/** Fenced code at the first column; none where indented fences or HTML might say otherwise. */
function fencesIn(source: string, from: number): readonly Span[] {
  const fences: { start: number; end: number }[] = [];
  let open: { readonly start: number; readonly mark: string } | null = null;
  LINE.lastIndex = from;
  while (LINE.lastIndex < source.length) {
    const start = LINE.lastIndex;
    const line = LINE.exec(source)![0].replace(/[\r\n]+$/, '');
    if (open === null) {
      if (MAY_OPEN_OTHERS.test(line)) return [];
      const mark = FENCE.exec(line)?.[0];
      if (mark !== undefined) open = { start, mark };
    } else {
      const mark = FENCE_END.exec(line)?.[1];
      if (mark?.startsWith(open.mark) !== true) continue;
      fences.push({ start: open.start, end: start });
      open = null;
    }
  }
  return open === null ? fences : [];
}

const LINE = /[^\r\n]*(?:\r\n?|\n|$)/y;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const MAY_OPEN_OTHERS = /^(?: {1,3}(?:`{3}|~{3})| {0,3}<)/;

/** Whether the line that ends at an offset is blank, or the heading itself. */
function isBlankBefore(source: string, at: number, from: number): boolean {
  for (let i = at - 1; i >= from; i--) {
    const sign = source[i]!;
    if (sign === '\n' || sign === '\r') {
      // Of `\r\n`, the first half ends no line of its own.
      if (sign === '\r' && source[i + 1] === '\n') continue;
      return true;
    }
    if (sign !== ' ' && sign !== '\t') return false;
  }
  return true;
}

function plainHeading(source: string, line: string): HeadingBlock | null {
  const depth = runFrom(source, 0, '#');
  const end = endBefore(source, line.length, '\r\n');
  const start = Math.min(end, runFrom(source, depth, ' \t'));
  const stop = withoutClosing(source, start, endBefore(source, end, ' \t'));
  const words = source.slice(start, stop);
  if (MARKED.test(words)) return null;
  return {
    kind: 'heading',
    depth,
    text: words.replace(/\s+/g, ' ').trim(),
    span: { start: 0, end },
    content: words === '' ? { start: end, end } : { start, end: stop },
  };
}

/** Where the words of a heading end: `#`s at its end are no words where a blank stands before them. */
function withoutClosing(source: string, start: number, end: number): number {
  const closing = endBefore(source, end, '#');
  if (closing <= start) return start;
  return ' \t'.includes(source[closing - 1]!) ? endBefore(source, closing, ' \t') : end;
}

/** The first offset from `at` on where none of these signs stands. */
function runFrom(source: string, at: number, signs: string): number {
  while (at < source.length && signs.includes(source[at]!)) at++;
  return at;
}

/** The last offset up to `at` before which none of these signs stands. */
function endBefore(source: string, at: number, signs: string): number {
  while (at > 0 && signs.includes(source[at - 1]!)) at--;
  return at;
}

/** More words than any line has that says a date and nothing else. */
const MOST_WORDS = 12;

/** Words that surely are part of what a line says: not in brackets, which may hold an address. */
function wordsOutsideLinks(line: string): number {
  const outside = line.replace(/\[[^[\]]*\]|\([^()]*\)|<[^<>]*>/g, ' ');
  return outside.match(/(?<!\p{L})\p{L}{2,}/gu)?.length ?? 0;
}

const LIST_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const CHECKBOX = /^[ \t]*(?:\[[^\]\r\n]\])?[ \t]*/;

/** Whether what follows a heading may be a line that says its date. */
function mayBeDatedBelow(rest: string): boolean {
  const first = /^[ \t\r\n]*(?<line>[^\r\n]*)/.exec(rest)!.groups!.line!;
  if (first === '') return false;
  const isItem = LIST_ITEM.test(first);
  // `2. November 2026` may be a list's second item and a date.
  if (isItem && dateLine(first.trim()) !== null) return true;
  const line = isItem ? first.replace(LIST_ITEM, '').replace(CHECKBOX, '') : first;
  // An image, a comment or an empty item says nothing, nor does a definition: then what stands below it counts.
  const hasWords = isItem ? /^[*_]{0,3}[\p{L}\p{N}@("“„«]/u.test(line) : !/^[*_~`]*[[<!&\\]/.test(line);
  if (!hasWords) return /\d/.test(rest);
  const digit = line.search(/\d/);
  if (digit < 0 || wordsOutsideLinks(line) > MOST_WORDS || isSentenceBefore(line, digit)) return false;
  const plain = withoutLink(line);
  const readings = [line, plain].flatMap((text) => [text, text.replace(/[*_~`]/g, '')]);
  return [...new Set(readings)].some((text) => dateLine(text) !== null) || /[\\&<[]/.test(plain);
}

/** As many words as `Meeting date: on Monday, the November 2` has before its first number, and one more. */
const MOST_WORDS_BEFORE = 7;

function isSentenceBefore(line: string, digit: number): boolean {
  const sign = line.search(/[[(<&\\]/);
  return wordsOutsideLinks(line.slice(0, sign < 0 ? digit : Math.min(sign, digit))) > MOST_WORDS_BEFORE;
}

/** A line with one link, as it reads if that is one; any other line as it is. */
function withoutLink(line: string): string {
  return line.indexOf('[') === line.lastIndexOf('[') ? line.replace(LINK, '$<words>') : line;
}

const LINK = /(?<!!)\[(?<words>[^[\]\\&<]*)\]\([^()\s\\&<>]*\)/;
