/** Close Quarter: the summary drafted from the record, and the worksheet's column for the quarter. */
import type { Context } from '../context.ts';
import type { DatedMeeting, Document, Quarter, QuarterRecord, Series } from '../model.ts';
import { openFocusAreasOf } from '../private.ts';
import { blockAfter, listMarkOf, type Insertion } from './habits.ts';
import { summaryLines, summaryTitle } from './summary.ts';
import { columnAdded } from './worksheet-column.ts';
import { impossible, unchanged, type Writing } from './writing.ts';

/** Of the newest quarter that has begun and has focus areas; the worksheet may stand in another file of the series. */
export function closeQuarter(series: Series, context: Context): Writing {
  const record = series.quarters.findLast(
    (each) => each.quarter.start <= context.today && each.last !== null && openFocusAreasOf(each).length > 0,
  );
  if (record === undefined || record.last === null) return impossible('No quarter with focus areas has begun yet.');
  const { last, summaries } = record;
  const [written] = summaries;
  const inDocuments = columnsAdded(series, record.quarter);
  if (written !== undefined) {
    const [first, ...elsewhere] = inDocuments;
    if (first === undefined) return unchanged(written.document, written.summary.title.place);
    return { ...first, is: 'edits', cursor: 0, elsewhere };
  }
  const summary = summaryInserted(record, last, series);
  const beside = inDocuments.find(({ document }) => document === last.document)?.edits ?? [];
  return {
    is: 'edits',
    document: last.document,
    edits: [summary, ...beside],
    cursor: summary.newText.trimEnd().length,
    elsewhere: inDocuments.filter(({ document }) => document !== last.document),
  };
}

/** The worksheet's column, in each document that has one to add. */
function columnsAdded(
  { documents, worksheets }: Series,
  quarter: Quarter,
): { document: Document; edits: Insertion[] }[] {
  return documents.flatMap((document) => {
    const own = worksheets.filter((each) => each.document === document);
    const edits = own.flatMap(({ worksheet }) => columnAdded(document.note, worksheet, quarter));
    return edits.length === 0 ? [] : [{ document, edits }];
  });
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
    areas: openFocusAreasOf(record),
    document,
    depth: Math.max(meeting.depth, 1) + 1,
    listMark: listMarkOf(document.note),
    title: summaryTitle(record.quarter, earlier),
    blank,
  }).map((line) => line.trimEnd());
  return blockAfter(document.note, meeting.place, lines);
}
