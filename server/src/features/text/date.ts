/** A date as hover text: its weekday, its week of the quarter, how far it is, and what had to be decided to read it. */
import { formatDay, quarterOf, weekday as weekdayOf, weekOfQuarter } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import type { DateHere, Decision } from '../../core/date-at.ts';
import type { Day, Series } from '../../core/model.ts';
import { escape, paragraphs } from './markdown.ts';

export function dateText(date: DateHere, series: Series, context: Context): string {
  const { day, decisions } = date;
  if (day === null) return undatedText(date);
  return paragraphs(
    dayText(day, context),
    date.of === 'due' || date.of === 'text' ? null : placeText(day, series),
    ...decisions.map((decision) => decisionText(decision, date)),
  );
}

/** `**2026-11-16**: Monday · 2026-Q4, week 7 of 14 · 8 days ago`. */
export function dayText(day: Day, { today, configuration }: Context): string {
  const quarter = quarterOf(day, configuration.quarters);
  const weeks = weekOfQuarter(quarter.end, quarter);
  const week = `${escape(quarter.label)}, week ${weekOfQuarter(day, quarter)} of ${weeks}`;
  return `**${formatDay(day)}**: ${weekdayName(day)} \u00B7 ${week} \u00B7 ${distanceText(day, today)}`;
}

export function weekdayName(day: Day): string {
  return weekdays[weekdayOf(day) - 1]!;
}

/** `today`, `in 3 days`, `8 days ago`, `12 weeks ago`. */
export function distanceText(day: Day, today: Day): string {
  if (day === today) return 'today';
  if (day === today + 1) return 'tomorrow';
  if (day === today - 1) return 'yesterday';
  const days = Math.abs(day - today);
  const length = days < 35 ? `${days} days` : `${Math.round(days / 7)} weeks`;
  return day > today ? `in ${length}` : `${length} ago`;
}

// ---------------------------------------------------------------------------------------------------------------

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function placeText(day: Day, { quarters }: Series): string | null {
  const record = quarters.find(({ quarter }) => quarter.start <= day && day <= quarter.end);
  if (record === undefined) return null;
  const { label } = record.quarter;
  if (record.last?.day === day && record.isLastKnown) return `The last meeting of ${escape(label)}.`;
  return record.first?.day === day ? `The first meeting of ${escape(label)}.` : null;
}

function undatedText({ doubt, text, candidates, of }: DateHere): string {
  const name = `**${escape(text)}**`;
  const what = of === 'text' ? 'it is read as no day' : 'the meeting is left undated';
  if (doubt === 'ambiguous') {
    const readings = candidates.length < 2 ? 'read in two ways' : candidates.map(formatDay).join(' or ');
    return `${name} can be ${readings}. Nothing in the file says which number is the month, so ${what}. Write it as year-month-day.`;
  }
  if (doubt === 'no-year')
    return `${name} has no year, and nothing in the file says which, so ${what}. Write the year.`;
  return `${name} does not exist in the calendar, so ${what}.`;
}

function decisionText(decision: Decision, { text }: DateHere): string {
  switch (decision.is) {
    case 'year':
      return `It is written without a year: this one is assumed, from the ${decision.by}.`;
    case 'counted':
      return `"${escape(text)}" is counted from the meeting's day, ${formatDay(decision.from)}.`;
    case 'order': {
      const order = decision.order === 'mdy' ? 'month first' : 'day first';
      return `Read with the ${order}, ${orderReason(decision)}.`;
    }
  }
}

function orderReason({ by, order }: Extract<Decision, { is: 'order' }>): string {
  switch (by) {
    case 'configuration':
      return `because the configuration says \`numericOrder: ${order}\``;
    case 'weekday':
      return 'because only so it is the weekday beside it';
    case 'other dates':
      return 'because other dates of the file cannot be read the other way';
  }
}
