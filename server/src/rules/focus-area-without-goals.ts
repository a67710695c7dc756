import { missingPart } from '../core/write/missing-part.ts';
import type { SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const focusAreaWithoutGoals: SeriesRule = {
  id: 'focus-area-without-goals',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A focus area has no goals, or an empty list of them.',
  why: `A goal says what should be different at the end of the quarter. Without one, nobody can say whether the area went well.`,
  examples: [
    {
      title: 'No goals',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no goals. Add at least one.

**Targets**

- [ ] Lead two reviews by 2026-12-15

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

-

**Targets**

- [ ] Lead two reviews by 2026-12-15

**Ideas**

- Shadow the on-call
`,
    },
    {
      title: 'A title, and nothing below it',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no goals.

##### Goals

##### Targets

- [ ] Lead two reviews by 2026-12-15
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

##### Goals

-

##### Targets

- [ ] Lead two reviews by 2026-12-15
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
    for (const { area, insertions } of missingPart('goals', series, context, stop)) {
      yield {
        at: area.title.place,
        message: `Focus area "${area.title.text}" has no goals. Add at least one.`,
        fixes: () => insertions().map((insertion) => ({ title: 'Insert goals', edits: [insertion] })),
      };
    }
  },
};
