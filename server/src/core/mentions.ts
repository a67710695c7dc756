/** Where a focus area is spoken of: in meetings, on the standing agenda, in a summary. */
import type { Cell, DatedMeeting, Entry, FocusArea, Link, Meeting, Place, QuarterRecord, Section } from './model.ts';
import { focusAreaTitle } from './names.ts';
import { normalise } from './roles/normalise.ts';
import { slug } from './slug.ts';

export interface Mention {
  readonly meeting: DatedMeeting;
  readonly place: Place;
}

/** How the text of notes is folded, to be looked at for names. */
type Folding = (text: string) => string;

/** Where several focus areas are looked for in the same meetings, their text is folded once. */
export function foldingOnce(): Folding {
  const known = new Map<string, string>();
  return (text) => {
    const words = known.get(text) ?? folded(text);
    known.set(text, words);
    return words;
  };
}

/**
 * The meetings of a quarter that speak of a focus area, each with its first mention: by name, by responsibility or by
 * a link to its heading, anywhere but in a checkpoint, a summary or a private part. Earliest first.
 */
export function mentionsOf(area: FocusArea, record: QuarterRecord, folding: Folding = folded): Mention[] {
  return record.meetings.flatMap((meeting): Mention[] => {
    for (const { place, isPrivate } of passagesOn(area, meeting.meeting, folding))
      if (!isPrivate) return [{ meeting, place }];
    return [];
  });
}

/** Whether a meeting speaks of a focus area at all; private parts count, since nothing of it is shown. */
export function isMentionedIn(area: FocusArea, meeting: Meeting, folding: Folding = folded): boolean {
  return !passagesOn(area, meeting, folding).next().done;
}

/** Whether a section speaks of a focus area: in its title, its text, or anything below it. */
export function sectionSpeaksOf(section: Section, area: FocusArea): boolean {
  return !passagesIn(section, namesOf(area)).next().done;
}

/** A title, item or cell that names a focus area. All that belongs to the item or stands under the title is on it too. */
export interface Passage {
  /** The words that name it. */
  readonly place: Place;
  readonly isPrivate: boolean;
  readonly of: { readonly entry: Entry } | { readonly section: Section } | { readonly cell: Cell };
}

/** In document order; what stands below a passage is not looked at again. Checkpoints and summaries are left out. */
export function* passagesOn(area: FocusArea, { section }: Meeting, folding: Folding = folded): Generator<Passage> {
  const ownNames = namesOf(area, folding);
  let isFound = false;
  for (const passage of passagesBelow(section, ownNames)) {
    isFound = true;
    yield passage;
  }
  const { isPrivate, title } = section;
  if (!isFound && speaksOf(ownNames, title.text, [])) yield { place: title.place, isPrivate, of: { section } };
}

/** Whether any text of a meeting matches; checkpoints and private parts count too, since nothing of it is shown. */
export function meetingSpeaksOf(meeting: Meeting, words: RegExp): boolean {
  const inEntries = (entries: readonly Entry[]): boolean =>
    entries.some((entry) => words.test(entry.text) || inEntries(entry.entries));
  const inSection = (section: Section): boolean =>
    words.test(section.title.text) ||
    inEntries(section.entries) ||
    section.tables.some((table) => table.rows.flat().some(({ text }) => words.test(text))) ||
    section.sections.some(inSection);
  return inSection(meeting.section);
}

/** Whether a text or its links name the focus area. */
export function names(area: FocusArea, text: string, links: readonly Link[]): boolean {
  return speaksOf(namesOf(area), text, links);
}

/** What a text has to hold to name a focus area. */
interface AreaNames {
  readonly folding: Folding;
  /** The title, and the responsibility's text and its label (`Toil reduction: \u2026`): words between single spaces. */
  readonly phrases: readonly string[];
  readonly title: string;
}

function namesOf(area: FocusArea, folding: Folding = folded): AreaNames {
  const responsibilities = area.responsibility?.entries.map((entry) => entry.text) ?? [];
  const labels = responsibilities.flatMap((text) => {
    const colon = text.indexOf(':');
    return colon > 0 && colon <= 40 ? [text.slice(0, colon)] : [];
  });
  const title = area.title.text;
  const names = [title, ...responsibilities, ...labels].map(normalise).filter((name) => name.length > 2);
  return { folding, phrases: names.map(spaced), title };
}

function speaksOf({ folding, phrases, title }: AreaNames, text: string, links: readonly Link[]): boolean {
  const words = folding(text);
  if (phrases.some((phrase) => words.includes(phrase))) return true;
  if (links.length === 0) return false;
  const anchors = [slug(title), slug(`Focus area: ${title}`)].filter((anchor) => anchor !== '');
  return links.some(({ target }) => anchors.some((anchor) => target.endsWith(`#${anchor}`)));
}

function folded(text: string): string {
  return spaced(normalise(focusAreaTitle(text)?.name ?? text));
}

/** Letters and digits only, single spaces, one at each end: so that a name is found beside any punctuation. */
function spaced(text: string): string {
  // Most notes are ASCII, for which the classes are short.
  const others = /[^\0-\x7F]/.test(text) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/gi;
  return ` ${text.replace(others, ' ').trim()} `;
}

function* passagesIn(section: Section, ownNames: AreaNames): Generator<Passage> {
  const { isPrivate, meaning, title } = section;
  if (meaning === 'checkpoint' || meaning === 'focus-areas' || meaning === 'summary') return;
  if (speaksOf(ownNames, title.text, [])) yield { place: title.place, isPrivate, of: { section } };
  else yield* passagesBelow(section, ownNames);
}

function* passagesBelow(section: Section, ownNames: AreaNames): Generator<Passage> {
  const { isPrivate } = section;
  for (const entry of section.entries) yield* inEntry(entry, isPrivate, ownNames);
  for (const table of section.tables) {
    for (const cell of table.rows.flat()) {
      if (speaksOf(ownNames, cell.text, cell.links)) yield { place: cell.place, isPrivate, of: { cell } };
    }
  }
  for (const child of section.sections) yield* passagesIn(child, ownNames);
}

function* inEntry(entry: Entry, isPrivate: boolean, ownNames: AreaNames): Generator<Passage> {
  if (speaksOf(ownNames, entry.text, entry.links)) yield { place: entry.words, isPrivate, of: { entry } };
  else for (const child of entry.entries) yield* inEntry(child, isPrivate, ownNames);
}
