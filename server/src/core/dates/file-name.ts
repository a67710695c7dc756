/** The date that a file is named for. */
import { findDates, type DateOptions } from './find.ts';
import { resolve, type FoundDate } from './found.ts';

/**
 * The date at the start or end of a file's name, if it is the only one in it: `2026-11-02.md`, `1-1_2026-11-02.md`,
 * `Dana 2 Nov 2026.md`, `2026-11-02T100000.md`, `20261102.md`. `name` is the last part of a path, with its extension
 * or without. Never throws.
 */
export function fileNameDate(name: string, options: Pick<DateOptions, 'numericOrder'> = {}): FoundDate | null {
  if (name.length > longestName) return null;
  const stem = name.replace(/\.(?:md|markdown|mdown|mkd|txt)$/i, '').replace(meetingExtension, '');
  // Each text is as long as the stem, so that offsets are the name's.
  for (const text of [stem, withoutMeeting(wordsApart(stem))]) {
    const compact = compactDate(text);
    const dates = compact ? [compact] : findDates(text, { ...options, allowYearless: true });
    const [first] = dates;
    if (!first || isLoose(first)) continue;
    if (dates.length > 1) return null;
    if (isAtAnEnd(text, first)) return inName(name, first);
  }
  return null;
}

/** A year of four digits in a file's name, if it is the only one: what `assumeYears` calls the file's year. */
export function fileNameYear(name: string): number | null {
  const years = [...name.matchAll(/(?<![\p{L}\p{N}])(?:19|20|21)\d{2}(?![\p{L}\p{N}])/gu)];
  return years.length === 1 ? Number(years[0]![0]) : null;
}

const longestName = 255;

const meetingExtension = /\.(?:1-1|1on1|1-on-1|one-on-one)s?$/i;

const meetingAtAnEnd =
  /^(?:1-1s?|1on1s?|1-on-1s?|one-on-ones?)(?=[-_. ])|(?<=[-_. ])(?:1-1s?|1on1s?|1-on-1s?|one-on-ones?)$/gi;

/** `3.11.` at the end of a name says too little. */
function isLoose(date: FoundDate): boolean {
  return date.numbers.kind === 'numeric' && date.numbers.year === null;
}

/** In names, words and dates are joined by hyphens, underscores and full stops; `2026_11_02` is a date too. */
function wordsApart(stem: string): string {
  return stem
    .replace(/(?<!\d)(\d{4})_(\d{1,2})_(\d{1,2})(?!\d)/g, '$1-$2-$3')
    .replace(/(?<!\d)(\d{1,2})_(\d{1,2})_(\d{4})(?!\d)/g, '$1-$2-$3')
    .replace(/_/g, ' ')
    .replace(/(?<=\p{L})[-.]|[-.](?=\p{L})/gu, ' ');
}

function withoutMeeting(text: string): string {
  return text.replace(meetingAtAnEnd, (word) => ' '.repeat(word.length));
}

/** `20261102`, alone or with a time. */
function compactDate(text: string): FoundDate | null {
  const match =
    /(?<![\p{L}\p{N}])((?:19|20|21)\d{2})(\d{2})(\d{2})(?![\p{L}\p{N}]|[-_.]\d)|(?<![\p{L}\p{N}])((?:19|20|21)\d{2})(\d{2})(\d{2})(?=T\d)/u.exec(
      text,
    );
  if (!match) return null;
  const [year, month, dayOfMonth] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number);
  const resolved = resolve({ year: year!, pair: [month!, dayOfMonth!], order: 'mdy', kind: 'iso' }, null, null);
  // Eight digits that are no day are just a number.
  if (resolved.day === null) return null;
  return {
    start: match.index,
    end: match.index + 8,
    text: match[0],
    form: '{yyyy}{mm}{dd}',
    weekday: null,
    ...resolved,
  };
}

function isAtAnEnd(text: string, date: FoundDate): boolean {
  const start = Math.min(date.start, date.weekday?.start ?? date.start);
  const end = Math.max(date.end, date.weekday?.end ?? 0);
  const time = /^[T ]?(?:\d{2}[-:h.]?\d{2}(?:[-:.]?\d{2})?)?Z?[^\p{L}\p{N}]*$/u;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) || time.test(text.slice(end).trim());
}

/** The date as the name has it: the joins that were taken for spaces go back into text and form. */
function inName(name: string, date: FoundDate): FoundDate {
  const text = name.slice(date.start, date.end);
  if (text === date.text) return date;
  const joins = text.replace(/[\p{L}\p{N}]/gu, '');
  const join = joins[0] ?? ' ';
  return { ...date, text, form: date.form.replace(/[- ]/g, join) };
}
