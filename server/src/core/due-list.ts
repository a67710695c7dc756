/** What a series waits for, the most urgent first. Nothing private. */
import { quarterOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Day, Document, Place, Series } from './model.ts';
import { openFocusAreasOf } from './private.ts';
import { areaProgress } from './progress.ts';
import { documentAt, hasContent, keepsRoutine } from './query.ts';
import { isCurrent } from './quarters.ts';
import { isOpen } from './state.ts';

export interface DueItem {
  readonly kind: 'promise' | 'target' | 'checkpoint' | 'summary' | 'quiet-focus-area';
  readonly text: string;
  readonly due: Day | null;
  readonly isOverdue: boolean;
  readonly document: Document;
  readonly place: Place;
}

/** Promises with a day at most this far ahead. */
const soonDays = 7;

/**
 * Promises due within a week, late, or without a day; open targets due within a week or late; a checkpoint or summary
 * that is missing; focus areas that went quiet. Overdue ones first, then by day.
 */
export function dueList(series: Series, context: Context): DueItem[] {
  if (!hasContent(series)) return [];
  return [...promisesDue(series, context), ...quarterDue(series, context)].sort(byUrgency);
}

/** Overdue first, then by day, those without a day last. */
export function byUrgency(a: Pick<DueItem, 'due'>, b: Pick<DueItem, 'due'>): number {
  return (a.due ?? Infinity) - (b.due ?? Infinity) || 0;
}

// ---------------------------------------------------------------------------------------------------------------

function promisesDue(series: Series, { today }: Context): DueItem[] {
  return series.promises.flatMap(({ state, isPrivate, due, text, newest }): DueItem[] => {
    if (!isOpen(state) || isPrivate || (due !== null && due > today + soonDays)) return [];
    const document = documentAt(series, newest.uri);
    return [{ kind: 'promise', text, due, isOverdue: isLate(due, today), document, place: newest.written.words }];
  });
}

function quarterDue(series: Series, context: Context): DueItem[] {
  const { today } = context;
  const list: DueItem[] = [];
  const current = quarterOf(today, context.configuration.quarters);
  for (const record of series.quarters.filter(({ quarter }) => quarter.start <= today).slice(-2)) {
    const { last, first, summaries, quarter } = record;
    const areas = openFocusAreasOf(record);
    const isNow = isCurrent(quarter, context);
    if (isNow && record.checkpoints.length === 0 && first !== null && keepsRoutine(series, context)) {
      const text = `Checkpoint of ${quarter.label}`;
      list.push({ kind: 'checkpoint', text, due: first.day, isOverdue: true, ...placeOf(first) });
    }
    const isOver = !isNow || record.isLastKnown;
    if (areas.length > 0 && summaries.length === 0 && isOver && last !== null && quarter.end >= current.start - 100) {
      const text = `Summary of ${quarter.label}`;
      list.push({ kind: 'summary', text, due: last.day, isOverdue: quarter.end < today, ...placeOf(last) });
    }
    if (summaries.length > 0 && !isNow) continue;
    for (const { area, document } of areas) {
      for (const { text, state, due, words } of area.targetList) {
        if (!isOpen(state) || due === null || due > today + soonDays) continue;
        list.push({ kind: 'target', text, due, isOverdue: due < today, document, place: words });
      }
    }
    if (!isNow || summaries.length > 0) continue;
    for (const { area, document, isQuiet } of areaProgress(record, context)) {
      const { text, place } = area.title;
      if (isQuiet) list.push({ kind: 'quiet-focus-area', text, due: null, isOverdue: false, document, place });
    }
  }
  return list;
}

function placeOf({
  meeting,
  document,
}: {
  meeting: Series['meetings'][number]['meeting'];
  document: Document;
}): Pick<DueItem, 'document' | 'place'> {
  return { document, place: meeting.heading?.place ?? meeting.date.place };
}

function isLate(due: Day | null, today: Day): boolean {
  return due !== null && due < today;
}
