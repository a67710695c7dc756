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
  return new LazyRegion(plan, reading);
}

// ---------------------------------------------------------------------------------------------------------------

/**
 * Read when it is first asked what it holds. A class, because a long document has thousands, and an object literal with
 * accessors takes many times as long to make.
 */
class LazyRegion implements MadeRegion {
  readonly kind: Region['kind'];
  readonly anchor: Anchor;
  readonly length: number;
  readonly title: Words | null;
  readonly meeting: Meeting | null;
  readonly label: Region['label'];
  readonly #plan: Plan;
  readonly #reading: Reading;
  #content: Content | null = null;
  #promised: Promised | null = null;

  constructor(plan: Plan, reading: Reading) {
    const { start, length, date } = plan;
    const under = start.quarter?.label ?? null;
    this.#plan = plan;
    this.#reading = reading;
    this.kind = start.kind;
    this.anchor = { is: 'anchor' };
    this.length = length;
    this.title = titleOf(plan, this.anchor);
    this.label = under === null || this.title === null ? null : { ...under, place: this.title.place };
    this.meeting = start.kind === 'meeting' && date !== null ? new LazyMeeting(this, plan, date) : null;
  }

  get [MAKING](): Making {
    return {
      plan: this.#plan,
      reading: this.#reading,
      hasContent: () => this.#content !== null,
      isDone: () => this.#promised !== null,
      impossibleInTargets: () => this.#read().impossibleInTargets,
    };
  }

  get section(): Section {
    return this.#read().section;
  }

  get checkpoints(): Region['checkpoints'] {
    return this.#read().checkpoints;
  }

  get summaries(): Region['summaries'] {
    return this.#read().summaries;
  }

  get agendas(): Region['agendas'] {
    return this.#read().agendas;
  }

  get worksheets(): Region['worksheets'] {
    return this.#read().worksheets;
  }

  get promises(): Region['promises'] {
    return this.#promisedIn().promises;
  }

  get rollingLists(): Region['rollingLists'] {
    return this.#read().rollingLists;
  }

  get comments(): Region['comments'] {
    return this.#read().comments;
  }

  get payFigures(): Region['payFigures'] {
    return this.#read().payFigures;
  }

  get ungiven(): Region['ungiven'] {
    return this.#read().ungiven;
  }

  get impossibleDates(): Region['impossibleDates'] {
    return this.#promisedIn().impossibleDates;
  }

  get unread(): Region['unread'] {
    return this.#read().unread;
  }

  #read(): Content {
    return (this.#content ??= contentOf(this.#plan, this.anchor, this.title, this.#reading));
  }

  #promisedIn(): Promised {
    return (this.#promised ??= promisedBy(this.#read(), this.#plan, this.#reading));
  }
}

/** What its region holds, as a meeting. */
class LazyMeeting implements Meeting {
  readonly date: Meeting['date'];
  readonly heading: Words | null;
  readonly depth: number;
  readonly #region: LazyRegion;
  #spoken: Meeting['spoken'] | null = null;

  constructor(region: LazyRegion, plan: Plan, date: SettledDate) {
    const { start } = plan;
    this.#region = region;
    this.date = writtenDate(date, plan, region.anchor);
    this.heading = start.date === null ? null : region.title;
    this.depth = start.date === null ? 0 : start.depth;
  }

  get place(): Place {
    return this.section.place;
  }

  get section(): Section {
    return this.#region.section;
  }

  get checkpoints(): Meeting['checkpoints'] {
    return this.#region.checkpoints;
  }

  get summaries(): Meeting['summaries'] {
    return this.#region.summaries;
  }

  get promises(): Meeting['promises'] {
    return this.#region.promises;
  }

  get ungiven(): Meeting['ungiven'] {
    return this.#region.ungiven;
  }

  get spoken(): Meeting['spoken'] {
    return (this.#spoken ??= spokenIn(this.section));
  }
}

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
