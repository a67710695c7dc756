/** Every date in a text. */
import { resolve, type FoundDate, type FoundWeekday, type NumericOrder } from './found.ts';
import { weekdayBeside, withBrackets } from './beside.ts';
import { scanAt, type Scanned } from './scan.ts';
import type { Span } from '../model.ts';

export interface DateOptions {
  /** How numeric dates are read where both readings are possible; without it they are ambiguous. */
  readonly numericOrder?: NumericOrder | null;
  /** Read `3/11`, `3.11.` and `02.11.26` too, which are something else in prose: for headings, labels and file names. */
  readonly allowYearless?: boolean;
}

/**
 * Every date in a text, usually one line, in order and without overlaps. Offsets are relative to the text. Dates in
 * addresses, paths, versions, amounts and longer numbers are not dates. Linear; never throws.
 */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  const dates: FoundDate[] = [];
  let addresses: readonly Span[] | null = null;
  let from = 0;
  for (let at = nextDigit(text, 0); at >= 0; at = nextDigit(text, at)) {
    const end = endOfDigits(text, at);
    const scanned = end - at === 3 || end - at > 4 ? null : scanAt(text, at, end, from);
    const date = scanned && foundDate(text, withBrackets(text, scanned), from, options);
    if (!date) {
      at = end;
      continue;
    }
    addresses ??= addressesIn(text);
    if (!addresses.some((address) => address.start <= date.start && date.end <= address.end)) dates.push(date);
    from = Math.max(date.end, date.weekday?.end ?? 0);
    at = date.end;
  }
  return dates;
}

function foundDate(text: string, scanned: Scanned, from: number, options: DateOptions): FoundDate | null {
  const weekday = weekdayBeside(text, scanned, from);
  if (scanned.isWeak && !options.allowYearless && !(weekday && scanned.numbers.year !== null)) return null;
  return dated(text, scanned, weekday, options.numericOrder ?? null);
}

function dated(text: string, scanned: Scanned, weekday: FoundWeekday | null, order: NumericOrder | null): FoundDate {
  const resolved = resolve(scanned.numbers, order, weekday?.number ?? null);
  return {
    start: scanned.start,
    end: scanned.end,
    text: text.slice(scanned.start, scanned.end),
    form: formInOrder(formBeside(scanned, weekday), resolved.numbers.order),
    weekday,
    ...resolved,
  };
}

/** `mardi 3 nov` is French, though `3 nov` alone could be in more languages. */
function formBeside({ form, languages }: Scanned, weekday: FoundWeekday | null): string {
  const language = /:([a-z]{2})\}/.exec(weekday?.form ?? '')?.[1];
  if (language === undefined || !languages.some((each) => each === language)) return form;
  return form.replace(/(\{mon(?:th)?):[a-z]{2}\}/i, `$1:${language}}`);
}

/** A numeric form says which of its two holes is the month once that is known. */
export function formInOrder(form: string, order: NumericOrder | null): string {
  if (order === null || !form.includes('{b')) return form;
  const [first, second] = order === 'mdy' ? ['m', 'd'] : ['d', 'm'];
  return form
    .replace('{aa}', `{${first}${first}}`)
    .replace('{bb}', `{${second}${second}}`)
    .replace('{a}', `{${first}}`)
    .replace('{b}', `{${second}}`);
}

function addressesIn(text: string): readonly Span[] {
  if (!text.includes('://') && !text.includes('www.')) return [];
  return [...text.matchAll(/(?:[a-z][a-z0-9+.-]{0,15}:\/\/|www\.)[^\s<>)\]]*/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function nextDigit(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isDigit(text, at)) return at;
  return -1;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text, at)) at++;
  return at;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
