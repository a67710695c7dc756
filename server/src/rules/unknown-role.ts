import { nearestRoles } from '../core/roles/catalogue.ts';
import type { SeriesRule } from './rule.ts';

export const unknownRole: SeriesRule = {
  id: 'unknown-role',
  about: 'series',
  level: 'error',
  step: 'start of the quarter',
  summary: 'The `role` in the front matter is not a role that is known here.',
  why: `Focus areas are chosen from what the role asks for. Without a role description nothing can be checked, completed or explained.
A role is built in, or comes from a role file in the workspace (\`roles\` in the configuration).`,
  examples: [
    {
      title: 'A role that does not exist',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliabilty-engineer
      ^^^^^^^^^^^^^^^^^^^^^^^^ "site-reliabilty-engineer" is not a known role.
level: intermediate
---
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---
`,
    },
    {
      title: 'A title or an alias is as good as the id',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: Site Reliability Engineer
level: intermediate
---
`,
    },
  ],
  *check({ role, standing }, { roles }) {
    if (role === null || standing !== null) return;
    const nearest = nearestRoles(roles, role.text);
    const known = roles.length <= 6 ? roles : nearest;
    const offer =
      known.length === 0 ? 'No role is known here.' : `Known roles: ${known.map(({ id }) => id).join(', ')}.`;
    yield {
      at: role.place,
      message: `"${role.text}" is not a known role. ${offer}`,
      fixes: nearest.map(({ id }) => ({ title: `Change to ${id}`, edits: [{ at: role.place, newText: id }] })),
    };
  },
};
