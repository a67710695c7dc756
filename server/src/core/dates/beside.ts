/** The weekday written before or after a date, and the brackets around it. */
import { weekday as weekdayOf } from '../calendar.ts';
import type { Span } from '../model.ts';
import { dayIn, type FoundWeekday } from './found.ts';
import { wordHole } from './holes.ts';
import type { Scanned } from './scan.ts';
import { weekdayWord, type CalendarWord } from './words.ts';

/** `[2026-11-02]` and `[[2026-11-02]]` belong to the date; the text of a Markdown link does not. */
export function withBrackets(text: string, date: Scanned): Scanned {
  const depth = text.startsWith('[[', date.start - 2) && text.startsWith(']]', date.end) ? 2 : 1;
  const start = date.start - depth;
  const end = date.end + depth;
  if (start < 0 || text[start] !== '[' || text[end - 1] !== ']' || text[end] === '(' || text[end] === '[') return date;
  return { ...date, start, end, form: `${'['.repeat(depth)}${date.form}${']'.repeat(depth)}` };
}

/** The weekday beside a date: the one before it, else the one after it. */
export function weekdayBeside(text: string, date: Scanned, from: number): FoundWeekday | null {
  return weekdayBefore(text, date, from) ?? weekdayAfter(text, date);
}

const gap = String.raw`(?:\.?,?[ \t\u00A0]{1,3}|[ \t]?[-\u2013\u2014][ \t]?|[ \t]?\()`;
const before = new RegExp(
  String.raw`(?<![\p{L}\p{M}\d])(\p{L}[\p{L}\p{M}]{1,10}(?:-feira)?)(${gap}(?:(?:the|den|dem|le|il|el|o) )?)$`,
  'iu',
);
const after = /^(\)?,?[ \t\u00A0]{1,3}|[ \t]?[-\u2013\u2014/][ \t]?|[ \t]?\()(\p{L}[\p{L}\p{M}]{1,10}(?:-feira)?)/u;

function weekdayBefore(text: string, date: Scanned, from: number): FoundWeekday | null {
  const offset = Math.max(from, date.start - 30);
  const match = before.exec(text.slice(offset, date.start));
  if (!match) return null;
  const [, word, join] = match as unknown as [string, string, string];
  const known = weekdayWord(word);
  if (!known) return null;
  const start = offset + match.index;
  const opens = !/[\p{L}\p{N}]/u.test(text.slice(from, start));
  if (!(opens && isItsWeekday(known, date)) && !isBelievable(word, known, join, date)) return null;
  return found(text, { start, end: start + word.length }, known, date, (hole) => `${hole}${join}{date}`);
}

function weekdayAfter(text: string, date: Scanned): FoundWeekday | null {
  const match = after.exec(text.slice(date.end, date.end + 24));
  if (!match) return null;
  const [whole, join, word] = match as unknown as [string, string, string];
  const known = weekdayWord(word);
  if (!known) return null;
  const end = date.end + whole.length;
  const rest = text.slice(end, end + 10);
  const isInParentheses = join.trim() === '(';
  // `2026-11-02 Monday is a holiday` and `…, Mon 2026-11-09` say something else.
  const ends = isInParentheses ? /^\.?[),]/ : /^\.?(?:\s*$|\s*[^\p{L}\p{N}\s]|\s+\d{1,2}(?::|h| ?[ap]m))/u;
  if (!ends.test(rest) || !isBelievable(word, known, isInParentheses ? '(' : rest, date)) return null;
  const close = isInParentheses && /^\.?\)/.test(rest) ? /^\.?\)/.exec(rest)![0] : '';
  return found(text, { start: end - word.length, end }, known, date, (hole) => `{date}${join}${hole}${close}`);
}

function found(
  text: string,
  span: Span,
  known: CalendarWord,
  date: Scanned,
  joined: (hole: string) => string,
): FoundWeekday {
  const word = text.slice(span.start, span.end);
  const language = date.languages.find((each) => known.languages.includes(each)) ?? known.languages[0]!;
  const hole = `{${wordHole(word, 'weekday', 'wkd', known.isFull)}:${language}}`;
  return { ...span, number: known.number, text: word, form: joined(hole) };
}

/** `Mo 2 Nov 2026` at the start of a line: the day is a Monday, and the date can be German. */
function isItsWeekday({ number, languages }: CalendarWord, date: Scanned): boolean {
  const { year, pair, kind } = date.numbers;
  if (year === null || kind !== 'words' || !date.languages.some((each) => languages.includes(each))) return false;
  const day = dayIn(year, pair, 'mdy');
  return day !== null && weekdayOf(day) === number;
}

/**
 * Full names and English short ones are weekdays wherever they stand beside a date. The short ones of other languages
 * are also names and everyday words (`Sam`, `Mo`, `Do`), so the date must look like that language, or a full stop or
 * parenthesis show that they are short for something.
 */
function isBelievable(word: string, known: CalendarWord, join: string, date: Scanned): boolean {
  if (known.isFull) return true;
  const isCapital = word !== word.toLowerCase();
  if (known.languages.includes('en')) return isCapital || !/^(?:sat|sun|wed|mon)$/.test(word);
  const isName = isCapital && /^(?:sam|mo|gio|dom|mar|mer|sol)$/i.test(word);
  const isShortened = join.startsWith('.');
  if (date.languages.length > 0) {
    if (!date.languages.some((language) => known.languages.includes(language))) return false;
    // `2. Nov.` can only be German.
    return !isName || isShortened || date.numbers.kind === 'numeric' || date.languages.join() === 'de';
  }
  if (isName) return false;
  if (isShortened) return true;
  if (date.numbers.kind === 'numeric') return !isCapital && !known.languages.includes('de');
  return join === '(' || (join.startsWith(',') && !/^(?:so|do)$/i.test(word) && known.languages.includes('de'));
}
