/** What a series waits for: promises to keep, targets past their date. */
import type { Context } from './context.ts';
import type { Document, FocusArea, PromiseThread, Quarter, Series, Target } from './model.ts';
import { focusAreasOf } from './query.ts';
import { isCurrent, recentQuarters } from './quarters.ts';
import { isOpen } from './state.ts';

/** A target that is still open although its day has passed. */
export interface LateTarget {
  readonly target: Target;
  readonly area: FocusArea;
  readonly quarter: Quarter;
  readonly document: Document;
}

/** By due day; those without one come last, in the order in which they were given. Private ones are left out. */
export function openPromises(series: Series): PromiseThread[] {
  return series.promises
    .filter(({ state, isPrivate }) => isOpen(state) && !isPrivate)
    .sort((a, b) => (a.due ?? noDay) - (b.due ?? noDay));
}

/** After every day. */
const noDay = Number.MAX_SAFE_INTEGER;

/**
 * By due day, of the current quarter and the two before it. A quarter that was summed up is closed: what was left open
 * then was looked at. Those of private checkpoints are left out.
 */
export function lateTargets(series: Series, context: Context): LateTarget[] {
  const late = recentQuarters(series.quarters, context).flatMap((record) => {
    if (record.summaries.length > 0 && !isCurrent(record.quarter, context)) return [];
    const isPrivate = new Set(
      record.checkpoints.flatMap(({ checkpoint }) => (checkpoint.isPrivate ? checkpoint.focusAreas : [])),
    );
    return focusAreasOf(record).flatMap(({ area, document }) =>
      isPrivate.has(area)
        ? []
        : area.targetList
            .filter(({ state, due }) => isOpen(state) && due !== null && due < context.today)
            .map((target): LateTarget => ({ target, area, quarter: record.quarter, document })),
    );
  });
  return late.sort((a, b) => a.target.due! - b.target.due!);
}
