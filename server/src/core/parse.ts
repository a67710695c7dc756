/**
 * Text in, note out. Two steps, clearly apart: each slice yields its facts (`headings.ts`), which know nothing of what
 * stands around it; regions are then assembled from slices, and one whose slices are the same objects as before is
 * taken over whole.
 */
import { readFrontMatter } from './front-matter.ts';
import { sliceFacts, type PlacedDate, type SliceFacts } from './headings.ts';
import type { Anchor, FrontMatter, Note, Place, Region, Span, WrittenDate } from './model.ts';
import { outlineOf, type Piece } from './outline.ts';
import { peopleOf } from './people.ts';
import { sameReading, type Reading } from './reading.ts';
import { regionStarts, type RegionStart } from './regions.ts';
import { routineOf } from './routine.ts';
import { fileDates, orderOf, settledDates, type FileDate, type SettledDate } from './settle.ts';
import { sliceText, type Slice, type Slices } from './slices.ts';
import type { Text } from './text.ts';

/**
 * Reads a document. Never throws; a pure function of `text` and `reading`. With the note of an earlier version of the
 * same document, whatever did not change is the same object in the result.
 */
export function parseNote(text: Text, reading: Reading, previous?: Note | null): Note {
  const before = previous != null && isParsed(previous) && sameReading(previous.reading, reading) ? previous : null;
  const slices = sliceText(text, sliceFacts, before?.slices);
  const frontMatter = frontMatterRegion(slices, before);
  const facts = slices.list.map((slice) => slice.facts);
  const starts = regionStarts(facts, reading);
  const dated = starts.filter(({ kind }) => kind === 'meeting').length;
  const dates = dated <= 1 ? fileDates(facts, frontMatter?.frontMatter ?? null, reading) : [];
  const plans = plansOf(slices, facts, starts, dated === 0 ? (dates[0] ?? null) : null, reading);
  const taken = reusable(before);
  const assembled = plans.map((plan) => taken(plan) ?? assemble(plan, reading));
  const regions = [
    ...(frontMatter === null ? [] : [frontMatter.assembled.region]),
    ...assembled.map(({ region }) => region),
  ];
  const opening =
    assembled.find(({ region }) => region.kind === 'title' && region.section !== null)?.region.section ?? null;
  const title = titleOf(regions);
  const meetings = regions.flatMap((region) => region.meeting ?? []);
  const note: ParsedNote = {
    text,
    frontMatter: frontMatter?.frontMatter ?? null,
    title,
    ...peopleOf(frontMatter?.frontMatter ?? null, opening, title),
    regions,
    meetings,
    order: orderOf(meetings.flatMap(({ date }) => date.day ?? [])),
    fileDates: dates.map(({ source, day, text, outside, placed }) => ({
      source,
      day,
      text,
      place: outside ?? (placed === null ? null : placeIn(assembled, placed)),
    })),
    offsetOf: offsets(regions, frontMatter === null ? slices.offsetOf(0) : slices.frontMatterStart),
    reading,
    slices,
    frontMatterRegion: frontMatter,
    assembled,
  };
  return note;
}

/** The absolute span of a place; null where the place belongs to another document. */
export function spanOf(note: Note, place: Place): Span | null {
  const offset = note.offsetOf(place.anchor);
  return offset === null ? null : { start: offset + place.start, end: offset + place.end };
}

// ---------------------------------------------------------------------------------------------------------------

/** What is kept from one version to the next. */
interface ParsedNote extends Note {
  readonly reading: Reading;
  readonly slices: Slices<SliceFacts>;
  readonly frontMatterRegion: FrontMatterRegion | null;
  readonly assembled: readonly Assembled[];
}

function isParsed(note: Note): note is ParsedNote {
  return 'slices' in note;
}

interface FrontMatterRegion {
  readonly raw: string;
  readonly frontMatter: FrontMatter;
  readonly assembled: Pick<Assembled, 'region'>;
}

function frontMatterRegion(slices: Slices<SliceFacts>, before: ParsedNote | null): FrontMatterRegion | null {
  const raw = slices.frontMatter;
  if (raw === null) return null;
  if (before?.frontMatterRegion?.raw === raw) return before.frontMatterRegion;
  const anchor: Anchor = { is: 'anchor' };
  const frontMatter = readFrontMatter(raw, anchor);
  return {
    raw,
    frontMatter,
    assembled: { region: { ...emptyRegion, kind: 'front-matter', anchor, length: raw.length } },
  };
}

const emptyRegion: Omit<Region, 'kind' | 'anchor' | 'length'> = {
  section: null,
  meeting: null,
  label: null,
  checkpoints: [],
  summaries: [],
  agendas: [],
  worksheets: [],
  promises: [],
  rollingLists: [],
  comments: [],
  unread: [],
};

// ---------------------------------------------------------------------------------------------------------------
// Regions

/** All that a region is made of: with the same parts it is the same region. */
interface Plan {
  readonly start: RegionStart;
  readonly length: number;
  readonly parts: readonly Part[];
  readonly date: SettledDate | null;
}

interface Part {
  readonly slice: Slice<SliceFacts>;
  /** The blocks of the slice that belong to the region. */
  readonly from: number;
  readonly to: number;
  /** Where the slice starts, counted from the region's start; negative where the region starts inside it. */
  readonly offset: number;
}

interface Assembled {
  readonly plan: Plan;
  readonly region: Region;
}

