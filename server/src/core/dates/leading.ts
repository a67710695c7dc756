/** The date that makes a heading a meeting, and the line under a heading that is nothing but a date. */
import { findDates, type DateOptions } from './find.ts';
import type { FoundDate } from './found.ts';
import { monthWord, weekdayWord } from './words.ts';

type LeadingOptions = Pick<DateOptions, 'numericOrder'>;

/**
 * The date at the start of a heading's text (after emoji, numbering and punctuation), or right after one of the words
 * for the meeting, as in `1:1 with Dana – 2026-11-02`. Null where a date stands anywhere else. Reads yearless dates
 * whatever the options say. Never throws.
 */
export function leadingDate(text: string, options: LeadingOptions = {}): FoundDate | null {
  const first = findDates(text, { numericOrder: options.numericOrder, allowYearless: true })[0];
  if (!first) return null;
  const before = text.slice(0, outerStart(first));
  return isOpening(before) || endsInMeeting(before) ? first : null;
}

/** The date of a line that is nothing but a date, or `Date:` and a date, marks and a time of day aside. Never throws. */
export function dateLine(text: string, options: LeadingOptions = {}): FoundDate | null {
  if (!startsAsDateLine(text)) return null;
  const [first, second] = findDates(text, { numericOrder: options.numericOrder, allowYearless: true });
  if (!first || second) return null;
  const end = Math.max(first.end, first.weekday?.end ?? 0);
  return isDateLabel(text.slice(0, outerStart(first))) && isTimeOfDay(text.slice(end)) ? first : null;
}

function outerStart(date: FoundDate): number {
  return Math.min(date.start, date.weekday?.start ?? date.start);
}

/** By its first word: next to no line of notes does, and the others need not be searched. */
function startsAsDateLine(text: string): boolean {
  const first = /[\p{L}\p{N}][\p{L}\p{M}]*(?:-feira)?/u.exec(text)?.[0];
  if (first === undefined || /^\p{N}/u.test(first)) return first !== undefined;
  const word = first.toLowerCase();
  return (
    word === 'meeting' ||
    articles.has(word) ||
    names.has(word) ||
    weekdayWord(first) !== null ||
    monthWord(first) !== null
  );
}

const longestOpening = 120;
const articles = new Set(['the', 'on', 'le', 'den', 'am', 'el', 'il', 'em', 'o']);
const names = new Set(['date', 'datum', 'fecha', 'data', 'when', 'wann', 'quand']);

/** No words but the numbering of headings and the article of a date. */
function isOpening(before: string): boolean {
  if (before.length > longestOpening) return false;
  const words = wordsOf(before);
  if (words.length > 0 && articles.has(words.at(-1)!)) words.pop();
  if (words.length === 0) return true;
  // `1. ` and `2) ` number a heading, `#12` a meeting.
  return words.length === 1 && /^\d{1,3}$/.test(words[0]!) && /\d[.)][ \t]|#\d{1,3}[ \t:\u2013\u2014-]/.test(before);
}

function isDateLabel(before: string): boolean {
  if (before.length > longestOpening) return false;
  const words = wordsOf(before);
  if (words.length > 0 && articles.has(words.at(-1)!)) words.pop();
  if (words[0] === 'meeting') words.shift();
  return words.length === 0 || (words.length === 1 && names.has(words[0]!));
}

function isTimeOfDay(after: string): boolean {
  const numbers = wordsOf(after);
  return (
    after.length <= longestOpening &&
    numbers.length <= 8 &&
    numbers.every((word) =>
      /^t?\d{1,2}h?(?:\d{2})?(?:[ap]m|z)?$|^(?:at|um|uhr|h|am|pm|[apmz]|to|bis|utc|gmt|cet|cest)$/.test(word),
    )
  );
}

const meetingWords =
  /(?<![\p{L}\p{N}:/.-])(?:1:1s?|1-1s?|1[ -]?on[ -]?1s?|one[ -]on[ -]ones?|121s?|meeting|check[ -]?in|sync|besprechung|treffen|(?:einzel)?gespr\u00E4ch|jour fixe|r\u00E9union|entretien|reuni\u00F3n|riunione|incontro|reuni\u00E3o)(?![\p{L}\p{N}])/giu;

/** A heading that speaks of a meeting without being one. */
const mentions = /[:(]|(?<!\p{L})(?:from|after|before|since|until|see|for|last|next|about|captured)(?!\p{L})/iu;

const connectives = new Set([
  'notes',
  'note',
  'on',
  'of',
  'at',
  'the',
  'am',
  'vom',
  'den',
  'du',
  'le',
  'del',
  'el',
  'da',
  'di',
  'il',
  'de',
  'em',
]);

/** The text ends in a word for the meeting, and what may stand between that and its date. */
function endsInMeeting(before: string): boolean {
  if (before.length > longestOpening) return false;
  for (const match of before.matchAll(meetingWords)) {
    if (mentions.test(before.slice(0, match.index))) return false;
    if (isJoin(before.slice(match.index + match[0].length))) return true;
  }
  return false;
}

const withWords = new Set(['with', 'w', 'mit', 'avec', 'con', 'com']);

/** `with Dana Reyes on`, `#12 –`, `:`, `(`: up to five words of a name, and only after `with`. */
function isJoin(between: string): boolean {
  const words = wordsOf(between);
  while (words.length > 0 && connectives.has(words.at(-1)!)) words.pop();
  if (connectives.has(words[0] ?? '')) words.shift();
  // Meetings may be numbered: `Sync #12`.
  if (/^\d{1,4}$/.test(words[0] ?? '')) words.shift();
  if (words.length === 0) return true;
  return withWords.has(words[0]!) && words.length >= 2 && words.length <= 6 && !/:\s*\p{L}|\(\s*\p{L}/u.test(between);
}

function wordsOf(text: string): string[] {
  // A digit on a keycap is a picture, not a number.
  const plain = text.replace(/\d\uFE0F?\u20E3/g, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}
