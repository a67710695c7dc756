import type { SeriesRule } from './rule.ts';

export const untaggedItem: SeriesRule = {
  id: 'untagged-item',
  about: 'series',
  level: 'hint',
  step: 'every week',
  summary: 'An item of the rolling list does not start with a tag.',
  why: `In a rolling list the tag says what an item wants: something to do, to discuss, to know, or to come back to on a day. Without
one, the two have to ask each other. A list is a rolling list if at least half of its items have a tag.`,
  examples: [
    {
      title: 'One of four has no tag',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Hallway

- FYI Sam: I am away on Friday
- TODO Dana: update the rota
- Sam: who takes the talk in March?
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This item has no tag.
- 2026-12 Dana: book the venue => Sam: the small one
`,
    },
    {
      title: 'Every item has one; a plain list is no rolling list',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Hallway

- FYI Sam: I am away on Friday
- DISCUSS Dana: the rota
  - => Sam: next week
- 17.4 Dana: clean up the flags

## Reading

- The long book
- FYI: the short one
- The other one
`,
    },
  ],
  *check({ rollingLists }) {
    for (const item of rollingLists.flatMap(({ list }) => list.items)) {
      if (item.tag !== null || item.isClosed || item.text === '') continue;
      yield {
        at: item.words,
        message: 'This item has no tag. Start it with one such as TODO, DISCUSS or FYI, or with a date.',
      };
    }
  },
};
