/** A quarter as hover text: when it is, and what the series holds of it. */
import { formatDay, quarterAt, weekOfQuarter } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import type { Quarter, QuarterLabel, QuarterRecord, Series } from '../../core/model.ts';
import { bullets, escape, paragraphs } from './markdown.ts';

export function quarterText(
  { year, number }: Pick<QuarterLabel, 'year' | 'number'>,
  series: Series,
  context: Context,
): string {
  const quarter = quarterAt(year, number, context.configuration.quarters);
  const record = series.quarters.find((each) => each.quarter.start === quarter.start);
  return paragraphs(
    `**${escape(quarter.label)}**: ${formatDay(quarter.start)} to ${formatDay(quarter.end)}, ${weekText(quarter, context)}`,
    record === undefined ? 'No meeting of it is in the notes.' : recordText(record),
  );
}

/** Weeks of seven days from the quarter's first day. */
function weekText(quarter: Quarter, { today }: Context): string {
  const weeks = weekOfQuarter(quarter.end, quarter);
  if (today > quarter.end) return `over, ${weeks} weeks`;
  if (today < quarter.start) return `it begins in ${daysText(quarter.start - today)}`;
  return `week ${weekOfQuarter(today, quarter)} of ${weeks}`;
}

function recordText({ meetings, first, last, isLastKnown, checkpoints, summaries }: QuarterRecord): string {
  const held =
    first === null || last === null
      ? ['No meeting']
      : [
          `First meeting: ${formatDay(first.day)}`,
          `Last meeting${isLastKnown ? '' : ' so far'}: ${formatDay(last.day)}`,
          `Meetings: ${meetings.length}`,
        ];
  return bullets([
    ...held,
    `Checkpoint: ${checkpoints.length === 0 ? 'none' : 'written'}`,
    `Summary: ${summaries.length === 0 ? 'none' : 'written'}`,
  ]);
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
