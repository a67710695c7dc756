import type { Context } from '../core/context.ts';
import type { Document, FocusArea, Place, Quarter, QuarterRecord, Series, Worksheet } from '../core/model.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { findQuarterLabel, writeQuarterLabel } from '../core/quarter-labels.ts';
import { recentQuarters } from '../core/quarters.ts';
import { standingFor, type Standing } from '../core/query.ts';
import { cellChange, cellPlace, columnAfter } from '../core/write/table.ts';
import { isEmptyRating, quarterOfColumn, rowOf } from '../core/worksheets.ts';
import type { Finding, Fix, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const efwNotUpdated: SeriesRule = {
  id: 'efw-not-updated',
  about: 'series',
  level: 'warning',
  step: 'end of the quarter',
  needs: 'history',
  summary:
    'A quarter with focus areas is over, and the worksheet (EFW) has no column for it, or no rating in the row of a focus area.',
  why: `The last 1:1 of a quarter updates the EFW, while both remember what was shown. It is what the next checkpoint starts from. Without a worksheet in
the notes nothing is said, nor about quarters before its first column. The current quarter counts once its last meeting is known.`,
  examples: [
    {
      title: 'No column for the quarter',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## EFW
   ^^^ The EFW has no column for 2026-Q3. Rate the quarter together.

| Responsibility    | 2026-Q1  | 2026-Q2  |
| ----------------- | -------- | -------- |
| Observability     | growing  | thriving |
| Incident response | learning | growing  |
| Toil reduction    | growing  | growing  |

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Summary 2026-Q3

- Incident response: two reviews led
- Toil reduction: dropped for the move
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## EFW

| Responsibility    | 2026-Q1  | 2026-Q2  | 2026-Q3 |
| ----------------- | -------- | -------- | ------- |
| Observability     | growing  | thriving |         |
| Incident response | learning | growing  |         |
| Toil reduction    | growing  | growing  |         |

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Summary 2026-Q3

- Incident response: two reviews led
- Toil reduction: dropped for the move
`,
    },
    {
      title: "An empty cell in a focus area's row",
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## EFW

| Responsibility | 2026-Q2 | 2026-Q3 |
|---|---|---|
| Observability | growing | |
| Incident response | learning | growing |
| Toil reduction | growing | - |
                             ^ The EFW has no rating for "Toil reduction" in 2026-Q3. Rate it together.

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Summary 2026-Q3

- Incident response: two reviews led
- Toil reduction: dropped for the move
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## EFW

| Responsibility | 2026-Q2 | 2026-Q3 |
|---|---|---|
| Observability | growing | |
| Incident response | learning | growing |
| Toil reduction | growing | learning |

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Summary 2026-Q3

- Incident response: two reviews led
- Toil reduction: dropped for the move
`,
    },
    {
      title: 'The quarter is not over',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Incident response | learning |

## 2026-10-05

### Focus areas

- Incident response
- Toil reduction
`,
    },
  ],
  *check(series, context) {
    const sheets = series.worksheets;
    if (sheets.length === 0 || series.foreignLabel !== null) return;
    const rated = sheets.flatMap(({ worksheet }) =>
      worksheet.columns.map((column) => quarterOfColumn(column, context)),
    );
    const begun = Math.min(...rated.map(({ start }) => start));
    const over = recentQuarters(series.quarters, context).filter((record) => isOver(record));
    // A worksheet without any column is begun with the newest quarter.
    const due = rated.length === 0 ? over.slice(-1) : over.filter(({ quarter }) => quarter.start >= begun);
    for (const record of due) {
      const standing = standingFor(record, series);
      if (rated.some(({ start }) => start === record.quarter.start)) {
        for (const sheet of sheets) yield* emptyCells(sheet, record, standing, context);
      } else yield missingColumn(sheets[0]!, record, standing, context);
    }
  },
};

type Sheet = Series['worksheets'][number];

function isOver(record: QuarterRecord): boolean {
  return record.isLastKnown && openFocusAreasOf(record).length > 0;
}

function missingColumn(sheet: Sheet, record: QuarterRecord, standing: Standing | null, context: Context): Finding {
  const { label } = record.quarter;
  return {
    at: sheet.worksheet.title.place,
    message: `The EFW has no column for ${label}. Rate the quarter together.`,
    fixes: [columnFix(sheet, record, standing, context)],
  };
}

/** Where the order of the columns puts it, its label written like its neighbour's. */
function columnFix(
  { worksheet, document }: Sheet,
  record: QuarterRecord,
  standing: Standing | null,
  context: Context,
): Fix {
  const { columns, rows, place } = worksheet;
  const { quarter } = record;
  const areas = openFocusAreasOf(record).map(({ area }) => rowOf(area, worksheet, standing));
  const texts = rows.map((_, index) => (areas.includes(index) ? stop : ''));
  const model = columns.at(-1);
  const form = model === undefined ? null : (findQuarterLabel(model.label.text)?.form ?? null);
  const title = form === null ? quarter.label : writeQuarterLabel(quarter, form);
  return {
    title: `Add a column for ${quarter.label}`,
    edits: columnAfter(document.note, place, neighbour(worksheet, quarter, context), title, texts),
  };
}

/** The column that the new one stands to the right of. */
function neighbour({ columns, rows }: Worksheet, quarter: Quarter, context: Context): number {
  const start = (index: number): number => quarterOfColumn(columns[index]!, context).start;
  if (columns.length === 0) return Math.max(0, (rows[0]?.cells.length ?? 1) - 1);
  const isNewestFirst = columns.length > 1 && start(0) > start(1);
  const before = columns.filter((_, index) => start(index) < quarter.start !== isNewestFirst);
  return before.at(-1)?.index ?? columns[0]!.index - 1;
}

function* emptyCells(
  { worksheet, document }: Sheet,
  record: QuarterRecord,
  standing: Standing | null,
  context: Context,
): Generator<Finding> {
  const { label, start } = record.quarter;
  const column = worksheet.columns.find((each) => quarterOfColumn(each, context).start === start);
  if (column === undefined) return;
  const unrated = openFocusAreasOf(record).flatMap(({ area }) => {
    const row = rowOf(area, worksheet, standing);
    const isUnrated = row !== null && isEmptyRating(worksheet.rows[row]!.cells[column.index]?.text ?? '');
    return isUnrated ? [{ area, row }] : [];
  });
  const [first] = unrated;
  if (first === undefined) return;
  const place = cellPlace(document.note, worksheet.place, first.row, column.index);
  yield {
    at: place ?? worksheet.rows[first.row]!.title.place,
    message: `The EFW has no rating for ${listed(unrated.map(({ area }) => `"${area.title.text}"`))} in ${label}. Rate ${unrated.length === 1 ? 'it' : 'them'} together.`,
    fixes: place === null ? [] : ratingFixes(first.area, worksheet.place, document, first.row, column.index, context),
  };
}

function listed(titles: readonly string[]): string {
  return [titles.slice(0, -1).join(', '), titles.at(-1)!].filter((part) => part !== '').join(' and ');
}

function ratingFixes(
  area: FocusArea,
  table: Place,
  { note }: Document,
  row: number,
  column: number,
  { configuration }: Context,
): Fix[] {
  return configuration.ratings.scale.map((rating) => ({
    title: `Rate "${area.title.text}" as ${rating}`,
    edits: cellChange(note, table, row, column, rating),
  }));
}
