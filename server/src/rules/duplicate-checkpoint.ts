import { recentQuarters } from '../core/quarters.ts';
import type { SeriesRule } from './rule.ts';

export const duplicateCheckpoint: SeriesRule = {
  id: 'duplicate-checkpoint',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A quarter has two checkpoints.',
  why: `With two checkpoints nobody knows which goals count. Usually one was copied from the quarter before and its label was not changed,
or the pair started anew and left the first draft standing.`,
  examples: [
    {
      title: 'Two checkpoints in one quarter',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |

## 2026-10-12

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ 2026-Q4 has another checkpoint already. Merge the two, or correct the label.

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'The next quarter planned ahead in the last meeting',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |

## 2026-09-28

### Checkpoint summary

- Incident response: went well
- Toil reduction: half way

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |

## 2026-10-05

- Holiday plans
`,
    },
  ],
  *check(series, context) {
    if (series.foreignLabel !== null) return;
    for (const { quarter, checkpoints } of recentQuarters(series.quarters, context)) {
      const [first, ...others] = checkpoints;
      if (first === undefined) continue;
      for (const { checkpoint } of others) {
        yield {
          at: checkpoint.title.place,
          message: `${quarter.label} has another checkpoint already. Merge the two, or correct the label.`,
          related: [{ at: first.checkpoint.title.place, message: 'The other checkpoint' }],
        };
      }
    }
  },
};
