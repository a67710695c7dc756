/** What the dates of one document mean, once all of them are seen together. */
import {
  assumeYears,
  fileNameDate,
  fileNameYear,
  findDates,
  inferNumericOrder,
  resolveDate,
  type FoundDate,
} from './dates.ts';
import { valueOf } from './front-matter.ts';
import type { ItemBlock } from './build.ts';
import type { HeadingFact, PlacedDate, SliceFacts } from './headings.ts';
import type { Day, FileDate, FrontMatter, Order, Place, Words, WrittenDate } from './model.ts';
import { meaningOf } from './names.ts';
import type { Reading } from './reading.ts';
import { tagIn } from './rolling-list.ts';

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
 * The dates of meeting headings, one for one; null stays null. The order of numeric dates comes from the configuration,
 * else from all dates of the file; a missing year from the neighbours, else from the file's name.
 */
export function settledDates(dates: readonly (PlacedDate | null)[], reading: Reading): (SettledDate | null)[] {
  const found = dates.flatMap((placed) => (placed === null ? [] : [placed]));
  const order = reading.numericOrder ?? inferNumericOrder(found.map((placed) => placed.found));
  const resolved = assumeYears(
    found.map((placed) => resolveDate(placed.found, order)),
    fileNameYear(reading.fileName),
  );
  const byPlaced = new Map(found.map((placed, index) => [placed, resolved[index]!]));
  return dates.map((placed) => (placed === null ? null : { ...settled(byPlaced.get(placed)!), placed, outside: null }));
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
  facts: readonly SliceFacts[],
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
    if (found !== null) dates.push({ source, ...settled(found), placed, outside });
  };
  const value = valueOf(frontMatter, 'date');
  if (value !== null)
    add('front matter', findDates(value.text, { ...options, allowYearless: true })[0] ?? null, null, value.place);
  const line = facts.slice(0, 2).find(({ dateLine }) => dateLine !== null)?.dateLine ?? null;
  if (line !== null) add('date line', resolveDate(line.found, reading.numericOrder), line, null);
  const headings = facts.flatMap((slice) => slice.headings);
  const dated = headings.find(({ date, isDateBelow }) => date !== null && !isDateBelow)?.date;
  const title = dated ?? headings.find(({ block }) => block.depth === 1)?.onlyDate ?? null;
  if (title !== null) add('title', resolveDate(title.found, reading.numericOrder), title, null);
  add('file name', fileNameDate(reading.fileName, options), null, null);
  const created = dates.length === 0 && !isPage(facts, reading) ? createdIn(frontMatter) : null;
  if (created !== null) add('front matter', findDates(created.text, options)[0] ?? null, null, created.place);
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
function isPage(facts: readonly SliceFacts[], { aliases }: Reading): boolean {
  const isStanding = ({ block, label, isQuarter }: HeadingFact): boolean => {
    const meaning = meaningOf(block.text, label?.text ?? null, 'standing', aliases);
    return isQuarter || meaning === 'standing-agenda' || meaning === 'efw';
  };
  const isTagged = ({ lines }: ItemBlock): boolean => lines[0] !== undefined && tagIn(lines[0].text) !== null;
  return facts.some(
    ({ headings, blocks }) =>
      headings.some(isStanding) || blocks.some((block) => block.kind === 'list' && block.items.some(isTagged)),
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
