/** What stands at an offset, in the words of the model. */
import { knownKeys } from './front-matter.ts';
import type {
  AgendaItem,
  Checkpoint,
  Document,
  FocusArea,
  FrontMatterEntry,
  Meaning,
  Note,
  Place,
  QuarterLabel,
  Region,
  RollingItem,
  Section,
  Summary,
  Worksheet,
} from './model.ts';
import { fold } from './names.ts';
import { spanOf } from './parse.ts';
import { findQuarterLabel } from './quarter-labels.ts';

export type Thing =
  | { readonly is: 'key'; readonly key: string; readonly entry: FrontMatterEntry; readonly place: Place }
  | { readonly is: 'focus-area'; readonly area: FocusArea; readonly checkpoint: Checkpoint; readonly place: Place }
  | {
      readonly is: 'rating';
      readonly text: string;
      readonly row: Worksheet['rows'][number];
      readonly worksheet: Worksheet;
      readonly place: Place;
    }
  | {
      readonly is: 'rating-column';
      readonly column: Worksheet['columns'][number];
      readonly worksheet: Worksheet;
      readonly place: Place;
    }
  | { readonly is: 'tag'; readonly item: RollingItem; readonly place: Place }
  | { readonly is: 'quarter'; readonly label: QuarterLabel; readonly place: Place }
  | { readonly is: 'agenda-item'; readonly item: AgendaItem; readonly place: Place }
  /** The title of a checkpoint or summary, of the document, or of a part among the meetings that is none of them. */
  | { readonly is: 'checkpoint'; readonly checkpoint: Checkpoint; readonly region: Region; readonly place: Place }
  | { readonly is: 'summary'; readonly summary: Summary; readonly region: Region; readonly place: Place }
  | { readonly is: 'title'; readonly place: Place }
  | { readonly is: 'undated'; readonly title: string; readonly place: Place }
  /** The title of any other section whose name is known. */
  | { readonly is: 'section'; readonly meaning: Meaning; readonly place: Place };

/** The smallest thing at an offset that there is something to say of; null where there is none. */
export function thingAt({ note }: Document, offset: number): Thing | null {
  const isAt = (place: Place): boolean => {
    const span = spanOf(note, place);
    return span !== null && span.start <= offset && offset <= span.end;
  };
  const { frontMatter } = note;
  if (frontMatter !== null && isAt(frontMatter.place)) {
    for (const entry of frontMatter.entries) {
      const end = entry.value?.place.end ?? entry.key.place.end;
      const place = { ...entry.key.place, end };
      if (isAt(place)) return { is: 'key', key: canonicalKey(entry), entry, place };
    }
    return null;
  }
  for (const region of note.regions) {
    for (const checkpoint of region.checkpoints) {
      if (!isAt(checkpoint.place)) continue;
      for (const area of checkpoint.focusAreas) {
        const responsibility = area.responsibility?.entries.find((entry) => isAt(entry.place));
        if (responsibility !== undefined) return { is: 'focus-area', area, checkpoint, place: responsibility.words };
        if (isAt(area.title.place)) return { is: 'focus-area', area, checkpoint, place: area.title.place };
      }
    }
    const smaller =
      worksheetThing(region, isAt) ??
      tagThing(region, isAt) ??
      agendaThing(region, isAt) ??
      quarterThing(region, note, isAt) ??
      titledThing(region, isAt) ??
      headingThing(region, note, isAt) ??
      sectionThing(region, isAt);
    if (smaller !== null) return smaller;
  }
  return null;
}

type IsAt = (place: Place) => boolean;

function worksheetThing({ worksheets }: Region, isAt: IsAt): Thing | null {
  for (const worksheet of worksheets.filter(({ place }) => isAt(place))) {
    for (const column of worksheet.columns) {
      const { place } = column.label;
      if (isAt(place)) return { is: 'rating-column', column, worksheet, place };
      for (const row of worksheet.rows) {
        const cell = row.cells[column.index];
        if (cell !== undefined && cell.text !== '' && isAt(cell.place))
          return { is: 'rating', text: cell.text, row, worksheet, place: cell.place };
      }
    }
  }
  return null;
}

function tagThing({ rollingLists }: Region, isAt: IsAt): Thing | null {
  for (const item of rollingLists.flatMap(({ items }) => items)) {
    if (item.tag !== null && isAt(item.tag.place)) return { is: 'tag', item, place: item.tag.place };
  }
  return null;
}

function agendaThing({ agendas }: Region, isAt: IsAt): Thing | null {
  const item = agendas.flatMap(({ items }) => items).find(({ words }) => isAt(words));
  return item === undefined ? null : { is: 'agenda-item', item, place: item.words };
}

function titledThing(region: Region, isAt: IsAt): Thing | null {
  for (const checkpoint of region.checkpoints) {
    const { place } = checkpoint.title;
    if (isAt(place)) return { is: 'checkpoint', checkpoint, region, place };
  }
  for (const summary of region.summaries) {
    const { place } = summary.title;
    if (isAt(place)) return { is: 'summary', summary, region, place };
  }
  return null;
}

/** Below the title of a document, and after a meeting, headings without a date are something that was decided. */
function headingThing({ kind, section }: Region, note: Note, isAt: IsAt): Thing | null {
  if (section === null || section.title.text === '' || !isAt(section.title.place)) return null;
  const { place, text } = section.title;
  if (note.title?.place === place) return { is: 'title', place };
  const isPlain = kind === 'standing' && section.meaning === null && isBehindMeeting(place, note);
  return isPlain ? { is: 'undated', title: text, place } : null;
}

function sectionThing({ section }: Region, isAt: IsAt): Thing | null {
  const find = (within: Section): Thing | null => {
    const { title, meaning } = within;
    if (meaning !== null && isAt(title.place)) return { is: 'section', meaning, place: title.place };
    for (const child of within.sections) {
      const found = isAt(child.place) ? find(child) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return section === null ? null : find(section);
}

function isBehindMeeting(place: Place, note: Note): boolean {
  const [first] = note.meetings;
  const meeting = first === undefined ? null : spanOf(note, first.place);
  const own = spanOf(note, place);
  return own !== null && meeting !== null && meeting.start < own.start;
}

function quarterThing({ section }: Region, note: Note, isAt: IsAt): Thing | null {
  const find = (within: Section): Thing | null => {
    const { label } = within;
    if (label !== null && isAt(label.place)) {
      const place = narrowed(label.place, note);
      return isAt(place) ? { is: 'quarter', label, place } : null;
    }
    for (const child of within.sections) {
      const found = isAt(child.place) ? find(child) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return section === null || !isAt(section.place) ? null : find(section);
}

/** The label alone, where the place that is known is that of the title around it. */
function narrowed(place: Place, note: Note): Place {
  const { start, end } = spanOf(note, place)!;
  const found = findQuarterLabel(note.text.slice(start, end));
  return found === null ? place : { ...place, start: place.start + found.start, end: place.start + found.end };
}

function canonicalKey(entry: FrontMatterEntry): string {
  const folded = fold(entry.key.text);
  for (const [key, spellings] of knownKeys) if (spellings.includes(folded)) return key;
  return folded;
}
