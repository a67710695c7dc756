/** A checkpoint with its focus areas, read from a titled section in any of the forms that people use. */
import type { Checkpoint, Entry, FocusArea, Meaning, Section, Table, Words } from './model.ts';
import { focusAreaTitle, isPart, meaningOf } from './names.ts';
import {
  asPart,
  assigned,
  labelled,
  partOfCell,
  partOfEntry,
  partsOfSection,
  type MeantPart,
  type PartReading,
} from './focus-area-parts.ts';

/** A section with the meaning of a checkpoint, or of a list of focus areas. Never throws. */
export function checkpointOf(section: Section, reading: PartReading): Checkpoint {
  return {
    title: section.title,
    form: section.form,
    depth: section.depth,
    label: section.label,
    place: section.place,
    focusAreas: focusAreasIn(section, section.meaning === 'focus-areas', reading),
    isPrivate: section.isPrivate,
  };
}

/** `isList` says that everything in the section is a focus area, as under a heading `Focus areas`. */
function focusAreasIn(section: Section, isList: boolean, reading: PartReading): FocusArea[] {
  const areas: FocusArea[] = [];
  for (const child of section.sections) {
    if (standsForItself(child)) continue;
    if (child.meaning === 'focus-areas') areas.push(...focusAreasIn(child, true, reading));
    else if (isArea(child, isList, reading)) areas.push(areaOfSection(child, reading));
    else areas.push(...namedAreasIn(child, reading));
  }
  for (const table of section.tables) areas.push(...areasOfTable(table, reading));
  if (areas.length === 0 && isList) areas.push(...areasOfLine(section, reading));
  const items = section.entries.filter(({ mark }) => mark !== null);
  const named = items.filter(saysFocusArea);
  // Beside items that say they are focus areas, the others are remarks.
  const others = areas.length > 0 || named.length > 0 ? [] : items.filter((item) => looksLikeArea(item, reading));
  for (const item of [...named, ...others]) areas.push(areaOfEntry(item, section.depth, reading));
  return areas.sort((a, b) => a.place.start - b.place.start);
}

/** What a checkpoint may hold without its being part of it. */
export function standsForItself({ meaning }: Section): boolean {
  return meaning === 'standing-agenda' || meaning === 'summary' || meaning === 'efw' || meaning === 'private';
}

/** Below a remark such as `**Context**`, only what says that it is a focus area. */
function namedAreasIn({ sections, entries, depth }: Section, reading: PartReading): FocusArea[] {
  return [
    ...entries.filter(saysFocusArea).map((item) => areaOfEntry(item, depth, reading)),
    ...sections.flatMap((child) =>
      child.meaning === 'focus-area' ? [areaOfSection(child, reading)] : namedAreasIn(child, reading),
    ),
  ];
}

function saysFocusArea({ mark, text }: Entry): boolean {
  return mark !== null && focusAreaTitle(text) !== null;
}

/** Of a checkpoint's sections: what says that it is a focus area, and what has the parts of one. */
function isArea(section: Section, isList: boolean, reading: PartReading): boolean {
  const { meaning } = section;
  if (meaning === 'focus-area' || isNumbered(section)) return true;
  // `Feedback` may well be what somebody works on.
  const isFree = meaning === null || meaning === 'career' || meaning === 'feedback';
  return isFree && (isList || hasParts(section, reading));
}

/** `1. Incident response` as a heading. */
function isNumbered({ form, title, meaning }: Section): boolean {
  return form === 'heading' && meaning === null && /^\d{1,2}[.)] /.test(title.text);
}

function hasParts({ sections, entries }: Section, { aliases }: PartReading): boolean {
  return (
    sections.some(({ meaning }) => isPart(meaning)) ||
    entries.some((entry) => isPart(labelled(entry, aliases)?.written ?? null))
  );
}

/** A list item of a checkpoint names a focus area unless it is itself one of the parts or a task. */
function looksLikeArea(entry: Entry, { aliases }: PartReading): boolean {
  return entry.checkbox === null && labelled(entry, aliases) === null && entry.text !== '';
}

