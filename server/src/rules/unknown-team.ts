import { fold } from '../core/names.ts';
import { nearest } from '../core/roles/nearest.ts';
import { valueReplaced } from '../core/write/front-matter.ts';
import type { SeriesRule } from './rule.ts';

export const unknownTeam: SeriesRule = {
  id: 'unknown-team',
  about: 'series',
  level: 'hint',
  step: 'next level',
  summary: 'The `team` in the front matter is not one of the configured teams.',
  why: `A team's gearing says how many Staff engineers it may have, and so what a next level is worth planning for. It is looked up by the
team's name. Nothing is said where no teams are configured.`,
  examples: [
    {
      title: 'A team that is not configured',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
team: delivry
      ^^^^^^^ "delivry" is not a configured team. Known teams: delivery, foundations.
---
//- .one-on-one.yaml
teams:
  delivery:
    staffPlus: 1
  foundations:
    staffPlus: 1
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
team: delivery
---
`,
    },
    {
      title: 'No teams are configured',
      note: `---
report: Dana Reyes
manager: Sam Osei
team: delivery
---
`,
    },
  ],
  *check({ team }, { configuration }) {
    const teams = [...configuration.teams.keys()];
    if (team === null || teams.length === 0 || teams.some((known) => fold(known) === fold(team.text))) return;
    const likely = nearest(team.text, teams, (known) => [known]);
    const offer = teams.length <= 6 ? teams : likely;
    yield {
      at: team.place,
      message: `"${team.text}" is not a configured team. Known teams: ${offer.join(', ')}.`,
      fixes: likely.map((known) => ({
        title: `Change to ${known}`,
        edits: [valueReplaced(team.document.note, team.place, known)],
      })),
    };
  },
};
