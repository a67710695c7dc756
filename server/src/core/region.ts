/** One region, read when it is first asked what it holds: many are not, while a long document is being opened. */
import { mayBeUngiven, ungivenMarks } from './feedback.ts';
import { headingsIn } from './glance.ts';
import type { PlacedDate, SliceFacts } from './headings.ts';
import { impossibleInPromises, impossibleInTargets } from './impossible-dates.ts';
import type {
  Anchor,
  Comment,
  Meeting,
  Place,
  Region,
  Section,
  Span,
  UngivenMark,
  Words,
  WrittenDate,
  WrittenWeekday,
} from './model.ts';
import { outlineOf, type OutlineReading, type Piece } from './outline.ts';
import { payFigures } from './pay.ts';
import { spokenIn } from './mentions.ts';
import type { Scope } from './names.ts';
import type { Reading } from './reading.ts';
import type { RegionStart } from './regions.ts';
import { promisesIn } from './promises/read.ts';
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

/** No part of what the region says. */
const PLAN = Symbol('plan');
const READING = Symbol('reading');
const HAS_CONTENT = Symbol('has content');
const IS_DONE = Symbol('is done');
const IMPOSSIBLE_TARGETS = Symbol('impossible targets');

interface MadeRegion extends Region {
  readonly [PLAN]: Plan;
  readonly [READING]: Reading;
  /** All but its promises was found. */
  readonly [HAS_CONTENT]: boolean;
  /** Everything was. */
  readonly [IS_DONE]: boolean;
  readonly [IMPOSSIBLE_TARGETS]: readonly Words[];
}

/** Whether its text has been read, so that asking what it holds costs nothing. Front matter always is. */
export function isRead(region: Region): boolean {
  return (region as Partial<MadeRegion>)[PLAN]?.parts.every(({ slice }) => slice.isRead) ?? true;
}

/** Reads a region slice by slice until the time is up. Gives whether any of it is left. */
export function readOn(region: Region, isTimeUp: () => boolean): boolean {
  const { [PLAN]: plan, [IS_DONE]: isDone } = region as Partial<MadeRegion>;
  if (plan === undefined || isDone) return false;
  for (const { slice } of plan.parts) {
    if (slice.isRead) continue;
    if (isTimeUp()) return true;
    void slice.facts;
  }
  if (isTimeUp()) return true;
  void region.section;
  void region.promises;
  return false;
}

/** Its text as written, and perhaps some of its neighbours': whole slices. Reads nothing. */
export function writtenAround(region: Region): readonly string[] {
  return (region as Partial<MadeRegion>)[PLAN]?.parts.map(({ slice }) => slice.source) ?? [];
}

/** The region as its heading and date alone say it: at the same place and as long, with nothing in it. Reads nothing. */
export function headingAlone(region: Region): Region {
  const { [PLAN]: plan, [READING]: reading } = region as Partial<MadeRegion>;
  if (plan === undefined || reading === undefined) return region;
  const { kind, anchor, length, title, label, meeting } = region;
  let section: Section | null = null;
  const sectionIn = (): Section => (section ??= headingSection(plan, anchor, title, reading));
  return {
    ...empty,
    kind,
    anchor,
    length,
    title,
    label,
    get section() {
      return sectionIn();
    },
    meeting: meeting && {
      ...emptyMeeting,
      date: meeting.date,
      heading: meeting.heading,
      depth: meeting.depth,
      get section() {
        return sectionIn();
      },
      get place() {
        return sectionIn().place;
      },
    },
  };
}

/** The region without its promises, which are not even looked for. The meeting that it holds stays the same object. */
export function withoutPromises(region: Region): Region {
  if (!(PLAN in region)) return region;
  const made = region as MadeRegion;
  const own: Pick<MadeRegion, 'promises' | 'impossibleDates' | typeof IS_DONE> = {
    promises: [],
    get impossibleDates() {
      return made[IMPOSSIBLE_TARGETS];
    },
    get [IS_DONE]() {
      return made[HAS_CONTENT];
    },
  };
  return Object.create(region, Object.getOwnPropertyDescriptors(own)) as Region;
}

const emptyMeeting = { checkpoints: [], summaries: [], promises: [], ungiven: [], spoken: [] };
const empty = {
  checkpoints: [],
  summaries: [],
  agendas: [],
  worksheets: [],
  promises: [],
  rollingLists: [],
  comments: [],
  payFigures: [],
  ungiven: [],
  impossibleDates: [],
  unread: [],
};

function headingSection(plan: Plan, anchor: Anchor, title: Words | null, reading: Reading): Section {
  const blocks = plan.start.heading === null ? [] : [plan.start.heading.block];
  const pieces = [{ blocks, offset: plan.parts[0]?.offset ?? 0 }];
  return titled(outlineOf(pieces, outlineReadingOf(plan, anchor, reading)).section, title);
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
    [PLAN]: plan,
    [READING]: reading,
    get [HAS_CONTENT]() {
      return content !== null;
    },
    get [IS_DONE]() {
      return promised !== null;
    },
    get [IMPOSSIBLE_TARGETS]() {
      return read().impossibleTargets;
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
  readonly impossibleTargets: readonly Words[];
}

/** What takes as long to find as all the rest, and is only asked where promises are followed. */
type Promised = Pick<Region, 'promises' | 'impossibleDates'>;

function promisedBy({ section, impossibleTargets }: Content, plan: Plan, reading: Reading): Promised {
  const promises = promisesIn(section, { scope: scopeOf(plan), day: plan.date?.day ?? null, reading });
  return { promises, impossibleDates: [...impossibleTargets, ...impossibleInPromises(promises, sourceIn(plan))] };
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
    impossibleTargets: impossibleInTargets(routine.checkpoints, sourceAt),
    unread,
  };
}

function scopeOf({ start }: Plan): Scope {
  return start.kind === 'meeting' ? 'meeting' : 'standing';
}

function outlineReadingOf(plan: Plan, anchor: Anchor, { aliases }: Reading): OutlineReading {
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
function titled(section: Section, title: Words | null): Section {
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

function writtenDate({ placed, outside, ...date }: SettledDate, plan: Plan, anchor: Anchor): WrittenDate {
  return {
    ...date,
    place: placed !== null ? placeOf(placed, placed.span, plan, anchor) : (outside ?? { anchor, start: 0, end: 0 }),
    weekday: placed === null ? null : writtenWeekday(placed, plan, anchor),
  };
}

/** The weekday beside a date that the region holds. */
export function writtenWeekday(placed: PlacedDate, plan: Plan, anchor: Anchor): WrittenWeekday | null {
  const found = placed.found.weekday;
  if (found === null || placed.weekday === null) return null;
  const { number, text, form } = found;
  return { number, text, form, place: placeOf(placed, placed.weekday, plan, anchor) };
}

/** A date line may stand in a later slice of the region than its first. */
export function placeOf(placed: PlacedDate, span: Span, plan: Plan, anchor: Anchor): Place {
  const offset = plan.parts.find((part) => holds(part, placed))?.offset ?? 0;
  return { anchor, start: span.start + offset, end: span.end + offset };
}

/** Whether the date was found in this part of a region. */
export function holds({ slice }: Part, placed: PlacedDate): boolean {
  return (
    headingsIn(slice).some(({ date, onlyDate }) => date === placed || onlyDate === placed) ||
    (slice.isRead && slice.facts.dateLine === placed)
  );
}
