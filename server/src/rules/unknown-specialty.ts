import { nearestSpecialties } from '../core/roles/catalogue.ts';
import { valueReplaced } from '../core/write/front-matter.ts';
import type { SeriesRule } from './rule.ts';

export const unknownSpecialty: SeriesRule = {
  id: 'unknown-specialty',
  about: 'series',
  level: 'error',
  step: 'start of the quarter',
  summary: 'The `specialty` in the front matter is not a specialty of the role.',
  why: `A specialty adds responsibilities of its own to those of the level. One that the role does not have adds none, and a focus area
chosen from it would count as unknown.`,
  examples: [
    {
      title: 'A specialty that the role does not have',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: platform-engineer
level: senior
specialty: neworking
           ^^^^^^^^^ "neworking" is not a specialty of Platform Engineer. Its specialties are storage, networking.
---
//- roles/platform-engineer.md
# Platform Engineer

## Levels

### Platform Engineer

- Keep the clusters running

### Senior Platform Engineer

- Plan the capacity of the clusters

## Specialties

### Storage

- Run the storage layer

### Networking

- Run the service mesh
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: platform-engineer
level: senior
specialty: networking
---
`,
    },
    {
      title: 'No role, nothing to compare with',
      note: `---
report: Dana Reyes
manager: Sam Osei
specialty: networking
---
`,
    },
  ],
  *check({ standing, specialty }) {
    if (standing === null || specialty === null || standing.specialty !== null) return;
    const { role } = standing;
    const known = role.specialties.map(({ id }) => id).join(', ');
    const offer = known === '' ? 'It has none. Remove the key.' : `Its specialties are ${known}.`;
    yield {
      at: specialty.place,
      message: `"${specialty.text}" is not a specialty of ${role.title}. ${offer}`,
      fixes: nearestSpecialties(role, specialty.text).map(({ id }) => ({
        title: `Change to ${id}`,
        edits: [valueReplaced(specialty.document.note, specialty.place, id)],
      })),
    };
  },
};
