/** Dates with the name of a month, in six languages. */
import { endsItsNumber, standsAlone } from './around.ts';
import { dayHole, fourDigits, markedDayHole, wordHole, yearHole } from './holes.ts';
import type { Scanned } from './scan.ts';
import { languages as allLanguages, monthWord, weekdayWord, type CalendarWord, type Language } from './words.ts';

const longestMonth = 18;

/** The date that the day of the month from `at` to `end` belongs to: after it stands `after`, before it a month or nothing. */
export function withMonth(text: string, at: number, end: number, from: number, after: string): Scanned | null {
  const first = monthFirst(text, at, end, from, after);
  if (first && first.numbers.year !== null) return first;
  const second = dayFirst(text, at, after);
  if (first === null || second === null) return first ?? second;
  // `mar 3 nov` is a Tuesday, not 3 March.
  return second.numbers.year !== null || isWeekdayToo(text, first) ? second : first;
}

function isWeekdayToo(text: string, date: Scanned): boolean {
  const word = /^\p{L}+/u.exec(text.slice(date.start, date.end));
  return word !== null && weekdayWord(word[0]) !== null;
}

/** `2026-Nov-02`. */
export function yearThenMonth(text: string, at: number, year: number, after: string): Scanned | null {
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

const dayThenMonth =
  /^(st|nd|rd|th|er|\u00E8re|[e\u00BA\u00B0\u00AA.])?([-/]|[ \t\u00A0\u202F]{0,3})(of the |of |de |do |di )?(\p{L}[\p{L}\p{M}]{2,11})(\.?)(?:(,?[ \t\u00A0\u202F]{1,2}(?:de |del |do )?|[-/,])(\d{4}|['\u2019]\d{2}|\d{2})(?!\d))?/iu;

/** `2 November 2026`, `2nd of Nov`, `2. November 2026`, `2 de noviembre de 2026`, `1er décembre 2026`, `02-Nov-2026`. */
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
  if (year === null && (isHyphened || isWeakMonth(word!))) return null;
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
  if (mark === '.') return spoken.includes('de') ? ['de'] : hasYear ? spoken : [];
  if (/^(?:st|nd|rd|th)$/i.test(mark)) return only('en');
  if (/^(?:er|\u00E8re|e)$/i.test(mark)) return only('fr');
  return only('es', 'it', 'pt', 'fr');
}

/** `November 2, 2026`, `Nov. 2nd`, `Nov-02-2026`. */
function monthFirst(text: string, at: number, end: number, from: number, after: string): Scanned | null {
  // Most numbers do not follow a word at all.
  if (at - from < 4 || !/[ \t\u00A0\u202F-]/.test(text[at - 1]!)) return null;
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
  if (year === null && (gap === '-' || isWeakMonth(word) || !endsItsNumber(text, dateEnd))) return null;
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

/** Two bare digits after a month are a year where hyphens join them, or where they end the phrase (`2 Nov 26`). */
function writtenYear(written: string, hyphen: string, join: string, text: string, end: number): number | null {
  const year = fourDigits(written);
  if (hyphen !== '' && join !== hyphen) return null;
  if (year === null || written.length !== 2 || join === hyphen) return year;
  const endsHere = text !== '' && !join.includes(',') && /^(?:$|[)\],;])/.test(text.slice(end, end + 1));
  return endsHere && year >= 2020 ? year : null;
}

/** A month's name that is an everyday word, so that a number beside it does not make a date. */
function isWeakMonth(word: string): boolean {
  return /^(?:set|out|ago|gen|mag|lug)$/i.test(word) || /^(?:mar|may|march)$/.test(word);
}

function inOrder(spoken: readonly Language[], word: string): readonly Language[] {
  const isLower = word === word.toLowerCase();
  const likely: readonly Language[] = isLower ? ['en', 'fr', 'es', 'it', 'pt', 'de'] : allLanguages;
  const spelled = monthWord(word)?.spelledIn ?? [];
  const inSpoken = likely.filter((language) => spoken.includes(language));
  return [...inSpoken].sort((a, b) => Number(spelled.includes(b)) - Number(spelled.includes(a)));
}

function monthHole(word: string, month: CalendarWord, languages: readonly Language[]): string {
  return `{${wordHole(word, 'month', 'mon', month.isFull)}:${languages[0]!}}`;
}
