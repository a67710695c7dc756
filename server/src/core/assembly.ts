/**
 * Regions out of slices. A region is made of the same slices, or it is made anew; where an edit touched only some
 * slices, the regions before and after them are taken over without a look.
 */
import { marksIn } from './glance.ts';
import type { PlacedDate, SliceFacts } from './headings.ts';
import type { Place, Region, WrittenWeekday } from './model.ts';
import { isEnclosed, privateRanges } from './private-ranges.ts';
import type { Reading } from './reading.ts';
import type { Part, Plan } from './region-content.ts';
import { regionOf } from './region.ts';
import { holds, placeOf, writtenWeekday } from './region-dates.ts';
import { opening, startsAfter, type PlacedStart, type RegionStart } from './regions.ts';
import { isCertain, settledDates, type SettledDate } from './settle.ts';
import type { Slice, Slices } from './slices.ts';

/** The regions of a document without its front matter. */
export interface Assembly {
  readonly list: readonly Assembled[];
  /** Whether each date says its day by itself, so that none depends on the others. */
  readonly isCertain: boolean;
  /** Whether comments open or close private parts anywhere. */
  readonly hasMarks: boolean;
}

export interface Assembled {
  readonly region: Region;
  readonly plan: Plan;
  /** The index of the slice that the region starts in. */
  readonly slice: number;
}

/** What was assembled of an earlier version of the document. */
export interface Earlier {
  readonly slices: Slices<SliceFacts>;
  readonly assembly: Assembly;
}

/**
 * Assembles a document. `wholeFileDate` is asked for where no heading is dated: with a date the whole file is one
 * meeting.
 */
export function assemblyOf(
  slices: Slices<SliceFacts>,
  reading: Reading,
  earlier: Earlier | null,
  wholeFileDate: () => SettledDate | null,
): Assembly {
  return (earlier && around(slices, reading, earlier)) ?? anew(slices, reading, earlier, wholeFileDate);
}

function anew(
  slices: Slices<SliceFacts>,
  reading: Reading,
  earlier: Earlier | null,
  wholeFileDate: () => SettledDate | null,
): Assembly {
  const first: PlacedStart = { start: opening, slice: 0 };
  const hasMarks = anyMarks(slices.list);
  const ranges = hasMarks ? privateRanges(slices.list) : [];
  const starts = [first, ...startsAfter(first, slices.list, ranges, reading)];
  const fileDate = starts.some(({ start }) => start.kind === 'meeting') ? null : wholeFileDate();
  const used = fileDate === null ? starts : [{ slice: 0, start: { ...opening, kind: 'meeting' as const } }];
  const dates = settledDates(
    used.map(({ start }) => start),
    reading,
  );
  const taken = reusable(earlier?.assembly.list ?? []);
  const list = used.flatMap((start, index): Assembled[] => {
    const plan = planOf(slices, start, used[index + 1] ?? null, fileDate ?? dates[index]!);
    // A document that starts with a heading has nothing before it.
    if (start.start.heading === null && plan.length === 0) return [];
    return [{ plan, region: taken(plan) ?? regionOf(plan, reading), slice: start.slice }];
  });
  return { list, isCertain: fileDate === null && used.every(({ start }) => isCertain(start.date)), hasMarks };
}

function anyMarks(slices: readonly Slice<SliceFacts>[]): boolean {
  return slices.some((slice) => marksIn(slice).length > 0);
}

// ---------------------------------------------------------------------------------------------------------------
// Around an edit

/** Null where the edit reaches further than the regions around it: the first region, or dates that others decide. */
function around(slices: Slices<SliceFacts>, reading: Reading, { slices: old, assembly }: Earlier): Assembly | null {
  if (!assembly.isCertain) return null;
  const { list } = assembly;
  const { head, tail } = sharedEnds(old.list, slices.list);
  // The last region that starts before the edit may reach into it.
  const kept = firstFrom(list, head) - 1;
  const anchor = list[kept];
  if (kept < 1 || anchor === undefined) return null;
  const shift = slices.list.length - old.list.length;
  const hasMarks = assembly.hasMarks || anyMarks(slices.list.slice(head, slices.list.length - tail));
  const ranges = hasMarks ? privateRanges(slices.list) : [];
  const middle: PlacedStart[] = [{ start: anchor.plan.start, slice: anchor.slice }];
  let after = list.length;
  for (const start of startsAfter(middle[0]!, slices.list, ranges, reading)) {
    const same = start.slice >= slices.list.length - tail ? sameStart(list, start, shift) : -1;
    if (same >= 0) {
      after = same;
      break;
    }
    if (!isCertain(start.start.date)) return null;
    middle.push(start);
  }
  const next = after < list.length ? { start: list[after]!.plan.start, slice: list[after]!.slice + shift } : null;
  const dates = settledDates(
    middle.map(({ start }) => start),
    reading,
  );
  const taken = reusable(list.slice(kept, after));
  const made = middle.map((start, index): Assembled => {
    const plan = planOf(slices, start, middle[index + 1] ?? next, dates[index]!);
    return { plan, region: taken(plan) ?? regionOf(plan, reading), slice: start.slice };
  });
  const rest = list.slice(after);
  const moved = shift === 0 ? rest : rest.map((one) => ({ ...one, slice: one.slice + shift }));
  const all = [...list.slice(0, kept), ...made, ...moved];
  // A mark that comes or goes may close, or no longer close, a private part over regions elsewhere.
  const isAsBefore =
    !hasMarks ||
    all.every(({ plan: { start }, slice }) => start.isEnclosed === isEnclosed(ranges, { slice, block: start.block }));
  // Without a dated heading the whole file may be one meeting.
  const hasMeeting = all.some(({ region }) => region.meeting !== null);
  return isAsBefore && hasMeeting ? { list: all, isCertain: true, hasMarks } : null;
}

