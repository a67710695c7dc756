/** Writes a day the way another date is written, so that what is inserted looks like the rest of the file. */
import { civil, formatDay, weekday as weekdayOf } from '../calendar.ts';
import type { Day } from '../model.ts';
import { isShortYear } from './holes.ts';
import { languages, monthName, weekdayName, type Language } from './words.ts';
import type { FoundDate } from './found.ts';

export interface WriteOptions {
  /** The form of a found weekday (`FoundDate.weekday.form`), to write the day's own weekday in the same way. */
  readonly weekday?: string | null;
}

/** What the form of a date is judged by, found in a text or read in a document. */
export type DateForm = Pick<FoundDate, 'text' | 'form' | 'day'>;

/**
 * Writes a day in the form of a found date, in its language. A form whose order is unknown (`{aa}/{bb}/{yyyy}`) is
 * written as ISO, and a year that two digits cannot say is written with four. Never throws.
 */
export function writeDate(day: Day, form: string, options: WriteOptions = {}): string {
  const whole = (options.weekday ?? '{date}').replace('{date}', () => (/\{(?:aa?|bb?)\}/.test(form) ? iso : form));
  return writeHoles(day, whole);
}

/** Only the weekday of a day, as the form of a found weekday has it: in its language, length and case. */
export function writeWeekday(day: Day, weekdayForm: string): string {
  const hole = /\{(?:weekday|wkd):[a-z]{2}\}/i.exec(weekdayForm);
  return hole === null ? '' : writeHoles(day, hole[0]);
}

/** A found date is written in a form: writing its day so gives its text. */
export function isWrittenIn(date: DateForm, form: string): boolean {
  return date.form === form || (date.day !== null && writeDate(date.day, form) === date.text);
}

/**
 * The form that most of a file's dates are written in; of several, the one of the last date. `2 nov 2026` beside
 * `7 dic 2026` is Spanish, though each alone could be in more languages. Null where there is no date.
 */
export function commonForm(dates: readonly DateForm[]): string | null {
  const forms = new Set(dates.map((date) => date.form).reverse());
  let best: string | null = null;
  let most = 0;
  for (const form of [...forms].flatMap(inEveryLanguage)) {
    const count = dates.filter((date) => isWrittenIn(date, form)).length;
    if (count > most) {
      best = form;
      most = count;
    }
  }
  return best;
}

const iso = '{yyyy}-{mm}-{dd}';

function inEveryLanguage(form: string): string[] {
  if (!/:[a-z]{2}\}/.test(form)) return [form];
  return [form, ...languages.map((language) => form.replace(/(\{mon(?:th)?):[a-z]{2}\}/gi, `$1:${language}}`))];
}

function writeHoles(day: Day, form: string): string {
  return form.replace(/\{([^{}]*)\}/g, (hole, name: string) => writePart(day, name) ?? hole);
}

function writePart(day: Day, hole: string): string | null {
  const { year, month, day: dayOfMonth } = civil(day);
  const [name, detail = ''] = hole.split(':') as [string, string?];
  const language = (languages as readonly string[]).includes(detail) ? (detail as Language) : 'en';
  switch (name) {
    case 'yyyy':
      return formatDay(day).slice(0, -6);
    case 'yy':
      return isShortYear(year) ? String(year).slice(-2) : String(year);
    case 'mm':
      return String(month).padStart(2, '0');
    case 'm':
      return String(month);
    case 'dd':
      return String(dayOfMonth).padStart(2, '0');
    case 'd':
      return String(dayOfMonth) + mark(dayOfMonth, detail);
  }
  switch (name.toLowerCase()) {
    case 'month':
      return inCaseOf(name, monthName(month, language, 'full'));
    case 'mon':
      return inCaseOf(name, monthName(month, language, 'short'));
    case 'weekday':
      return inCaseOf(name, weekdayName(weekdayOf(day), language, 'full'));
    case 'wkd':
      return inCaseOf(name, weekdayName(weekdayOf(day), language, 'short'));
  }
  return null;
}

/** `1st`, `22nd`, `13th`; other marks (`1er`, `1º`) stand on the first of a month only. */
function mark(dayOfMonth: number, detail: string): string {
  if (detail !== 'th') return dayOfMonth === 1 ? detail : '';
  if (dayOfMonth >= 11 && dayOfMonth <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[dayOfMonth % 10] ?? 'th';
}

function inCaseOf(hole: string, word: string): string {
  if (hole === hole.toLowerCase()) return word.toLowerCase();
  if (hole === hole.toUpperCase()) return word.toUpperCase();
  return word[0]!.toUpperCase() + word.slice(1).toLowerCase();
}
