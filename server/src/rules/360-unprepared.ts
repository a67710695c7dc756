import { formatDay, quarterAt, quarterOf } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import type { QuarterRecord, Series } from '../core/model.ts';
import { openFocusAreasOf } from '../core/private.ts';
import type { SeriesRule } from './rule.ts';

export const feedbackUnprepared: SeriesRule = {
  id: '360-unprepared',
  about: 'series',
  level: 'info',
  step: '360 feedback',
  needs: 'history',
  summary: 'The 360 feedback is open or opens within 30 days, and a quarter that it looks back on has no summary.',
  why: `Level changes are made in the 360, so what the routine collected has to be usable there. Summaries written now still rest on the notes; written in
the week of the review they rest on memory. The window and how many quarters it covers are \`feedback\` in the configuration.`,
  examples: [
    {
      title: 'A week before the window opens',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-04-06

### Focus areas

- Observability
- Runbooks

## 2026-06-29

### Summary 2026-Q2

- Observability: twelve dashboards less, one that is looked at
- Runbooks: all rewritten

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28
   ^^^^^^^^^^ The 360 feedback opens on 2026-12-01, and 2026-Q3 has no summary yet. Write it

- Short one today
//- .one-on-one.yaml
feedback:
  opens: 2026-12-01
  closes: 2026-12-18
  covers: 2
`,
    },
    {
      title: 'The window is far away',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

- Short one today
//- .one-on-one.yaml
feedback:
  opens: 2027-02-01
  closes: 2027-02-19
`,
    },
  ],
  *check(series, context) {
    const { feedback } = context.configuration;
    if (feedback === null || context.today < feedback.opens - NOTICE || context.today > feedback.closes) return;
    if (series.foreignLabel !== null) return;
    const open = unsummarised(series, context, feedback);
    const newest = open.at(-1);
    if (newest === undefined) return;
    const { last } = newest;
    const begins = context.today < feedback.opens ? `opens on ${formatDay(feedback.opens)}` : 'is open';
    const labels = listed(open.map(({ quarter }) => quarter.label));
    const [have, them] = open.length === 1 ? ['has no summary', 'it'] : ['have no summaries', 'them'];
    yield {
      at: last!.meeting.heading?.place ?? last!.meeting.date.place,
      message: `The 360 feedback ${begins}, and ${labels} ${have} yet. Write ${them}, so that it rests on more than memory.`,
    };
  },
};

/** How many days before the window opens there is something to say. */
const NOTICE = 30;

/** The quarters in the period that had focus areas, are over, and were never summed up; earliest first. */
function unsummarised(
  series: Series,
  { configuration }: Context,
  { opens, covers }: { readonly opens: number; readonly covers: number },
): QuarterRecord[] {
  const { quarters: settings } = configuration;
  const opening = quarterOf(opens, settings);
  const oldest = quarterAt(opening.year, opening.number - covers, settings);
  return series.quarters.filter(
    (record) =>
      oldest.start <= record.quarter.start &&
      record.quarter.start < opening.start &&
      record.isLastKnown &&
      record.summaries.length === 0 &&
      openFocusAreasOf(record).length > 0,
  );
}

function listed(labels: readonly string[]): string {
  return [labels.slice(0, -1).join(', '), labels.at(-1)!].filter((part) => part !== '').join(' and ');
}
