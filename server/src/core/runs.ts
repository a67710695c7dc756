/**
 * What is found region by region, kept for as long as the regions stand. The regions of a note are held in runs of
 * neighbours; a run that an edit did not touch is the same object in the next note, with everything that was found in
 * it. So a keystroke has one run looked at, however many regions the document has.
 */
import type { Anchor, Region, RegionReader } from './model.ts';

export interface Run {
  readonly regions: readonly Region[];
  readonly length: number;
  readonly found: Map<RegionReader<unknown>, readonly unknown[]>;
  /** Where each region starts, counted from the start of the run. */
  readonly starts: () => ReadonlyMap<Anchor, number>;
}

/** Holds regions in runs. Those of an earlier version of the note are taken over from both ends up to the edit. */
export function runsOf(regions: readonly Region[], before: readonly Run[]): Run[] {
  let head = 0;
  let start = 0;
  while (head < before.length && standsAt(start, before[head]!, regions)) start += before[head++]!.regions.length;
  let tail = before.length;
  let end = regions.length;
  while (tail > head) {
    const at = end - before[tail - 1]!.regions.length;
    if (at < start || !standsAt(at, before[tail - 1]!, regions)) break;
    end = at;
    tail--;
  }
  return [...before.slice(0, head), ...cut(regions.slice(start, end)), ...before.slice(tail)];
}

/** What a reader finds in all of them, in document order. */
export function gatheredIn(runs: readonly Run[]): <T>(reader: RegionReader<T>) => readonly T[] {
  const known = new Map<RegionReader<unknown>, readonly unknown[]>();
  return <T>(reader: RegionReader<T>): readonly T[] => {
    const before = known.get(reader);
    if (before !== undefined) return before as readonly T[];
    const found: T[] = [];
    for (const run of runs) for (const each of foundIn(run, reader)) found.push(each);
    known.set(reader, found);
    return found;
  };
}

/** Where the regions start in the text, of which the first one starts at `start`; null for an anchor of another document. */
export function offsetsIn(runs: readonly Run[], start: number): (anchor: Anchor) => number | null {
  const offsets: number[] = [];
  let end = start;
  for (const { length } of runs) {
    offsets.push(end);
    end += length;
  }
  // Whoever asks for many asks for neighbours.
  let last = 0;
  const inRun = (nth: number, anchor: Anchor): number | null => {
    const found = runs[nth]?.starts().get(anchor);
    if (found === undefined) return null;
    last = nth;
    return offsets[nth]! + found;
  };
  return (anchor) => {
    const near = inRun(last, anchor) ?? inRun(last + 1, anchor);
    if (near !== null) return near;
    for (let nth = 0; nth < runs.length; nth++) {
      const found = inRun(nth, anchor);
      if (found !== null) return found;
    }
    return null;
  };
}

// ---------------------------------------------------------------------------------------------------------------

/** Few enough that looking at all of them costs nothing, many enough that a document of 5 MB has some dozens of runs. */
const LONGEST = 32;

function standsAt(start: number, { regions: own }: Run, regions: readonly Region[]): boolean {
  if (start + own.length > regions.length) return false;
  for (let nth = 0; nth < own.length; nth++) if (own[nth] !== regions[start + nth]) return false;
  return true;
}

/** Runs of about the same length. */
function cut(regions: readonly Region[]): Run[] {
  const count = Math.ceil(regions.length / LONGEST);
  const startOf = (nth: number): number => Math.round((nth * regions.length) / count);
  return Array.from({ length: count }, (_, nth) => runOf(regions.slice(startOf(nth), startOf(nth + 1))));
}

function runOf(regions: readonly Region[]): Run {
  let starts: Map<Anchor, number> | null = null;
  return {
    regions,
    length: regions.reduce((sum, { length }) => sum + length, 0),
    found: new Map(),
    starts: () => (starts ??= startsOf(regions)),
  };
}

function startsOf(regions: readonly Region[]): Map<Anchor, number> {
  const starts = new Map<Anchor, number>();
  let at = 0;
  for (const { anchor, length } of regions) {
    starts.set(anchor, at);
    at += length;
  }
  return starts;
}

function foundIn<T>({ regions, found }: Run, reader: RegionReader<T>): readonly T[] {
  const before = found.get(reader);
  if (before !== undefined) return before as readonly T[];
  const all = regions.flatMap((region) => reader(region));
  found.set(reader, all);
  return all;
}
