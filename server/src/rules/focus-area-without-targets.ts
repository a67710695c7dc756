import { missingPart } from '../core/write/missing-part.ts';
import type { SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const focusAreaWithoutTargets: SeriesRule = {
  id: 'focus-area-without-targets',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A focus area has no targets, or an empty list of them.',
  why: `A target makes a goal checkable: a date, a number, something to tick. Without one, the summary at the end of the quarter is opinion.`,
  examples: [
    {
      title: 'No targets',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no targets. Add at least one.

**Goals**

- Run an incident end to end

**Ideas**

- Shadow the on-call
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Goals**

- Run an incident end to end

**Targets**

- [ ]

**Ideas**

- Shadow the on-call
`,
    },
    {
      title: 'A label, and nothing below it',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no targets.

* Goals: Run an incident end to end
* Targets:
* Ideas: Shadow the on-call
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

* Goals: Run an incident end to end
* Targets:
  * [ ]
* Ideas: Shadow the on-call
`,
    },
    {
      title: 'All parts are there, each in its own form',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two reviews by 2026-12-15

**Ideas**

- Shadow the on-call

#### Focus area: Toil reduction

- Goals: Halve the pages
- Targets: 10 pages a week
- Ideas: Ask the platform team
`,
    },
  ],
  *check(series, context) {
    for (const { area, insertions } of missingPart('targets', series, context, stop)) {
      yield {
        at: area.title.place,
        message: `Focus area "${area.title.text}" has no targets. Add at least one.`,
        fixes: () => insertions().map((insertion) => ({ title: 'Insert targets', edits: [insertion] })),
      };
    }
  },
};
