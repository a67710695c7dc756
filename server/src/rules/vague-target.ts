import { recentQuarters } from '../core/quarters.ts';
import { openFocusAreasOf } from '../core/private.ts';
import type { SeriesRule } from './rule.ts';

export const vagueTarget: SeriesRule = {
  id: 'vague-target',
  about: 'series',
  level: 'hint',
  step: 'start of the quarter',
  summary: 'A target has neither a date, a number, nor a checkbox.',
  why: `At the end of the quarter the pair ask of each target: was it met? A date, a number or something to tick makes that a question
with an answer.`,
  examples: [
    {
      title: 'Nothing to check by',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

- Goals: Run one end to end
- Targets:
  - Get better at reviews
    ^^^^^^^^^^^^^^^^^^^^^ This target has no date, number or checkbox. Say how you will know that it is met.
- Ideas: Shadow the on-call
`,
    },
    {
      title: 'A number in words, or a box to tick',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

- Goals: Run one end to end
- Targets:
  - Lead two reviews
  - [ ] Write the handover page
- Ideas: Shadow the on-call
`,
    },
  ],
  *check(series, context) {
    for (const record of recentQuarters(series.quarters, context)) {
      for (const { area } of openFocusAreasOf(record)) {
        for (const { text, due, checkbox, struck, words } of area.targetList) {
          if (checkbox !== null || struck || due !== null || saysHowMuch(text)) continue;
          yield {
            at: words,
            message: 'This target has no date, number or checkbox. Say how you will know that it is met.',
          };
        }
      }
    }
  },
};

const numbers = new Set(
  (
    'zero one two three four five six seven eight nine ten twelve dozen half once twice first every each all no none ' +
    'ein eine zwei drei vier fünf sechs sieben acht neun zehn un une deux trois quatre cinq dos tres cuatro cinco due tre quattro cinque dois duas quatro'
  ).split(' '),
);

/** A digit, or a number in words: the doubt is the writer's. */
function saysHowMuch(text: string): boolean {
  return (
    /\p{N}|%/u.test(text) ||
    text
      .toLowerCase()
      .split(/\P{L}+/u)
      .some((word) => numbers.has(word))
  );
}
