/** The quarter in words: for people who hear its picture, and beside the marks in it. */
import { formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day } from '../model.ts';
import type { AreaProgress, QuarterProgress } from '../progress.ts';
import type { Say } from '../say.ts';

/** The whole picture in sentences. Never quotes more of the notes than titles of focus areas. */
export function quarterWords(progress: QuarterProgress, today: Day, say: Say): string {
  const { record, areas, checkpoint, summary } = progress;
  const week = weekNow(progress, today);
  const when = [
    record.quarter.label,
    spanText(progress, say),
    ...(week === null ? [] : [say('now in week {0}', week)]),
  ];
  const written = [
    checkpoint === null ? say('No checkpoint') : say('Checkpoint written'),
    summary === null ? say('no summary') : say('summary written'),
  ];
  return [
    `${when.join(', ')}.`,
    `${heldText(progress, today, say)}.`,
    `${written.join(', ')}.`,
    ...areas.map((area) => `${area.area.title.text}: ${areaWords(area, say)}.`),
  ].join(' ');
}

/** `mentioned in 2 meetings, last on 2026-10-26, 1 of 2 targets met`. */
export function areaWords(area: AreaProgress, say: Say): string {
  const { mentions, lastMentioned, isQuiet } = area;
  const last = lastMentioned === null ? null : say('last on {0}', formatDay(lastMentioned));
  return [spokenWords(mentions.length, say), last, targetsWords(area, say), isQuiet ? say('has gone quiet') : null]
    .filter((part) => part !== null)
    .join(', ');
}

function spokenWords(mentions: number, say: Say): string {
  if (mentions === 0) return say('not mentioned yet');
  return mentions === 1 ? say('mentioned in 1 meeting') : say('mentioned in {0} meetings', mentions);
}

/** `2 of 3 targets met`; null where there is no target. */
export function targetsWords({ area, targetsMet }: AreaProgress, say: Say): string | null {
  const all = area.targetList.length;
  if (all === 0) return null;
  return all === 1 ? say('{0} of 1 target met', targetsMet) : say('{0} of {1} targets met', targetsMet, all);
}

export function promisesWords(opened: number, closed: number, say: Say): string {
  if (opened === 0) return closed === 1 ? say('1 promise closed') : say('{0} promises closed', closed);
  const given = opened === 1 ? say('1 promise given') : say('{0} promises given', opened);
  return closed === 0 ? given : `${given}, ${say('{0} closed', closed)}`;
}

/** `2026-08-01 to 2026-10-31`. */
export function spanText({ record: { quarter } }: QuarterProgress, say: Say): string {
  return say('{0} to {1}', formatDay(quarter.start), formatDay(quarter.end));
}

/** `12 meetings held`, without those that are only being prepared. */
export function heldText({ meetings }: QuarterProgress, today: Day, say: Say): string {
  const held = meetings.filter(({ dated }) => dated.day <= today).length;
  return held === 1 ? say('1 meeting held') : say('{0} meetings held', held);
}

export function meetingsWords(count: number, say: Say): string {
  if (count === 0) return say('no meetings');
  return count === 1 ? say('1 meeting') : say('{0} meetings', count);
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
