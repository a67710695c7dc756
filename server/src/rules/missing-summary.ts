import { quartersWithoutSummary } from '../core/steps.ts';
import { summaryInserted } from '../core/write/close-quarter.ts';
import type { SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const missingSummary: SeriesRule = {
  id: 'missing-summary',
  about: 'series',
  level: 'warning',
  step: 'end of the quarter',
  summary: 'A quarter with focus areas was closed without a summary in its last meeting.',
  why: `The last 1:1 of a quarter records what came of each focus area, while both still remember. The fix drafts it from what the notes hold;
you add what they do not. Only the past two quarters are looked at, and the current one once its last meeting is known.`,
  examples: [
    {
      title: 'The quarter ended without a word',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Incident response

**Goals**

- Run an incident end to end

**Targets**

- [x] Lead two reviews by 2026-09-15
- [ ] Write the handover page by 2026-09-25

**Ideas**

- Shadow the on-call

#### Focus area: Toil reduction

**Goals**

- Halve the pages

**Targets**

- [ ] 10 pages a week by 2026-09-25

**Ideas**

- Ask the platform team

## 2026-08-03

- Incident response: led the search outage, calm all through
- [x] @dana turns her notes on incident response into a page

## 2026-09-28
   ^^^^^^^^^^ 2026-Q3 has no summary of its focus areas. Record in its last 1:1 what came of them.

- Short one today
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Incident response

**Goals**

- Run an incident end to end

**Targets**

- [x] Lead two reviews by 2026-09-15
- [ ] Write the handover page by 2026-09-25

**Ideas**

- Shadow the on-call

#### Focus area: Toil reduction

**Goals**

- Halve the pages

**Targets**

- [ ] 10 pages a week by 2026-09-25

**Ideas**

- Ask the platform team

## 2026-08-03

- Incident response: led the search outage, calm all through
- [x] @dana turns her notes on incident response into a page

## 2026-09-28

- Short one today

### Summary 2026-Q3

#### Incident response

- Goal: Run an incident end to end
- Target met: Lead two reviews by 2026-09-15
- Target open: Write the handover page by 2026-09-25
- [2026-08-03](#2026-08-03): led the search outage, calm all through
- Promise done: @dana turns her notes on incident response into a page ([2026-08-03](#2026-08-03))

#### Toil reduction

- Goal: Halve the pages
- Target open: 10 pages a week by 2026-09-25
`,
    },
    {
      title: 'A quarter without a checkpoint needs no summary',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-09-28

- Short one today
`,
    },
  ],
  *check(series, context) {
    for (const { record, meeting } of quartersWithoutSummary(series, context)) {
      const { label } = record.quarter;
      yield {
        at: meeting.meeting.heading?.place ?? meeting.meeting.date.place,
        message: `${label} has no summary of its focus areas. Record in its last 1:1 what came of them.`,
        fixes: () => [
          {
            title: `Draft the summary of ${label} from the record`,
            edits: [summaryInserted(record, meeting, series, stop)],
          },
        ],
      };
    }
  },
};
