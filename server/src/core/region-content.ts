/** What a region is read from, and what is found in it: how its text is built, what it says, what was promised. */
import { mayBeUngiven, ungivenMarks } from './feedback.ts';
import type { SliceFacts } from './headings.ts';
import { impossibleInPromises, impossibleInTargets } from './impossible-dates.ts';
import type { Anchor, Comment, Place, Region, Section, UngivenMark, Words } from './model.ts';
import type { Scope } from './names.ts';
import { outlineOf, type OutlineReading, type Piece } from './outline.ts';
import { payFigures } from './pay.ts';
import { promisesIn } from './promises/read.ts';
import type { Reading } from './reading.ts';
import type { RegionStart } from './regions.ts';
import { routineOf, type RoutineParts } from './routine.ts';
import type { SettledDate } from './settle.ts';
import type { Slice } from './slices.ts';

/** All that a region is made of: with the same parts it is the same region. */
export interface Plan {
  readonly start: RegionStart;
  readonly length: number;
  readonly parts: readonly Part[];
  readonly date: SettledDate | null;
}

export interface Part {
  readonly slice: Slice<SliceFacts>;
  /** The blocks of the slice that belong to the region; to its last one where `to` is infinite. */
  readonly from: number;
  readonly to: number;
  /** Where the slice starts, counted from the region's start; negative where the region starts inside it. */
  readonly offset: number;
}

/** How the text of a region is built. */
export interface Outlined {
  readonly section: Section;
  readonly comments: readonly Comment[];
}

/** What it says. */
export interface Content extends RoutineParts, Pick<Region, 'payFigures' | 'unread'> {
  readonly ungiven: readonly UngivenMark[];
  readonly impossibleInTargets: readonly Words[];
}

/** What takes as long to find as all the rest, and is only asked where promises are followed. */
export type Promised = Pick<Region, 'promises' | 'impossibleDates'>;

/** The heading that starts the region. */
export function titleOf({ start, parts }: Plan, anchor: Anchor): Words | null {
  if (start.heading === null) return null;
  const { text, content } = start.heading.block;
  const { offset } = parts[0]!;
  return { text, place: { anchor, start: content.start + offset, end: content.end + offset } };
}

/** The heading was known before: it stays the same object. */
export function titled(section: Section, title: Words | null): Section {
  return title === null ? section : { ...section, title };
}

export function outlined(plan: Plan, anchor: Anchor, title: Words | null, reading: Reading): Outlined {
  const pieces = plan.parts.map(({ slice, from, to, offset }): Piece => ({
    blocks: slice.facts.blocks.slice(from, to),
    offset,
  }));
  const { section, comments } = outlineOf(pieces, outlineReadingOf(plan, anchor, reading));
  return { section: titled(section, title), comments };
}

export function outlineReadingOf(plan: Plan, anchor: Anchor, { aliases }: Reading): OutlineReading {
  const { start } = plan;
  return {
    anchor,
    scope: scopeOf(plan),
    aliases,
    isOpening: start.heading === null,
    isPrivate: start.hiddenBelow !== null || start.isEnclosed,
  };
}

export function contentOf({ section }: Outlined, plan: Plan, anchor: Anchor, reading: Reading): Content {
  const { length, parts, date } = plan;
  const routine = routineOf(section, scopeOf(plan), date?.day ?? null, reading);
  const sourceAt = sourceIn(plan);
  const unread = parts.flatMap(({ slice, offset }): Place[] => {
    if (slice.unread === null) return [];
    const { span } = slice.unread;
    const isInside = span.start + offset >= 0 && span.start + offset < length;
    return isInside ? [{ anchor, start: span.start + offset, end: span.end + offset }] : [];
  });
  return {
    ...routine,
    payFigures: payFigures(section, sourceAt),
    ungiven: parts.some(({ slice }) => mayBeUngiven(slice.source)) ? ungivenMarks(section, sourceAt) : [],
    impossibleInTargets: impossibleInTargets(routine.checkpoints, sourceAt),
    unread,
  };
}

export function promisedBy(
  { section }: Outlined,
  { impossibleInTargets: inTargets }: Content,
  plan: Plan,
  reading: Reading,
): Promised {
  const promises = promisesIn(section, { scope: scopeOf(plan), day: plan.date?.day ?? null, reading });
  return { promises, impossibleDates: [...inTargets, ...impossibleInPromises(promises, sourceIn(plan))] };
}

// ---------------------------------------------------------------------------------------------------------------

function scopeOf({ start }: Plan): Scope {
  return start.kind === 'meeting' ? 'meeting' : 'standing';
}

function sourceIn({ parts }: Plan): (place: Place) => string {
  const source = parts.map(({ slice, offset }) => slice.source.slice(Math.max(0, -offset))).join('');
  return (place) => source.slice(place.start, place.end);
}
