import { isCurrent } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { sameAreaIn } from '../core/same-area.ts';
import type { SeriesRule } from './rule.ts';

export const repeatedFocusArea: SeriesRule = {
  id: 'repeated-focus-area',
  about: 'series',
  level: 'hint',
  step: 'start of the quarter',
  summary: 'The same focus area is chosen for a third quarter running, and none of its targets was met.',
  why: `Growing takes time, and staying with an area can be right. Three quarters without one target met say that the targets are too large, or that
the area does not matter enough to either of the two.`,
  examples: [
    {
      title: 'Three quarters, nothing met',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-04-06

### Checkpoint 2026-Q2

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |

## 2026-07-06

### Checkpoint 2026-Q3

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
  ^^^^^^^^^^^^^^^^^ "Incident response" is in focus for the third quarter running, and no target of it was met.
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'One target was met on the way',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-04-06

### Checkpoint 2026-Q2

- Incident response
  - Targets
    - [x] Lead one review by 2026-06-15

## 2026-07-06

### Checkpoint 2026-Q3

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |

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
    const at = series.quarters.findIndex(({ quarter }) => isCurrent(quarter, context));
    const [two, one, current] = [series.quarters[at - 2], series.quarters[at - 1], series.quarters[at]];
    if (two === undefined || one === undefined || current === undefined) return;
    for (const { area } of openFocusAreasOf(current)) {
      const all = [area, sameAreaIn(one, area, current, series)?.area, sameAreaIn(two, area, current, series)?.area];
      if (all.some((each) => each === undefined || each.targetList.some(({ state }) => state === 'done'))) continue;
      yield {
        at: area.title.place,
        message: `"${area.title.text}" is in focus for the third quarter running, and no target of it was met. Try smaller targets, or another area.`,
      };
    }
  },
};
