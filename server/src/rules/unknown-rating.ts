import { fold } from '../core/names.ts';
import { nearest } from '../core/nearest.ts';
import { keepsRoutine } from '../core/query.ts';
import { sourceOf } from '../core/write/habits.ts';
import { cellChange } from '../core/write/table.ts';
import { openWorksheetsOf } from '../core/private.ts';
import { isEmptyRating, isOrdinaryRow, recentColumns } from '../core/worksheets.ts';
import type { SeriesRule } from './rule.ts';

export const unknownRating: SeriesRule = {
  id: 'unknown-rating',
  about: 'series',
  level: 'error',
  step: 'end of the quarter',
  summary: 'A cell of the worksheet (EFW) holds something that is not on the rating scale.',
  why: `Ratings are compared from quarter to quarter, so each cell holds one word of the scale, or nothing. The scale is \`ratings.scale\` of the configuration;
only columns headed by a quarter are ratings, and those older than the past two quarters are left as they are.`,
  examples: [
    {
      title: 'A slip and a half-way house',
      note: `---
report: Dana Reyes
manager: Sam Osei
level: intermediate
---

## EFW

| Responsibility | 2026-Q2  | 2026-Q3    | Notes        |
| -------------- | -------- | ---------- | ------------ |
| Observability  | growing  | thrivingg  | see the talk |
                              ^^^^^^^^^ "thrivingg" is not on the rating scale (learning, growing, thriving, expert). Did you mean "thriving"?
| Runbooks       | growing  | 7 of 10    |              |
                              ^^^^^^^ "7 of 10" is not on the rating scale (learning, growing, thriving, expert).
| Toil reduction | -        | Growing    |              |

## 2026-09-28

- Short one today
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
level: intermediate
---

## EFW

| Responsibility | 2026-Q2  | 2026-Q3    | Notes        |
| -------------- | -------- | ---------- | ------------ |
| Observability  | growing  | thriving   | see the talk |
| Runbooks       | growing  | 7 of 10    |              |
| Toil reduction | -        | Growing    |              |

## 2026-09-28

- Short one today
`,
    },
    {
      title: 'Another scale, and an old column',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## EFW

| Responsibility | 2024-Q3 | 2026-Q3 |
| --- | --- | --- |
| Observability | 0.9 | performing |
| Overall | 1.0 | 3 of 4 |

## 2026-09-28

- Short one today
//- .one-on-one.yaml
ratings:
  scale: [developing, performing, exceeding]
`,
    },
  ],
  *check(series, context) {
    const { scale } = context.configuration.ratings;
    const known = new Set(scale.map(fold));
    const severity = keepsRoutine(series, context) ? undefined : 'hint';
    for (const { worksheet, document } of openWorksheetsOf(series)) {
      for (const { index } of recentColumns(worksheet, context)) {
        for (const [nth, row] of worksheet.rows.entries()) {
          const cell = row.cells[index];
          if (cell === undefined || isEmptyRating(cell.text) || known.has(fold(cell.text))) continue;
          if (!isOrdinaryRow(row, sourceOf(document.note, row.title.place))) continue;
          const likely = nearest(cell.text, scale);
          const ordered = likely === null ? scale : [likely, ...scale.filter((rating) => rating !== likely)];
          yield {
            at: cell.place,
            severity,
            message: `"${cell.text}" is not on the rating scale (${scale.join(', ')}). ${likely === null ? 'Choose one of them.' : `Did you mean "${likely}"?`}`,
            fixes: ordered.map((rating) => ({
              title: `Change "${cell.text}" to "${rating}"`,
              edits: cellChange(document.note, worksheet.place, nth, index, rating),
            })),
          };
        }
      }
    }
  },
};
