import { partInForce } from '../core/roles/join-levels.ts';
import type { RoleRule } from './rule.ts';

export const unresolvedInheritance: RoleRule = {
  id: 'unresolved-inheritance',
  about: 'role',
  level: 'hint',
  step: 'role descriptions',
  summary: 'A role description says that a level builds on another one that cannot be found.',
  why: `"Extends the Senior responsibilities" brings everything of that level along. Where the level it names does not exist, or could be more than one,
nothing is brought along, and nothing is guessed.`,
  examples: [
    {
      title: 'A level that the file does not have',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Confectioner responsibilities.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names no level that is known here

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time
`,
    },
    {
      title: 'A level that is there',
      note: `//- roles/baker.md
# Baker

## Levels

### Baker

#### Responsibilities

- **Rolls**: Bake rolls before six in the morning

### Senior Baker

Extends the Baker responsibilities.

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time
`,
    },
    {
      title: 'A level in another file of the role',
      note: `//- roles/baker.md
# Baker

[Next: Senior Baker](senior-baker.md)

## Rolls

- Bake rolls before six in the morning
//- roles/senior-baker.md
# Senior Baker

Extends the Baker responsibilities.

## Apprentices

- Teach one apprentice at a time
`,
    },
  ],
  *check(role, { roles }) {
    for (const { extends: references } of partInForce(role, roles).levels) {
      for (const { text, span, resolved } of references) {
        if (resolved.to === 'unresolved') {
          yield {
            at: span,
            message: `"${text}" names no level that is known here. Write the level's title as its heading has it, or link to that heading.`,
          };
        } else if (resolved.to === 'ambiguous') {
          yield {
            at: span,
            message: `"${text}" could name more than one level. Write the level's whole title, or link to its heading.`,
          };
        }
      }
    }
  },
};
