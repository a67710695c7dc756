import { effectiveItems } from '../core/roles/effective.ts';
import { partInForce } from '../core/roles/join-levels.ts';
import type { RoleRule } from './rule.ts';

export const roleWithoutResponsibilities: RoleRule = {
  id: 'role-without-responsibilities',
  about: 'role',
  level: 'hint',
  step: 'role descriptions',
  summary: 'A level of a role description has nothing that a focus area could be chosen from.',
  why: `Focus areas are chosen from the responsibilities of a level, shared and inherited ones included. Requirements do not count. Mostly the section has a
heading that is not read as responsibilities, or the text is prose without a list.`,
  examples: [
    {
      title: 'A level with requirements only',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Rolls**: Bake rolls before six in the morning

### Apprentice
    ^^^^^^^^^^ Nothing can be chosen as a focus area at the level Apprentice.

#### Requirements

- Gets up early
`,
    },
    {
      title: 'A level that builds on another one',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Baker responsibilities.
`,
    },
  ],
  *check(role, { roles }) {
    const { whole, levels } = partInForce(role, roles);
    for (const level of levels) {
      if (effectiveItems(whole, level, null).some(({ area }) => area.kind === 'responsibility')) continue;
      yield {
        at: { start: level.span.start, end: level.span.start + level.title.length },
        message: `Nothing can be chosen as a focus area at the level ${level.title}. List its responsibilities under a heading "Responsibilities".`,
      };
    }
  },
};
