/** Start Quarter: the quarter's checkpoint, ready to be filled in. */
import type { Context } from '../context.ts';
import { quarterOf } from '../calendar.ts';
import type { DatedMeeting, Day, Document, Quarter, QuarterRecord, Series } from '../model.ts';
import { isCurrent } from '../quarters.ts';
import { findQuarterLabel } from '../quarter-labels.ts';
import { canonicalForm, checkpointLines, formOf, type AreaDraft } from './checkpoint.ts';
import { blockAfter, listMarkOf, type Insertion } from './habits.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/**
 * The current quarter's checkpoint with two blank focus areas: in its first meeting, else in the newest one, which then
 * plans the quarter ahead. Changes nothing where the quarter has one.
 */
export function startQuarter(document: Document, series: Series, context: Context): Writing {
  const record = series.quarters.find(({ quarter }) => isCurrent(quarter, context));
  const [written] = record?.checkpoints ?? [];
  if (written !== undefined) return unchanged(written.document, written.checkpoint.title.place);
  const place = record?.first ?? series.meetings.at(-1) ?? null;
  if (record === undefined || place === null)
    return impossible('A checkpoint stands in a meeting, and this series has none yet. Start a meeting first.');
  const isFarBack = record.first === null && !isQuarterBefore(place.day, record.quarter, context);
  const isOwnFile = record.first === null && place.meeting.depth === 0 && place.document !== document;
  if (isFarBack || isOwnFile)
    return impossible('No meeting of this quarter has been started yet. Start a meeting first.');
  const blank: AreaDraft = { title: '', responsibility: '', entry: '' };
  const edit = checkpointInserted([blank, blank], record, place, series, context);
  const newText = edit.newText.replace(/[ \t]+(?=\r?\n|\r|$)/g, '');
  const firstBlank = newText.search(/:(?=\r?\n|$)/);
  return edits(place.document, [{ ...edit, newText }], firstBlank < 0 ? newText.length : firstBlank + 1);
}

function isQuarterBefore(day: Day, { start }: Quarter, { configuration }: Context): boolean {
  return quarterOf(day, configuration.quarters).end + 1 >= start;
}

/** The edit that writes a checkpoint below a meeting, in the form of the pair's last one. */
export function checkpointInserted(
  areas: readonly AreaDraft[],
  record: QuarterRecord,
  { meeting, document: { note }, day }: DatedMeeting,
  series: Series,
  context: Context,
): Insertion {
  const { quarter } = record;
  const earlier = series.quarters
    .flatMap((other) => (other.quarter.start < quarter.start ? other.checkpoints : []))
    .at(-1);
  const own = earlier === undefined ? canonicalForm : formOf(earlier.document.note, earlier.checkpoint);
  // In a meeting of the quarter before, only a label says which quarter it plans.
  const isAhead = quarterOf(day, context.configuration.quarters).start !== quarter.start;
  const form = isAhead && findQuarterLabel(own.title(quarter)) === null ? { ...own, title: canonicalForm.title } : own;
  const depth = Math.max(meeting.depth, 1) + 1;
  const lines = checkpointLines({ quarter, form, depth, listMark: listMarkOf(note), areas });
  return blockAfter(note, meeting.place, lines);
}
