/**
 * The dates themselves, one by one: given where a run of digits starts, what date stands there. Each look at the text
 * is a slice of bounded length, so that a whole line is read in linear time.
 */
import type { Span } from '../model.ts';
import { endsItsPhrase, isRelease, standsAlone } from './around.ts';
import type { DateNumbers } from './found.ts';
import { fourDigits, isPlausibleYear, pairHoles } from './holes.ts';
import { withMonth, yearThenMonth } from './month-names.ts';
import type { Language } from './words.ts';

/** A date as it stands in the text, before its weekday is looked for and its numbers are resolved. */
export interface Scanned extends Span {
  readonly numbers: DateNumbers;
  /** With holes. Numeric dates have the holes `{aa}` and `{bb}` or `{a}` and `{b}` for their pair. */
  readonly form: string;
  /** The languages it can be in, likeliest first; empty where it has no words. */
  readonly languages: readonly Language[];
  /** Read only beside a weekday or where headings are read. */
  readonly isWeak: boolean;
}

const longestDate = 48;

/** The date whose first (or, after the name of a month, second) part is the run of digits from `at` to `end`. */
export function scanAt(text: string, at: number, end: number, from: number): Scanned | null {
  const after = text.slice(end, end + longestDate);
  if (end - at === 4) return yearFirst(text, at, after);
  if (end - at > 2) return null;
  const isJoined = '-/.'.includes(after[0] ?? ' ');
  return (isJoined ? numeric(text, at, after) : null) ?? withMonth(text, at, end, from, after);
}

/** `2026-11-02`, `2026/11/02`, `2026.11.02`. */
function yearFirst(text: string, at: number, after: string): Scanned | null {
  const year = Number(text.slice(at, at + 4));
  if (!isPlausibleYear(year)) return null;
  const match = /^([-/.\u2010\u2011\u2013])(\d{1,2})\1(\d{1,2})(?!\d)/.exec(after);
  if (!match) return yearThenMonth(text, at, year, after);
  const [whole, separator, month, dayOfMonth] = match as unknown as [string, string, string, string];
  // `2026.1.5` is a release rather than a day.
  if (separator === '.' && month.length + dayOfMonth.length < 4) return null;
  if (Number(month) > 39 || Number(dayOfMonth) > 39) return null;
  const end = at + 4 + whole.length;
  if (!standsAlone(text, at, end)) return null;
  const isPadded = month.length + dayOfMonth.length === 4;
  return {
    start: at,
    end,
    numbers: { year, pair: [Number(month), Number(dayOfMonth)], order: 'mdy', kind: 'iso' },
    form: `{yyyy}${separator}${isPadded ? '{mm}' : '{m}'}${separator}${isPadded ? '{dd}' : '{d}'}`,
    languages: [],
    isWeak: false,
  };
}

/** `11/02/2026`, `02.11.2026`, `11-02-26`. */
function numeric(text: string, at: number, after: string): Scanned | null {
  const match = /^(\.[ \u00A0]|[-/.])(\d{1,2})\1(\d{4}|\d{2})(?!\d)/.exec(after);
  const first = text.slice(at, at + (/^\d/.test(text.slice(at + 1, at + 2)) ? 2 : 1));
  if (!match) return numericWithoutYear(text, at, first, after);
  const [whole, separator, second, written] = match as unknown as [string, string, string, string];
  const pair: [number, number] = [Number(first), Number(second)];
  const year = fourDigits(written);
  const end = at + first.length + whole.length;
  if (year === null || !isPlausiblePair(pair) || !standsAlone(text, at, end) || isRelease(text, at)) return null;
  const isShort = written.length === 2;
  if (isShort && separator.length > 1) return null;
  return {
    start: at,
    end,
    numbers: { year, pair, order: null, kind: 'numeric' },
    form: `${pairHoles(first, second, separator)}${separator}${isShort ? '{yy}' : '{yyyy}'}`,
    languages: separator.startsWith('.') ? ['de'] : [],
    // `10.12.26` may be a release as well.
    isWeak: isShort && separator === '.',
  };
}

/** `3/11` and `3.11.`, in headings. */
function numericWithoutYear(text: string, at: number, first: string, after: string): Scanned | null {
  const match = /^(?:(\/)(\d{1,2})|(\.)(\d{1,2})\.)(?![\d/])/.exec(after);
  if (!match) return null;
  const separator = match[1] ?? match[3]!;
  const second = match[2] ?? match[4]!;
  const pair: [number, number] = [Number(first), Number(second)];
  const end = at + first.length + match[0].length;
  if (pair[0] < 1 || pair[1] < 1 || Math.min(...pair) > 12 || Math.max(...pair) > 31) return null;
  if (!standsAlone(text, at, end) || isRelease(text, at) || !endsItsPhrase(text, end)) return null;
  // Round the clock is not a day.
  if (pair[0] === 24 && pair[1] === 7) return null;
  return {
    start: at,
    end,
    numbers: { year: null, pair, order: null, kind: 'numeric' },
    form: `${pairHoles(first, second, separator)}${separator === '.' ? '.' : ''}`,
    languages: separator === '.' ? ['de'] : [],
    isWeak: true,
  };
}

function isPlausiblePair([first, second]: readonly [number, number]): boolean {
  return first >= 1 && second >= 1 && first <= 31 && second <= 31;
}
