import { openFocusAreasOf } from '../core/private.ts';
import { newestInForce } from '../core/query.ts';
import { agendaInserted, homeOfAgenda } from '../core/write/insert-agenda.ts';
import type { SeriesRule } from './rule.ts';

export const missingStandingAgenda: SeriesRule = {
  id: 'missing-standing-agenda',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  needs: 'history',
  summary: 'The quarter has focus areas, and there is no standing agenda to keep them on.',
  why: `The routine puts focus areas on a standing agenda, so that every weekly 1:1 comes back to them. Without one they are read twice: when they are
chosen and when the quarter is over.`,
  examples: [
    {
      title: 'Focus areas, and no agenda',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## 2026-10-05

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ There is no standing agenda that keeps the focus areas of 2026-Q4 in view. Add one.

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- Focus area: Incident response
- Focus area: Toil reduction

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'Under another name',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Recurring items

* Incident response
* Toil reduction

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
  ],
  *check(series, context) {
    const record = newestInForce(series, context);
    const [checkpoint] = record?.checkpoints ?? [];
    if (series.agendas.length > 0 || record === null || checkpoint === undefined) return;
    const areas = openFocusAreasOf(record).map(({ area }) => area);
    if (areas.length === 0) return;
    const home = homeOfAgenda([checkpoint.document, ...series.documents]);
    const edit = home === null ? null : agendaInserted(home, areas);
    yield {
      at: checkpoint.checkpoint.title.place,
      message: `There is no standing agenda that keeps the focus areas of ${record.quarter.label} in view. Add one.`,
      fixes: edit === null ? [] : [{ title: 'Insert a standing agenda with the focus areas', edits: [edit] }],
    };
  },
};
