/** What the dates of one document mean, once all of them are seen together. */
import { fileNameDate, findDates, type FoundDate } from './dates.ts';
import type { PlacedDate } from './headings.ts';
import type { Day, Order, WrittenDate } from './model.ts';
import type { Reading } from './reading.ts';

export type SettledDate = Omit<WrittenDate, 'place' | 'weekday'> & {
  readonly placed: PlacedDate | null;
  readonly outside: null;
};

/** One for one; null stays null. Numeric dates and missing years are decided by the whole file where that is possible. */
export function settledDates(dates: readonly (PlacedDate | null)[], _reading: Reading): (SettledDate | null)[] {
  return dates.map((placed) => (placed === null ? null : { ...settled(placed.found), placed, outside: null }));
}

/** The date that a value in front matter or a file name says; null where it says none. */
export function dayInText(
  text: string,
  reading: Reading,
  where: 'value' | 'file-name' = 'value',
): Omit<WrittenDate, 'place' | 'weekday'> | null {
  const options = { numericOrder: reading.numericOrder };
  const found = where === 'file-name' ? fileNameDate(text, options) : (findDates(text, options)[0] ?? null);
  return found === null ? null : settled(found);
}

/** Newest or oldest first, by which way most neighbours go. */
export function orderOf(days: readonly Day[]): Order {
  let rising = 0;
  for (let i = 1; i < days.length; i++) rising += Math.sign(days[i]! - days[i - 1]!);
  return rising > 0 ? 'oldest-first' : rising < 0 ? 'newest-first' : 'unknown';
}

function settled({ day, text, form, doubt, candidates }: FoundDate): Omit<WrittenDate, 'place' | 'weekday'> {
  return { day, text, form, doubt, candidates };
}
