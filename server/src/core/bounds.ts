/**
 * Bounds for hostile input. A small text can keep the parser busy for minutes or overflow its stack: marks that might
 * pair, containers in containers. What is beyond these bounds is kept as text and not parsed; one linear look at the
 * text tells. Notes of people stay far below them.
 */
import type { Span } from './model.ts';
import { costAtMost } from './surely-bounded.ts';

/** In UTF-16 units; a longer document is one slice that is left unread. */
export const LONGEST_DOCUMENT = 8 * 1024 * 1024;

/** How often a document is cut: twice as often as five years of notes. Where more would be needed, the last slice is long. */
export const MOST_SLICES = 20_000;

/**
 * How many headings a document of this length, in UTF-16 units, is cut at. Five years of notes, a megabyte, have a third
 * of them; a template that is pasted each week and left empty has many in a short text.
 */
export function mostHeadings(length: number): number {
  return Math.min(MOST_SLICES, 4000 + Math.floor(length / 512));
}

/** What the bounds are, by the reason that `Unread` names. */
export const BOUNDS = {
  /** UTF-16 units of a slice. It is that long only where it cannot be cut: one block, or one list. */
  length: 64 * 1024,
  /** Containers in containers on one line: quotes, list items, footnotes. */
  depth: 64,
  /** Marks that might pair in one run of text: a paragraph, the words of an item. */
  marks: 2000,
  /**
   * What all of a slice may cost, where a mark costs the length of its run, and whatever `COST` names that besides. It
   * is about a tenth of a second, for which nothing else is answered.
   */
  work: 5_000_000,
} as const;

const COST = { line: 4000, cell: 750, link: 5000, container: 1250, emphasis: 300, code: 250, escape: 800 } as const;
const COSTS = { ...BOUNDS, ...COST };

export interface Unread {
  readonly reason: keyof typeof BOUNDS;
  /** Counted from the start of the text that was looked at. */
  readonly span: Span;
}

/** The part of a slice that is not to be parsed: all of it but a heading that starts it. Null where all may be. */
export function unreadPart(source: string): Unread | null {
  if (isSurelyBounded(source)) return null;
  const reason = source.length > BOUNDS.length ? 'length' : reasonInLines(source);
  if (reason === null) return null;
  const heading = HEADING.exec(source.slice(0, 1000))?.[0] ?? '';
  const start = reasonInLines(heading) === null ? heading.length : 0;
  return { reason, span: { start, end: source.length } };
}

/** Whether a quick look tells that a text is within the bounds. */
export function isSurelyBounded(source: string): boolean {
  return source.length <= BOUNDS.length && costAtMost(source, COSTS) <= BOUNDS.work;
}