/** How many slices at the start and at the end are the same objects. */
function sharedEnds<T>(before: readonly T[], after: readonly T[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}

/** The index of the first region that starts in this slice or later. */
function firstFrom(list: readonly Assembled[], slice: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (list[half]!.slice < slice) low = half + 1;
    else high = half;
  }
  return low;
}

/** The region that started at the same heading under the same quarter and in the same private part: what follows it is as it was. */
function sameStart(list: readonly Assembled[], { start, slice }: PlacedStart, shift: number): number {
  for (let at = firstFrom(list, slice - shift); list[at]?.slice === slice - shift; at++) {
    const other = list[at]!.plan.start;
    if (other.heading === start.heading && other.kind === start.kind && sameAbove(other, start)) return at;
  }
  return -1;
}

function sameAbove(a: RegionStart, b: RegionStart): boolean {
  return (
    a.hiddenBelow === b.hiddenBelow &&
    a.isEnclosed === b.isEnclosed &&
    a.quarter?.depth === b.quarter?.depth &&
    a.quarter?.label?.text === b.quarter?.label?.text
  );
}

// ---------------------------------------------------------------------------------------------------------------
// One region

function planOf(
  slices: Slices<SliceFacts>,
  from: PlacedStart,
  next: PlacedStart | null,
  date: SettledDate | null,
): Plan {
  const start = offsetAt(slices, from);
  const end = next === null ? slices.offsetOf(slices.list.length) : offsetAt(slices, next);
  const parts: Part[] = [];
  for (let at = from.slice; at <= (next?.slice ?? slices.list.length - 1); at++) {
    const slice = slices.list[at]!;
    const first = at === from.slice ? from.start.block : 0;
    const last = next !== null && at === next.slice ? next.start.block : Infinity;
    if (last > first) parts.push({ slice, from: first, to: last, offset: slices.offsetOf(at) - start });
  }
  return { start: from.start, length: end - start, parts, date };
}

function offsetAt(slices: Slices<SliceFacts>, { start, slice }: PlacedStart): number {
  const inSlice = start.block === 0 ? 0 : slices.list[slice]!.facts.blocks[start.block]!.span.start;
  return slices.offsetOf(slice) + inSlice;
}

/** Finds the earlier region that was made of the same parts. */
function reusable(earlier: readonly Assembled[]): (plan: Plan) => Region | null {
  const known = new Map<Slice<SliceFacts>, Assembled[]>();
  for (const assembled of earlier) {
    const first = assembled.plan.parts[0]?.slice;
    if (first === undefined) continue;
    const same = known.get(first);
    if (same === undefined) known.set(first, [assembled]);
    else same.push(assembled);
  }
  return (plan) => {
    const first = plan.parts[0]?.slice;
    const candidates = first === undefined ? undefined : known.get(first);
    return candidates?.find((candidate) => samePlan(candidate.plan, plan))?.region ?? null;
  };
}

function samePlan(a: Plan, b: Plan): boolean {
  return (
    a.start.kind === b.start.kind &&
    a.start.depth === b.start.depth &&
    sameAbove(a.start, b.start) &&
    a.length === b.length &&
    a.date?.day === b.date?.day &&
    a.date?.doubt === b.date?.doubt &&
    a.date?.yearFrom === b.date?.yearFrom &&
    a.date?.outside === b.date?.outside &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index]!;
      return (
        part.slice === other.slice && part.from === other.from && part.to === other.to && part.offset === other.offset
      );
    })
  );
}

/** Where a date stands that was found in one of the slices. */
export function placeIn(assembly: Assembly, placed: PlacedDate): Place | null {
  const found = holderOf(assembly, placed);
  return found === null ? null : placeOf(placed, placed.span, found.plan, found.region.anchor);
}

/** The weekday beside such a date. */
export function weekdayIn(assembly: Assembly, placed: PlacedDate): WrittenWeekday | null {
  const found = holderOf(assembly, placed);
  return found === null ? null : writtenWeekday(placed, found.plan, found.region.anchor);
}

function holderOf({ list }: Assembly, placed: PlacedDate): Assembled | null {
  return list.find(({ plan }) => plan.parts.some((part) => holds(part, placed))) ?? null;
}
