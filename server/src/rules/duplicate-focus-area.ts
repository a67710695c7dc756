import { openFocusAreasOf } from '../core/private.ts';
import { standingFor } from '../core/query.ts';
import { recentQuarters } from '../core/quarters.ts';
import { areaKeys } from '../core/same-area.ts';
import type { FocusArea } from '../core/model.ts';
import type { SeriesRule } from './rule.ts';

export const duplicateFocusArea: SeriesRule = {
  id: 'duplicate-focus-area',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'The same focus area stands twice in one quarter.',
  why: `Two entries for one area split its goals and make two areas look like three. Two areas are the same if they have the same title, or
name the same responsibility of the role.`,
  examples: [
    {
      title: 'One responsibility, two titles',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Responsibility | Goals | Targets | Ideas |
| --- | --- | --- | --- | --- |
| Reviews | Perform and run blameless RCAs on incidents and outages | Run one | Two by 2026-12-15 | Shadow Mei |
| Learning from incidents | Perform and run blameless RCAs on incidents and outages | Teach one | One by 2026-12-15 | Ask Mei |
  ^^^^^^^^^^^^^^^^^^^^^^^ "Learning from incidents" is the same focus area as "Reviews". Merge the two.
`,
    },
    {
      title: 'Two areas',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
  ],
  *check(series, context) {
    for (const record of recentQuarters(series.quarters, context)) {
      const standing = standingFor(record, series);
      const seen = new Map<string, FocusArea>();
      for (const { area } of openFocusAreasOf(record)) {
        const keys = areaKeys(area, standing);
        const first = keys.map((key) => seen.get(key)).find((other) => other !== undefined);
        for (const key of keys) if (!seen.has(key)) seen.set(key, area);
        if (first === undefined) continue;
        yield {
          at: area.title.place,
          message: `"${area.title.text}" is the same focus area as "${first.title.text}". Merge the two.`,
          related: [{ at: first.title.place, message: 'The same focus area' }],
        };
      }
    }
  },
};
