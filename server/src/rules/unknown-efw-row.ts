import { standingOf } from '../core/query.ts';
import { matchResponsibility, nearestResponsibilities } from '../core/roles/match.ts';
import { sourceOf } from '../core/write/habits.ts';
import { cellChange } from '../core/write/table.ts';
import { openWorksheetsOf } from '../core/private.ts';
import { isInUse, isOrdinaryRow, linksOf } from '../core/worksheets.ts';
import type { SeriesRule } from './rule.ts';

export const unknownEfwRow: SeriesRule = {
  id: 'unknown-efw-row',
  about: 'series',
  level: 'warning',
  step: 'end of the quarter',
  summary: 'A row of the worksheet (EFW) is neither an area nor an item of the role.',
  why: `The worksheet rates what the role asks for, at whatever level: that is what makes it comparable and usable in a review. Responsibilities and
requirements of every level count; dividers, totals, and worksheets whose columns are all older than the past two quarters are left alone.`,
  examples: [
    {
      title: 'A row of its own invention',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Observabilty | growing |
  ^^^^^^^^^^^^ "Observabilty" is not in the role Site Reliability Engineer. Did you mean "Observability"?
| Toil reduction | growing |

## 2026-09-28

- Short one today
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Observability | growing |
| Toil reduction | growing |

## 2026-09-28

- Short one today
`,
    },
    {
      title: 'Areas, items of another level, a divider and a total',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Technical | growing |
| Disaster recovery | learning |
| **Soft skills** | |
| Communication | growing |
| Overall | growing |

## 2026-09-28

- Short one today
`,
    },
  ],
  *check(series, context) {
    const standing = standingOf(series);
    if (standing === null) return;
    const { role, level, specialty } = standing;
    for (const { worksheet, document } of openWorksheetsOf(series)) {
      if (!isInUse(worksheet, context)) continue;
      for (const [index, row] of worksheet.rows.entries()) {
        const { text, place } = row.title;
        if (!isOrdinaryRow(row, sourceOf(document.note, place))) continue;
        if (matchResponsibility({ text, links: linksOf(row) }, role, null, specialty).kind !== 'unknown') continue;
        const likely = nearestResponsibilities(text, role, level, specialty);
        yield {
          at: place,
          message: `"${text}" is not in the role ${role.title}. ${likely[0] === undefined ? 'Name one of its areas or responsibilities.' : `Did you mean "${likely[0]}"?`}`,
          fixes: likely.map((name) => ({
            title: `Change to "${name}"`,
            edits: cellChange(document.note, worksheet.place, index, 0, name.replaceAll('|', '\\|')),
          })),
        };
      }
    }
  },
};
