import type { AgendaItem, FocusArea, Place, Series, StandingAgenda } from '../core/model.ts';
import { names } from '../core/mentions.ts';
import { focusAreaTitle } from '../core/names.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { focusAreasOf, newestInForce } from '../core/query.ts';
import { blockAfter, listMarkOf } from '../core/write/habits.ts';
import { itemAfter } from '../core/write/items.ts';
import type { Edit, SeriesRule } from './rule.ts';

export const focusAreaNotOnAgenda: SeriesRule = {
  id: 'focus-area-not-on-agenda',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  needs: 'history',
  summary: 'A focus area of the quarter is not on the standing agenda.',
  why: `The routine puts focus areas on the standing agenda, so that the weekly 1:1 comes back to them by itself instead of becoming a
wide-open conversation. Only the newest quarter that has a checkpoint is looked at, and only where there is a standing agenda.`,
  examples: [
    {
      title: 'One of two is missing',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- How are you?
- Focus area: Incident response

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
  ^^^^^^^^^^^^^^ Focus area "Toil reduction" is not on the standing agenda. Add it
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- How are you?
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
      title: 'An agenda that was just begun',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

-

## 2026-10-05

### Checkpoint 2026-Q4

- Incident response
  ^^^^^^^^^^^^^^^^^ Focus area "Incident response" is not on the standing agenda.
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- Focus area: Incident response

## 2026-10-05

### Checkpoint 2026-Q4

- Incident response
`,
    },
    {
      title: 'Named in other words around it, or by a link',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing items

* Anything about *incident response*?
* [toil](#toil-reduction)

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
    if (record === null || series.agendas.length === 0) return;
    const items = series.agendas.flatMap(({ agenda }) => agenda.items);
    const missing = openFocusAreasOf(record).filter(
      ({ area }) => !items.some((item) => names(area, item.text, item.links)),
    );
    for (const { area } of missing) {
      yield {
        at: area.title.place,
        message: `Focus area "${area.title.text}" is not on the standing agenda. Add it, so that the weekly 1:1 comes back to it.`,
        fixes: () => [{ title: 'Add to the standing agenda', safe: true, edits: [addition(area, series)] }],
      };
    }
  },
};

/** Below the last item that names a focus area, in its form; else at the end of the agenda. */
function addition(area: FocusArea, series: Series): Edit {
  const { agenda, document } = series.agendas[0]!;
  const areas = series.quarters.flatMap((other) => focusAreasOf(other).map((entry) => entry.area));
  const model = agenda.items.findLast((item) => isAreaItem(item, areas)) ?? null;
  const last = model ?? agenda.items.at(-1) ?? null;
  const text =
    model === null || focusAreaTitle(model.text) !== null ? `Focus area: ${area.title.text}` : area.title.text;
  if (last === null) return blockAfter(document.note, endOfAgenda(agenda), [`${listMarkOf(document.note)} ${text}`]);
  return itemAfter(document.note, last.place, text);
}

function isAreaItem(item: AgendaItem, areas: readonly FocusArea[]): boolean {
  return focusAreaTitle(item.text) !== null || areas.some((area) => names(area, item.text, item.links));
}

function endOfAgenda({ title, place }: StandingAgenda): Place {
  return { ...place, start: Math.max(title.place.end, place.end) };
}
