import type { Team } from '../core/configuration.ts';
import { takenSeats, type Seat } from '../core/staffing.ts';
import type { StaffingRule } from './rule.ts';

const engineer = `---
report: Dana Reyes
manager: Sam Osei
role: backend-engineer
level: staff
team: delivery
---

## 2026-11-02

- Rota for December
`;

export const gearingExceeded: StaffingRule = {
  id: 'gearing-exceeded',
  about: 'staffing',
  level: 'info',
  step: 'next level',
  summary:
    'A team has more Staff-and-above engineers than its ratio, or somebody works towards Staff where no seat is free.',
  why: `From Staff on, the next level is a matter of merit and of what the company needs: a team has as many seats as its ratio says. To talk
about that early is kinder than to find out in the review. Only teams in the configuration are looked at, only engineers count, and a
person below Staff is looked at only while a focus area of the quarter comes from the Staff level.`,
  examples: [
    {
      title: 'Two where one is agreed',
      note: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 1 }
  ^^^^^^^^ Team delivery has 2 Staff-and-above engineers (Dana Reyes, Femi Adeyemi) where its ratio is 1. Agree on an exception with a justification, or on what changes.
//- one-on-ones/dana.md
${engineer}
//- one-on-ones/femi.md
${engineer.replace('Dana Reyes', 'Femi Adeyemi')}`,
    },
    {
      title: 'Working towards a seat that is taken',
      note: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 1 }
//- one-on-ones/dana.md
${engineer}
//- one-on-ones/ines.md
---
report: Ines Okafor
manager: Sam Osei
role: baker
level: senior
       ^^^^^^ Ines Okafor works towards Staff Baker, and no such seat is free in team delivery (1 of 1 is taken). Talk about where one may be.
team: Delivery
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| New ovens | Choose one | A proposal by 2026-12-15 | Visit a bakery |
//- roles/baker.md
# Baker

## Levels

### Senior Baker

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time

### Staff Baker

#### Responsibilities

- **New ovens**: Choose the oven that the next ten years are baked in
`,
    },
    {
      title: 'As many as agreed',
      note: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 2, justification: "Two release trains until the second team is formed" }
//- one-on-ones/dana.md
${engineer}
//- one-on-ones/femi.md
${engineer.replace('Dana Reyes', 'Femi Adeyemi')}`,
    },
  ],
  *check({ uri, configuration }, seats) {
    for (const team of configuration.teams.values()) {
      const taken = takenSeats(team, seats);
      if (taken.length > team.staffPlus)
        yield { at: { uri, span: { start: team.place.start, end: team.place.end } }, message: overRatio(team, taken) };
      if (taken.length < team.staffPlus) continue;
      for (const { person, reachesFor, at } of seats.filter((seat) => seat.team === team.name)) {
        if (reachesFor === null) continue;
        const free = `${taken.length} of ${team.staffPlus} ${taken.length === 1 ? 'is' : 'are'} taken`;
        yield {
          at,
          message: `${person} works towards ${reachesFor}, and no such seat is free in team ${team.name} (${free}). Talk about where one may be.`,
        };
      }
    }
  },
};

function overRatio({ name, staffPlus }: Team, taken: readonly Seat[]): string {
  const people = taken
    .map(({ person }) => person)
    .sort()
    .join(', ');
  return `Team ${name} has ${taken.length} Staff-and-above engineer${taken.length === 1 ? '' : 's'} (${people}) where its ratio is ${staffPlus}. Agree on an exception with a justification, or on what changes.`;
}
