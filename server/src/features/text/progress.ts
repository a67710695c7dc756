/** How a focus area fares, in one line: what lenses and hovers say. */
import { formatDay } from '../../core/calendar.ts';
import { targetsText, type AreaProgress } from '../../core/progress.ts';

/** `last mentioned 2026-11-16 · 2 meetings since · 1 of 2 targets met`. */
export function progressText(progress: AreaProgress): string {
  const { lastMentioned, meetingsSince } = progress;
  const spoken = lastMentioned === null ? 'not mentioned yet' : `last mentioned ${formatDay(lastMentioned)}`;
  const since = meetingsSince === 0 ? null : `${meetingsSince} ${meetingsSince === 1 ? 'meeting' : 'meetings'} since`;
  return [spoken, since, targetsText(progress)].filter((part) => part !== null).join(' \u00B7 ');
}
