/** A text in lines, and where in it something stands. */
import type { Node } from 'mdast';

type Point = NonNullable<Node['position']>['start'];

export interface Page {
  readonly source: string;
  /** Where each line starts; one more than there are line breaks. */
  readonly starts: readonly number[];
  /** Where each line ends, before its line break. */
  readonly ends: readonly number[];
}

/** A stretch of one line. `line` counts from 0. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export function pageOf(source: string): Page {
  const starts = [0];
  const ends: number[] = [];
  for (let found = BREAK.exec(source); found !== null; found = BREAK.exec(source)) {
    ends.push(found.index);
    starts.push(BREAK.lastIndex);
  }
  ends.push(source.length);
  return { source, starts, ends };
}

const BREAK = /\r\n?|\n/g;

export function pointAt({ starts }: Page, line: number, offset: number): Point {
  return { line: line + 1, column: offset - starts[line]! + 1, offset };
}

/** Within one line. */
export function placeOf(page: Page, { line, start, end }: Stretch): NonNullable<Node['position']> {
  return { start: pointAt(page, line, start), end: pointAt(page, line, end) };
}

/** The first offset from `at` on, up to `end`, where no space stands. */
export function skipSpaces(source: string, at: number, end: number): number {
  while (at < end && source.charCodeAt(at) === SPACE) at++;
  return at;
}

/** The last offset up to `end`, not before `start`, before which no space stands. */
export function trimSpaces(source: string, start: number, end: number): number {
  while (end > start && source.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

const SPACE = 32;
