/** What the dates of one document mean, once all of them are seen together. */
import {
  assumeYears,
  fileNameDate,
  fileNameYear,
  findDates,
  inferNumericOrder,
  middleOf,
  resolveDate,
  type FoundDate,
} from './dates.ts';
import { quarterAt } from './calendar.ts';
import { valueOf } from './front-matter.ts';
import type { ItemBlock } from './build.ts';
import { headingsIn } from './glance.ts';
import type { HeadingFact, PlacedDate, SliceFacts } from './headings.ts';
import type { Day, FileDate, FrontMatter, Order, Place, Words, WrittenDate } from './model.ts';
import { meaningOf } from './names.ts';
import type { Reading } from './reading.ts';
import type { RegionStart } from './regions.ts';
import { tagIn } from './rolling-list.ts';
import type { Slice } from './slices.ts';

/** A date and where it is written: in a slice, or outside all slices. */
export interface SettledDate extends Omit<WrittenDate, 'place' | 'weekday'> {
  readonly placed: PlacedDate | null;
  /** In front matter; null in the file name. */
  readonly outside: Place | null;
}

/** A date that dates a whole file, and which of the four places it stands in. */
export interface SettledFileDate extends SettledDate {
  readonly source: FileDate['source'];
}

/**
 * The dates of the regions that start here, one for one; null where one has none. The order of numeric dates comes from
 * the configuration, else from all dates of the file; a missing year from a heading above that is only a quarter, month
 * or year, else from the neighbours, else from the file's name, folder or title.
 */
export function settledDates(starts: readonly RegionStart[], reading: Reading): (SettledDate | null)[] {
  const found = starts.flatMap(({ date }) => (date === null ? [] : [date]));
  const order = reading.numericOrder ?? inferNumericOrder(found.map((placed) => placed.found));
  const near = found.every(isCertain) ? null : daysNear(starts, reading);
  const title = starts.find(({ kind, heading }) => kind === 'title' && heading !== null)?.heading ?? null;
  const known = found.map((placed) => {
    const date = resolveDate(placed.found, order);
    return near === null ? date : nearestTo(near.get(placed) ?? null, date);
  });
  const fileYear = reading.fileYear ?? (title === null ? null : fileNameYear(title.block.text));
  const resolved = assumeYears(known, fileYear);
  const around = known.some(({ day }) => day !== null) ? 'meetings around' : fileFrom(reading);
  const byPlaced = new Map(
    found.map((placed, index) => [
      placed,
      yearTakenFrom(settled(resolved[index]!), known[index]!.day === null ? around : 'heading above'),
    ]),
  );
  return starts.map(({ date }) => (date === null ? null : { ...byPlaced.get(date)!, placed: date, outside: null }));
}

function fileFrom({ fileYear }: Reading): WrittenDate['yearFrom'] {
  return fileYear === null ? 'title' : 'file name';
}

function yearTakenFrom<D extends Pick<WrittenDate, 'doubt'>>(date: D, yearFrom: WrittenDate['yearFrom']): D {
  return date.doubt === 'assumed-year' ? { ...date, yearFrom } : date;
}

/** For each date, the middle of the quarter, month or year that the nearest heading above it says. */
function daysNear(starts: readonly RegionStart[], { quarters }: Reading): ReadonlyMap<PlacedDate, Day> {
  const near = new Map<PlacedDate, Day>();
  const above: { readonly depth: number; readonly middle: Day }[] = [];
  for (const { heading, depth, date, kind } of starts) {
    while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
    const nearest = above.at(-1);
    if (date !== null && nearest !== undefined) near.set(date, nearest.middle);
    if (heading === null || date !== null) continue;
    if (heading.period !== null) above.push({ depth, middle: middleOf(heading.period) });
    else if (kind === 'quarter') {
      const { year, number } = heading.label!;
      const { start, end } = quarterAt(year, number, quarters);
      above.push({ depth, middle: Math.floor((start + end) / 2) });
    }
  }
  return near;
}

/** A date without a year beside a day that is known to be near it. */
function nearestTo<D extends FoundDate>(day: Day | null, date: D): D {
  if (day === null || date.doubt !== 'no-year') return date;
  return assumeYears([{ ...date, day, doubt: null }, date], null)[1]!;
}

