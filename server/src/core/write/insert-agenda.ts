/** A standing agenda with the focus areas in force. */
import type { Context } from '../context.ts';
import type { Document, FocusArea, Series } from '../model.ts';
import { openFocusAreasOf } from '../private.ts';
import { newestInForce } from '../query.ts';
import { titleLine } from './checkpoint.ts';
import { blockBefore, listMarkOf, type Insertion } from './habits.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/** Changes nothing where the series has an agenda. What is private is not put on it. */
export function insertStandingAgenda(document: Document, series: Series, context: Context): Writing {
  const [written] = series.agendas;
  if (written !== undefined) return unchanged(written.document, written.agenda.title.place);
  const record = newestInForce(series, context);
  const target = homeOfAgenda([record?.checkpoints[0]?.document, document, ...series.documents]);
  if (target === null)
    return impossible('An agenda stands outside meetings, and each file of this series holds one. Make a page for it.');
  const areas = record === null ? [] : openFocusAreasOf(record).map(({ area }) => area);
  const edit = agendaInserted(target, areas);
  if (edit === null) return impossible('There is nothing in this document that an agenda could be put before.');
  return edits(target, [edit], edit.newText.trimEnd().length);
}

/** The first of the documents that has room outside its meetings: in a file that is one meeting, all is of that meeting. */
export function homeOfAgenda(documents: readonly (Document | undefined)[]): Document | null {
  return documents.find((each) => each !== undefined && !holdsOneMeeting(each)) ?? null;
}

/** Above the first meeting or quarter heading, at its level; null where there is nothing to put it before. */
export function agendaInserted({ note }: Document, areas: readonly FocusArea[]): Insertion | null {
  const first = note.regions.find(({ kind }) => kind === 'meeting' || kind === 'quarter' || kind === 'standing');
  const start = first?.section ?? note.regions.find(({ section }) => section !== null)?.section ?? null;
  if (start === null) return null;
  const mark = listMarkOf(note);
  const items = areas.length === 0 ? [mark] : areas.map(({ title }) => `${mark} Focus area: ${title.text}`);
  const lines = [titleLine('Standing agenda', Math.max(2, first?.section?.depth ?? 2)), '', ...items];
  return blockBefore(note, start.place, lines);
}

function holdsOneMeeting({ note }: Document): boolean {
  return note.meetings.some(({ depth }) => depth <= 1) && note.meetings.length === 1;
}
