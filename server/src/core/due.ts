/** When a promise or target is due, as its text says. */
import { assumeYears, findDates, type FoundDate } from './dates.ts';
import { dueWordBefore, isEnd, isWhole, phrase } from './due/phrase.ts';
import { relativeDue, type Due, type DueOptions } from './due/relative.ts';
import type { Day, Span } from './model.ts';

/**
 * When the text says it is due: `due 2026-11-09`, `(by Fri 2026-11-09)`, `📅 2026-11-09`, a trailing ISO date; else,
 * where the day of the meeting is known, `by Friday`, `next week`, `end of month` and the like, in six languages. Null
 * where it says nothing, or nothing certain. Of several the last one counts. Linear; never throws.
 */
export function findDue(text: string, meetingDay: Day | null, options: DueOptions = {}): Due | null {
  return writtenDue(text, meetingDay, options) ?? (meetingDay === null ? null : relativeDue(text, meetingDay, options));
}

function writtenDue(text: string, meetingDay: Day | null, options: DueOptions): Due | null {
  const dates = findDates(text, { numericOrder: options.numericOrder, allowYearless: true });
  for (const date of dates.reverse()) {
    const outer = outerSpan(date);
    const word = dueWordBefore(text, outer.start);
    if (word === null && !isWhole(text, outer) && !isTrailing(text, date)) continue;
    const day = dayFrom(date, meetingDay);
    if (day !== null)
      return { day, ...phrase(text, { start: word ?? startWithArticle(text, outer.start), end: outer.end }) };
  }
  return null;
}

/** Without a year it is the next such day, or one that has passed by less than a month. */
function dayFrom(date: FoundDate, meetingDay: Day | null): Day | null {
  if (date.doubt !== 'no-year' || meetingDay === null) return date.day;
  const middleOfItsYear = { ...date, doubt: null, day: meetingDay + 152 };
  return assumeYears([middleOfItsYear, date], null)[1]!.day;
}

/** `Demo on 2026-11-20` is a demo. */
function startWithArticle(text: string, start: number): number {
  return (
    start -
    (/(?<![\p{L}\p{N}])(?:(?:on|am|le|el|il|em) |@)$/iu.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ??
      0)
  );
}

function outerSpan({ start, end, weekday }: FoundDate): Span {
  return { start: Math.min(start, weekday?.start ?? start), end: Math.max(end, weekday?.end ?? end) };
}

/** An ISO date at the end is a due date, unless the words before it make it a source (`notes from 2026-11-02`). */
function isTrailing(text: string, date: FoundDate): boolean {
  if (date.numbers.kind !== 'iso' || !isEnd(text, outerSpan(date).end)) return false;
  return !sourceWord.test(text.slice(Math.max(0, outerSpan(date).start - 16), outerSpan(date).start));
}

/** Also the signs of a task list for created, started, scheduled, done and cancelled. */
const sourceWord =
  /(?:(?<![\p{L}\p{N}])(?:of|from|since|after|for|vom|von|seit|du|depuis|desde|del|dal|da|de)\s+|[\u2795\u{1F6EB}\u23F3\u2705\u274C]\uFE0F?\s*)[([]{0,2}$/iu;
