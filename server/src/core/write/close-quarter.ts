/** Close Quarter: the summary drafted from the record, and the worksheet's column for the quarter. */
import type { Context } from '../context.ts';
import type { DatedMeeting, Document, QuarterRecord, Series } from '../model.ts';
import { focusAreasOf } from '../query.ts';
import { blockAfter, listMarkOf, type Insertion } from './habits.ts';
import { summaryLines, summaryTitle } from './summary.ts';
import { columnAdded } from './worksheet-column.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/**
 * Of the newest quarter that has begun and has focus areas. Both are written where the document holds both; a worksheet
 * in another file of the series gets its column when the command is given there.
 */
export function closeQuarter(document: Document, series: Series, context: Context): Writing {
  const record = series.quarters.findLast(
    (each) => each.quarter.start <= context.today && each.last !== null && focusAreasOf(each).length > 0,
  );
  if (record === undefined || record.last === null) return impossible('No quarter with focus areas has begun yet.');
  const { last, summaries } = record;
  const [written] = summaries;
  const target = written === undefined ? last.document : document;
  const column = series.worksheets
    .filter((each) => each.document === target)
    .flatMap(({ worksheet }) => columnAdded(target.note, worksheet, record.quarter));
  if (written !== undefined)
    return column.length === 0 ? unchanged(written.document, written.summary.title.place) : edits(target, column);
  const summary = summaryInserted(record, last, series);
  return edits(target, [summary, ...column], summary.newText.trimEnd().length);
}

/** The edit that writes the summary below the quarter's last meeting. `blank` stands where the notes hold nothing. */
export function summaryInserted(
  record: QuarterRecord,
  { document, meeting }: DatedMeeting,
  series: Series,
  blank = '',
): Insertion {
  const earlier = series.quarters.flatMap((other) => other.summaries).at(-1)?.summary;
  const lines = summaryLines({
    record,
    series,
    areas: focusAreasOf(record).filter(({ area }) => !isPrivate(record, area)),
    document,
    depth: Math.max(meeting.depth, 1) + 1,
    listMark: listMarkOf(document.note),
    title: summaryTitle(record.quarter, earlier),
    blank,
  }).map((line) => (line.trim() === '' ? '' : line));
  return blockAfter(document.note, meeting.place, lines);
}

function isPrivate(
  record: QuarterRecord,
  area: QuarterRecord['checkpoints'][number]['checkpoint']['focusAreas'][number],
): boolean {
  return record.checkpoints.some(({ checkpoint }) => checkpoint.isPrivate && checkpoint.focusAreas.includes(area));
}
