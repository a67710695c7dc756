import { formatDay } from '../core/calendar.ts';
import { isCurrent } from '../core/quarters.ts';
import type { SeriesRule } from './rule.ts';

export const lateCheckpoint: SeriesRule = {
  id: 'late-checkpoint',
  about: 'series',
  level: 'info',
  step: 'start of the quarter',
  summary: "The quarter's checkpoint stands in a later meeting than its first.",
  why: `The routine chooses focus areas in the first 1:1 of the quarter; each week without them is a week of ad-hoc conversations.
A late checkpoint is better than none, so this only informs, and \`missing-checkpoint\` says nothing then. It is said while the quarter
lasts.`,
  examples: [
    {
      title: 'In the second meeting',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans

## 2026-10-12

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ The checkpoint of 2026-Q4 was written on 2026-10-12

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'In the first meeting',
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

## 2026-10-12

- Holiday plans
`,
    },
  ],
  *check(series, context) {
    if (series.foreignLabel !== null) return;
    for (const { quarter, first, checkpoints } of series.quarters) {
      // Once the quarter is over there is nothing left to learn from it that the next one would not say again.
      if (!isCurrent(quarter, context)) continue;
      const [checkpoint] = checkpoints;
      if (first === null || checkpoint?.meeting == null) continue;
      const { day } = checkpoint.meeting;
      // Planned ahead in the quarter before, it is early, not late.
      if (day <= first.day) continue;
      yield {
        at: checkpoint.checkpoint.title.place,
        message: `The checkpoint of ${quarter.label} was written on ${formatDay(day)}, not in the first 1:1 of the quarter (${formatDay(first.day)}). Nothing to do now; choose them earlier next quarter.`,
      };
    }
  },
};
