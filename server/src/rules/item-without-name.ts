import { writerOf } from '../core/rolling-list.ts';
import type { SeriesRule } from './rule.ts';

export const itemWithoutName: SeriesRule = {
  id: 'item-without-name',
  about: 'series',
  level: 'hint',
  step: 'every week',
  needs: 'history',
  summary: 'A tagged item of the rolling list does not say who wrote it.',
  why: `A rolling list has no dates and no minutes: the name behind the tag is all that says who brought an item up, and who may close it.`,
  examples: [
    {
      title: 'One of three has no name',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Hallway

- FYI Sam: I am away on Friday
- TODO update the rota
  ^^^^ This item does not say who wrote it.
- DISCUSS Dana who takes the talk in March?
`,
    },
    {
      title: 'First names, full names, initials and handles',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Hallway

- FYI Sam: I am away on Friday
- TODO: DR update the rota
- DISCUSS Dana Reyes - who takes the talk in March?
- 2026-12-01 @dana book the venue
- REVIEW Priya: the new handbook page
`,
    },
  ],
  *check(series) {
    if (series.rollingLists.length === 0) return;
    const cast = series.cast;
    for (const item of series.rollingLists.flatMap(({ list }) => list.items)) {
      if (item.tag === null || item.isClosed || item.text === '' || writerOf(item, cast) !== null) continue;
      yield {
        at: item.tag.place,
        message: "This item does not say who wrote it. Put the writer's name after the tag.",
      };
    }
  },
};
