/** The quarter in words: for people who hear its picture, and beside the marks in it. */
import { formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day } from '../model.ts';
import { targetsText, type AreaProgress, type QuarterProgress } from '../progress.ts';

/** The whole picture in sentences. Never quotes more of the notes than titles of focus areas. */
export function quarterWords(progress: QuarterProgress, today: Day): string {
  const { record, areas, checkpoint, summary } = progress;
  const { label } = record.quarter;
  const week = weekNow(progress, today);
  return [
    `${label}, ${spanText(progress)}${week === null ? '' : `, now in week ${week}`}.`,
    `${heldText(progress, today)} held.`,
    `${checkpoint === null ? 'No checkpoint' : 'Checkpoint written'}, ${summary === null ? 'no summary' : 'summary written'}.`,
    ...areas.map((area) => `${area.area.title.text}: ${areaWords(area)}.`),
  ].join(' ');
}

/** `mentioned in 2 meetings, last on 2026-10-26, 1 of 2 targets met`. */
export function areaWords(area: AreaProgress): string {
  const { mentions, lastMentioned, isQuiet } = area;
  const last = lastMentioned === null ? null : `last on ${formatDay(lastMentioned)}`;
  const spoken = mentions.length === 0 ? 'not mentioned yet' : `mentioned in ${counted(mentions.length, 'meeting')}`;
  return [spoken, last, targetsText(area), isQuiet ? 'has gone quiet' : null]
    .filter((part) => part !== null)
    .join(', ');
}

export function promisesWords(opened: number, closed: number): string {
  if (opened === 0) return `${counted(closed, 'promise')} closed`;
  return closed === 0 ? `${counted(opened, 'promise')} given` : `${counted(opened, 'promise')} given, ${closed} closed`;
}

/** `2026-08-01 to 2026-10-31`. */
export function spanText({ record: { quarter } }: QuarterProgress): string {
  return `${formatDay(quarter.start)} to ${formatDay(quarter.end)}`;
}

/** `12 meetings`, without those that are only being prepared. */
export function heldText({ meetings }: QuarterProgress, today: Day): string {
  return counted(meetings.filter(({ dated }) => dated.day <= today).length, 'meeting');
}

/** From 1; null where today is in another quarter. */
export function weekNow({ record: { quarter } }: QuarterProgress, today: Day): number | null {
  return quarter.start <= today && today <= quarter.end ? weekOfQuarter(today, quarter) : null;
}

/** In how many meetings each week mentions a focus area; weeks without one are not in it. */
export function mentionsByWeek({ mentions }: AreaProgress, { record }: QuarterProgress): Map<number, number> {
  const weeks = new Map<number, number>();
  for (const { meeting } of mentions) {
    const week = weekOfQuarter(meeting.day, record.quarter);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return weeks;
}

export interface WeekOfMeetings {
  readonly meetings: number;
  readonly opened: number;
  readonly closed: number;
}

/** The weeks in which there is a meeting, earliest first. */
export function weeksWithMeetings({ meetings }: QuarterProgress): Map<number, WeekOfMeetings> {
  const weeks = new Map<number, WeekOfMeetings>();
  for (const { week, promisesOpened, promisesClosed } of meetings) {
    const { meetings: before, opened, closed } = weeks.get(week) ?? { meetings: 0, opened: 0, closed: 0 };
    weeks.set(week, { meetings: before + 1, opened: opened + promisesOpened, closed: closed + promisesClosed });
  }
  return weeks;
}

export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
