import { quarterAt } from '../core/calendar.ts';
import { findQuarterLabel, writeQuarterLabel } from '../core/quarter-labels.ts';
import { recentQuarters } from '../core/quarters.ts';
import { sourceOf } from '../core/write/habits.ts';
import type { Place, QuarterLabel } from '../core/model.ts';
import type { SeriesRule } from './rule.ts';

export const mislabelledCheckpoint: SeriesRule = {
  id: 'mislabelled-checkpoint',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: "A checkpoint's label is not the quarter of the meeting that it stands in.",
  why: `A checkpoint that is copied from the quarter before keeps its label, and a label typed in January keeps last year. Links, summaries and the
people who read the notes later go by it. A checkpoint for the next quarter in the last meeting of this one is planning ahead, and fine.`,
  examples: [
    {
      title: 'Copied from the quarter before',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint Q3 2026
               ^^^^^^^ The meeting is in 2026-Q4, but its checkpoint says Q3 2026. Correct the label.

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint Q4 2026

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'A fiscal year that the configuration does not tell of',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

### Checkpoint FY27-Q4
               ^^^^^^^ FY27-Q4 is not the calendar's. If your year does not start in January, say so under \`quarters\`

- Focus area: Incident response
- Focus area: Toil reduction
`,
    },
    {
      title: 'No label at all',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
  ],
  *check(series, context) {
    const settings = context.configuration.quarters;
    const foreign = series.foreignLabel;
    if (foreign !== null) {
      yield {
        at: placeOfLabel(foreign.label, sourceOf(foreign.document.note, foreign.label.place)),
        message: `${foreign.label.text} is not the calendar's. If your year does not start in January, say so under \`quarters\` in the configuration; until then nothing is said about first and last meetings.`,
        severity: 'hint',
      };
      return;
    }
    for (const { quarter, checkpoints } of recentQuarters(series.quarters, context)) {
      for (const { checkpoint, document, meeting } of checkpoints) {
        const { label } = checkpoint;
        if (label === null || meeting === null) continue;
        if (quarterAt(label.year, label.number, settings).start === quarter.start) continue;
        const at = placeOfLabel(label, sourceOf(document.note, label.place));
        const form = findQuarterLabel(label.text)!.form;
        yield {
          at,
          message: `The meeting is in ${quarter.label}, but its checkpoint says ${label.text}. Correct the label.`,
          fixes: [
            {
              title: `Change to ${writeQuarterLabel(quarter, form)}`,
              safe: true,
              edits: [{ at, newText: writeQuarterLabel(quarter, form) }],
            },
          ],
        };
      }
    }
  },
};

/** The label alone, where it is found in its title as typed. */
function placeOfLabel({ place, text }: QuarterLabel, title: string): Place {
  const start = title.indexOf(text);
  return start < 0 ? place : { ...place, start: place.start + start, end: place.start + start + text.length };
}
