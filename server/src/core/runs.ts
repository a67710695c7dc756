/**
 * What is found region by region, kept for as long as the regions stand. The regions of a note are held in runs of
 * neighbours; a run that an edit did not touch is the same object in the next note, with everything that was found in
 * it. So a keystroke has one run looked at, however many regions the document has.
 */
import type { Region, RegionReader } from './model.ts';

export interface Run {
  readonly regions: readonly Region[];
  readonly found: Map<RegionReader<unknown>, readonly unknown[]>;
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
  return Array.from({ length: count }, (_, nth) => ({
    regions: regions.slice(startOf(nth), startOf(nth + 1)),
    found: new Map(),
  }));
}

function foundIn<T>({ regions, found }: Run, reader: RegionReader<T>): readonly T[] {
  const before = found.get(reader);
  if (before !== undefined) return before as readonly T[];
  const all = regions.flatMap((region) => reader(region));
  found.set(reader, all);
  return all;
}
