/** What a whole file decides about its dates: which part of a numeric date is the month, and the years left out. */
import { weekday as weekdayOf } from '../calendar.ts';
import type { Day } from '../model.ts';
import { formInOrder } from './find.ts';
import { dayIn, resolve, type FoundDate, type NumericOrder } from './found.ts';

/**
 * The order of numeric dates that all dates of a file make possible: one of them has a part over 12, or, where none
 * has, the weekday beside one of them fits one reading only. Null where nothing decides or where they disagree.
 */
export function inferNumericOrder(dates: Iterable<FoundDate>): NumericOrder | null {
  const certain = new Set<NumericOrder>();
  const likely = new Set<NumericOrder>();
  for (const { numbers, weekday } of dates) {
    if (numbers.kind !== 'numeric') continue;
    const [first, second] = numbers.pair;
    if (first > 12 !== second > 12) certain.add(first > 12 ? 'dmy' : 'mdy');
    else if (weekday && numbers.year !== null && first !== second) {
      for (const order of ['mdy', 'dmy'] as const) {
        const day = dayIn(numbers.year, numbers.pair, order);
        if (day !== null && weekdayOf(day) === weekday.number) likely.add(order);
      }
    }
  }
  const orders = certain.size > 0 ? certain : likely;
  return orders.size === 1 ? [...orders][0]! : null;
}

/** The same date, read in an order that is now known. Other dates, and those with one reading only, stay as they are. */
export function resolveDate<D extends FoundDate>(date: D, order: NumericOrder | null): D {
  if (date.numbers.kind !== 'numeric' || order === null || date.doubt === 'impossible') return date;
  const resolved = resolve(date.numbers, order, date.weekday?.number ?? null);
  return { ...date, ...resolved, form: formInOrder(date.form, resolved.numbers.order) };
}

/**
 * Finds the years that were left out (`doubt: 'no-year'`). `dates` are the meetings' in document order. A date takes
 * the year that keeps the file's order with its nearest dated neighbour; where the file has no date with a year, it
 * takes `fileYear`; else it stays undated. Every date whose year was found has the doubt `assumed-year`.
 */
export function assumeYears<D extends FoundDate>(dates: readonly D[], fileYear: number | null): D[] {
  const result = [...dates];
  const dated = dates.flatMap((date, index) => (date.day === null ? [] : [{ index, day: date.day }]));
  if (dated.length === 0) return result.map((date) => withYear(date, fileYear));
  const direction = directionOf(dated.map(({ day }) => day));
  for (let gap = 0; gap <= dated.length; gap++) {
    const left = dated[gap - 1] ?? null;
    const right = dated[gap] ?? null;
    fillGap(result, left, right, direction, fileYear);
  }
  return result;
}

interface Dated {
  readonly index: number;
  readonly day: Day;
}

/** 1 where dates rise along the document, -1 where they fall, 0 where neither is known. */
type Direction = -1 | 0 | 1;

function directionOf(days: readonly Day[]): Direction {
  let rises = 0;
  for (let i = 1; i < days.length; i++) rises += Math.sign(days[i]! - days[i - 1]!);
  return rises > 0 ? 1 : rises < 0 ? -1 : 0;
}

/** Fills what stands between two dated neighbours from both sides, so that each date is read beside its nearest one. */
function fillGap<D extends FoundDate>(
  dates: D[],
  left: Dated | null,
  right: Dated | null,
  direction: Direction,
  fileYear: number | null,
): void {
  const first = (left?.index ?? -1) + 1;
  const last = (right?.index ?? dates.length) - 1;
  const middle = left === null ? first - 1 : right === null ? last : Math.floor((first + last) / 2);
  let neighbour = left?.day ?? 0;
  for (let i = first; i <= middle; i++) {
    dates[i] = beside(dates[i]!, neighbour, direction, right?.day ?? null, fileYear);
    neighbour = dates[i]!.day ?? neighbour;
  }
  neighbour = right?.day ?? 0;
  for (let i = last; i > middle; i--) {
    const backwards = -direction as Direction;
    dates[i] = beside(dates[i]!, neighbour, backwards, left?.day ?? null, fileYear);
    neighbour = dates[i]!.day ?? neighbour;
  }
}

/**
 * The reading of a yearless date beside its neighbour. `direction` says whether it comes after (1) or before (-1) the
 * neighbour in time; `other` is the dated meeting on its other side.
 */
function beside<D extends FoundDate>(
  date: D,
  neighbour: Day,
  direction: Direction,
  other: Day | null,
  fileYear: number | null,
): D {
  if (date.doubt !== 'no-year') return date;
  const readings = readingsNear(date, neighbour);
  const nearest = nearestOf(readings, neighbour);
  const kept = nearestOf(
    readings.filter((reading) => (reading.day - neighbour) * direction >= 0),
    neighbour,
  );
  const fits = (reading: Reading | null): boolean =>
    reading !== null && (other === null || direction === 0 || (other - reading.day) * direction >= 0);
  const byFile = readings.find((reading) => reading.year === fileYear) ?? null;
  const chosen = fits(kept) ? kept : fits(byFile) ? byFile : nearest;
  return chosen === null ? date : withYear(date, chosen.year);
}

interface Reading {
  readonly year: number;
  readonly day: Day;
}

function readingsNear({ numbers }: FoundDate, neighbour: Day): Reading[] {
  const year = 1970 + Math.floor(neighbour / 365.2425);
  return [year - 1, year, year + 1].flatMap((each) => {
    const day = dayIn(each, numbers.pair, numbers.order ?? 'mdy');
    return day === null ? [] : [{ year: each, day }];
  });
}

function nearestOf(readings: readonly Reading[], to: Day): Reading | null {
  let nearest: Reading | null = null;
  for (const reading of readings) {
    if (nearest === null || Math.abs(reading.day - to) < Math.abs(nearest.day - to)) nearest = reading;
  }
  return nearest;
}

function withYear<D extends FoundDate>(date: D, year: number | null): D {
  if (date.doubt !== 'no-year' || year === null) return date;
  const day = dayIn(year, date.numbers.pair, date.numbers.order ?? 'mdy');
  return { ...date, day, doubt: day === null ? 'impossible' : 'assumed-year' };
}