function plansOf(
  slices: Slices<SliceFacts>,
  facts: readonly SliceFacts[],
  starts: readonly RegionStart[],
  fileDate: FileDate | null,
  reading: Reading,
): Plan[] {
  const used: readonly RegionStart[] = fileDate === null ? starts : [{ ...starts[0]!, kind: 'meeting' }];
  const dates = settledDates(
    used.map(({ date }) => date),
    reading,
  );
  const offsetAt = ({ slice, block }: RegionStart): number => {
    const start = block === 0 ? 0 : facts[slice]!.blocks[block]!.span.start;
    return slices.offsetOf(slice) + start;
  };
  return used.flatMap((start, index): Plan[] => {
    const next = used[index + 1] ?? null;
    const from = offsetAt(start);
    const to = next === null ? slices.offsetOf(slices.list.length) : offsetAt(next);
    // A document that starts with a heading has nothing before it.
    if (start.heading === null && from === to) return [];
    const parts: Part[] = [];
    for (let at = start.slice; at <= (next?.slice ?? slices.list.length - 1); at++) {
      const slice = slices.list[at]!;
      const first = at === start.slice ? start.block : 0;
      const last = next !== null && at === next.slice ? next.block : facts[at]!.blocks.length;
      if (last > first || slice.unread !== null)
        parts.push({ slice, from: first, to: last, offset: slices.offsetOf(at) - from });
    }
    return [{ start, length: to - from, parts, date: fileDate ?? dates[index]! }];
  });
}

/** Finds the region of the previous note that was made of the same parts. */
function reusable(before: ParsedNote | null): (plan: Plan) => Assembled | null {
  const known = new Map<Slice<SliceFacts>, Assembled[]>();
  for (const assembled of before?.assembled ?? []) {
    const first = assembled.plan.parts[0]?.slice;
    if (first === undefined) continue;
    const same = known.get(first);
    if (same === undefined) known.set(first, [assembled]);
    else same.push(assembled);
  }
  return (plan) => {
    const first = plan.parts[0]?.slice;
    const candidates = first === undefined ? undefined : known.get(first);
    return candidates?.find((candidate) => samePlan(candidate.plan, plan)) ?? null;
  };
}

function samePlan(a: Plan, b: Plan): boolean {
  return (
    a.start.kind === b.start.kind &&
    a.start.depth === b.start.depth &&
    a.start.label?.text === b.start.label?.text &&
    a.length === b.length &&
    a.date?.day === b.date?.day &&
    a.date?.doubt === b.date?.doubt &&
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

function assemble(plan: Plan, reading: Reading): Assembled {
  const { start, length, parts, date } = plan;
  const anchor: Anchor = { is: 'anchor' };
  const scope = start.kind === 'meeting' ? 'meeting' : 'standing';
  const pieces = parts.map(({ slice, from, to, offset }): Piece => ({
    blocks: slice.facts.blocks.slice(from, to),
    offset,
  }));
  const { section, comments } = outlineOf(pieces, { anchor, scope, aliases: reading.aliases });
  const day = date?.day ?? null;
  const routine = routineOf(section, scope, day, reading);
  const written = date === null ? null : writtenDate(date, plan, anchor);
  const meeting =
    start.kind !== 'meeting' || written === null
      ? null
      : {
          date: written,
          heading: start.heading === null || start.date === null ? null : section.title,
          depth: start.date === null ? 0 : start.depth,
          place: section.place,
          section,
          checkpoints: routine.checkpoints,
          summaries: routine.summaries,
          promises: routine.promises,
        };
  const label = start.label === null ? null : { ...start.label, place: section.title.place };
  const unread = parts.flatMap(({ slice, offset }): Place[] => {
    if (slice.unread === null) return [];
    const { span } = slice.unread;
    const isInside = span.start + offset >= 0 && span.start + offset < length;
    return isInside ? [{ anchor, start: span.start + offset, end: span.end + offset }] : [];
  });
  return { plan, region: { kind: start.kind, anchor, length, section, meeting, label, ...routine, comments, unread } };
}

function writtenDate({ placed, outside, ...date }: SettledDate, plan: Plan, anchor: Anchor): WrittenDate {
  const weekday = placed?.found.weekday;
  return {
    ...date,
    place: placed !== null ? placeOf(placed, placed.span, plan, anchor) : (outside ?? { anchor, start: 0, end: 0 }),
    weekday:
      placed === null || weekday == null || placed.weekday === null
        ? null
        : { number: weekday.number, place: placeOf(placed, placed.weekday, plan, anchor) },
  };
}

/** A date line may stand in a later slice of the region than its first. */
function placeOf(placed: PlacedDate, span: Span, plan: Plan, anchor: Anchor): Place {
  const offset = plan.parts.find((part) => holds(part, placed))?.offset ?? 0;
  return { anchor, start: span.start + offset, end: span.end + offset };
}

function placeIn(assembled: readonly Assembled[], placed: PlacedDate): Place | null {
  const found = assembled.find(({ plan }) => plan.parts.some((part) => holds(part, placed)));
  return found === undefined ? null : placeOf(placed, placed.span, found.plan, found.region.anchor);
}

function holds({ slice: { facts } }: Part, placed: PlacedDate): boolean {
  return (
    facts.dateLine === placed || facts.headings.some(({ date, onlyDate }) => date === placed || onlyDate === placed)
  );
}

/** The text of the first heading, if it is an H1. */
function titleOf(regions: readonly Region[]): Note['title'] {
  const section = regions.find((region) => region.section !== null && region.section.title.text !== '')?.section;
  return section?.depth === 1 ? section.title : null;
}

/** Where regions start. The table is made when first asked for: most keystrokes need no position. */
function offsets(regions: readonly Region[], start: number): (anchor: Anchor) => number | null {
  let table: Map<Anchor, number> | null = null;
  return (anchor) => {
    if (table === null) {
      table = new Map();
      let at = start;
      for (const region of regions) {
        table.set(region.anchor, at);
        at += region.length;
      }
    }
    return table.get(anchor) ?? null;
  };
}
