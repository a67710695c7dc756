import { focusAreasOf, newestInForce } from '../core/query.ts';
import { titleLine } from '../core/write/checkpoint.ts';
import { blockBefore, listMarkOf } from '../core/write/habits.ts';
import type { CheckpointRecord, FocusArea } from '../core/model.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const missingStandingAgenda: SeriesRule = {
  id: 'missing-standing-agenda',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
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
    const areas = focusAreasOf(record).map(({ area }) => area);
    if (areas.length === 0) return;
    yield {
      at: checkpoint.checkpoint.title.place,
      message: `There is no standing agenda that keeps the focus areas of ${record.quarter.label} in view. Add one.`,
      fixes: [insertion(checkpoint, areas)],
    };
  },
};

/** Above the first meeting or quarter heading of the checkpoint's document, at that heading's level. */
function insertion({ document }: CheckpointRecord, areas: readonly FocusArea[]): Fix {
  const { note } = document;
  const first = note.regions.find(({ kind }) => kind === 'meeting' || kind === 'quarter' || kind === 'standing');
  const depth = first?.section?.depth ?? 2;
  const lines = [
    titleLine('Standing agenda', Math.max(2, depth)),
    '',
    ...areas.map(({ title }) => `${listMarkOf(note)} Focus area: ${title.text}`),
  ];
  const start = first?.section?.place ?? note.regions[0]!.section!.place;
  return { title: 'Insert a standing agenda with the focus areas', edits: [blockBefore(note, start, lines)] };
}
