/** The routine's parts, read from titled sections: checkpoints with focus areas, standing agendas, summaries, worksheets. */
import { findDue } from './due.ts';
import type {
  AgendaItem,
  Cell,
  Checkpoint,
  Day,
  Entry,
  FocusArea,
  Meaning,
  Part,
  Place,
  QuarterLabel,
  RollingList,
  Section,
  StandingAgenda,
  Summary,
  SummaryEntry,
  Table,
  Words,
  Worksheet,
  WrittenPromise,
} from './model.ts';
import { focusAreaTitle, isBareSummary, isPart, meaningOf, type Scope } from './names.ts';
import { promisesIn } from './promises/read.ts';
import { findQuarterLabel } from './quarter-labels.ts';
import type { Reading } from './reading.ts';
import { rollingListsIn } from './rolling-list.ts';
import { stateOf } from './state.ts';

export interface RoutineParts {
  readonly checkpoints: readonly Checkpoint[];
  readonly summaries: readonly Summary[];
  readonly agendas: readonly StandingAgenda[];
  readonly worksheets: readonly Worksheet[];
  readonly promises: readonly WrittenPromise[];
  readonly rollingLists: readonly RollingList[];
}

/** `day` is the meeting's, from which relative due days are counted; null outside meetings. */
export function routineOf(root: Section, scope: Scope, day: Day | null, reading: Reading): RoutineParts {
  const checkpoints: Checkpoint[] = [];
  const summaries: Summary[] = [];
  const agendas: StandingAgenda[] = [];
  const worksheets: Worksheet[] = [];
  const visit = (section: Section): void => {
    const { meaning } = section;
    if (meaning === 'checkpoint' || meaning === 'focus-areas') checkpoints.push(checkpointOf(section, day));
    else if (meaning === 'summary') summaries.push(summaryOf(section));
    else if (meaning === 'standing-agenda' && scope === 'standing') agendas.push(agendaOf(section));
    else if (meaning === 'efw') worksheets.push(...worksheetsOf(section));
    else section.sections.forEach(visit);
  };
  visit(root);
  return {
    checkpoints,
    summaries,
    agendas,
    worksheets,
    promises: promisesIn(root, { scope, day, reading }),
    rollingLists: scope === 'standing' ? rollingListsIn(root) : [],
  };
}

// ---------------------------------------------------------------------------------------------------------------
// Checkpoint

function checkpointOf(section: Section, day: Day | null): Checkpoint {
  return {
    title: section.title,
    form: section.form,
    depth: section.depth,
    label: section.label,
    place: section.place,
    focusAreas: focusAreasIn(section, section.meaning === 'focus-areas', day),
    isPrivate: section.isPrivate,
  };
}

/** `isList` says that everything in the section is a focus area, as under a heading `Focus areas`. */
function focusAreasIn(section: Section, isList: boolean, day: Day | null): FocusArea[] {
  const areas: FocusArea[] = [];
  for (const child of section.sections) {
    if (child.meaning === 'focus-areas') areas.push(...focusAreasIn(child, true, day));
    else if (child.meaning === 'focus-area' || isNumbered(child)) areas.push(areaOfSection(child, day));
    else if (child.meaning === null && (isList || child.form === 'bold')) areas.push(areaOfSection(child, day));
  }
  for (const table of section.tables) areas.push(...areasOfTable(table, day));
  const bySections = areas.length > 0;
  for (const entry of section.entries) {
    const names = focusAreaTitle(entry.text) !== null;
    if (entry.mark !== null && (names || (!bySections && looksLikeArea(entry))))
      areas.push(areaOfEntry(entry, section.depth, day));
  }
  return areas.sort((a, b) => a.place.start - b.place.start);
}

/** `1. Incident response` as a heading. */
function isNumbered(section: Section): boolean {
  return section.form === 'heading' && /^\d{1,2}[.)] /.test(section.title.text);
}

/** A list item of a checkpoint names a focus area unless it is itself one of the parts or a task. */
function looksLikeArea(entry: Entry): boolean {
  return entry.checkbox === null && labelled(entry) === null && entry.text !== '';
}

function areaOfSection(section: Section, day: Day | null): FocusArea {
  const parts: MeantPart[] = section.sections.flatMap((child) => partOfSection(child) ?? []);
  for (const entry of section.entries) {
    const part = partOfEntry(entry);
    if (part !== null) parts.push(part);
  }
  return {
    ...titled(areaName(section.title)),
    form: section.form,
    depth: section.depth,
    place: section.place,
    links: section.entries.flatMap((entry) => (entry.mark === null ? entry.links : [])),
    ...assigned(parts, day),
  };
}

function areaOfEntry(entry: Entry, depth: number, day: Day | null): FocusArea {
  const parts = entry.entries.map(partOfEntry).filter((part) => part !== null);
  return {
    ...titled(areaName({ text: entry.text, place: entry.words })),
    form: 'item',
    depth,
    place: entry.place,
    links: entry.links,
    ...assigned(parts, day),
  };
}

