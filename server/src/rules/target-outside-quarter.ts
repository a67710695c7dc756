import { formatDay } from '../core/calendar.ts';
import { recentQuarters } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { isOpen } from '../core/state.ts';
import type { SeriesRule } from './rule.ts';

export const targetOutsideQuarter: SeriesRule = {
  id: 'target-outside-quarter',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A target is due after its quarter ends.',
  why: `The quarter's last 1:1 looks at what was reached. A target that is due later cannot be met by then: either it is next quarter's, or it wants
a smaller first step.`,
  examples: [
    {
      title: 'Due in the new year',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

- Goals: Run one end to end
- Targets:
  - [ ] Lead two reviews by 2027-01-15
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This target is due on 2027-01-15, after 2026-Q4 ends. Bring it forward, or split it.
- Ideas: Shadow the on-call
`,
    },
    {
      title: 'Due on the last day',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

- Goals: Run one end to end
- Targets:
  - [ ] Lead two reviews by 2026-12-31
- Ideas: Shadow the on-call
`,
    },
  ],
  *check(series, context) {
    if (series.foreignLabel !== null) return;
    for (const record of recentQuarters(series.quarters, context)) {
      for (const { area } of openFocusAreasOf(record)) {
        for (const { due, state, words } of area.targetList) {
          if (due === null || due <= record.quarter.end || !isOpen(state)) continue;
          yield {
            at: words,
            message: `This target is due on ${formatDay(due)}, after ${record.quarter.label} ends. Bring it forward, or split it.`,
          };
        }
      }
    }
  },
};
