/** Where a focus area is spoken of: in meetings, on the standing agenda, in a summary. */
import type {
  DatedMeeting,
  Entry,
  FocusArea,
  Link,
  Meeting,
  Place,
  QuarterRecord,
  Section,
  Spoken,
  SpokenOf,
} from './model.ts';
import { focusAreaTitle } from './names.ts';
import { normalise } from './roles/normalise.ts';
import { slug } from './slug.ts';

export interface Mention {
  readonly meeting: DatedMeeting;
  readonly place: Place;
}

/**
 * The meetings of a quarter that speak of a focus area, each with its first mention: by name, by responsibility or by
 * a link to its heading, anywhere but in a checkpoint, a summary or a private part. Earliest first.
 */
export function mentionsOf(area: FocusArea, record: QuarterRecord): Mention[] {
  const ownNames = namesOf(area);
  return record.meetings.flatMap((meeting): Mention[] => {
    for (const { place, isPrivate } of passagesNaming(ownNames, meeting.meeting))
      if (!isPrivate) return [{ meeting, place }];
    return [];
  });
}

/** Whether any of the meetings speaks of a focus area; private parts count, since nothing of it is shown. */
export function isMentionedInAny(area: FocusArea, meetings: readonly DatedMeeting[]): boolean {
  const ownNames = namesOf(area);
  return meetings.some(({ meeting }) => !passagesNaming(ownNames, meeting).next().done);
}

/** Whether a section speaks of a focus area: in its title, its text, or anything below it. */
export function sectionSpeaksOf(section: Section, area: FocusArea): boolean {
  const ownNames = namesOf(area);
  return [...inSection(section)].some((spoken) => isNamedBy(ownNames, spoken));
}

/** A title, item or cell that names a focus area. All that belongs to the item or stands under the title is on it too. */
export type Passage = Pick<Spoken, 'place' | 'isPrivate' | 'of'>;

/** In document order; what stands below a passage is not looked at again. Checkpoints and summaries are left out. */
export function passagesOn(area: FocusArea, meeting: Meeting): Iterable<Passage> {
  return passagesNaming(namesOf(area), meeting);
}

/** What `Meeting.spoken` holds. */
export function spokenIn(section: Section): readonly Spoken[] {
  return [...belowTitle(section)];
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
  return isNamedBy(namesOf(area), { words: folded(text), links });
}

/** What a text has to hold to name a focus area. */
interface AreaNames {
  /** The title, and the responsibility's text and its label (`Toil reduction: \u2026`): words between single spaces. */
  readonly phrases: readonly string[];
  /** Ends of links to its heading. */
  readonly anchors: readonly string[];
}

function namesOf(area: FocusArea): AreaNames {
  const responsibilities = area.responsibility?.entries.map((entry) => entry.text) ?? [];
  const labels = responsibilities.flatMap((text) => {
    const colon = text.indexOf(':');
    return colon > 0 && colon <= 40 ? [text.slice(0, colon)] : [];
  });
  const title = area.title.text;
  const names = [title, ...responsibilities, ...labels].map(normalise).filter((name) => name.length > 2);
  const anchors = [slug(title), slug(`Focus area: ${title}`)].filter((anchor) => anchor !== '');
  return { phrases: names.map(spaced), anchors: anchors.map((anchor) => `#${anchor}`) };
}

function isNamedBy({ phrases, anchors }: AreaNames, { words, links }: Pick<Spoken, 'words' | 'links'>): boolean {
  return (
    phrases.some((phrase) => words.includes(phrase)) ||
    links.some(({ target }) => anchors.some((anchor) => target.endsWith(anchor)))
  );
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

function* passagesNaming(ownNames: AreaNames, { section, spoken }: Meeting): Generator<Passage> {
  let isFound = false;
  for (let at = 0; at < spoken.length;) {
    const each = spoken[at]!;
    const isNamed = isNamedBy(ownNames, each);
    if (isNamed) {
      isFound = true;
      yield each;
    }
    at += isNamed ? 1 + each.below : 1;
  }
  if (isFound) return;
  const whole = spokenTitle(section, 0);
  if (isNamedBy(ownNames, whole)) yield whole;
}

/** A title and all below it, unless it is one of those in which every focus area is named. */
function inSection(section: Section): Spoken[] {
  const { meaning } = section;
  if (meaning === 'checkpoint' || meaning === 'focus-areas' || meaning === 'summary') return [];
  const below = belowTitle(section);
  return [spokenTitle(section, below.length), ...below];
}

function spokenTitle(section: Section, below: number): Spoken {
  const { title, isPrivate } = section;
  return { words: folded(title.text), links: [], place: title.place, isPrivate, of: { section }, below };
}

function belowTitle({ entries, tables, sections, isPrivate }: Section): Spoken[] {
  const inCell = (cell: Extract<SpokenOf, { cell: unknown }>['cell']): Spoken => {
    const { text, links, place } = cell;
    return { words: folded(text), links, place, isPrivate, of: { cell }, below: 0 };
  };
  return [
    ...entries.flatMap((entry) => inEntry(entry, isPrivate)),
    ...tables.flatMap(({ rows }) => rows.flat().map(inCell)),
    ...sections.flatMap(inSection),
  ];
}

function inEntry(entry: Entry, isPrivate: boolean): Spoken[] {
  const { text, links, words } = entry;
  const below = entry.entries.flatMap((child) => inEntry(child, isPrivate));
  return [{ words: folded(text), links, place: words, isPrivate, of: { entry }, below: below.length }, ...below];
}
