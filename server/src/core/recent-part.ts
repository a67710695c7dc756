/**
 * The recent part of documents: the current quarter and the two before it, front matter, and what has no date. Of
 * older meetings and quarters only headings and dates are left, so that what is asked of the rest need not wait until
 * years of notes are read. Promises are left out: they are followed through all of the notes.
 */
import { quarterAt } from './calendar.ts';
import type { Context } from './context.ts';
import { datedIn } from './chronology.ts';
import { isFiscal, saysWhatQuartersAre } from './fiscal-labels.ts';
import type { Day, Document, Meeting, Note, Region } from './model.ts';
import { headingAlone, withoutPromises, writtenAround } from './partial-regions.ts';
import { possibleQuarterLabels } from './quarter-labels.ts';
import { startOfRecent } from './quarters.ts';
import { isRead } from './region.ts';
import { gatheredIn, runsOf } from './runs.ts';
import { mayHoldSuppression } from './suppressions.ts';

export interface RecentPart {
  readonly documents: readonly Document[];
  /** How many characters of old parts nobody has read yet. */
  readonly unread: number;
}

/**
 * Documents of one series without what their old parts say. The quarters from `startOfRecent` on are as they are in the
 * whole documents, and so is everything that headings and dates say. Reads nothing. Never throws.
 */
export function recentPart(documents: readonly Document[], context: Context): RecentPart {
  const since = firstNeeded(documents, context);
  let unread = 0;
  const isOld = (region: Region): boolean => {
    const day = lastDayOf(region, context);
    return day !== null && day < since && !reachesOut(region, context);
  };
  const shortened = documents.map((document): Document => {
    const { note } = document;
    const regions = note.regions.map((region) => {
      if (!isOld(region)) return withoutPromises(region);
      if (!isRead(region)) unread += region.length;
      return headingAlone(region);
    });
    return { ...document, note: noteOf(note, regions) };
  });
  return { documents: shortened, unread };
}

// ---------------------------------------------------------------------------------------------------------------

/** A quarter may be planned ahead in the last meeting of the one before. */
function firstNeeded(documents: readonly Document[], context: Context): Day {
  const start = startOfRecent(context);
  let last = -Infinity;
  for (const { note } of documents)
    for (const { day } of note.gathered(datedIn)) if (day < start && day > last) last = day;
  return last === -Infinity ? start : last;
}

/** The meeting's day, or the last one of the quarter that it stands under; null where nothing says one. */
function lastDayOf({ meeting, label }: Region, { configuration }: Context): Day | null {
  const day = meeting?.date.day ?? null;
  return day ?? (label === null ? null : quarterAt(label.year, label.number, configuration.quarters).end);
}

/**
 * Whether an old part may say something about what is not old: it hides findings, sums up a recent quarter, or shows
 * that quarters are not the calendar's.
 */
function reachesOut(region: Region, context: Context): boolean {
  const { quarters } = context.configuration;
  const recent = startOfRecent(context);
  const asksForFiscal = !saysWhatQuartersAre(context);
  if (asksForFiscal && isFiscal(region.label)) return true;
  return writtenAround(region).some(
    (source) =>
      mayHoldSuppression(source) ||
      possibleQuarterLabels(source).some(
        (label) => (asksForFiscal && isFiscal(label)) || quarterAt(label.year, label.number, quarters).start >= recent,
      ),
  );
}

function noteOf(note: Note, regions: readonly Region[]): Note {
  const gathered = gatheredIn(runsOf(regions, []));
  return { ...note, regions, gathered, meetings: gathered(meetingIn) };
}

function meetingIn({ meeting }: Region): readonly Meeting[] {
  return meeting === null ? [] : [meeting];
}
