import { names } from '../core/mentions.ts';
import { normalise } from '../core/roles/normalise.ts';
import { openFocusAreasOf, privacy } from '../core/private.ts';
import { focusAreasOf, newestInForce } from '../core/query.ts';
import { wholeLine } from '../core/write/habits.ts';
import { focusAreaTitle } from '../core/names.ts';
import type { AgendaItem, FocusArea, Region } from '../core/model.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const staleAgendaItem: SeriesRule = {
  id: 'stale-agenda-item',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  needs: 'history',
  summary: 'The standing agenda still holds a focus area of an earlier quarter.',
  why: `An agenda that nobody clears is an agenda that nobody reads. Nothing is stale before the new quarter has its checkpoint, and an area that is still
in focus stays.`,
  examples: [
    {
      title: "Last quarter's area",
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- How are you?
- Focus area: Capacity planning
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Capacity planning" was a focus area of 2026-Q3 and is not one of 2026-Q4. Take it off the standing agenda.
- Focus area: Incident response
- Focus area: Toil reduction

## 2026-07-06

### Checkpoint 2026-Q3

- Focus area: Capacity planning
- Focus area: Toil reduction

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- How are you?
- Focus area: Incident response
- Focus area: Toil reduction

## 2026-07-06

### Checkpoint 2026-Q3

- Focus area: Capacity planning
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
      title: 'An item that was never a focus area',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Standing agenda

- Capacity planning
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
  ],
  *check(series, context) {
    const record = newestInForce(series, context);
    if (record === null) return;
    const current = focusAreasOf(record).map(({ area }) => area);
    if (current.length === 0) return;
    const earlier = series.quarters.filter(({ quarter }) => quarter.start < record.quarter.start);
    const isPrivate = privacy();
    const items = series.agendas.flatMap(({ agenda, document }) =>
      agenda.items.filter(({ place }) => !isPrivate(place, document)).map((item) => ({ item, document })),
    );
    const everNamed = new Set(series.documents.flatMap(({ note }) => note.gathered(areaNamesIn)));
    for (const { item, document } of items) {
      if (!everNamed.has(nameOf(item))) continue;
      if (current.some((area) => names(area, item.text, item.links))) continue;
      const past = earlier.findLast((other) => focusAreasOf(other).some(({ area }) => isItem(area, item)));
      if (past === undefined) continue;
      const title = focusAreaTitle(item.text)?.name ?? item.text;
      yield {
        at: item.words,
        message: `"${title}" was a focus area of ${past.quarter.label} and is not one of ${record.quarter.label}. Take it off the standing agenda.`,
        fixes: [
          {
            title: 'Remove it from the standing agenda',
            safe: true,
            edits: [{ at: wholeLine(document.note, item.place), newText: '' }],
          },
          ...replacements(
            item,
            openFocusAreasOf(record).map(({ area }) => area),
            items.map((other) => other.item),
          ),
        ],
      };
    }
  },
};

/** The item is the area, not a sentence that also names it. */
function isItem(area: FocusArea, item: AgendaItem): boolean {
  return nameOf(item) === normalise(area.title.text);
}

function nameOf({ text }: AgendaItem): string {
  return normalise(focusAreaTitle(text)?.name ?? text);
}

/** The names of all focus areas, so that most items need not be looked for in every quarter. */
function areaNamesIn({ checkpoints }: Region): readonly string[] {
  return checkpoints.flatMap(({ focusAreas }) => focusAreas.map(({ title }) => normalise(title.text)));
}

/** By the areas of the new quarter that are not on the agenda yet. */
function replacements(item: AgendaItem, current: readonly FocusArea[], items: readonly AgendaItem[]): Fix[] {
  const missing = current.filter((area) => !items.some((other) => names(area, other.text, other.links)));
  const prefix = focusAreaTitle(item.text) === null ? '' : 'Focus area: ';
  return missing.map(({ title }) => ({
    title: `Replace it by "${title.text}"`,
    edits: [{ at: item.words, newText: prefix + title.text }],
  }));
}