/** The date says its day by itself: neither its order nor its year is left to the rest of the file. */
export function isCertain(placed: PlacedDate | null): boolean {
  return placed === null || (placed.found.doubt !== 'ambiguous' && placed.found.doubt !== 'no-year');
}

/**
 * Every date that dates a file with one meeting: front matter, a `Date:` line, the title or the one dated heading, the
 * file name, in the order in which they count. A numeric date that could be read in two ways is read as one of the others says it.
 */
export function fileDates(
  slices: readonly Slice<SliceFacts>[],
  frontMatter: FrontMatter | null,
  reading: Reading,
): SettledFileDate[] {
  const options = { numericOrder: reading.numericOrder };
  const dates: SettledFileDate[] = [];
  const add = (
    source: FileDate['source'],
    found: FoundDate | null,
    placed: PlacedDate | null,
    outside: Place | null,
  ): void => {
    if (found !== null) {
      const date = settled(assumeYears([found], reading.fileYear)[0]!);
      dates.push({ source, ...yearTakenFrom(date, 'file name'), placed, outside });
    }
  };
  const value = valueOf(frontMatter, 'date');
  if (value !== null)
    add('front matter', findDates(value.text, { ...options, allowYearless: true })[0] ?? null, null, value.place);
  const line = slices.slice(0, 2).find(({ facts }) => facts.dateLine !== null)?.facts.dateLine ?? null;
  if (line !== null) add('date line', resolveDate(line.found, reading.numericOrder), line, null);
  const headings = slices.flatMap(headingsIn);
  const dated = headings.find(({ date, isDateBelow }) => date !== null && !isDateBelow)?.date;
  const title = dated ?? headings.find(({ block }) => block.depth === 1)?.onlyDate ?? null;
  if (title !== null) add('title', resolveDate(title.found, reading.numericOrder), title, null);
  add('file name', fileNameDate(reading.fileName, options), null, null);
  const created = dates.length === 0 ? createdIn(frontMatter) : null;
  if (created !== null && !isPage(slices, reading))
    add('front matter', findDates(created.text, options)[0] ?? null, null, created.place);
  const certain = dates.flatMap(({ day }) => day ?? []);
  return dates.map((date) => agreeing(date, certain));
}

/**
 * `created` is the last resort, and only where front matter says whom the file is about: note-taking apps write it
 * into every file.
 */
function createdIn(frontMatter: FrontMatter | null): Words | null {
  return valueOf(frontMatter, 'report') === null ? null : valueOf(frontMatter, 'created');
}

/** What stands outside meetings by its nature: then the day on which the file was made is no meeting's. */
function isPage(slices: readonly Slice<SliceFacts>[], { aliases }: Reading): boolean {
  const isStanding = ({ block, label, isQuarter }: HeadingFact): boolean => {
    const meaning = meaningOf(block.text, label?.text ?? null, 'standing', aliases);
    return isQuarter || meaning === 'standing-agenda' || meaning === 'efw';
  };
  const isTagged = ({ lines }: ItemBlock): boolean => lines[0] !== undefined && tagIn(lines[0].text) !== null;
  return slices.some(
    (slice) =>
      headingsIn(slice).some(isStanding) ||
      slice.facts.blocks.some((block) => block.kind === 'list' && block.items.some(isTagged)),
  );
}

/** Newest or oldest first, by which way most neighbours go. */
export function orderOf(days: readonly Day[]): Order {
  let rising = 0;
  for (let i = 1; i < days.length; i++) rising += Math.sign(days[i]! - days[i - 1]!);
  return rising > 0 ? 'oldest-first' : rising < 0 ? 'newest-first' : 'unknown';
}

function agreeing(date: SettledFileDate, days: readonly Day[]): SettledFileDate {
  const day = date.doubt === 'ambiguous' ? date.candidates.find((candidate) => days.includes(candidate)) : undefined;
  return day === undefined ? date : { ...date, day, doubt: null };
}

function settled({ day, text, form, doubt, candidates }: FoundDate): Omit<WrittenDate, 'place' | 'weekday'> {
  return { day, text, form, doubt, candidates };
}
