import type { Level, Role } from '../core/model.ts';
import { isCurrent, recentQuarters } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { matchesOf, standingFor } from '../core/query.ts';
import type { SeriesRule } from './rule.ts';

export const unknownResponsibility: SeriesRule = {
  id: 'unknown-responsibility',
  about: 'series',
  level: 'error',
  step: 'start of the quarter',
  summary: "A focus area names nothing in the role's list for this level, the specialty or the next levels.",
  why: `Focus areas are responsibilities of the role, at the person's level or the next one: that is what makes progress on them count
in a review. Where a focus area has a \`Responsibility\`, that is compared and the title is free wording; else the title is compared.`,
  examples: [
    {
      title: 'A responsibility that is not in the role',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incidents

**Responsibility:** Perform and run blameless RCA on incidents and outage
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is not a responsibility of Intermediate Site Reliability Engineer or the next level.

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two reviews by 2026-12-15

**Ideas**

- Shadow the on-call

#### Focus area: Communication

**Goals**

- Write so that others can act

**Targets**

- [ ] Two incident reports a month

**Ideas**

- Ask Mei to read drafts
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incidents

**Responsibility:** Perform and run blameless RCAs on incidents and outages

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two reviews by 2026-12-15

**Ideas**

- Shadow the on-call

#### Focus area: Communication

**Goals**

- Write so that others can act

**Targets**

- [ ] Two incident reports a month

**Ideas**

- Ask Mei to read drafts
`,
    },
    {
      title: 'Without role or level there is nothing to compare with',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Juggling | Five balls | 20 catches by 2026-12-15 | Practise on Mondays |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
  ],
  *check(series, context) {
    for (const record of recentQuarters(series.quarters, context)) {
      const standing = standingFor(record, series);
      if (standing?.level == null) continue;
      const matches = openFocusAreasOf(record).flatMap(({ area }) => matchesOf(area, standing));
      // Of a quarter that is over, in which nothing fits: the person had another role then.
      if (!isCurrent(record.quarter, context) && matches.every(({ match }) => match.kind === 'unknown')) continue;
      for (const { match, written } of matches) {
        if (match.kind !== 'unknown') continue;
        const { text, place } = written;
        const [likely] = match.nearest;
        yield {
          at: place,
          message: `"${text}" is not a responsibility of ${titleOf(standing.role, standing.level)} or the next level.${likely === undefined ? '' : ` Did you mean "${likely}"?`}`,
          fixes: match.nearest.map((name) => ({
            title: `Change to "${name}"`,
            edits: [{ at: place, newText: name }],
          })),
        };
      }
    }
  },
};

/** `Senior Backend Engineer` says both; `L3` needs the role. */
function titleOf(role: Role, level: Level): string {
  return level.title.includes(role.title) ? level.title : `${role.title} ${level.title}`;
}
