import { missingPart } from '../core/write/missing-part.ts';
import type { SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const focusAreaWithoutIdeas: SeriesRule = {
  id: 'focus-area-without-ideas',
  about: 'series',
  level: 'info',
  step: 'start of the quarter',
  summary: 'A focus area has no ideas, or an empty list of them.',
  why: `Ideas are how the pair mean to work on the area in the weekly 1:1: what to try, whom to ask. They turn a goal into next week.`,
  examples: [
    {
      title: 'No ideas',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no ideas. Add at least one.

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two reviews by 2026-12-15
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

- [ ] Lead two reviews by 2026-12-15

**Ideas**

-
`,
    },
    {
      title: 'A bold title, and nothing below it',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response
                 ^^^^^^^^^^^^^^^^^ Focus area "Incident response" has no ideas.

**Ideas**
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Ideas**

-
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
    for (const { area, insertions } of missingPart('ideas', series, context, stop)) {
      yield {
        at: area.title.place,
        message: `Focus area "${area.title.text}" has no ideas. Add at least one.`,
        fixes: () => insertions().map((insertion) => ({ title: 'Insert ideas', edits: [insertion] })),
      };
    }
  },
};
