/**
 * Text in, note out. Two steps, clearly apart: each slice yields its facts (`headings.ts`), which know nothing of what
 * stands around it; regions are then assembled from slices, and one whose slices are the same objects as before is
 * taken over whole.
 */
import { assemblyOf, placeIn, weekdayIn, type Assembly } from './assembly.ts';
import { readFrontMatter } from './front-matter.ts';
import { sliceFacts, type SliceFacts } from './headings.ts';
import type { Anchor, Day, FileDate, FrontMatter, Meeting, Note, Place, Region, Span } from './model.ts';
import { emptyContent } from './partial-regions.ts';
import { peopleOf, type People } from './people.ts';
import { sameReading, type Reading } from './reading.ts';
import { gatheredIn, offsetsIn, runsOf, type Run } from './runs.ts';
import { fileDates, orderOf, type SettledFileDate } from './settle.ts';
import { sliceText, type Slices } from './slices.ts';
import type { Text } from './text.ts';

/**
 * Reads a document. Never throws; a pure function of `text` and `reading`. With the note of an earlier version of the
 * same document, whatever did not change is the same object in the result. `ahead` may be what `cutAhead` gives of the
 * same text and the same earlier version.
 */
export function parseNote(
  text: Text,
  reading: Reading,
  previous?: Note | null,
  ahead?: Slices<SliceFacts> | null,
): Note {
  const before = previous != null && isParsed(previous) && sameReading(previous.reading, reading) ? previous : null;
  const slices = ahead ?? sliceText(text, sliceFacts, before?.slices);
  const frontMatter = frontMatterRegion(slices, before);
  let dates: readonly SettledFileDate[] | null = null;
  const datesOfFile = (): readonly SettledFileDate[] =>
    (dates ??= fileDates(slices.list, frontMatter?.frontMatter ?? null, reading));
  const assembly = assemblyOf(slices, reading, before, () => datesOfFile()[0] ?? null);
  const assembled = assembly.list;
  const regions = [...(frontMatter === null ? [] : [frontMatter.region]), ...assembled.map(({ region }) => region)];
  const runs = runsOf(regions, before?.runs ?? []);
  const gathered = gatheredIn(runs);
  const meetings = gathered(meetingIn);
  const first = assembled[0]?.region;
  const opening =
    // Only what starts the document can be a title.
    assembled.slice(0, 2).find(({ region }) => region.kind === 'title')?.region ??
    (isWhole(first, meetings) ? first : undefined);
  let title: Note['title'] | undefined;
  let people: People | undefined;
  const titleIn = (): Note['title'] => (title === undefined ? (title = titleOf(assembled)) : title);
  const peopleIn = (): People =>
    (people ??= peopleOf(frontMatter?.frontMatter ?? null, () => opening?.section ?? null, titleIn));
  const note: ParsedNote = {
    text,
    frontMatter: frontMatter?.frontMatter ?? null,
    get title() {
      return titleIn();
    },
    get report() {
      return peopleIn().report;
    },
    get manager() {
      return peopleIn().manager;
    },
    regions,
    meetings,
    gathered,
    order: orderOf(gathered(dayIn)),
    fileDates: meetings.length > 1 ? [] : datesOfFile().map((date) => writtenIn(assembly, date)),
    offsetOf: offsetsIn(runs, frontMatter === null ? slices.offsetOf(0) : slices.frontMatterStart),
    reading,
    slices,
    frontMatterRegion: frontMatter,
    assembly,
    runs,
  };
  return note;
}

/** What a document is read from. To look at the headings of its slices beforehand makes reading it a matter of little time. */
export function cutAhead(text: Text, previous: Note | Slices<SliceFacts> | null): Slices<SliceFacts> {
  const before = previous === null || 'list' in previous ? previous : isParsed(previous) ? previous.slices : null;
  return sliceText(text, sliceFacts, before ?? undefined);
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
  readonly assembly: Assembly;
  readonly runs: readonly Run[];
}

function meetingIn({ meeting }: Region): readonly Meeting[] {
  return meeting === null ? [] : [meeting];
}

function dayIn({ meeting }: Region): readonly Day[] {
  const day = meeting?.date.day ?? null;
  return day === null ? [] : [day];
}

function isParsed(note: Note): note is ParsedNote {
  return 'slices' in note;
}

interface FrontMatterRegion {
  readonly raw: string;
  readonly frontMatter: FrontMatter;
  readonly region: Region;
}

function frontMatterRegion(slices: Slices<SliceFacts>, before: ParsedNote | null): FrontMatterRegion | null {
  const raw = slices.frontMatter;
  if (raw === null) return null;
  if (before?.frontMatterRegion?.raw === raw) return before.frontMatterRegion;
  const anchor: Anchor = { is: 'anchor' };
  const frontMatter = readFrontMatter(raw, anchor);
  return { raw, frontMatter, region: frontMatterAlone(anchor, raw.length) };
}

function frontMatterAlone(anchor: Anchor, length: number): Region {
  return {
    ...emptyContent,
    kind: 'front-matter',
    anchor,
    length,
    title: null,
    section: null,
    meeting: null,
    label: null,
  };
}

function writtenIn(assembly: Assembly, { outside, placed, ...date }: SettledFileDate): FileDate {
  return {
    ...date,
    place: outside ?? (placed === null ? null : placeIn(assembly, placed)),
    weekday: placed === null ? null : weekdayIn(assembly, placed),
  };
}

/** The whole file is one meeting, or its first heading is the only one. */
function isWhole(first: Region | undefined, [meeting, ...others]: readonly Meeting[]): boolean {
  return meeting !== undefined && others.length === 0 && first?.meeting === meeting;
}

/** The text of the first heading, if it is an H1. What starts with a heading need not be read for it. */
function titleOf(assembled: Assembly['list']): Note['title'] {
  for (const { region, plan } of assembled) {
    const { title, depth } = region.title === null ? region.section! : { title: region.title, depth: plan.start.depth };
    if (title.text !== '') return depth === 1 ? title : null;
  }
  return null;
}
