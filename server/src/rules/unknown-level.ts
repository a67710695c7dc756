import { findLevel, nearestLevels } from '../core/roles/catalogue.ts';
import type { SeriesRule } from './rule.ts';

export const unknownLevel: SeriesRule = {
  id: 'unknown-level',
  about: 'series',
  level: 'error',
  step: 'start of the quarter',
  summary: 'The `level` in the front matter is not a level of the role.',
  why: `A level says which responsibilities are expected now and which come next. A level that the role does not have
leaves both open.`,
  examples: [
    {
      title: 'A level that the role does not have',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: seniour
       ^^^^^^^ "seniour" is not a level of Site Reliability Engineer.
---
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---
`,
    },
    {
      title: 'The full title of a level',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: Senior Site Reliability Engineer
---
`,
    },
  ],
  *check({ standing, level }) {
    if (standing === null || level === null || standing.level !== null) return;
    const { role } = standing;
    const found = findLevel(role, level.text);
    const nearest = nearestLevels(role, level.text);
    const names = role.levels.map(({ id }) => id).join(', ');
    const offer = role.levels.length === 0 ? 'It has no levels.' : `Its levels are ${names}.`;
    yield {
      at: level.place,
      message:
        found === 'ambiguous'
          ? `"${level.text}" could be more than one level of ${role.title}. Write the level's full title.`
          : `"${level.text}" is not a level of ${role.title}. ${offer}`,
      fixes: nearest.map((candidate) => {
        const newText = found === 'ambiguous' ? candidate.title : candidate.id;
        return { title: `Change to ${newText}`, edits: [{ at: level.place, newText }] };
      }),
    };
  },
};