function areasOfTable(table: Table, day: Day | null): FocusArea[] {
  const columns = table.header.map((cell) =>
    /^focus areas?$/i.test(cell.text) ? 'title' : meaningOf(cell.text, null, 'meeting', new Map()),
  );
  const titleColumn = columns.indexOf('title');
  if (titleColumn < 0) return [];
  return table.rows.flatMap((row): FocusArea[] => {
    const title = row[titleColumn];
    if (title === undefined || title.text === '') return [];
    const parts = columns.flatMap((meaning, index): MeantPart[] => {
      const cell = row[index];
      if (meaning === 'title' || !isPart(meaning) || cell === undefined) return [];
      return [{ meaning, ...partOfCell(table.header[index]!, cell) }];
    });
    const place = { ...title.place, end: row.at(-1)!.place.end };
    return [{ ...titled(title), form: 'column', depth: 0, place, links: title.links, ...assigned(parts, day) }];
  });
}

/** The name itself, where the title says `Focus area: name` or carries a number. */
function areaName(title: Words): Words {
  const named = focusAreaTitle(title.text);
  const text = named?.name ?? title.text.replace(/^\d{1,2}[.)] /, '');
  // The name ends the title, so its place is counted from the end: marks may stand before it.
  const start = Math.max(title.place.start, title.place.end - text.length);
  return { text, place: { ...title.place, start } };
}

function titled(title: Words): Pick<FocusArea, 'title' | 'isBlank'> {
  return { title, isBlank: /^(?:…|\.{3}|tbd|tba|<[^<>]*>|\[[^[\]]*\]|_+)?$/i.test(title.text) };
}

// ---------------------------------------------------------------------------------------------------------------
// Parts of a focus area

interface MeantPart extends Part {
  readonly meaning: 'responsibility' | 'goals' | 'targets' | 'ideas';
}

function partOfSection(section: Section): MeantPart | null {
  const meaning = asPart(section.meaning);
  if (meaning === null) return null;
  return {
    meaning,
    title: section.title,
    form: section.form,
    place: section.place,
    entries: section.entries,
  };
}

/** `- Goals: text`, or `- Goals` with a nested list. */
function partOfEntry(entry: Entry): MeantPart | null {
  const label = labelled(entry);
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

function partOfCell(header: Cell, cell: Cell): Part {
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

function labelled(
  entry: Entry,
): { meaning: MeantPart['meaning']; title: Words; rest: { text: string; words: Place } | null } | null {
  const colon = entry.text.indexOf(':');
  const name = (colon < 0 ? entry.text : entry.text.slice(0, colon)).trim();
  const meaning = name.length > 40 ? null : partMeaning(name);
  if (meaning === null) return null;
  const text = colon < 0 ? '' : entry.text.slice(colon + 1).trim();
  const words = { ...entry.words, start: Math.max(entry.words.start, entry.words.end - text.length) };
  return { meaning, title: { text: name, place: entry.words }, rest: text === '' ? null : { text, words } };
}

function partMeaning(name: string): MeantPart['meaning'] | null {
  return asPart(meaningOf(name, null, 'meeting', new Map()));
}

/** Inside a focus area, `Actions` are ideas. */
function asPart(meaning: Meaning | null): MeantPart['meaning'] | null {
  if (isPart(meaning)) return meaning;
  return meaning === 'promises' ? 'ideas' : null;
}

type AssignedParts = Pick<FocusArea, 'responsibility' | 'goals' | 'targets' | 'ideas' | 'targetList'>;

function assigned(parts: readonly MeantPart[], day: Day | null): AssignedParts {
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
      due: findDue(entry.text, day)?.day ?? null,
    })),
  };
}

/** An empty list item, as a snippet leaves behind, is no entry. */
function isWritten(entry: Entry): boolean {
  return entry.text !== '' || entry.entries.length > 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Agenda, summary, worksheet

function agendaOf(section: Section): StandingAgenda {
  const items: AgendaItem[] = [];
  const take = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      if (entry.mark !== null)
        items.push({ text: entry.text, place: entry.place, words: entry.words, links: entry.links });
      take(entry.entries);
    }
  };
  const visit = (part: Section): void => {
    take(part.entries);
    for (const child of part.sections) {
      if (child.meaning === 'focus-area') {
        items.push({ text: child.title.text, place: child.place, words: child.title.place, links: [] });
      }
      visit(child);
    }
  };
  visit(section);
  return { title: section.title, depth: section.depth, place: section.place, items };
}

/** One entry per child section, list item, line or table row; what stands below a child is that entry's own text. */
function summaryOf(section: Section): Summary {
  const entries: SummaryEntry[] = [
    ...section.entries.map((entry) => ({ title: { text: entry.text, place: entry.words }, place: entry.place })),
    ...section.tables.flatMap(({ rows }) =>
      rows.flatMap(([first]) => (first === undefined ? [] : [{ title: first, place: first.place }])),
    ),
    ...section.sections.map((child) => ({ title: areaName(child.title), place: child.place })),
  ];
  return {
    title: section.title,
    depth: section.depth,
    label: section.label,
    place: section.place,
    entries,
    isBare: isBareSummary(section.title.text, section.label?.text ?? null) && section.label === null,
    isPrivate: section.isPrivate,
  };
}

function worksheetsOf(section: Section): Worksheet[] {
  return section.tables.map((table) => ({
    title: section.title,
    place: table.place,
    columns: table.header.flatMap((cell, index) => {
      const label = quarterOfCell(cell);
      return label === null ? [] : [{ label, index }];
    }),
    rows: table.rows.flatMap(([title, ...cells]) => (title === undefined ? [] : [{ title, cells: [title, ...cells] }])),
  }));
}

function quarterOfCell(cell: Cell): QuarterLabel | null {
  const found = findQuarterLabel(cell.text);
  return found === null ? null : { year: found.year, number: found.number, text: found.text, place: cell.place };
}
