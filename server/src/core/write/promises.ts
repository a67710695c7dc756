/** Promises closed, dated anew, given to somebody and carried over, as the pair writes them. */
import { formatDay } from '../calendar.ts';
import type { Configuration } from '../configuration.ts';
import { findDates, writeDate } from '../dates.ts';
import { findDue } from '../due.ts';
import type { Day, DatedMeeting, Note, OwnerForm, Place, PromiseCopy, Section, Series } from '../model.ts';
import { fold } from '../names.ts';
import { spanOf } from '../parse.ts';
import { documentAt } from '../query.ts';
import { titleLine } from './checkpoint.ts';
import { blockAfter, indentationOf, linesAfter, listMarkOf, sourceOf, type Insertion } from './habits.ts';

export type Closing = 'done' | 'dropped' | 'moved';

const signs: Readonly<Record<Closing, string>> = { done: 'x', dropped: '-', moved: '>' };

/** Null where the copy has no place for a state, as a sentence or the row of a table without a status has none. */
export function closed(copy: PromiseCopy, series: Series, closing: Closing): Insertion | null {
  const note = noteOf(copy, series);
  const sign = `[${signs[closing]}]`;
  const { stateAt, words } = copy.written;
  if (stateAt?.form === 'checkbox') return { at: stateAt.place, newText: sign };
  if (stateAt?.form === 'cell') return inCell(note, stateAt.place, closing);
  return startsItem(note, words) ? { at: { ...words, end: words.start }, newText: `${sign} ` } : null;
}

/** A status keeps its spelling: `open` becomes `done`, `Open` becomes `Done`. An empty cell is written between its edges. */
function inCell(note: Note, at: Place, closing: Closing): Insertion {
  const source = sourceOf(note, at);
  const isCapital = /^\p{Lu}/u.test(source);
  const word = isCapital ? closing[0]!.toUpperCase() + closing.slice(1) : closing;
  const edges = /^(\|?)[ \t]*(\|?)$/.exec(source);
  return { at, newText: edges === null ? word : `${edges[1]} ${word} ${edges[2]}` };
}

/** Its due date changed, in the form it is written in; a date in words becomes one in figures. */
export function redated(copy: PromiseCopy, series: Series, day: Day, configuration: Configuration): Insertion | null {
  const place = copy.written.dueAt ?? copy.written.words;
  const source = sourceOf(noteOf(copy, series), place);
  const found = dueInSource(source, copy, configuration);
  if (found === null) return null;
  const at = { ...place, start: place.start + found.start, end: place.start + found.end };
  return { at, newText: found.write(day) };
}

/** The owner's name added the way the series writes owners. */
export function owned(copy: PromiseCopy, series: Series, owner: string, form: OwnerForm): Insertion | null {
  const { words } = copy.written;
  if (!startsItem(noteOf(copy, series), words) && copy.written.stateAt?.form !== 'checkbox') return null;
  const first = owner.split(' ')[0]!;
  const name = series.cast.person(first) === owner ? first : owner;
  const handle = `@${fold(name).replaceAll(' ', '.')}`;
  const before = (newText: string): Insertion => ({ at: { ...words, end: words.start }, newText });
  const after = (newText: string): Insertion => ({ at: { ...words, start: words.end }, newText });
  switch (form) {
    case 'handle-first':
      return before(`${handle} `);
    case 'handle-last':
      return after(` ${handle}`);
    case 'brackets':
      return before(`[${name}] `);
    case 'arrow':
      return after(` \u2192 ${name}`);
    case 'parentheses':
      return after(` (${name})`);
    default:
      return before(`${name}: `);
  }
}

