import { nameOfItem } from '../core/roles/match.ts';
import { recentQuarters } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { matchesOf, standingFor } from '../core/query.ts';
import { plainText } from '../core/write/areas.ts';
import type { SeriesRule } from './rule.ts';

export const ambiguousResponsibility: SeriesRule = {
  id: 'ambiguous-responsibility',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A focus area could mean more than one responsibility of the role.',
  why: `Goals are written for one responsibility. Where the words fit several of one level, the report may work on one and the manager expect another.`,
  examples: [
    {
      title: 'Words that stand in two responsibilities',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Sourdough**: Keep the starter alive through the week
- **Rye bread**: Bake rye, bread that keeps for five days
- **Rolls**: Bake rolls before six in the morning
- **Stollen**: Bake stollen, bread that keeps till spring

### Senior Baker

Extends the Baker responsibilities.

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time
- **Orders**: Plan the week's orders with the shop

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
| Bread that keeps | Less waste | 5 loaves a week | Ask the mill |
  ^^^^^^^^^^^^^^^^ "Bread that keeps" could mean Rye bread or Stollen. Write which one.
| Morning bake | On time | 20 days of 25 | Earlier proof |
`,
    },
    {
      title: 'A label is clear',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Sourdough**: Keep the starter alive through the week
- **Rye bread**: Bake rye bread that keeps for five days
- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Baker responsibilities.

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time
- **Orders**: Plan the week's orders with the shop

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
| Rye bread | Less waste | 5 loaves a week | Ask the mill |
| Rolls | On time | 20 days of 25 | Earlier proof |
`,
    },
  ],
  *check(series, context) {
    for (const record of recentQuarters(series.quarters, context)) {
      const standing = standingFor(record, series);
      for (const { area } of openFocusAreasOf(record)) {
        for (const { match, written } of matchesOf(area, standing)) {
          if (match.kind !== 'ambiguous') continue;
          const items = match.candidates.flatMap(({ item }) => (item === null ? [] : [{ item }]));
          const names = match.candidates.map(({ item, area: own }) =>
            item === null ? own.name : plainText(nameOfItem(item, items)),
          );
          yield {
            at: written.place,
            message: `"${written.text}" could mean ${names.join(' or ')}. Write which one.`,
            fixes: names.map((name) => ({
              title: `Change to "${name}"`,
              edits: [{ at: written.place, newText: name }],
            })),
          };
        }
      }
    }
  },
};
