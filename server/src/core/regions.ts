/** Where the regions of a document start: meetings, quarter headings, and everything that stands outside both. */
import { headingsIn } from './glance.ts';
import type { HeadingFact, PlacedDate, SliceFacts } from './headings.ts';
import type { RegionKind } from './model.ts';
import { meaningOf } from './names.ts';
import { isEnclosed, type PrivateRange } from './private-ranges.ts';
import type { Reading } from './reading.ts';
import type { Slice } from './slices.ts';

/** Where a region starts and what its heading says: all that decides where the next one starts. */
export interface RegionStart {
  readonly kind: Exclude<RegionKind, 'front-matter'>;
  /** The block among its slice's. */
  readonly block: number;
  readonly depth: number;
  readonly heading: HeadingFact | null;
  /** The date that makes it a meeting. */
  readonly date: PlacedDate | null;
  /** The nearest quarter heading that it stands under, or that it is. */
  readonly quarter: { readonly depth: number; readonly label: HeadingFact['label'] } | null;
  /** The depth of the private heading that it stands under. */
  readonly hiddenBelow: number | null;
  /** It stands in a private part that a comment before it opens and one after it closes. */
  readonly isEnclosed: boolean;
}

/** A region's start, and the index of the slice that it stands in. */
export interface PlacedStart {
  readonly start: RegionStart;
  readonly slice: number;
}

/** What stands before the first heading. */
export const opening: RegionStart = {
  kind: 'title',
  block: 0,
  depth: 0,
  heading: null,
  date: null,
  quarter: null,
  hiddenBelow: null,
  isEnclosed: false,
};

/**
 * The starts after a known one, in document order. A dated heading starts a meeting, whatever its level; a heading of
 * the same or a higher level without a date ends it. A title and a quarter heading end at the next heading of any level.
 */
export function* startsAfter(
  known: PlacedStart,
  slices: readonly Slice<SliceFacts>[],
  ranges: readonly PrivateRange[],
  reading: Reading,
): Generator<PlacedStart> {
  let open = known.start;
  let hiddenBelow = hiddenUnder(open, open.hiddenBelow, reading);
  for (let slice = known.slice; slice < slices.length; slice++) {
    for (const heading of headingsIn(slices[slice]!)) {
      if (slice === known.slice && known.start.heading !== null && heading.index <= known.start.block) continue;
      const { depth } = heading.block;
      if (hiddenBelow !== null && depth <= hiddenBelow) hiddenBelow = null;
      const next = startAt(heading, open, hiddenBelow, reading);
      hiddenBelow = hiddenUnder(next ?? { kind: 'standing', depth, heading }, hiddenBelow, reading);
      if (next === null) continue;
      open = { ...next, isEnclosed: isEnclosed(ranges, { slice, block: heading.index }) };
      yield { start: open, slice };
    }
  }
}

/** What follows a private heading and is deeper is private too; a lock in a document's title hides nothing below it. */
function hiddenUnder(
  { kind, depth, heading }: Pick<RegionStart, 'kind' | 'depth' | 'heading'>,
  around: number | null,
  { aliases }: Reading,
): number | null {
  if (around !== null || heading === null || kind === 'title') return around;
  const { text } = heading.block;
  const isPrivate = text.includes('\u{1F512}') || meaningOf(text, null, 'standing', aliases) === 'private';
  return isPrivate ? depth : null;
}

function startAt(
  heading: HeadingFact,
  open: RegionStart,
  hiddenBelow: number | null,
  reading: Reading,
): Omit<RegionStart, 'isEnclosed'> | null {
  const { depth } = heading.block;
  const isTitle = open === opening && isTitleHeading(heading, reading);
  // Under the title, a date line dates the file, not the heading: see `fileDates`.
  const date = isTitle ? null : heading.date;
  const isQuarter = heading.isQuarter && date === null;
  if (!startsRegion(open, depth, date !== null || isGroup(heading, open))) return null;
  const above = open.quarter !== null && depth > open.quarter.depth ? open.quarter : null;
  return {
    kind: isTitle ? 'title' : date !== null ? 'meeting' : isQuarter ? 'quarter' : 'standing',
    block: heading.index,
    depth,
    heading,
    date,
    quarter: isQuarter ? { depth, label: heading.label } : above,
    hiddenBelow,
  };
}

/** Quarters, months and years group meetings, at any depth outside them. */
function isGroup({ isQuarter, period }: HeadingFact, open: RegionStart): boolean {
  return (isQuarter || period !== null) && open.kind !== 'meeting';
}

function startsRegion(open: RegionStart, depth: number, isOwn: boolean): boolean {
  return isOwn || open.kind === 'title' || open.kind === 'quarter' || depth <= open.depth;
}

/** The first heading, if it is an H1 that neither starts with a date nor names a section of the routine. */
function isTitleHeading(heading: HeadingFact, reading: Reading): boolean {
  if (heading.block.depth !== 1 || heading.isQuarter || heading.period !== null) return false;
  if (heading.date !== null && !heading.isDateBelow) return false;
  return meaningOf(heading.block.text, heading.label?.text ?? null, 'standing', reading.aliases) === null;
}