/** A copy in another meeting: below its last promise, else under its heading for promises, else under a new one. */
export function carriedOver(
  copy: PromiseCopy,
  to: DatedMeeting,
  series: Series,
  configuration: Configuration,
): Insertion {
  const { note } = to.document;
  const text = textToCarry(copy, series, configuration);
  const items = to.meeting.promises.filter(
    ({ isPrivate, words, stateAt }) =>
      !isPrivate && (stateAt?.form === 'checkbox' || (stateAt === null && startsItem(note, words))),
  );
  const indentation = items[0] === undefined ? '' : indentationOf(note, items[0].place);
  const last = items.findLast(({ place }) => indentationOf(note, place) === indentation);
  if (last !== undefined) {
    const mark = /^(?:[-*+]|\d{1,9}[.)])/.exec(sourceOf(note, last.place))?.[0] ?? listMarkOf(note);
    const box = last.stateAt === null ? '' : '[ ] ';
    return linesAfter(note, last.place, [`${indentation}${/\d/.test(mark) ? '1.' : mark} ${box}${text}`]);
  }
  const item = `${listMarkOf(note)} [ ] ${text}`;
  const list = sectionForPromises(to.meeting.section);
  if (list !== null) return blockAfter(note, list.place, [item]);
  const title = titleLine(titleOfPromises(series), Math.max(2, to.meeting.depth + 1));
  return blockAfter(note, to.meeting.place, [title, '', item]);
}

// ---------------------------------------------------------------------------------------------------------------

function noteOf({ uri }: PromiseCopy, series: Series): Note {
  return documentAt(series, uri).note;
}

/** Only a list mark stands before it on its line. */
function startsItem(note: Note, place: Place): boolean {
  const { start } = spanOf(note, place)!;
  const before = note.text.slice(note.text.lineSpan(note.text.positionAt(start).line).start, start);
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(before);
}

interface DueInSource {
  readonly start: number;
  readonly end: number;
  readonly write: (day: Day) => string;
}

function dueInSource(source: string, copy: PromiseCopy, configuration: Configuration): DueInSource | null {
  const { due } = copy.written;
  const { numericOrder } = configuration.dates;
  const date = findDates(source, { numericOrder, allowYearless: true }).findLast(({ day }) => day === due);
  if (date !== undefined) {
    const { weekday, form } = date;
    return {
      start: Math.min(date.start, weekday?.start ?? date.start),
      end: Math.max(date.end, weekday?.end ?? date.end),
      write: (day) => writeDate(day, form, { weekday: weekday?.form ?? null }),
    };
  }
  const phrase = findDue(source, copy.day, { numericOrder, quarters: configuration.quarters });
  if (phrase === null || phrase.day !== due) return null;
  const text = source.slice(phrase.start, phrase.end);
  const isWhole = text.trim() === source.trim();
  const lead = /^\s*(?:[\u2013\u2014,;:-]\s*)?[([]?/u.exec(text)![0];
  const close = /[)\]]?\s*$/u.exec(text)![0];
  return {
    ...phrase,
    write: (day) => (isWhole ? formatDay(day) : `${lead}by ${formatDay(day)}${close}`),
  };
}

/** As written, but with the due date in figures: `by Friday` would mean another Friday there. */
function textToCarry(copy: PromiseCopy, series: Series, configuration: Configuration): string {
  const { written, ownerForm, owners } = copy;
  let text = sourceOf(noteOf(copy, series), written.words);
  if (written.due !== null && written.dueAt === null) {
    const found = dueInSource(text, copy, configuration);
    if (found !== null) text = text.slice(0, found.start) + found.write(written.due) + text.slice(found.end);
  }
  text = text.replace(/\s+/g, ' ').trim();
  if (written.due !== null && written.dueAt !== null) text += ` (by ${formatDay(written.due)})`;
  const isElsewhere = ownerForm === 'title' || ownerForm === 'column' || ownerForm === 'tag';
  return isElsewhere && owners.length > 0 ? `${owners.join(' + ')}: ${text}` : text;
}

function sectionForPromises(section: Section): Section | null {
  if (section.isPrivate) return null;
  if (section.meaning === 'promises') return section;
  for (const child of section.sections) {
    const found = sectionForPromises(child);
    if (found !== null) return found;
  }
  return null;
}

/** The title that the newest meeting with such a section gives it. */
function titleOfPromises({ meetings }: Series): string {
  for (const { meeting } of meetings.toReversed()) {
    const section = sectionForPromises(meeting.section);
    if (section !== null) return section.title.text.replace(/:$/, '');
  }
  return 'Action items';
}
