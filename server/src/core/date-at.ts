/** The date at an offset, and how it came to the day that it is read as. */
import { civil } from './calendar.ts';
import type { Configuration } from './configuration.ts';
import { findDates, type FoundDate, type NumericOrder } from './dates.ts';
import { findDue } from './due.ts';
import type { Day, Document, Meeting, Note, Place, Region, Span, WrittenDate } from './model.ts';
import { eachPlace } from './occurrences.ts';
import { spanOf } from './parse.ts';
import { sourceOf } from './write/habits.ts';

/** What decided, where the text alone does not say its day. */
export type Decision =
  | { readonly is: 'year'; readonly by: 'meetings around it' | 'file name' | 'meeting' }
  | { readonly is: 'order'; readonly order: NumericOrder; readonly by: 'configuration' | 'weekday' | 'other dates' }
  /** `by Friday` and the like. */
  | { readonly is: 'counted'; readonly from: Day };

export interface DateHere extends Pick<WrittenDate, 'day' | 'doubt' | 'candidates' | 'text'> {
  readonly place: Place;
  /** A meeting's date, one of the dates of a file that holds one meeting, when something is due, or any other. */
  readonly of: 'meeting' | 'file' | 'due' | 'text';
  readonly decisions: readonly Decision[];
}

/** Null where there is none. Dates in code, comments and quotes are not looked at. Never throws. */
export function dateAt(document: Document, configuration: Configuration, offset: number): DateHere | null {
  const { note } = document;
  for (const meeting of note.meetings) {
    const { date } = meeting;
    const isHere = isAt(note, date.place, offset) || (date.weekday !== null && isAt(note, date.weekday.place, offset));
    if (isHere) return { ...placed(note, date, configuration), of: 'meeting' };
  }
  const whole = note.fileDates.find(({ place }) => place !== null && isAt(note, place, offset));
  if (whole !== undefined) {
    const date = { ...whole, place: whole.place! };
    return { ...placed(note, date, configuration), of: 'file' };
  }
  const region = regionAt(note, offset);
  return region === null ? null : inRegion(document, region, offset, configuration);
}

// ---------------------------------------------------------------------------------------------------------------

function isAt(note: Note, place: Place, offset: number): boolean {
  const span = spanOf(note, place);
  return span !== null && span.start <= offset && offset <= span.end;
}

function regionAt(note: Note, offset: number): Region | null {
  const isHere = ({ anchor, length }: Region): boolean => {
    const start = note.offsetOf(anchor);
    return start !== null && start <= offset && offset <= start + length;
  };
  return note.regions.find(isHere) ?? null;
}

type Dated = Pick<WrittenDate, 'day' | 'doubt' | 'candidates' | 'text' | 'place' | 'weekday'>;

/** A date of a meeting, whose day the whole file has settled. */
function placed(note: Note, date: Dated, configuration: Configuration): Omit<DateHere, 'of'> {
  const { day, doubt, candidates, text, place } = date;
  const around = date.weekday === null ? place : joined(place, date.weekday.place);
  const [found] = findDates(sourceOf(note, around), { allowYearless: true });
  const decisions: Decision[] = [];
  if (doubt === 'assumed-year') decisions.push({ is: 'year', by: yearBy(note) });
  const order = found === undefined ? null : orderOf(found, day, configuration);
  if (order !== null) decisions.push(order);
  return { day, doubt, candidates, text, place: around, decisions };
}

function joined(a: Place, b: Place): Place {
  return a.anchor === b.anchor ? { ...a, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
}

function yearBy({ meetings }: Note): 'meetings around it' | 'file name' {
  return meetings.some(({ date }) => date.day !== null && date.doubt === null) ? 'meetings around it' : 'file name';
}

/** Null where the numbers themselves say which is the month. */
function orderOf({ numbers, day: own }: FoundDate, day: Day | null, { dates }: Configuration): Decision | null {
  const [first, second] = numbers.pair;
  if (numbers.kind !== 'numeric' || day === null || first === second || first > 12 || second > 12) return null;
  const order = civil(day).month === first ? 'mdy' : 'dmy';
  const by = dates.numericOrder !== null ? 'configuration' : own !== null ? 'weekday' : 'other dates';
  return { is: 'order', order, by };
}

/** What a promise or target is due by, else any date with a year in the words around the offset. */
function inRegion({ note }: Document, region: Region, offset: number, configuration: Configuration): DateHere | null {
  const dues = [
    ...region.promises.map(({ words, dueAt }) => (dueAt !== null && isAt(note, dueAt, offset) ? dueAt : words)),
    ...region.checkpoints
      .flatMap(({ focusAreas }) => focusAreas.flatMap(({ targetList }) => targetList))
      .map(({ words }) => words),
  ];
  const due = dues.find((place) => isAt(note, place, offset));
  const found = due === undefined ? null : dueIn(note, due, region.meeting, offset, configuration);
  if (found !== null || region.section === null) return found;
  let words: Place | null = null;
  eachPlace(region.section, (place) => {
    if (isAt(note, place, offset)) words = place;
  });
  return words === null ? null : dateIn(note, words, offset, configuration);
}

function dueIn(
  note: Note,
  words: Place,
  meeting: Meeting | null,
  offset: number,
  configuration: Configuration,
): DateHere | null {
  const source = sourceOf(note, words);
  const { numericOrder } = configuration.dates;
  const from = meeting?.date.day ?? null;
  const due = findDue(source, from, { numericOrder, quarters: configuration.quarters });
  const place = due === null ? null : partOf(words, trimmed(source, due));
  if (due === null || place === null || !isAt(note, place, offset)) return null;
  const text = sourceOf(note, place);
  const date = findDates(text, { numericOrder, allowYearless: true }).at(-1);
  const decisions: Decision[] = [];
  if (date === undefined && from !== null) decisions.push({ is: 'counted', from });
  if (date?.doubt === 'no-year') decisions.push({ is: 'year', by: 'meeting' });
  const order = date === undefined ? null : orderOf(date, due.day, configuration);
  if (order !== null) decisions.push(order);
  return { day: due.day, doubt: null, candidates: [], text, place, of: 'due', decisions };
}

function dateIn(note: Note, words: Place, offset: number, configuration: Configuration): DateHere | null {
  const start = spanOf(note, words)!.start;
  const dates = findDates(sourceOf(note, words), { numericOrder: configuration.dates.numericOrder });
  const date = dates.find((each) => start + each.start <= offset && offset <= start + each.end);
  if (date === undefined || date.numbers.year === null) return null;
  const { day, doubt, candidates, text } = date;
  const order = orderOf(date, day, configuration);
  const place = partOf(words, date);
  return { day, doubt, candidates, text, place, of: 'text', decisions: order === null ? [] : [order] };
}

function partOf(place: Place, { start, end }: Span): Place {
  return { ...place, start: place.start + start, end: place.start + end };
}

/** Without the brackets, dashes and blanks around the words. */
function trimmed(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end);
  const before = /^[\s,;:([\u2013\u2014\u2192*_-]*/u.exec(text)![0].length;
  const after = /[\s,;:)\].*_-]*$/u.exec(text.slice(before))![0].length;
  return { start: start + before, end: end - after };
}
