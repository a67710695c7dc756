/** Where a focus area is spoken of: in meetings, on the standing agenda, in a summary. */
import type { DatedMeeting, Entry, FocusArea, Link, Meeting, Place, QuarterRecord, Section } from './model.ts';
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
  const names = namesOf(area);
  return record.meetings.flatMap((meeting): Mention[] => {
    const place = firstMention(meeting.meeting.section, area, names);
    return place === null ? [] : [{ meeting, place }];
  });
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
  return speaksOf(area, namesOf(area), text, links);
}

/** The title, and the responsibility's text and its label (`Toil reduction: …`), normalised. */
function namesOf(area: FocusArea): string[] {
  const responsibilities = area.responsibility?.entries.map((entry) => entry.text) ?? [];
  const labels = responsibilities.flatMap((text) => {
    const colon = text.indexOf(':');
    return colon > 0 && colon <= 40 ? [text.slice(0, colon)] : [];
  });
  return [area.title.text, ...responsibilities, ...labels].map(normalise).filter((name) => name.length > 2);
}

function speaksOf(area: FocusArea, ownNames: readonly string[], text: string, links: readonly Link[]): boolean {
  const words = ` ${wordsOf(normalise(focusAreaTitle(text)?.name ?? text))} `;
  if (ownNames.some((name) => words.includes(` ${wordsOf(name)} `))) return true;
  const anchors = [slug(area.title.text), slug(`Focus area: ${area.title.text}`)];
  return links.some(({ target }) => anchors.some((anchor) => anchor !== '' && target.endsWith(`#${anchor}`)));
}

/** Letters and digits only, single spaces: so that a name is found beside any punctuation. */
function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function firstMention(section: Section, area: FocusArea, ownNames: readonly string[]): Place | null {
  if (section.isPrivate) return null;
  const isRecord =
    section.meaning === 'checkpoint' || section.meaning === 'focus-areas' || section.meaning === 'summary';
  if (isRecord) return null;
  if (speaksOf(area, ownNames, section.title.text, [])) return section.title.place;
  for (const entry of section.entries) {
    const place = inEntry(entry, area, ownNames);
    if (place !== null) return place;
  }
  for (const table of section.tables) {
    for (const cell of table.rows.flat()) if (speaksOf(area, ownNames, cell.text, cell.links)) return cell.place;
  }
  for (const child of section.sections) {
    const place = firstMention(child, area, ownNames);
    if (place !== null) return place;
  }
  return null;
}

function inEntry(entry: Entry, area: FocusArea, ownNames: readonly string[]): Place | null {
  if (speaksOf(area, ownNames, entry.text, entry.links)) return entry.words;
  for (const child of entry.entries) {
    const place = inEntry(child, area, ownNames);
    if (place !== null) return place;
  }
  return null;
}
