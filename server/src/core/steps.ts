/** Steps of the routine that a quarter still waits for: what the rules say, and what lists of what is due show. */
import type { Context } from './context.ts';
import type { DatedMeeting, QuarterRecord, Series } from './model.ts';
import { openFocusAreasOf } from './private.ts';
import { hasContent } from './query.ts';
import { isCurrent, recentQuarters } from './quarters.ts';

export interface StepDue {
  readonly record: QuarterRecord;
  /** The meeting in which the pair would take it. */
  readonly meeting: DatedMeeting;
}

/**
 * Of the current and the past two quarters, past ones only where the pair had begun with checkpoints by then: a pair that
 * never wrote one is asked once, and not for its past.
 */
export function quartersWithoutCheckpoint(series: Series, context: Context): StepDue[] {
  if (!hasContent(series) || series.foreignLabel !== null) return [];
  return recentQuarters(series.quarters, context).flatMap((record) => {
    const { first, checkpoints, quarter } = record;
    if (first === null || checkpoints.length > 0) return [];
    const hadBegun = series.quarters.some(
      (other) => other.checkpoints.length > 0 && other.quarter.start <= quarter.start,
    );
    return isCurrent(quarter, context) || hadBegun ? [{ record, meeting: first }] : [];
  });
}

/** Of those with focus areas: past ones, and the current one once its last meeting is known. */
export function quartersWithoutSummary(series: Series, context: Context): StepDue[] {
  if (series.foreignLabel !== null) return [];
  return recentQuarters(series.quarters, context).flatMap((record) => {
    const { last, summaries, quarter, isLastKnown } = record;
    if (last === null || summaries.length > 0 || openFocusAreasOf(record).length === 0) return [];
    return isCurrent(quarter, context) && !isLastKnown ? [] : [{ record, meeting: last }];
  });
}
