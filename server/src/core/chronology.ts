/** The order of a document's meetings: which one breaks it, and which one has the wrong year. */
import { civil, dayOf } from './calendar.ts';
import type { Day, Meeting, Note, Region } from './model.ts';
import { orderOf } from './settle.ts';

/** A meeting that has a day. */
export interface Dated {
  readonly meeting: Meeting;
  readonly day: Day;
}

/** The region's meeting, if it has a day. */
export function datedIn({ meeting }: Region): readonly Dated[] {
  const day = meeting?.date.day ?? null;
  return meeting === null || day === null ? [] : [{ meeting, day }];
}

/** The region's meeting, if its date leaves a doubt. */
export function doubtfulIn({ meeting }: Region): readonly Meeting[] {
  return meeting === null || meeting.date.doubt === null ? [] : [meeting];
}

/** A meeting whose year does not fit its neighbours, and the day that fits. */
export interface YearSlip {
  readonly meeting: Meeting;
  readonly day: Day;
  readonly fitting: Day;
  /** The days of the meetings beside it that fit, earlier first. */
  readonly between: readonly Day[];
}

export type Direction = 'oldest-first' | 'newest-first';

/** A meeting that breaks the order, and its nearest neighbours in the document that keep it. */
export interface Misplaced {
  readonly meeting: Meeting;
  readonly day: Day;
  readonly order: Direction;
  /** The meeting that it belongs directly after or directly before, in the document. */
  readonly after: Meeting | null;
  readonly before: Meeting | null;
}

/** Beyond this many days from its neighbour a date is too far away for its year to be a slip. */
const near = 62;

/**
 * Meetings dated a year or more off, as in the first January after a heading was copied: the written day breaks the
 * file's order (or stands some months apart at its start or end), and the same day of a year next to it fits.
 */
export function yearSlips(note: Note): YearSlip[] {
  const dated = note.gathered(surelyDatedIn);
  if (dated.length < 3) return [];
  const found = directionsOf(note).map((order) => slipsIn(inTime(dated, order)));
  const fitting = found.filter(({ isWhole }) => isWhole);
  const best = found.length === 1 ? found[0]! : fitting.length === 1 ? fitting[0]! : null;
  return best === null || best.slips.length * 3 > dated.length ? [] : best.slips;
}

/**
 * Meetings that break the order that the document keeps; those under a heading of their own (a quarter, a month) are
 * looked at by themselves. Empty where the document keeps no order: more than two thirds must.
 */
export function misplaced(note: Note): Misplaced[] {
  // As nearly all documents are.
  const all = note.gathered(datedIn);
  if (keepsOrder(all, 1) || keepsOrder(all, -1)) return [];
  const slipped = new Set(yearSlips(note).map(({ meeting }) => meeting));
  return groupsOf(note).flatMap((group) => {
    const dated = slipped.size === 0 ? group : group.filter(({ meeting }) => !slipped.has(meeting));
    const own = orderOf(dated.map(({ day }) => day));
    const order = own === 'unknown' ? note.order : own;
    if (order === 'unknown' || dated.length < 3) return [];
    const kept = keepingOrder(dated, order === 'oldest-first' ? 1 : -1);
    const breaking = dated.filter((_, index) => !kept[index]);
    if (breaking.length === 0 || breaking.length * 3 >= dated.length) return [];
    const inOrder = dated.filter((_, index) => kept[index]);
    return breaking.map(({ meeting, day }) => {
      const next = inOrder.findIndex((other) => (order === 'oldest-first' ? other.day > day : other.day < day));
      const after = next < 0 ? inOrder.at(-1)! : inOrder[next - 1];
      return { meeting, day, order, after: after?.meeting ?? null, before: inOrder[next]?.meeting ?? null };
    });
  });
}

// ---------------------------------------------------------------------------------------------------------------

/** Whether all days rise (1) or fall (-1); equal ones allowed. */
function keepsOrder(dated: readonly Dated[], direction: 1 | -1): boolean {
  return dated.every(({ day }, index) => index === 0 || (day - dated[index - 1]!.day) * direction >= 0);
}

function surelyDatedIn(region: Region): readonly Dated[] {
  return region.meeting?.date.doubt === null ? datedIn(region) : [];
}

/** A slip may hide the order of a short file: then both are tried. */
function directionsOf({ order }: Note): readonly Direction[] {
  return order === 'unknown' ? ['oldest-first', 'newest-first'] : [order];
}

function inTime(dated: readonly Dated[], order: Direction): readonly Dated[] {
  return order === 'oldest-first' ? dated : [...dated].reverse();
}

interface Slips {
  readonly slips: YearSlip[];
  /** Whether the list rises once the slips are put right. */
  readonly isWhole: boolean;
}

