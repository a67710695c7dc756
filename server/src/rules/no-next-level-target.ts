import { isCurrent } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { matchesOf, standingOf } from '../core/query.ts';
import { nextLevels } from '../core/roles/catalogue.ts';
import type { SeriesRule } from './rule.ts';

export const noNextLevelTarget: SeriesRule = {
  id: 'no-next-level-target',
  about: 'series',
  level: 'hint',
  step: 'next level',
  summary: 'No focus area of the quarter comes from the next level.',
  why: `There is no fixed pace, but targets should move a person towards the next level at least once a quarter. Nothing is said where the role has no
next level, where no focus area is known in the role, or of quarters
that are over.`,
  examples: [
    {
      title: 'Both areas are of this level',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Sourdough**: Keep the starter alive through the week
- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Baker responsibilities.

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time

### Staff Baker

Extends the Senior Baker responsibilities.

#### Responsibilities

- **New ovens**: Choose the oven that the next ten years are baked in

//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: baker
level: baker
---

## 2026-10-05

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ No focus area of 2026-Q4 comes from the next level (Senior Baker).

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Sourdough | No lost starter | 12 weeks of 12 | Feed it at noon |
| Rolls | On time | 20 days of 25 | Earlier proof |
`,
    },
    {
      title: 'One of them is of the next level',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Sourdough**: Keep the starter alive through the week
- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Baker responsibilities.

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time

### Staff Baker

Extends the Senior Baker responsibilities.

#### Responsibilities

- **New ovens**: Choose the oven that the next ten years are baked in

//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: baker
level: baker
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Apprentices | Teach Ines | 6 sessions by 2026-12-15 | Saturdays |
| Rolls | On time | 20 days of 25 | Earlier proof |
`,
    },
  ],
  *check(series, context) {
    const standing = standingOf(series);
    if (standing?.level == null) return;
    const next = nextLevels(standing.role, standing.level);
    if (next.length === 0) return;
    for (const record of series.quarters.filter(({ quarter }) => isCurrent(quarter, context))) {
      const [first] = record.checkpoints;
      const matches = openFocusAreasOf(record).flatMap(({ area }) => matchesOf(area, standing));
      const known = matches.filter(({ match }) => match.kind === 'found');
      if (first === undefined || known.length === 0) continue;
      if (
        matches.some(
          ({ match }) => match.kind === 'other-level' || (match.kind === 'found' && match.at === 'next level'),
        )
      )
        continue;
      yield {
        at: first.checkpoint.title.place,
        message: `No focus area of ${record.quarter.label} comes from the next level (${next.map(({ title }) => title).join(' or ')}). Consider one that does.`,
      };
    }
  },
};
