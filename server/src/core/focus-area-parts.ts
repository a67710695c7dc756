/** Responsibility, goals, targets and ideas of a focus area, whatever form they are written in. */
import { findDue } from './due.ts';
import type { Cell, Day, Entry, FocusArea, Meaning, Part, Place, Section, Words } from './model.ts';
import { isPart, meaningOf, partsNamed } from './names.ts';
import type { Reading } from './reading.ts';
import { stateOf } from './state.ts';

export interface PartReading {
  /** The meeting's; null outside meetings. */
  readonly day: Day | null;
  readonly aliases: Reading['aliases'];
  /** How the due dates of targets are read. */
  readonly dues: Pick<Reading, 'numericOrder' | 'quarters'>;
}

export interface MeantPart extends Part {
  readonly meaning: 'responsibility' | 'goals' | 'targets' | 'ideas';
}

/** A section under `Goals & targets` is both parts. */
export function partsOfSection(
  { meaning, title, form, place, entries }: Section,
  { aliases }: PartReading,
): MeantPart[] {
  const first = asPart(meaning);
  if (first === null) return [];
  const named = partsNamed(title.text, aliases);
  return [...new Set([first, ...named])].map((each) => ({ meaning: each, title, form, place, entries }));
}

/** `- Goals: text`, or `- Goals` with a nested list. */
export function partOfEntry(entry: Entry, { aliases }: PartReading): MeantPart | null {
  const label = labelled(entry, aliases);
  if (label === null) return null;
  const own: Entry[] = label.rest === null ? [] : [{ ...entry, ...label.rest, place: label.rest.words, entries: [] }];
  return {
    meaning: label.meaning,
    title: label.title,
    form: 'item',
    place: entry.place,
    entries: [...own, ...entry.entries],
  };
}

export function partOfCell(header: Cell, cell: Cell): Part {
  const entries = cell.parts.map((part): Entry => ({
    text: part.text,
    place: part.place,
    words: part.place,
    mark: null,
    checkbox: null,
    struck: false,
    links: cell.links,
    entries: [],
  }));
  return { title: header, form: 'column', place: cell.place, entries };
}

interface LabelledEntry {
  readonly meaning: MeantPart['meaning'];
  /** What the label means by itself: `Actions` are ideas only in a focus area. */
  readonly written: Meaning;
  readonly title: Words;
  readonly rest: { readonly text: string; readonly words: Place } | null;
}

export function labelled(entry: Entry, aliases: Reading['aliases']): LabelledEntry | null {
  const join = /:|\s[\u2013\u2014-]\s/u.exec(entry.text);
  const name = (join === null ? entry.text : entry.text.slice(0, join.index)).trim();
  const written = name.length > 40 ? null : meaningOf(name, null, 'meeting', aliases);
  const meaning = asPart(written);
  if (written === null || meaning === null) return null;
  const text = join === null ? '' : entry.text.slice(join.index + join[0].length).trim();
  const words = { ...entry.words, start: Math.max(entry.words.start, entry.words.end - text.length) };
  const rest = text === '' ? null : { text, words };
  return { meaning, written, title: { text: name, place: entry.words }, rest };
}

/** Inside a focus area, `Actions` are ideas. */
export function asPart(meaning: Meaning | null): MeantPart['meaning'] | null {
  if (isPart(meaning)) return meaning;
  return meaning === 'promises' ? 'ideas' : null;
}

type AssignedParts = Pick<FocusArea, 'responsibility' | 'goals' | 'targets' | 'ideas' | 'targetList'>;

export function assigned(parts: readonly MeantPart[], { day, dues }: PartReading): AssignedParts {
  const first = (meaning: MeantPart['meaning']): Part | null => {
    const same = parts.filter((part) => part.meaning === meaning);
    const [part, ...more] = same;
    if (part === undefined) return null;
    const { title, form, place } = part;
    return {
      title,
      form,
      place,
      entries: [...part.entries, ...more.flatMap((other) => other.entries)].filter(isWritten),
    };
  };
  const targets = first('targets');
  return {
    responsibility: first('responsibility'),
    goals: first('goals'),
    targets,
    ideas: first('ideas'),
    targetList: (targets?.entries ?? []).map((entry) => ({
      ...entry,
      state: stateOf(entry),
      due: findDue(entry.text, day, dues)?.day ?? null,
    })),
  };
}

/** An empty list item, as a snippet leaves behind, is no entry. */
function isWritten(entry: Entry): boolean {
  return entry.text !== '' || entry.entries.length > 0;
}
