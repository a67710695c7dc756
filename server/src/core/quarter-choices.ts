/** Quarter labels to choose from, in the form in which the pair write theirs. */
import { nextQuarter, previousQuarter, quarterOf } from './calendar.ts';
import type { Context } from './context.ts';
import type { Quarter, Series } from './model.ts';
import { findQuarterLabel, writeQuarterLabel } from './quarter-labels.ts';

/** This quarter, the next one and the one before, in the form of the last label in the series. */
export function quarterChoices(series: Series, context: Context): (readonly [text: string, detail: string])[] {
  const { quarters } = context.configuration;
  const current = quarterOf(context.today, quarters);
  const written = series.quarters
    .flatMap(({ checkpoints, summaries }) => [
      ...checkpoints.map(({ checkpoint }) => checkpoint.label),
      ...summaries.map(({ summary }) => summary.label),
    ])
    .findLast((label) => label !== null)?.text;
  const form = written === undefined ? null : (findQuarterLabel(written)?.form ?? null);
  const text = (quarter: Quarter): string => (form === null ? quarter.label : writeQuarterLabel(quarter, form));
  return [
    [text(current), 'this quarter'],
    [text(nextQuarter(current, quarters)), 'the next quarter'],
    [text(previousQuarter(current, quarters)), 'the last quarter'],
  ];
}
