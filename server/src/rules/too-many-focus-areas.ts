import { recentQuarters } from '../core/quarters.ts';
import { focusAreasOf } from '../core/query.ts';
import type { SeriesRule } from './rule.ts';

export const tooManyFocusAreas: SeriesRule = {
  id: 'too-many-focus-areas',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A checkpoint names more focus areas than agreed (three, unless configured).',
  why: `Everything in focus is nothing in focus. A quarter has about twelve 1:1s; more than three areas cannot be mentored in them.`,
  examples: [
    {
      title: 'Four focus areas',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ The checkpoint has 4 focus areas. Keep the three that matter most this quarter.

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
| Capacity planning | Own the forecast | Forecast by 2026-11-30 | Pair with Mei |
| Mentoring | Be the buddy of the new hire | 6 sessions | Lunch on Fridays |
`,
    },
    {
      title: 'Three focus areas',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
| Capacity planning | Own the forecast | Forecast by 2026-11-30 | Pair with Mei |
`,
    },
  ],
  *check(series, context) {
    const { max } = context.configuration.focusAreas;
    for (const record of recentQuarters(series.quarters, context)) {
      const count = focusAreasOf(record).length;
      const first = record.checkpoints[0];
      if (first === undefined || count <= max) continue;
      const kept = ['none', 'one', 'two', 'three', 'four', 'five', 'six'][max] ?? String(max);
      yield {
        at: first.checkpoint.title.place,
        message: `The checkpoint has ${count} focus areas. Keep the ${kept} that matter most this quarter.`,
      };
    }
  },
};
