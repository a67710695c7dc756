import type { Place, Section } from '../core/model.ts';
import type { Cast } from '../core/promises/cast.ts';
import { namesIn } from '../core/promises/owners.ts';
import { isCurrent } from '../core/quarters.ts';
import type { SeriesRule } from './rule.ts';

export const managerHeavyAgenda: SeriesRule = {
  id: 'manager-heavy-agenda',
  about: 'series',
  level: 'off',
  step: 'every week',
  needs: 'history',
  summary: "More than half of a meeting's items that carry a name are the manager's.",
  why: `The 1:1 belongs to the report: most items should be theirs. A manager who brings more than half of them is steering, or filling a silence.
Only the current quarter is looked at, and only meetings with at least three items that say whose they are; promises are not counted.`,
  examples: [
    {
      title: 'Three of four are the manager’s',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09
   ^^^^^^^^^^ Three of the four items with a name are Sam Osei's. Leave more of the next 1:1 to Dana Reyes.

- Sam: budget for next year
- Sam: who takes the pager on Saturday?
- Dana: the handover page
- Sam: status of the migration
- [ ] Dana: send the list
//- .one-on-one.yaml
rules:
  manager-heavy-agenda: hint
`,
    },
    {
      title: 'Half and half, under each name',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

### Dana

- The handover page
- Talk at the meetup

### Sam

- Budget for next year
- Who takes the pager on Saturday?
//- .one-on-one.yaml
rules:
  manager-heavy-agenda: hint
`,
    },
  ],
  *check(series, context) {
    const { report, manager } = series;
    const record = series.quarters.find(({ quarter }) => isCurrent(quarter, context));
    if (manager === null || report === null || record === undefined) return;
    const cast = series.cast;
    for (const { day, meeting } of record.meetings) {
      if (day > context.today) continue;
      const promises = new Set(meeting.promises.map(({ place }) => place.start));
      const writers = writersIn(meeting.section, null, promises, cast);
      const own = writers.filter((writer) => writer === cast.manager).length;
      if (writers.length < 3 || 2 * own <= writers.length) continue;
      yield {
        at: meeting.heading?.place ?? meeting.date.place,
        message: `${counted(own, writers.length)} items with a name are ${manager}'s. Leave more of the next 1:1 to ${report}.`,
      };
    }
  },
};

/** Whose each item is, as the item says or the title above it; items that say nothing are left out. */
function writersIn(
  section: Section,
  above: string | null,
  promises: ReadonlySet<Place['start']>,
  cast: Cast,
): string[] {
  if (section.meaning !== null && !['agenda', 'career', 'feedback'].includes(section.meaning)) return [];
  const person = personIn(section.title.text, cast) ?? above;
  const items = section.entries.filter(({ mark, place }) => mark !== null && !promises.has(place.start));
  return [
    ...items.map((entry) => cast.writer(entry) ?? person).filter((writer) => writer !== null),
    ...section.sections.flatMap((child) => writersIn(child, person, promises, cast)),
  ];
}

function personIn(title: string, cast: Cast): string | null {
  const [name, ...more] = namesIn(title.replace(/:$/, '')) ?? [];
  return name === undefined || more.length > 0 ? null : (cast.owners({ form: 'title', names: [name] })?.[0] ?? null);
}

function counted(own: number, all: number): string {
  const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  const word = (count: number): string => words[count] ?? String(count);
  return own === all ? `All ${word(all).toLowerCase()}` : `${word(own)} of the ${word(all).toLowerCase()}`;
}