/** `dated` is to rise. Where two longest parts of it do, the one that leaves fewer slips is meant. */
function slipsIn(dated: readonly Dated[]): Slips {
  if (keepsOrder(dated, 1)) return { slips: slipsAtEnds(dated), isWhole: true };
  const kept = keepingOrder(dated, 1);
  const found = slipsBeside(kept, dated);
  const other = slipsBeside(keepingOrder([...dated].reverse(), -1).reverse(), dated);
  return other.isWhole && (!found.isWhole || other.slips.length < found.slips.length) ? other : found;
}

function slipsBeside(kept: readonly boolean[], dated: readonly Dated[]): Slips {
  const inOrder = dated.filter((_, index) => kept[index]);
  const slips: YearSlip[] = [];
  let isWhole = true;
  let previous: Dated | null = null;
  let at = 0;
  for (const [index, each] of dated.entries()) {
    if (!kept[index]) {
      const slip = slipBetween(each, previous, inOrder[at] ?? null);
      if (slip === null) isWhole = false;
      else slips.push(slip);
      continue;
    }
    previous = each;
    at++;
    const isFirst = at === 1;
    if (!isFirst && at !== inOrder.length) continue;
    const [left, right] = isFirst ? [null, inOrder[1] ?? null] : [inOrder.at(-2) ?? null, null];
    const slip = slipAtEnd(each, left, right, inOrder);
    if (slip !== null) slips.push(slip);
  }
  return { slips, isWhole };
}

/** Of at least three that rise. */
function slipsAtEnds(dated: readonly Dated[]): YearSlip[] {
  return [
    slipAtEnd(dated[0]!, null, dated[1]!, dated) ?? [],
    slipAtEnd(dated.at(-1)!, dated.at(-2)!, null, dated) ?? [],
  ].flat();
}

function slipBetween(each: Dated, left: Dated | null, right: Dated | null): YearSlip | null {
  const between = [left, right].flatMap((other) => other?.day ?? []);
  const fitting = yearsBeside(each.day).find(
    (day) =>
      (left === null || left.day <= day) &&
      (right === null || day <= right.day) &&
      between.some((other) => Math.abs(other - day) <= near),
  );
  return fitting === undefined ? null : { ...each, fitting, between };
}

/** In order, but most of a year from its only neighbour, where all others are close together. */
function slipAtEnd(each: Dated, left: Dated | null, right: Dated | null, inOrder: readonly Dated[]): YearSlip | null {
  const neighbour = left ?? right;
  if (neighbour === null || Math.abs(each.day - neighbour.day) < 300 || inOrder.length < 3) return null;
  const others = inOrder.filter((other) => other !== each);
  const gaps = others.slice(1).map((other, index) => other.day - others[index]!.day);
  return gaps.every((gap) => gap <= near) ? slipBetween(each, left, right) : null;
}

/** The same day of the month a year later and a year earlier. */
function yearsBeside(day: Day): Day[] {
  const { year, month, day: dayOfMonth } = civil(day);
  return [year + 1, year - 1].flatMap((each) => dayOf(each, month, dayOfMonth) ?? []);
}

/** Which belong to a longest part of the list that rises (1) or falls (-1), equal days allowed. */
function keepingOrder(dated: readonly Dated[], direction: 1 | -1): boolean[] {
  const days = dated.map(({ day }) => day * direction);
  // As nearly all lists are.
  if (days.every((day, index) => index === 0 || days[index - 1]! <= day)) return days.map(() => true);
  const ends: number[] = [];
  const before: (number | null)[] = [];
  days.forEach((day, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[ends[middle]!]! <= day) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? null);
    ends[low] = index;
  });
  const kept = days.map(() => false);
  for (let at = ends.at(-1) ?? null; at !== null; at = before[at] ?? null) kept[at] = true;
  return kept;
}

/** Dated meetings between the headings that group them. */
function groupsOf(note: Note): Dated[][] {
  const groups: Dated[][] = [[]];
  let deepest = 0;
  for (const { dated, depth, isMeeting } of note.gathered(groupingIn)) {
    if (isMeeting) {
      groups.at(-1)!.push(...dated);
      deepest = depth;
    } else if (depth < deepest) groups.push([]);
  }
  return groups;
}

/** What a region says of how meetings are grouped: a meeting, or a heading that ends the group unless it is deeper. */
interface Grouping {
  readonly dated: readonly Dated[];
  readonly depth: number;
  readonly isMeeting: boolean;
}

function groupingIn(region: Region): readonly Grouping[] {
  const { kind, meeting, section } = region;
  if (meeting !== null) return [{ dated: datedIn(region), depth: meeting.depth, isMeeting: true }];
  if (kind === 'quarter') return [{ dated: [], depth: -1, isMeeting: false }];
  return kind === 'standing' && section !== null ? [{ dated: [], depth: section.depth, isMeeting: false }] : [];
}
