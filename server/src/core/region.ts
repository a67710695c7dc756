/** One region, read when it is first asked what it holds: many are not, while a long document is being opened. */
import { mayBeUngiven, ungivenMarks } from './feedback.ts';
import type { SliceFacts } from './headings.ts';
import { impossibleInPromises, impossibleInTargets } from './impossible-dates.ts';
import type { Anchor, Comment, Meeting, Place, Region, Section, UngivenMark, Words } from './model.ts';
import { outlineOf, type OutlineReading, type Piece } from './outline.ts';
import { payFigures } from './pay.ts';
import { spokenIn } from './mentions.ts';
import type { Scope } from './names.ts';
import { promisesIn } from './promises/read.ts';
import type { Reading } from './reading.ts';
import { writtenDate } from './region-dates.ts';
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

/** How a region came about and how far it is read: no part of what it says. */
export interface Making {
  readonly plan: Plan;
  readonly reading: Reading;
  /** Whether all but its promises was found. */
  readonly hasContent: () => boolean;
  /** Whether everything was. */
  readonly isDone: () => boolean;
  readonly impossibleInTargets: () => readonly Words[];
}

export const MAKING = Symbol('making');

export interface MadeRegion extends Region {
  readonly [MAKING]: Making;
}

/** Null for front matter, which is made of no slices. */
export function makingOf(region: Region): Making | null {
  return (region as Partial<MadeRegion>)[MAKING] ?? null;
}

/** Whether its text has been read, so that asking what it holds costs nothing. Front matter always is. */
export function isRead(region: Region): boolean {
  return makingOf(region)?.plan.parts.every(({ slice }) => slice.isRead) ?? true;
}

/** Reads a region slice by slice until the time is up. Gives whether any of it is left. */
export function readOn(region: Region, isTimeUp: () => boolean): boolean {
  const making = makingOf(region);
  if (making === null || making.isDone()) return false;
  for (const { slice } of making.plan.parts) {
    if (slice.isRead) continue;
    if (isTimeUp()) return true;
    void slice.facts;
  }
  if (isTimeUp()) return true;
  void region.section;
  void region.promises;
  return false;
}

/** Reads nothing yet. */
export function regionOf(plan: Plan, reading: Reading): Region {
  const { start, length } = plan;
  const anchor: Anchor = { is: 'anchor' };
  const title = titleOf(plan, anchor);
  let content: Content | null = null;
  let promised: Promised | null = null;
  const read = (): Content => (content ??= contentOf(plan, anchor, title, reading));
  const promisedIn = (): Promised => (promised ??= promisedBy(read(), plan, reading));
  const under = start.quarter?.label ?? null;
  const region: MadeRegion = {
    kind: start.kind,
    anchor,
    length,
    title,
    meeting: start.kind === 'meeting' ? meetingOf(plan, anchor, title, read, promisedIn) : null,
    label: under === null || title === null ? null : { ...under, place: title.place },
    [MAKING]: {
      plan,
      reading,
      hasContent: () => content !== null,
      isDone: () => promised !== null,
      impossibleInTargets: () => read().impossibleInTargets,
    },
    get section() {
      return read().section;
    },
    get checkpoints() {
      return read().checkpoints;
    },
    get summaries() {
      return read().summaries;
    },
    get agendas() {
      return read().agendas;
    },
    get worksheets() {
      return read().worksheets;
    },
    get promises() {
      return promisedIn().promises;
    },
    get rollingLists() {
      return read().rollingLists;
    },
    get comments() {
      return read().comments;
    },
    get payFigures() {
      return read().payFigures;
    },
    get ungiven() {
      return read().ungiven;
    },
    get impossibleDates() {
      return promisedIn().impossibleDates;
    },
    get unread() {
      return read().unread;
    },
  };
  return region;
}

// ---------------------------------------------------------------------------------------------------------------

/** What the text of a region says. */
interface Content extends RoutineParts, Pick<Region, 'payFigures' | 'unread'> {
  readonly section: Section;
  readonly comments: readonly Comment[];
  readonly ungiven: readonly UngivenMark[];
  readonly impossibleInTargets: readonly Words[];
}

/** What takes as long to find as all the rest, and is only asked where promises are followed. */
type Promised = Pick<Region, 'promises' | 'impossibleDates'>;

function promisedBy({ section, impossibleInTargets: inTargets }: Content, plan: Plan, reading: Reading): Promised {
  const promises = promisesIn(section, { scope: scopeOf(plan), day: plan.date?.day ?? null, reading });
  return { promises, impossibleDates: [...inTargets, ...impossibleInPromises(promises, sourceIn(plan))] };
}

function sourceIn({ parts }: Plan): (place: Place) => string {
  const source = parts.map(({ slice, offset }) => slice.source.slice(Math.max(0, -offset))).join('');
  return (place) => source.slice(place.start, place.end);
}

function contentOf(plan: Plan, anchor: Anchor, title: Words | null, reading: Reading): Content {
  const { length, parts, date } = plan;
  const pieces = parts.map(({ slice, from, to, offset }): Piece => ({
    blocks: slice.facts.blocks.slice(from, to),
    offset,
  }));
  const outlineReading = outlineReadingOf(plan, anchor, reading);
  const { section: outline, comments } = outlineOf(pieces, outlineReading);
  const section = titled(outline, title);
  const routine = routineOf(section, outlineReading.scope, date?.day ?? null, reading);
  const sourceAt = sourceIn(plan);
  const unread = parts.flatMap(({ slice, offset }): Place[] => {
    if (slice.unread === null) return [];
    const { span } = slice.unread;
    const isInside = span.start + offset >= 0 && span.start + offset < length;
    return isInside ? [{ anchor, start: span.start + offset, end: span.end + offset }] : [];
  });
  return {
    section,
    comments,
    ...routine,
    payFigures: payFigures(section, sourceAt),
    ungiven: parts.some(({ slice }) => mayBeUngiven(slice.source)) ? ungivenMarks(section, sourceAt) : [],
    impossibleInTargets: impossibleInTargets(routine.checkpoints, sourceAt),
    unread,
  };
}

function scopeOf({ start }: Plan): Scope {
  return start.kind === 'meeting' ? 'meeting' : 'standing';
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

/** The heading was known before: it stays the same object. */
export function titled(section: Section, title: Words | null): Section {
  return title === null ? section : { ...section, title };
}

/** The heading that starts the region. */
function titleOf({ start, parts }: Plan, anchor: Anchor): Words | null {
  if (start.heading === null) return null;
  const { text, content } = start.heading.block;
  const { offset } = parts[0]!;
  return { text, place: { anchor, start: content.start + offset, end: content.end + offset } };
}

function meetingOf(
  plan: Plan,
  anchor: Anchor,
  title: Words | null,
  read: () => Content,
  promisedIn: () => Promised,
): Meeting | null {
  const { start, date } = plan;
  if (date === null) return null;
  let spoken: Meeting['spoken'] | null = null;
  return {
    date: writtenDate(date, plan, anchor),
    heading: start.date === null ? null : title,
    depth: start.date === null ? 0 : start.depth,
    get place() {
      return read().section.place;
    },
    get section() {
      return read().section;
    },
    get checkpoints() {
      return read().checkpoints;
    },
    get summaries() {
      return read().summaries;
    },
    get promises() {
      return promisedIn().promises;
    },
    get ungiven() {
      return read().ungiven;
    },
    get spoken() {
      return (spoken ??= spokenIn(read().section));
    },
  };
}
