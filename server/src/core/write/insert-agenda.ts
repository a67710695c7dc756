/** A standing agenda with the focus areas in force. */
import type { Context } from '../context.ts';
import type { Document, Series } from '../model.ts';
import { focusAreasOf, newestInForce } from '../query.ts';
import { titleLine } from './checkpoint.ts';
import { blockBefore, listMarkOf } from './habits.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/** In a file that is one meeting, all that stands in it is of that meeting. */
function holdsOneMeeting({ note }: Document): boolean {
  return note.meetings.some(({ depth }) => depth <= 1) && note.meetings.length === 1;
}

/** Above the first meeting or quarter heading, at its level. Changes nothing where the series has an agenda. */
export function insertStandingAgenda(document: Document, series: Series, context: Context): Writing {
  const [written] = series.agendas;
  if (written !== undefined) return unchanged(written.document, written.agenda.title.place);
  const record = newestInForce(series, context);
  const target = [record?.checkpoints[0]?.document, document, ...series.documents].find(
    (each) => each !== undefined && !holdsOneMeeting(each),
  );
  if (target === undefined)
    return impossible('An agenda stands outside meetings, and each file of this series holds one. Make a page for it.');
  const { note } = target;
  const first = note.regions.find(({ kind }) => kind === 'meeting' || kind === 'quarter' || kind === 'standing');
  const start = first?.section ?? note.regions.find(({ section }) => section !== null)?.section ?? null;
  if (start === null) return impossible('There is nothing in this document that an agenda could be put before.');
  const areas = record === null ? [] : focusAreasOf(record).map(({ area }) => `Focus area: ${area.title.text}`);
  const mark = listMarkOf(note);
  const items = areas.length === 0 ? [mark] : areas.map((text) => `${mark} ${text}`);
  const lines = [titleLine('Standing agenda', Math.max(2, first?.section?.depth ?? 2)), '', ...items];
  const edit = blockBefore(note, start.place, lines);
  return edits(target, [edit], edit.newText.trimEnd().length);
}
