/** What a slice says by itself: its blocks, and what its headings and date lines say. Spans count from the slice. */
import type { Root } from 'mdast';
import { blocksOf, type Block, type HeadingBlock, type Line, type ListBlock } from './build.ts';
import { dateLine, findDates, leadingDate, periodIn, type FoundDate, type Period } from './dates.ts';
import type { Span } from './model.ts';
import { namesInTitle } from './people.ts';
import { privateMark, withMarks, type PrivateMark } from './private-marks.ts';
import { findQuarterLabel, isOnlyQuarterLabel } from './quarter-labels.ts';

export interface SliceFacts {
  readonly blocks: readonly Block[];
  readonly headings: readonly HeadingFact[];
  readonly marks: readonly MarkFact[];
  /** The first `Date: …` line. */
  readonly dateLine: PlacedDate | null;
}

/** A comment that opens or closes a private part. */
export interface MarkFact {
  readonly mark: PrivateMark;
  /** Index of the comment among the slice's blocks. */
  readonly index: number;
}

export interface HeadingFact {
  /** Index of the heading among the slice's blocks. */
  readonly index: number;
  readonly block: HeadingBlock;
  /** The date that makes the heading a meeting: at its start, or on a line of its own directly under it. */
  readonly date: PlacedDate | null;
  /** The date is not in the heading but under it. */
  readonly isDateBelow: boolean;
  /** The only date anywhere in the heading: it dates the whole file where the heading is the title. */
  readonly onlyDate: PlacedDate | null;
  readonly label: { readonly year: number; readonly number: number; readonly text: string } | null;
  /** The heading is a quarter label and nothing else. */
  readonly isQuarter: boolean;
  /** The heading is a year, or a month and its year, and nothing else. */
  readonly period: Period | null;
}

/** A date found in a line, and where it and its weekday stand in the slice. */
export interface PlacedDate {
  readonly found: FoundDate;
  readonly span: Span;
  readonly weekday: Span | null;
}

export function sliceFacts(tree: Root, source: string): SliceFacts {
  const blocks = withMarks(blocksOf(tree, source), source);
  const headings: HeadingFact[] = [];
  const marks: MarkFact[] = [];
  let dated: PlacedDate | null = null;
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') headings.push(headingFact(block, index, blocks[index + 1], source));
    const mark = block.kind === 'comment' ? privateMark(block.text) : null;
    if (mark !== null) marks.push({ mark, index });
    dated ??= labelledDate(block, source);
  });
  return { blocks, headings, marks, dateLine: dated };
}

/** What a heading says; `next` is the block that follows it. */
export function headingFact(block: HeadingBlock, index: number, next: Block | undefined, source: string): HeadingFact {
  const below = next === undefined ? null : dateBelow(next, source);
  // As most headings: all that makes one more than a title has a number in it.
  if (!/\d/.test(block.text)) return { ...nothingSaid, index, block, date: below, isDateBelow: below !== null };
  const text = withoutTemplates(block.text);
  const own = placed(leadingDate(text) ?? dateAfterPair(text), block.content, source);
  const all = own === null ? findDates(text) : [];
  const label = findQuarterLabel(block.text);
  return {
    index,
    block,
    date: own ?? below,
    isDateBelow: own === null && below !== null,
    onlyDate: own ?? (all.length === 1 ? placed(all[0]!, block.content, source) : null),
    label: label === null ? null : { year: label.year, number: label.number, text: label.text },
    isQuarter: label !== null && isOnlyQuarterLabel(block.text),
    period: own === null ? periodIn(text) : null,
  };
}

const nothingSaid = { onlyDate: null, label: null, isQuarter: false, period: null };

/** `1:1 Dana / Sam – 2026-11-02`: the date that ends a heading which says 1:1 and two names. */
function dateAfterPair(text: string): FoundDate | null {
  if (text.length > 120) return null;
  const [date, ...others] = findDates(text);
  if (date === undefined || others.length > 0 || /\p{L}/u.test(text.slice(date.end))) return null;
  return namesInTitle(text) === null ? null : date;
}

/** A template's placeholders hold no structure. What follows them stays where it is. */
function withoutTemplates(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}|<%[^%]*%>|\$\{[^{}]*\}/g, (template) => ' '.repeat(template.length));
}

/** The first line of a paragraph, if it says a date and nothing else, as `_Fri 2026-11-06_` or `Date: 2026-11-06`. */
function dateBelow(block: Block, source: string): PlacedDate | null {
  const [line] = linesIn(block);
  // Of a list only `- Date: 2026-11-06`: one that starts with a date is a list of dates.
  if (block.kind === 'list')
    return numberedDay(block, source) ?? (line !== undefined && isLabelled(line) ? dateIn(line, source) : null);
  return line === undefined || line.text.length > 80 ? null : placed(dateLine(line.text), line.span, source);
}

/** `2. November 2026` alone on a line: a date to people, to markdown the second item of a list. */
function numberedDay({ items, span }: ListBlock, source: string): PlacedDate | null {
  const written = source.slice(span.start, span.end).trimEnd();
  const isAlone =
    items.length === 1 && /^\d{1,2}\. \S/.test(written) && !/[\r\n]/.test(written) && written.length <= 80;
  const found = isAlone ? dateLine(written) : null;
  return found?.start === 0 ? placed(found, { start: span.start, end: span.start + written.length }, source) : null;
}

/** The lines of a paragraph, or the first one of each item of a list. */
function linesIn(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return block.lines;
  return block.kind === 'list' ? block.items.flatMap(({ lines }) => lines.slice(0, 1)) : [];
}

/** The first line that says `Date:` and a date: of a paragraph, or of an item of a list. */
function labelledDate(block: Block, source: string): PlacedDate | null {
  const line =
    block.kind === 'list'
      ? block.items.find(({ lines }) => lines[0] !== undefined && isLabelled(lines[0]))?.lines[0]
      : block.kind === 'paragraph'
        ? block.lines.find(isLabelled)
        : undefined;
  return line === undefined ? null : dateIn(line, source);
}

function isLabelled({ text }: Line): boolean {
  const colon = text.indexOf(':');
  return (
    colon > 0 && colon <= 42 && text.length <= 80 && /^\p{L}[\p{L} ]{0,20}:/u.test(text) && dateLine(text) !== null
  );
}

function dateIn(line: Line, source: string): PlacedDate | null {
  return placed(dateLine(line.text), line.span, source);
}

/** A date found in plain text, found again in the source of its line; the whole line where marks stand inside it. */
function placed(found: FoundDate | null, line: Span, source: string): PlacedDate | null {
  if (found === null) return null;
  const spanOf = (text: string): Span => {
    const at = source.slice(line.start, line.end).indexOf(text);
    return at < 0 ? line : { start: line.start + at, end: line.start + at + text.length };
  };
  return {
    found,
    span: spanOf(found.text),
    weekday: found.weekday === null ? null : spanOf(found.weekday.text),
  };
}
