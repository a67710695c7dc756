/**
 * The dates themselves, one by one: given where a run of digits starts, what date stands there. Each look at the text
 * is a slice of bounded length, so that a whole line is read in linear time.
 */
import type { Span } from '../model.ts';
import type { DateNumbers } from './found.ts';
import { languages as allLanguages, monthWord, type CalendarWord, type Language } from './words.ts';

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
const longestMonth = 18;

/** The date whose first (or, after the name of a month, second) part is the run of digits from `at` to `end`. */
export function scanAt(text: string, at: number, end: number, from: number): Scanned | null {
  const after = text.slice(end, end + longestDate);
  if (end - at === 4) return yearFirst(text, at, after);
  if (end - at > 2) return null;
  return numeric(text, at, after) ?? withMonth(text, at, end, from, after);
}

function withMonth(text: string, at: number, end: number, from: number, after: string): Scanned | null {
  const first = monthFirst(text, at, end, from, after);
  // `mar 3 nov 2026` is a Tuesday, not 3 March.
  if (first && first.numbers.year !== null) return first;
  const second = dayFirst(text, at, after);
  return second && (second.numbers.year !== null || !first) ? second : first;
}

// ---------------------------------------------------------------------------------------------------------------
// 2026-11-02, 2026/11/02, 2026.11.02, 2026-Nov-02

