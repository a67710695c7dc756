/** The dates of a file that holds one meeting, and whether they agree. */
import type { Day, FileDate, Note } from './model.ts';

export interface Disagreement {
  /** In the order in which they count. */
  readonly dates: readonly FileDate[];
  /** Each day that one of them says, with the places that say it. */
  readonly days: ReadonlyMap<Day, readonly FileDate[]>;
}

/** Null where all dates of the file can be the same day. A date without a year, or that does not exist, says nothing. */
export function disagreeing({ fileDates, meetings }: Note): Disagreement | null {
  const dates = fileDates.map((date) => {
    // The one dated heading may have got its year from the file's name.
    const own = meetings.find((meeting) => meeting.date.place.anchor === date.place?.anchor)?.date;
    return own !== undefined && own.text === date.text && own.day !== null
      ? { ...date, day: own.day, doubt: null }
      : date;
  });
  // The year of a folder is a guess, which must not contradict what is written.
  const saying = dates.filter(
    ({ day, candidates, doubt }) => doubt !== 'assumed-year' && (day !== null || candidates.length > 0),
  );
  const possible = saying.map(({ day, candidates }) => (day === null ? candidates : [day]));
  const isOne = possible[0]?.some((day) => possible.every((others) => others.includes(day))) ?? true;
  if (isOne) return null;
  const days = new Map<Day, FileDate[]>();
  for (const date of saying) {
    if (date.day !== null) days.set(date.day, [...(days.get(date.day) ?? []), date]);
  }
  return { dates: saying, days };
}
