/** Writing dates where others stand: in their form, their language, and with the weekday beside them. */
import { civil, formatDay, weekday as weekdayOf } from '../calendar.ts';
import { writeDate, writeWeekday } from '../dates.ts';
import type { Day, FileDate, Note, Place, WrittenDate } from '../model.ts';
import { sourceOf, type Insertion } from './habits.ts';

/** What a date is written by; null stands for a place in the file's name. */
export type DateAt = Pick<WrittenDate, 'text' | 'form' | 'weekday'> & Pick<FileDate, 'place'>;

/** Where exactly the date's text stands; null in the file's name, and where marks stand inside the date. */
export function exactPlace(note: Note, { place, text }: Pick<DateAt, 'place' | 'text'>): Place | null {
  return place === null ? null : within(note, place, text);
}

/**
 * Edits that make a date say another day, in its own form; a weekday beside it follows. Null where the date cannot be
 * replaced: in the file's name, and where marks stand inside it.
 */
export function redated(note: Note, date: DateAt, day: Day, form = date.form): Insertion[] | null {
  const at = exactPlace(note, date);
  if (at === null) return null;
  const newText = writeDate(day, form);
  const edits = newText === date.text ? [] : [{ at, newText }];
  if (date.weekday === null || date.weekday.number === weekdayOf(day)) return edits;
  const weekday = reweekdayed(note, date.weekday, day);
  return weekday === null ? null : [...edits, weekday];
}

/** An edit that makes a weekday the day's own, in its language, length and case; null where marks stand inside it. */
export function reweekdayed(note: Note, weekday: NonNullable<WrittenDate['weekday']>, day: Day): Insertion | null {
  const at = within(note, weekday.place, weekday.text);
  const newText = writeWeekday(day, weekday.form);
  return at === null || newText === '' ? null : { at, newText };
}

/** An edit that adds the year to a date without one, the way its form has it; null where that cannot be done. */
export function withYear(note: Note, date: DateAt, day: Day): Insertion | null {
  const at = exactPlace(note, date);
  const newText = yearAfter(date.form, civil(day).year);
  return at === null || newText === null ? null : { at: { ...at, start: at.end }, newText };
}

/** A day in the form of other dates; one without a year gets it, where the year is another than theirs. */
export function writeBeside(day: Day, form: string, earlier: Day | null): string {
  const written = writeDate(day, form);
  const { year } = civil(day);
  if (/\{y{2,4}\}/.test(form) || earlier === null || civil(earlier).year === year) return written;
  const added = yearAfter(form, year);
  return added === null ? formatDay(day) : written + added;
}

/** `Nov 2` is followed by `, 2026`, `2 November` by ` 2026`, `2 de noviembre` by ` de 2026`, `02.11.` by `2026`. */
function yearAfter(form: string, year: number): string | null {
  if (/\{y{2,4}\}/.test(form)) return null;
  if (/^\{mon(?:th)?:/i.test(form)) return `, ${year}`;
  if (/\{mon(?:th)?:/i.test(form)) return / (?:de|do|del) \{mon/i.test(form) ? ` de ${year}` : ` ${year}`;
  if (form.endsWith('.')) return `${year}`;
  const separator = /[-/.]/.exec(form)?.[0];
  return separator === undefined || /\{(?:aa?|bb?)\}/.test(form) ? null : `${separator}${year}`;
}

function within(note: Note, place: Place, text: string): Place | null {
  const at = sourceOf(note, place).indexOf(text);
  return at < 0 ? null : { ...place, start: place.start + at, end: place.start + at + text.length };
}
