/** A date found in a text, and the arithmetic of what it may mean. */
import { dayOf, weekday as weekdayOf } from '../calendar.ts';
import type { Day, Span, WrittenDate } from '../model.ts';

/** Which part of a numeric date is the month. */
export type NumericOrder = 'mdy' | 'dmy';

/** A date found in a text. Offsets are relative to that text; the span leaves out weekday and time of day. */
export interface FoundDate extends Span {
  readonly text: string;
  /** The same date with holes for its parts, such as `{Month:en} {d}, {yyyy}`: see `write.ts`. */
  readonly form: string;
  /** Null where it cannot be resolved to one day: `doubt` says why. */
  readonly day: Day | null;
  readonly doubt: WrittenDate['doubt'];
  readonly weekday: FoundWeekday | null;
  /** Both readings of a numeric date that is ambiguous; else none. */
  readonly candidates: readonly Day[];
  readonly numbers: DateNumbers;
}

export interface FoundWeekday extends Span {
  /** 1 (Monday) to 7. */
  readonly number: number;
  readonly text: string;
  /** How it is joined to the date, with holes: `{Wkd:en}, {date}`. */
  readonly form: string;
}

/** The numbers of a date before anything was decided. */
export interface DateNumbers {
  /** Null where the year is missing. */
  readonly year: number | null;
  /** Month and day of the month, in the order written for `numeric`, else month first. */
  readonly pair: readonly [number, number];
  /** Which is the month; null while it is unknown. */
  readonly order: NumericOrder | null;
  /** Year first, two or three bare numbers, or with the name of a month. */
  readonly kind: 'iso' | 'numeric' | 'words';
}

/** What a date's numbers mean. `order` decides between two readings only where both are possible. */
export function resolve(
  numbers: DateNumbers,
  order: NumericOrder | null,
  weekday: number | null,
): Pick<FoundDate, 'day' | 'doubt' | 'candidates' | 'numbers'> {
  const { year, pair } = numbers;
  const known = numbers.kind === 'numeric' ? orderOf(numbers, order, weekday) : 'mdy';
  if (known === 'none') return { day: null, doubt: 'impossible', candidates: [], numbers: { ...numbers, order: null } };
  if (known === null && pair[0] !== pair[1]) {
    const readings = year === null ? [] : [dayIn(year, pair, 'mdy'), dayIn(year, pair, 'dmy')];
    const candidates = readings.filter((day) => day !== null);
    return { day: null, doubt: 'ambiguous', candidates, numbers: { ...numbers, order: null } };
  }
  const resolved = { ...numbers, order: known };
  // In a leap year 29 February exists: without a year it is possible.
  const day = dayIn(year ?? 2000, pair, known ?? 'mdy');
  if (day === null) return { day: null, doubt: 'impossible', candidates: [], numbers: resolved };
  if (year === null) return { day: null, doubt: 'no-year', candidates: [], numbers: resolved };
  return { day, doubt: null, candidates: [], numbers: resolved };
}

export function dayIn(year: number, pair: readonly [number, number], order: NumericOrder): Day | null {
  return order === 'mdy' ? dayOf(year, pair[0], pair[1]) : dayOf(year, pair[1], pair[0]);
}

function orderOf(
  { year, pair }: DateNumbers,
  order: NumericOrder | null,
  weekday: number | null,
): NumericOrder | 'none' | null {
  const [first, second] = pair;
  if (first > 12 && second > 12) return 'none';
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  if (order !== null || weekday === null || year === null) return order;
  const fits = (['mdy', 'dmy'] as const).filter((each) => {
    const day = dayIn(year, pair, each);
    return day !== null && weekdayOf(day) === weekday;
  });
  return fits.length === 1 ? fits[0]! : null;
}
