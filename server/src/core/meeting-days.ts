/** Days of a meeting to choose from: today, and the day that the cadence leads to. */
import { nextMeetingDay } from './calendar.ts';
import type { Cadence } from './configuration.ts';
import type { Context } from './context.ts';
import type { Day, Series } from './model.ts';

export interface DayChoice {
  readonly day: Day;
  readonly detail: string;
}

/** Without the days that have a meeting already. */
export function meetingDays(series: Series, { today }: Context): DayChoice[] {
  const last = series.meetings.findLast(({ day }) => day <= today)?.day ?? null;
  const planned = last === null ? null : nextAfter(last, today, series.cadence);
  const days: DayChoice[] = [{ day: today, detail: 'a meeting today' }];
  if (planned !== null && planned !== today) days.push({ day: planned, detail: 'the next meeting by your cadence' });
  const held = new Set(series.meetings.map(({ day }) => day));
  return days.filter(({ day }) => !held.has(day));
}

function nextAfter(last: Day, today: Day, cadence: Cadence): Day {
  let day = nextMeetingDay(last, cadence);
  // A year without a meeting is no cadence any more.
  for (let count = 0; day < today && count < 400; count++) day = nextMeetingDay(day, cadence);
  return day;
}
