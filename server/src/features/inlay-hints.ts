/** Inlay hints: weekday and week of quarter after a meeting's date, and what a relative due was understood as. */
import type { InlayHint } from 'vscode-languageserver-types';
import { formatDay, quarterOf, weekOfQuarter } from '../core/calendar.ts';
import { writeWeekday } from '../core/dates.ts';
import { findDue } from '../core/due.ts';
import type { Day, Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { sourceOf } from '../core/write/habits.ts';
import type { Request } from './request.ts';

/** Those inside the span, in document order. */
export function inlayHints({ document: { note }, context }: Request, within: Span): InlayHint[] {
  const { quarters, dates } = context.configuration;
  const hints: { offset: number; label: string }[] = [];
  for (const meeting of note.meetings) {
    const { day, place, weekday } = meeting.date;
    const span = spanOf(note, place);
    if (day !== null && span !== null) {
      const end = Math.max(span.end, weekday === null ? 0 : (spanOf(note, weekday.place)?.end ?? 0));
      hints.push({ offset: end, label: dateText(day, weekday === null) });
    }
    if (day === null) continue;
    for (const { words, isPrivate, dueAt } of meeting.promises) {
      const source = sourceOf(note, dueAt ?? words);
      const options = { numericOrder: dates.numericOrder, quarters };
      const due = findDue(source, day, options);
      const at = spanOf(note, dueAt ?? words);
      // A due that is written as a date needs no explanation.
      if (isPrivate || due === null || at === null || findDue(source, null, options) !== null) continue;
      hints.push({ offset: at.start + due.end, label: formatDay(due.day) });
    }
  }
  return hints
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, label }) => ({ position: note.text.positionAt(offset), label, paddingLeft: true }));

  function dateText(day: Day, saysWeekday: boolean): string {
    const quarter = quarterOf(day, quarters);
    const week = `W${weekOfQuarter(day, quarter)} ${quarter.label}`;
    return saysWeekday ? `${writeWeekday(day, '{Wkd:en}')} \u00B7 ${week}` : week;
  }
}
