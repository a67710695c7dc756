/** The routine's parts, read from titled sections: checkpoints with focus areas, standing agendas, summaries, worksheets. */
import { quarterOf } from './calendar.ts';
import { areaName, checkpointOf, standsForItself } from './checkpoint.ts';
import type { PartReading } from './focus-area-parts.ts';
import type {
  AgendaItem,
  Cell,
  Checkpoint,
  Day,
  Entry,
  QuarterLabel,
  RollingList,
  Section,
  StandingAgenda,
  Summary,
  SummaryEntry,
  Table,
  Worksheet,
  Words,
} from './model.ts';
import { bareQuarterIn, isBareSummary, type Scope } from './names.ts';
import { findQuarterLabel } from './quarter-labels.ts';
import type { Reading } from './reading.ts';
import { rollingListsIn } from './rolling-list.ts';

export interface RoutineParts {
  readonly checkpoints: readonly Checkpoint[];
  readonly summaries: readonly Summary[];
  readonly agendas: readonly StandingAgenda[];
  readonly worksheets: readonly Worksheet[];
  readonly rollingLists: readonly RollingList[];
}

/** `day` is the meeting's, from which relative due days are counted; null outside meetings. */
export function routineOf(root: Section, scope: Scope, day: Day | null, reading: Reading): RoutineParts {
  const { aliases, numericOrder, quarters } = reading;
  const parts: PartReading = { day, aliases, dues: { numericOrder, quarters } };
  const checkpoints: Checkpoint[] = [];
  const summaries: Summary[] = [];
  const agendas: StandingAgenda[] = [];
  const worksheets: Worksheet[] = [];
  const visit = (section: Section): void => {
    const { meaning } = section;
    if (meaning === 'checkpoint' || meaning === 'focus-areas') {
      checkpoints.push(checkpointOf(section, parts));
      section.sections.filter(standsForItself).forEach(visit);
    } else if (meaning === 'summary') summaries.push(summaryOf(section, day, reading));
    else if (meaning === 'standing-agenda' && scope === 'standing') agendas.push(agendaOf(section));
    else {
      if (meaning === 'efw') worksheets.push(...worksheetsOf(section));
      section.sections.forEach(visit);
    }
  };
  visit(root);
  return {
    checkpoints,
    summaries,
    agendas,
    worksheets,
    rollingLists: scope === 'standing' ? rollingListsIn(root) : [],
  };
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
function summaryOf(section: Section, day: Day | null, reading: Reading): Summary {
  const label = section.label ?? labelWithoutYear(section.title, day, reading);
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
    label,
    place: section.place,
    entries,
    isBare: isBareSummary(section.title.text, section.label?.text ?? null) && label === null,
    isPrivate: section.isPrivate,
  };
}

/** `Q3 summary` sums up the last third quarter that had begun by the meeting's day. */
function labelWithoutYear(title: Words, day: Day | null, { quarters }: Reading): QuarterLabel | null {
  const number = bareQuarterIn(title.text);
  if (number === null || day === null) return null;
  const held = quarterOf(day, quarters);
  const year = number <= held.number ? held.year : held.year - 1;
  return { year, number, text: `Q${number}`, place: title.place };
}

/** Its tables, also those below headings of its own, as one for each area. */
function worksheetsOf(section: Section): Worksheet[] {
  const below = section.sections.filter(({ meaning }) => meaning === null).flatMap(worksheetsOf);
  return [...section.tables.map((table) => worksheetOf(section, table)), ...below];
}

function worksheetOf(section: Section, table: Table): Worksheet {
  return {
    title: section.title,
    place: table.place,
    columns: table.header.flatMap((cell, index) => {
      const label = quarterOfCell(cell);
      return label === null ? [] : [{ label, index }];
    }),
    rows: table.rows.flatMap(([title, ...cells]) => (title === undefined ? [] : [{ title, cells: [title, ...cells] }])),
  };
}

function quarterOfCell(cell: Cell): QuarterLabel | null {
  const found = findQuarterLabel(cell.text);
  return found === null ? null : { year: found.year, number: found.number, text: found.text, place: cell.place };
}
