/** What a series waits for, the most urgent first. Nothing private. */
import type { Context } from './context.ts';
import type { DatedMeeting, Day, Document, FocusArea, Place, PromiseThread, Quarter, Series, Target } from './model.ts';
import { promisesToKeep } from './follow-through.ts';
import { openFocusAreasOf } from './private.ts';
import { areaProgress, type AreaProgress } from './progress.ts';
import { documentAt, hasContent, keepsRoutine } from './query.ts';
import { isCurrent, recentQuarters } from './quarters.ts';
import { isOpen } from './state.ts';
import { quartersWithoutCheckpoint, quartersWithoutSummary } from './steps.ts';

export interface DueItem {
  readonly kind: 'promise' | 'target' | 'checkpoint' | 'summary' | 'quiet-focus-area';
  readonly text: string;
  readonly due: Day | null;
  readonly isOverdue: boolean;
  readonly document: Document;
  readonly place: Place;
}

/** A target that is still open, in a quarter that is not summed up. */
export interface OpenTarget {
  readonly target: Target;
  readonly area: FocusArea;
  readonly quarter: Quarter;
  readonly document: Document;
}

/** What has a day is due when it is at most this far ahead. */
const soonDays = 7;

/**
 * Promises due within a week, late, or without a day; open targets due within a week or late; a checkpoint or summary
 * that is missing; focus areas that went quiet. Overdue ones first, then by day.
 */
export function dueList(series: Series, context: Context): DueItem[] {
  if (!hasContent(series)) return [];
  const { today } = context;
  return [
    ...openPromises(series, context)
      .filter(({ due }) => due === null || due <= today + soonDays)
      .map(({ text, due, newest: { uri, written } }): DueItem => ({
        kind: 'promise',
        text,
        due,
        isOverdue: isLate(due, today),
        document: documentAt(series, uri),
        place: written.words,
      })),
    ...openTargets(series, context)
      .filter(({ target: { due } }) => due !== null && due <= today + soonDays)
      .map(({ target: { text, due, words }, document }): DueItem => ({
        kind: 'target',
        text,
        due,
        isOverdue: isLate(due, today),
        document,
        place: words,
      })),
    ...stepsDue(series, context),
    ...quietAreas(series, context).map(({ area: { title }, document }): DueItem => ({
      kind: 'quiet-focus-area',
      text: title.text,
      due: null,
      isOverdue: false,
      document,
      place: title.place,
    })),
  ].sort(byUrgency);
}

/**
 * By due day; those without one come last, in the order in which they were given. Private ones are left out, and those of
 * long ago.
 */
export function openPromises(series: Series, context: Context): PromiseThread[] {
  return promisesToKeep(series, context)
    .filter(({ isPrivate }) => !isPrivate)
    .sort(byUrgency);
}

/**
 * By due day, of the current quarter and the two before it. A quarter that was summed up is closed: what was left open
 * then was looked at. Those of private checkpoints are left out.
 */
export function openTargets(series: Series, context: Context): OpenTarget[] {
  return recentQuarters(series.quarters, context)
    .filter(({ summaries, quarter }) => summaries.length === 0 || isCurrent(quarter, context))
    .flatMap((record) =>
      openFocusAreasOf(record).flatMap(({ area, document }) =>
        area.targetList
          .filter(({ state }) => isOpen(state))
          .map((target): OpenTarget => ({ target, area, quarter: record.quarter, document })),
      ),
    )
    .sort((a, b) => byUrgency(a.target, b.target));
}

/** Focus areas of the current quarter that have not come up for some meetings, until it is summed up. */
export function quietAreas(series: Series, context: Context): AreaProgress[] {
  const record = series.quarters.find(({ quarter }) => isCurrent(quarter, context));
  if (record === undefined || record.summaries.length > 0) return [];
  return areaProgress(record, context).filter(({ isQuiet }) => isQuiet);
}

/** By day, so that what is overdue comes first; those without a day last. */
export function byUrgency(a: Pick<DueItem, 'due'>, b: Pick<DueItem, 'due'>): number {
  return (a.due ?? Infinity) - (b.due ?? Infinity) || 0;
}

export function isLate(due: Day | null, today: Day): boolean {
  return due !== null && due < today;
}

// ---------------------------------------------------------------------------------------------------------------

/** Where nothing says that the pair keeps the routine, nothing of it is due. */
function stepsDue(series: Series, context: Context): DueItem[] {
  if (!keepsRoutine(series, context)) return [];
  const item = (kind: DueItem['kind'], name: string, { day, meeting, document }: DatedMeeting): DueItem => ({
    kind,
    text: name,
    due: day,
    isOverdue: day <= context.today,
    document,
    place: meeting.heading?.place ?? meeting.date.place,
  });
  return [
    ...quartersWithoutCheckpoint(series, context).map(({ record, meeting }) =>
      item('checkpoint', `Checkpoint of ${record.quarter.label}`, meeting),
    ),
    ...quartersWithoutSummary(series, context).map(({ record, meeting }) =>
      item('summary', `Summary of ${record.quarter.label}`, meeting),
    ),
  ];
}
