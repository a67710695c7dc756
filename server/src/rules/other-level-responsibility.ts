import { recentQuarters } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { matchesOf, standingFor } from '../core/query.ts';
import type { SeriesRule } from './rule.ts';

export const otherLevelResponsibility: SeriesRule = {
  id: 'other-level-responsibility',
  about: 'series',
  level: 'info',
  step: 'next level',
  summary: 'A focus area belongs to a level that is neither this one nor the next, or to another specialty.',
  why: `Working two levels up can be right for a person; mostly it means that the role description was read at the wrong heading, or that the
person's level in the front matter is out of date.`,
  examples: [
    {
      title: 'Two levels up',
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
| New ovens | Choose one | Offer by 2026-12-15 | Visit Turin |
  ^^^^^^^^^ "New ovens" is expected of a Staff Baker, which is neither this level nor the next.
| Rolls | On time | 20 days of 25 | Earlier proof |
`,
    },
    {
      title: 'The next level',
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
    for (const record of recentQuarters(series.quarters, context)) {
      const standing = standingFor(record, series);
      for (const { area } of openFocusAreasOf(record)) {
        for (const { match, written } of matchesOf(area, standing)) {
          if (match.kind !== 'other-level') continue;
          const whose =
            match.specialty !== null
              ? `belongs to the specialty ${match.specialty.title}`
              : `is expected of a ${match.level?.title ?? 'different level'}, which is neither this level nor the next`;
          yield {
            at: written.place,
            message: `"${written.text}" ${whose}. Keep it if that is meant; else choose from this level or the next.`,
          };
        }
      }
    }
  },
};
