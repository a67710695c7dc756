/** Where the regions of a document start: meetings, quarter headings, and everything that stands outside both. */
import type { HeadingFact, PlacedDate, SliceFacts } from './headings.ts';
import type { RegionKind } from './model.ts';
import { meaningOf } from './names.ts';
import type { Reading } from './reading.ts';

/** A region's first block, as slice and block index, and what its heading says. */
export interface RegionStart {
  readonly kind: Exclude<RegionKind, 'front-matter'>;
  readonly slice: number;
  readonly block: number;
  readonly depth: number;
  readonly heading: HeadingFact | null;
  /** The date that makes it a meeting. */
  readonly date: PlacedDate | null;
  /** The nearest quarter heading that it stands under, or that it is. */
  readonly label: HeadingFact['label'];
}

/**
 * A dated heading starts a meeting, whatever its level; a heading of the same or a higher level without a date ends it.
 * A title and a quarter heading end at the next heading of any level.
 */
export function regionStarts(facts: readonly SliceFacts[], reading: Reading): RegionStart[] {
  const starts: RegionStart[] = [
    { kind: 'title', slice: 0, block: 0, depth: 0, heading: null, date: null, label: null },
  ];
  let quarter: { readonly depth: number; readonly label: HeadingFact['label'] } | null = null;
  let isFirst = true;
  for (let slice = 0; slice < facts.length; slice++) {
    for (const heading of facts[slice]!.headings) {
      const { depth } = heading.block;
      const open = starts.at(-1)!;
      const isTitle = isFirst && isTitleHeading(heading, reading);
      isFirst = false;
      // Under the title, a date line dates the file, not the heading: see `fileDate` in `parse.ts`.
      const date = isTitle ? null : heading.date;
      if (!startsRegion(open, depth, date !== null)) continue;
      if (quarter !== null && depth <= quarter.depth) quarter = null;
      const isQuarter = heading.isQuarter && date === null;
      if (isQuarter) quarter = { depth, label: heading.label };
      const kind = isTitle ? 'title' : date !== null ? 'meeting' : isQuarter ? 'quarter' : 'standing';
      starts.push({ kind, slice, block: heading.index, depth, heading, date, label: quarter?.label ?? null });
    }
  }
  return starts;
}

function startsRegion(open: RegionStart, depth: number, isDated: boolean): boolean {
  return isDated || open.kind === 'title' || open.kind === 'quarter' || depth <= open.depth;
}

/** The first heading, if it is an H1 that neither starts with a date nor names a section of the routine. */
function isTitleHeading(heading: HeadingFact, reading: Reading): boolean {
  if (heading.block.depth !== 1 || heading.isQuarter) return false;
  if (heading.date !== null && !heading.isDateBelow) return false;
  return meaningOf(heading.block.text, heading.label?.text ?? null, 'standing', reading.aliases) === null;
}
