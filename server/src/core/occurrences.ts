/** Where a focus area or a person is named in a series: what references, highlights and renaming share. */
import { entryFor } from './front-matter.ts';
import type { Document, Entry, FocusArea, Place, Section, Series, Span, Words } from './model.ts';
import { focusAreaTitle, fold } from './names.ts';
import { spanOf } from './parse.ts';
import { sourceOf } from './write/habits.ts';

export interface Occurrence {
  readonly document: Document;
  readonly span: Span;
  /** The title in a checkpoint, or the front matter's value: what the name comes from. */
  readonly isDefinition: boolean;
  /** Only the first name, behind an `@`. */
  readonly isHandle: boolean;
}

export type Named =
  | { readonly is: 'focus-area'; readonly name: string; readonly span: Span }
  | { readonly is: 'person'; readonly name: string; readonly span: Span };

/** The focus area or person named at an offset; null where there is neither. */
export function namedAt(document: Document, series: Series, offset: number): Named | null {
  for (const area of areasOf(series)) {
    const found = areaOccurrencesIn(document, area.title.text, series).find(({ span }) => holds(span, offset));
    if (found) return { is: 'focus-area', name: area.title.text, span: found.span };
  }
  for (const name of [series.report, series.manager]) {
    if (name === null) continue;
    const found = personOccurrencesIn(document, name, series).find(({ span }) => holds(span, offset));
    if (found) return { is: 'person', name, span: found.span };
  }
  return null;
}

/** Everywhere in the series, in its documents' order. */
export function occurrencesOf(named: Pick<Named, 'is' | 'name'>, series: Series): Occurrence[] {
  return series.documents.flatMap((document) =>
    named.is === 'person'
      ? personOccurrencesIn(document, named.name, series)
      : areaOccurrencesIn(document, named.name, series),
  );
}

/** The name in titles, items, lines and cells, word by word and whatever its case; private parts are theirs too. */
export function areaOccurrencesIn(document: Document, name: string, series: Series): Occurrence[] {
  const { note } = document;
  const titles = new Map<Place, boolean>();
  for (const area of areasOf(series)) if (fold(area.title.text) === fold(name)) titles.set(area.title.place, true);
  const found: Occurrence[] = [];
  const seen = new Set<number>();
  const look = (place: Place): void => {
    const span = spanOf(note, place);
    if (span === null) return;
    for (const at of positionsIn(sourceOf(note, place), name)) {
      const start = span.start + at;
      if (seen.has(start)) continue;
      seen.add(start);
      const isDefinition = [...titles.keys()].some((title) => holds(spanOf(note, title) ?? nowhere, start));
      found.push({ document, span: { start, end: start + name.length }, isDefinition, isHandle: false });
    }
  };
  for (const { section } of note.regions) if (section !== null) eachPlace(section, look);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** In the front matter, in titles, and wherever the full name stands, or the first one behind an `@`. */
export function personOccurrencesIn(document: Document, name: string, series: Series): Occurrence[] {
  const { note } = document;
  const handle = handleOf(name, series);
  const keys = ['report', 'manager', 'with', 'attendees'].flatMap((key) => {
    const entry = entryFor(note.frontMatter, key);
    return entry === null ? [] : [...(entry.value === null ? [] : [entry.value]), ...entry.items];
  });
  const found: Occurrence[] = [];
  const look = (place: Place, isDefinition: boolean): void => {
    const span = spanOf(note, place);
    if (span === null) return;
    for (const at of positionsIn(sourceOf(note, place), name)) {
      const start = span.start + at;
      if (found.some((other) => other.span.start === start)) continue;
      found.push({ document, span: { start, end: start + name.length }, isDefinition, isHandle: false });
    }
    for (const at of handle === null ? [] : positionsIn(sourceOf(note, place), handle)) {
      const start = span.start + at + 1;
      const isInName = found.some((other) => other.span.start === start);
      if (!isInName)
        found.push({ document, span: { start, end: start + handle!.length - 1 }, isDefinition: false, isHandle: true });
    }
  };
  for (const { place } of keys satisfies readonly Words[]) look(place, true);
  for (const { section } of note.regions) if (section !== null) eachPlace(section, (place) => look(place, false));
  return found.sort((a, b) => a.span.start - b.span.start);
}

// ---------------------------------------------------------------------------------------------------------------

/** `@Dana`; null where report and manager have the same first name. */
function handleOf(name: string, { report, manager }: Series): string | null {
  const first = (full: string): string => full.trim().split(/\s+/)[0]!;
  const others = [report, manager].filter((full) => full !== null && fold(full) !== fold(name));
  return others.some((full) => fold(first(full!)) === fold(first(name))) ? null : `@${first(name)}`;
}

const nowhere: Span = { start: -1, end: -1 };

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** One for each name, the newest first. */
function areasOf(series: Series): FocusArea[] {
  const byName = new Map<string, FocusArea>();
  for (const { checkpoints } of [...series.quarters].reverse()) {
    for (const { checkpoint } of checkpoints) {
      for (const area of checkpoint.focusAreas) {
        const name = fold(focusAreaTitle(area.title.text)?.name ?? area.title.text);
        if (!area.isBlank && !byName.has(name)) byName.set(name, area);
      }
    }
  }
  return [...byName.values()];
}

/** Every place of a section that holds words: titles, items, lines, cells. In order of their kind. */
export function eachPlace(section: Section, look: (place: Place) => void): void {
  const visitEntry = ({ words, entries }: Entry): void => {
    look(words);
    entries.forEach(visitEntry);
  };
  look(section.title.place);
  section.entries.forEach(visitEntry);
  for (const table of section.tables)
    for (const row of [table.header, ...table.rows]) for (const { place } of row) look(place);
  for (const child of section.sections) eachPlace(child, look);
}

/** Where a name stands in a text as words of their own, whatever its case. */
function positionsIn(source: string, name: string): number[] {
  const text = lower(source);
  const wanted = lower(name);
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const before = source.slice(Math.max(0, at - 1), at);
    const after = source.slice(at + name.length, at + name.length + 1);
    // Beside these signs it is part of a longer word, a tag or an address.
    if (!/[\p{L}\p{N}#/-]/u.test(before) && !/[\p{L}\p{N}/-]/u.test(after)) found.push(at);
  }
  return found;
}

/** In lower case unit by unit, so that offsets stay. */
function lower(text: string): string {
  const whole = text.toLowerCase();
  return whole.length === text.length ? whole : text;
}