const HEADING = /^#{1,6}(?:[ \t][^\r\n]*)?(?:\r\n?|\n)/;
const HEADING_START = /^ {0,3}#{1,6}[ \t]/;
const LINE = /[^\r\n]*(?:\r\n?|\n|$)/y;
const SPACES = /[ \t]*/y;
const CONTAINER = />|[-+*](?=[ \t\r\n])|\d{1,9}[.)](?=[ \t\r\n])|\[\^[^\]\s]{1,999}\]:/y;
/** A line that surely starts an item of its own. */
const ITEM = /^ {0,3}(?:[-+*]|1[.)])[ \t]+[^ \t\r\n]/;
const NUMBERED_ITEM = /^ {0,3}\d{1,9}[.)][ \t]+[^ \t\r\n]/;
const BLANK = /^[ \t\r\n]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*[\r\n]*$/;
const COSTLY = /[*_~]/g;
const CHEAP = /[[\]`!]/g;
const CODE = /`/g;
/** What may stand for one sign: `&amp;`, `\\*`. */
const ESCAPE = /[&\\]/g;
const ANGLE = /</g;
const CELL = /\|/g;
const LINK = /\][([]/g;
const ROW = /^ {0,3}\|.*\|[ \t]*[\r\n]*$/;
const DELIMITERS = /^ {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*[\r\n]*$/;

/**
 * The first bound that a line of the slice passes. What the parser does with marks grows with their number times the
 * length of the run they stand in; what it does with lazy lines of a quote or list, and with underlined headings,
 * grows with their number times the length of the slice.
 */
export function reasonInLines(source: string): Unread['reason'] | null {
  let work = 0;
  let run = { length: 0, lines: 0, marks: 0, angles: 0, cheap: 0, startsWithItem: false };
  /** The marks in rows of the table that the lines are in. Each cell is a run, so they cost nothing else. */
  let inRows: number | null = null;
  let around = NONE;
  let before = '';
  const endRun = (startsWithItem: boolean): void => {
    work += run.length * (run.marks + 2 * run.angles + run.cheap / 4);
    run = { length: 0, lines: 0, marks: 0, angles: 0, cheap: 0, startsWithItem };
  };

  LINE.lastIndex = 0;
  while (LINE.lastIndex < source.length) {
    const line = LINE.exec(source)![0];
    const containers = containersOf(line);
    if (containers.depth > BOUNDS.depth) return 'depth';

    const isBlank = BLANK.test(line);
    const isItem = ITEM.test(line) || ((run.startsWithItem || run.length === 0) && NUMBERED_ITEM.test(line));
    if (isBlank || isItem) inRows = null;
    else if (run.lines === 1 && isTable(before, line)) inRows = 0;
    if (inRows !== null) inRows += run.marks;
    if (isBlank || isItem || inRows !== null) endRun(isItem);
    work += COST.line + COST.container * Math.max(0, containers.depth - 1);
    if (isBlank || containers.depth > 0) around = containers;
    else if (around.isQuote || containers.column < around.column) work += source.length;
    if (UNDERLINE.test(line)) work += 2 * source.length;

    if (isBlank) continue;
    work += COST.cell * count(CELL, line) + COST.link * count(LINK, line);
    run.length += line.length;
    run.lines++;
    before = line;
    const emphasis = count(COSTLY, line);
    work += COST.emphasis * emphasis + COST.code * count(CODE, line) + COST.escape * count(ESCAPE, line);
    run.marks += emphasis;
    run.angles += count(ANGLE, line);
    run.cheap += count(CHEAP, line);
    if (run.marks > BOUNDS.marks || run.angles > BOUNDS.marks || inRows! > 3 * BOUNDS.marks) return 'marks';
    if (HEADING_START.test(line)) endRun(false);
  }
  endRun(false);
  return work > BOUNDS.work ? 'work' : null;
}

/** Whether a table starts with these two lines. One that is written without pipes at the ends is not known as one. */
function isTable(first: string, second: string): boolean {
  return (
    ROW.test(first) && DELIMITERS.test(second) && count(CELL, first.replaceAll(/\\./g, '')) === count(CELL, second)
  );
}

interface Containers {
  /** Marks of containers at the start of the line, and one for every two columns of indentation before them. */
  readonly depth: number;
  /** Where the words start. */
  readonly column: number;
  readonly isQuote: boolean;
}

const NONE: Containers = { depth: 0, column: 0, isQuote: false };

function containersOf(line: string): Containers {
  SPACES.lastIndex = 0;
  const indent = SPACES.exec(line)![0].length;
  let column = indent;
  let marks = 0;
  let isQuote = false;
  for (;;) {
    CONTAINER.lastIndex = column;
    const mark = CONTAINER.exec(line)?.[0];
    if (mark === undefined) break;
    marks++;
    isQuote ||= mark === '>';
    SPACES.lastIndex = column + mark.length;
    column = SPACES.lastIndex + SPACES.exec(line)![0].length;
  }
  return { depth: marks === 0 ? 0 : marks + Math.floor(indent / 2), column, isQuote };
}

function count(sign: RegExp, line: string): number {
  return line.match(sign)?.length ?? 0;
}
