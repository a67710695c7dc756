import { formatDay } from '../core/calendar.ts';
import { feedbackNotGiven } from '../core/feedback.ts';
import type { SeriesRule } from './rule.ts';

export const ungivenFeedback: SeriesRule = {
  id: 'ungiven-feedback',
  about: 'series',
  level: 'hint',
  step: '360 feedback',
  needs: 'history',
  summary: 'Feedback marked `NOTYETGIVEN` has waited for more than two meetings, or stands in a summary.',
  why: `Feedback helps while it is fresh. What was noted as not yet given and then slept through two further meetings should be given
or let go; and a summary is no place for what the other has never heard.`,
  examples: [
    {
      title: 'Two meetings later it is still waiting',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- NOTYETGIVEN Dana kept the incident channel calm
  ^^^^^^^^^^^ Feedback noted on 2026-11-02 is still not given.

## 2026-11-09

- Rota

## 2026-11-16

- NOTYETGIVEN The talk was too long
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- GIVEN 2026-11-24 Dana kept the incident channel calm

## 2026-11-09

- Rota

## 2026-11-16

- NOTYETGIVEN The talk was too long
`,
    },
    {
      title: 'In a summary',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

### Checkpoint summary

- Incidents: calm in the channel (NOTYETGIVEN)
                                  ^^^^^^^^^^^ This summary holds feedback that is not yet given.
`,
    },
    {
      title: 'Given, or noted a week ago',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

- GIVEN 2026-11-16 Dana kept the incident channel calm
- NOTYETGIVEN The talk was too long

## 2026-11-16

- Rota
`,
    },
  ],
  *check(series, context) {
    for (const { places, noted, isInSummary } of feedbackNotGiven(series, context)) {
      yield {
        at: places.at(-1)!,
        message: isInSummary
          ? 'This summary holds feedback that is not yet given. Give it first, and mark it given.'
          : `Feedback noted on ${formatDay(noted!)} is still not given. Give it, and mark it given.`,
        fixes: [
          {
            title: 'Mark given',
            edits: places.map((at) => ({ at, newText: `GIVEN ${formatDay(context.today)}` })),
          },
        ],
      };
    }
  },
};