function areaOfSection(section: Section, reading: PartReading): FocusArea {
  const parts: MeantPart[] = section.sections.flatMap((child) => partsOfSection(child, reading));
  for (const entry of section.entries) {
    const part = partOfEntry(entry, reading);
    if (part !== null) parts.push(part);
  }
  return {
    ...titled(areaName(section.title)),
    form: section.form,
    depth: section.depth,
    place: section.place,
    links: section.entries.flatMap((entry) => (entry.mark === null ? entry.links : [])),
    ...assigned(parts, reading),
  };
}

function areaOfEntry(entry: Entry, depth: number, reading: PartReading): FocusArea {
  const parts = entry.entries.map((child) => partOfEntry(child, reading)).filter((part) => part !== null);
  return {
    ...titled(areaName({ text: entry.text, place: entry.words })),
    form: 'item',
    depth,
    place: entry.place,
    links: entry.links,
    ...assigned(parts, reading),
  };
}

function areasOfTable(table: Table, reading: PartReading): FocusArea[] {
  const columns = table.header.map((cell) => meaningOf(cell.text, null, 'meeting', reading.aliases));
  const titleColumn = titleColumnOf(table, columns);
  if (titleColumn < 0) return [];
  return table.rows.flatMap((row): FocusArea[] => {
    const title = row[titleColumn];
    if (title === undefined || title.text === '') return [];
    const parts = columns.flatMap((meaning, index): MeantPart[] => {
      const cell = row[index];
      const part = asPart(meaning);
      if (part === null || cell === undefined) return [];
      return [{ meaning: part, ...partOfCell(table.header[index]!, cell) }];
    });
    const place = { ...title.place, end: row.at(-1)!.place.end };
    return [{ ...titled(title), form: 'column', depth: 0, place, links: title.links, ...assigned(parts, reading) }];
  });
}

/** `Focus areas: Incident response, Mentoring` in one line. */
function areasOfLine({ form, title, entries, depth }: Section, reading: PartReading): FocusArea[] {
  const [line] = entries;
  if (form !== 'label' || line === undefined || line.mark !== null) return [];
  // Right behind the label, and names rather than a sentence.
  if (line.words.start > title.place.end + 3 || /[.!?:\u2026]$/u.test(line.text)) return [];
  // Where marks stand in the source, nobody knows where exactly a name is.
  if (line.words.end - line.words.start !== line.text.length) return [];
  const names = [...line.text.matchAll(/[^,;\s](?:[^,;]*[^,;\s])?/g)];
  if (names.some(([name]) => name.split(' ').length > 6)) return [];
  return names.map(({ 0: text, index }) => {
    const start = line.words.start + index;
    const place = { ...line.words, start, end: start + text.length };
    // Like the cell of a table, it has no room for parts.
    return { ...areaOfEntry({ ...line, text, place, words: place }, depth, reading), form: 'column' };
  });
}

/** `Focus area`, or beside columns for parts of one `Area`. */
function titleColumnOf({ header }: Table, columns: readonly (Meaning | null)[]): number {
  const named = columns.indexOf('focus-areas');
  if (named >= 0 || !columns.some(isPart)) return named;
  return header.findIndex(({ text }) => /^(?:area|bereich|thema|domaine|\u00E1rea)$/iu.test(text));
}

/** The name itself, where the title says `Focus area: name` or carries a number. */
export function areaName(title: Words): Words {
  const named = focusAreaTitle(title.text);
  const text = named?.name ?? title.text.replace(/^\d{1,2}[.)] /, '').replace(/^(?:area|focus)(?: #?\d{1,2})?: /i, '');
  // The name ends the title, so its place is counted from the end: marks may stand before it.
  const start = Math.max(title.place.start, title.place.end - text.length);
  return { text, place: { ...title.place, start } };
}

function titled(title: Words): Pick<FocusArea, 'title' | 'isBlank'> {
  return {
    title,
    isBlank: /^(?:…|\.{3}|tbd|tba|<[^<>]*>|\[[^[\]]*\]|_+|\{\{[^{}]*\}\}|<%[^%]*%>|\$\{[^{}]*\})?$/i.test(title.text),
  };
}