function yearFirst(text: string, at: number, after: string): Scanned | null {
  const year = Number(text.slice(at, at + 4));
  if (!isPlausibleYear(year)) return null;
  const match = /^([-/.])(\d{1,2})\1(\d{1,2})(?!\d)/.exec(after);
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

function yearThenMonth(text: string, at: number, year: number, after: string): Scanned | null {
  const match = /^([- ])(\p{L}[\p{L}\p{M}]{2,11})(\.?)\1(\d{1,2})(?!\d)/u.exec(after);
  if (!match) return null;
  const [whole, separator, word, dot, dayOfMonth] = match as unknown as [string, string, string, string, string];
  const month = monthWord(word);
  const end = at + 4 + whole.length;
  if (!month || Number(dayOfMonth) > 31 || !standsAlone(text, at, end)) return null;
  const languages = inOrder(month.languages, word);
  return {
    start: at,
    end,
    numbers: { year, pair: [month.number, Number(dayOfMonth)], order: 'mdy', kind: 'words' },
    form: `{yyyy}${separator}${monthHole(word, month, languages)}${dot}${separator}${dayHole(dayOfMonth)}`,
    languages,
    isWeak: false,
  };
}

// ---------------------------------------------------------------------------------------------------------------
// 11/02/2026, 02.11.2026, 11-02-26, and 3/11 or 3.11. in headings

function numeric(text: string, at: number, after: string): Scanned | null {
  const match = /^([-/.])(\d{1,2})\1(\d{4}|\d{2})(?!\d)/.exec(after);
  const first = text.slice(at, at + (/^\d/.test(text.slice(at + 1, at + 2)) ? 2 : 1));
  if (!match) return numericWithoutYear(text, at, first, after);
  const [whole, separator, second, written] = match as unknown as [string, string, string, string];
  const pair: [number, number] = [Number(first), Number(second)];
  const year = fourDigits(written);
  const end = at + first.length + whole.length;
  if (year === null || !isPlausiblePair(pair) || !standsAlone(text, at, end) || isRelease(text, at)) return null;
  const isShort = written.length === 2;
  // `10.12.26` may be a release as well, and `10.2.26` is one.
  if (isShort && separator === '.' && first.length + second.length < 4) return null;
  return {
    start: at,
    end,
    numbers: { year, pair, order: null, kind: 'numeric' },
    form: `${pairHoles(first, second, separator)}${separator}${isShort ? '{yy}' : '{yyyy}'}`,
    languages: separator === '.' ? ['de'] : [],
    isWeak: isShort && separator === '.',
  };
}

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

/** One zero in front shows that the numbers are padded; one lone digit that they are not. */
function pairHoles(first: string, second: string, separator: string): string {
  const isPadded = first.length + second.length === 4;
  return isPadded ? `{aa}${separator}{bb}` : `{a}${separator}{b}`;
}

// ---------------------------------------------------------------------------------------------------------------
// 2 November 2026, 2nd of Nov, 2. November 2026, 2 de noviembre de 2026, 1er décembre 2026, 02-Nov-2026

const dayThenMonth =
  /^(st|nd|rd|th|er|\u00E8re|[e\u00BA\u00B0\u00AA.])?([-/]|[ \t\u00A0\u202F]{0,3})(of the |of |de |do |di )?(\p{L}[\p{L}\p{M}]{2,11})(\.?)(?:(,?[ \t\u00A0\u202F]{1,2}(?:de |del |do )?|[-/,])(\d{4}|['\u2019]\d{2}|\d{2})(?!\d))?/iu;

function dayFirst(text: string, at: number, after: string): Scanned | null {
  const match = dayThenMonth.exec(after);
  if (!match) return null;
  const [, mark = '', gap, link = '', word, dot, join = '', written = ''] = match as unknown as string[];
  const month = monthWord(word!);
  if (!month || (gap === '' && mark === '')) return null;
  const digits = /^\d{1,2}/.exec(text.slice(at, at + 2))![0];
  const base = at + digits.length;
  const yearEnd = base + match[0].length;
  const monthEnd = yearEnd - join.length - written.length - (dot ?? '').length;
  const isHyphened = gap === '-' || gap === '/';
  const year = written === '' ? null : writtenYear(written, isHyphened ? gap! : '', join, text, yearEnd);
  const languages = inOrder(spokenLike(month.languages, mark, link, year !== null), word!);
  if (languages.length === 0 || Number(digits) > 39) return null;
  const end = year !== null ? yearEnd : monthEnd + (dot !== '' && !month.isFull ? 1 : 0);
  if (!standsAlone(text, at, end)) return null;
  if (year === null && (isHyphened || isWeakMonth(word!, month))) return null;
  const dotInDate = text.slice(monthEnd, end).startsWith('.') ? '.' : '';
  return {
    start: at,
    end,
    numbers: { year, pair: [month.number, Number(digits)], order: 'mdy', kind: 'words' },
    form:
      markedDayHole(digits, mark) +
      gap! +
      link +
      monthHole(word!, month, languages) +
      dotInDate +
      (year === null ? '' : join + yearHole(written)),
    languages,
    isWeak: false,
  };
}

/** Which of the languages of a month's name go with what stands between it and the day. */
function spokenLike(spoken: readonly Language[], mark: string, link: string, hasYear: boolean): readonly Language[] {
  const only = (...some: Language[]): readonly Language[] => spoken.filter((language) => some.includes(language));
  const linked = link.trim().toLowerCase();
  if (linked.startsWith('of')) return only('en');
  if (linked === 'de') return only('es', 'pt', 'fr');
  if (linked === 'do') return only('pt');
  if (linked === 'di') return only('it');
  if (mark === '') return spoken;
  // A number with a full stop before a word is the mark of a list more often than a day, but not in German.
  if (mark === '.') return spoken.includes('de') || hasYear ? spoken : [];
  if (/^(?:st|nd|rd|th)$/i.test(mark)) return only('en');
  if (/^(?:er|\u00E8re|e)$/i.test(mark)) return only('fr');
  return only('es', 'it', 'pt', 'fr');
}

// ---------------------------------------------------------------------------------------------------------------
// November 2, 2026, Nov. 2nd, Nov-02-2026

function monthFirst(text: string, at: number, end: number, from: number, after: string): Scanned | null {
  const before = text.slice(Math.max(from, at - longestMonth), at);
  const match = /(?<![\p{L}\p{M}\d])(\p{L}[\p{L}\p{M}]{2,11})(\.?)([ \t\u00A0\u202F]{1,3}|-)$/u.exec(before);
  if (!match) return null;
  const [whole, word, dot, gap] = match as unknown as [string, string, string, string];
  const month = monthWord(word);
  if (!month || Number(text.slice(at, end)) > 39) return null;
  const tail =
    /^(st|nd|rd|th)?(?:(,[ \t\u00A0]{0,2}|[ \t\u00A0]{1,3}(?:de |del )?|-)(\d{4}|['\u2019]\d{2}|\d{2})(?!\d))?/iu.exec(
      after,
    )!;
  const [, mark = '', join = '', written = ''] = tail as unknown as string[];
  const year = written === '' ? null : writtenYear(written, gap === '-' ? '-' : '', join, '', 0);
  const spoken =
    mark === '' && year !== null ? month.languages : month.languages.filter((language) => language === 'en');
  const languages = inOrder(spoken, word);
  if (languages.length === 0) return null;
  const start = at - whole.length;
  const dateEnd = end + (year === null ? mark.length : tail[0].length);
  if (!standsAlone(text, start, dateEnd)) return null;
  if (year === null && (gap === '-' || isWeakMonth(word, month) || !endsItsNumber(text, dateEnd))) return null;
  return {
    start,
    end: dateEnd,
    numbers: { year, pair: [month.number, Number(text.slice(at, end))], order: 'mdy', kind: 'words' },
    form:
      monthHole(word, month, languages) +
      dot +
      gap +
      markedDayHole(text.slice(at, end), mark) +
      (year === null ? '' : join + yearHole(written)),
    languages,
    isWeak: false,
  };
}

// ---------------------------------------------------------------------------------------------------------------
// What stands around a date

/** Not a part of a longer word, number, slug, address, version or sum of money. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (
    /[\p{L}\p{N}\p{Sc}+]$|[\p{L}\p{N}/][-\u2010\u2011/\\.:_#=&?~,]$|^[/\\]$|[\\/]$/u.test(before) &&
    !/[:=]$/.test(before)
  )
    return false;
  // `due:2026-11-09` is a date; `10:2026-11-09` is not.
  if (/\d[:=]$/.test(before)) return false;
  const after = text.slice(end, end + 2);
  if (/^[\p{L}\p{N}%\p{Sc}]/u.test(after)) return /^T\d/.test(after);
  return !/^[-/\\.:_#=&][\p{L}\p{N}]|^[/\\]/u.test(after);
}

/** After a month and a day the number is over: `Nov 2-6` and `May 5:30` are something else. */
function endsItsNumber(text: string, end: number): boolean {
  return !/^[ \t]?[-\u2013\u2014/:.][ \t]?\d/.test(text.slice(end, end + 4));
}

/** `3/11` ends a line, or is followed by punctuation; `1/2 done` is not a day. */
function endsItsPhrase(text: string, end: number): boolean {
  return /^\s*(?:$|[^\p{L}\p{N}\s])/u.test(text.slice(end, end + 8));
}

function isRelease(text: string, at: number): boolean {
  return /(?:^|[^\p{L}])(?:v|ver|version|rel|release|rev|build|patch)\.?[ \t]{0,2}$/iu.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

// ---------------------------------------------------------------------------------------------------------------
// Parts

function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2199;
}

/** Two digits are a year from 2010 to 2049: nobody had these meetings before, and `11/02/09` is rarer than a fraction. */
export function isShortYear(year: number): boolean {
  return year >= 2010 && year <= 2049;
}

function fourDigits(written: string): number | null {
  const digits = written.replace(/^['\u2019]/, '');
  const year = Number(digits) + (digits.length === 2 ? 2000 : 0);
  return (digits.length === 2 ? isShortYear(year) : isPlausibleYear(year)) ? year : null;
}

/** Two bare digits after a month are a year where hyphens join them, or where they end the phrase (`2 Nov 26`). */
function writtenYear(written: string, hyphen: string, join: string, text: string, end: number): number | null {
  const year = fourDigits(written);
  if (hyphen !== '' && join !== hyphen) return null;
  if (year === null || written.length !== 2 || join === hyphen) return year;
  const endsHere = text !== '' && !join.includes(',') && /^(?:$|[)\],;])/.test(text.slice(end, end + 1));
  return endsHere && year >= 2020 ? year : null;
}

function isPlausiblePair([first, second]: readonly [number, number]): boolean {
  return first >= 1 && second >= 1 && first <= 31 && second <= 31;
}

/** A month's name that is an everyday word, so that a number beside it does not make a date. */
function isWeakMonth(word: string, month: CalendarWord): boolean {
  if (/^(?:set|out|ago|gen|mag|lug|mar)$/i.test(word)) return true;
  return /^(?:may|march)$/.test(word) && month.languages.includes('en');
}

function inOrder(spoken: readonly Language[], word: string): readonly Language[] {
  const isLower = word === word.toLowerCase();
  const likely: readonly Language[] = isLower ? ['en', 'fr', 'es', 'it', 'pt', 'de'] : allLanguages;
  return likely.filter((language) => spoken.includes(language));
}

function monthHole(word: string, month: CalendarWord, languages: readonly Language[]): string {
  return `{${wordHole(word, 'month', 'mon', month.isFull)}:${languages[0]!}}`;
}

/** The hole copies the case of the word: `month`, `Month` or `MONTH`. */
export function wordHole(word: string, full: string, short: string, isFull: boolean): string {
  const hole = isFull ? full : short;
  if (word === word.toLowerCase()) return hole;
  if (word === word.toUpperCase()) return hole.toUpperCase();
  return hole[0]!.toUpperCase() + hole.slice(1);
}

function dayHole(digits: string): string {
  return digits.startsWith('0') ? '{dd}' : '{d}';
}

/** English ordinals are written on every day, the others only on the first. */
function markedDayHole(digits: string, mark: string): string {
  if (mark === '') return dayHole(digits);
  if (mark === '.') return `${dayHole(digits)}.`;
  return /^(?:st|nd|rd|th)$/i.test(mark) ? '{d:th}' : `{d:${mark}}`;
}

function yearHole(written: string): string {
  if (written.length === 4) return '{yyyy}';
  return written.length === 2 ? '{yy}' : `${written[0]!}{yy}`;
}
