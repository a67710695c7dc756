import type { SeriesRule } from './rule.ts';

export const dueAgendaItem: SeriesRule = {
  id: 'due-agenda-item',
  about: 'series',
  level: 'info',
  step: 'every week',
  summary: 'The day of a dated item of the rolling list has come.',
  why: `An item that starts with a date waits for that day. When it comes, talk about the item, tag it anew, or give it another date. A month
comes on its first day; a release number never does.`,
  examples: [
    {
      title: 'Two days have come',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Vision

- 2026-11-20 Dana: how did the pilot go?
  ^^^^^^^^^^ The day of this item has come.
- 2026-11 Sam: hiring plan
  ^^^^^^^ The day of this item has come.
- 2026-12 Sam: offsite
- 2026-11-25 Dana: rota
- 17.4 Dana: flags
- FYI Sam: away on Friday
`,
    },
    {
      title: 'Struck out or ticked off',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Vision

- ~~2026-11-20 Dana: how did the pilot go?~~
- [x] 2026-11-01 Sam: hiring plan
- FYI Sam: away on Friday
`,
    },
  ],
  *check({ rollingLists }, { today }) {
    for (const { tag, day, isClosed } of rollingLists.flatMap(({ list }) => list.items)) {
      if (tag === null || day === null || day > today || isClosed) continue;
      yield {
        at: tag.place,
        message: 'The day of this item has come. Talk about it, tag it anew, or give it another date.',
      };
    }
  },
};
