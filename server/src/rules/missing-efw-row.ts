import type { Area } from '../core/model.ts';
import { standingOf, type Standing } from '../core/query.ts';
import { effectiveItems } from '../core/roles/effective.ts';
import { foldArea } from '../core/roles/normalise.ts';
import { rowAtEnd } from '../core/write/table.ts';
import { isInUse, matchedKeys } from '../core/worksheets.ts';
import type { SeriesRule } from './rule.ts';

export const missingEfwRow: SeriesRule = {
  id: 'missing-efw-row',
  about: 'series',
  level: 'off',
  step: 'end of the quarter',
  needs: 'history',
  summary: "An area of the role has no row in the worksheet (EFW), nor has any of the area's responsibilities.",
  why: `A worksheet that leaves a whole area out says nothing about a part of the role. Off unless switched on, because many pairs keep to the rows they work on.`,
  examples: [
    {
      title: 'Nothing on how the person influences others',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW
   ^^^ The EFW has no row for "Influence and Maturity". Add the area, or one of its responsibilities.

| Responsibility  | 2026-Q3  |
| --------------- | -------- |
| Technical       | growing  |
| Toil reduction  | growing  |
| Written updates | thriving |

## 2026-09-28

- Short one today
//- .one-on-one.yaml
rules:
  missing-efw-row: hint
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW

| Responsibility         | 2026-Q3  |
| ---------------------- | -------- |
| Technical              | growing  |
| Toil reduction         | growing  |
| Written updates        | thriving |
| Influence and Maturity |          |

## 2026-09-28

- Short one today
`,
    },
    {
      title: 'Every area has a row of its own or of an item',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Technical | growing |
| Toil reduction | growing |
| Written updates | thriving |
| Influence and Maturity | growing |

## 2026-09-28

- Short one today
//- .one-on-one.yaml
rules:
  missing-efw-row: hint
`,
    },
  ],
  *check(series, context) {
    const standing = standingOf(series);
    if (standing?.level == null || series.worksheets.length === 0) return;
    const sheets = series.worksheets.filter(({ worksheet }) => isInUse(worksheet, context));
    const [first] = sheets;
    if (first === undefined) return;
    const keys = new Set(
      sheets.flatMap(({ worksheet }) => worksheet.rows.flatMap((row) => matchedKeys(row, standing))),
    );
    for (const { area, items } of areasOf(standing)) {
      if (items.some((item) => keys.has(item)) || keys.has(`area ${foldArea(area.name)}`)) continue;
      yield {
        at: first.worksheet.title.place,
        message: `The EFW has no row for "${area.name}". Add the area, or one of its responsibilities.`,
        fixes: [
          {
            title: `Add a row for "${area.name}"`,
            safe: true,
            edits: rowAtEnd(first.document.note, first.worksheet.place, [area.name.replaceAll('|', '\\|')]),
          },
        ],
      };
    }
  },
};

/** The responsibility areas of the person's level, with the texts of their items; boilerplate makes no area. */
function areasOf({ role, level, specialty }: Standing): { area: Area; items: string[] }[] {
  const areas = new Map<string, { area: Area; items: string[] }>();
  for (const { area, item } of effectiveItems(role, level, specialty)) {
    if (area.kind !== 'responsibility' || item.isBoilerplate) continue;
    const key = foldArea(area.name);
    const known = areas.get(key) ?? { area, items: [] };
    known.items.push(item.plain);
    areas.set(key, known);
  }
  return [...areas.values()];
}
