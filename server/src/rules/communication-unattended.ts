import { meetingSpeaksOf } from '../core/mentions.ts';
import { isCurrent } from '../core/quarters.ts';
import { focusAreasOf, matchesOf, standingOf, type Standing } from '../core/query.ts';
import type { FocusArea, QuarterRecord } from '../core/model.ts';
import type { SeriesRule } from './rule.ts';

export const communicationUnattended: SeriesRule = {
  id: 'communication-unattended',
  about: 'series',
  level: 'hint',
  step: 'communication',
  needs: 'history',
  summary: 'Four quarters have passed without a focus area or a word on communication.',
  why: `Communication is the area that belongs to everybody, manager or engineer, whatever the role. It needs no focus area every quarter, but a year
without it is an oversight more often than a decision.`,
  examples: [
    {
      title: 'A year without it',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-01-05

- Holidays

## 2026-04-06

- Migration

## 2026-07-06

- Pager load

## 2026-10-05
   ^^^^^^^^^^ Communication was neither a focus area nor a topic in the last four quarters.

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
    {
      title: 'It was talked about once',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-01-05

- Holidays

## 2026-04-06

- Better communication with the data team

## 2026-07-06

- Pager load

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
    const at = series.quarters.findIndex(({ quarter }) => isCurrent(quarter, context));
    const year = series.quarters.slice(Math.max(0, at - 3), at + 1).filter(({ meetings }) => meetings.length > 0);
    const newest = series.meetings.findLast(({ day }) => day <= context.today);
    const hasRoutine = series.quarters.some(({ checkpoints }) => checkpoints.length > 0);
    if (year.length < 4 || newest === undefined || !hasRoutine) return;
    const standing = standingOf(series);
    if (year.some((record) => attends(record, standing))) return;
    yield {
      at: newest.meeting.heading?.place ?? newest.meeting.date.place,
      message:
        'Communication was neither a focus area nor a topic in the last four quarters. Talk about it in one of the next 1:1s.',
    };
  },
};

/** The stem of the word in the six languages that dates are read in. */
const communication = /(?<!\p{L})(?:commun|komm?uni[kc]|comuni)/iu;

function attends(record: QuarterRecord, standing: Standing | null): boolean {
  return (
    focusAreasOf(record).some(({ area }) => isOnCommunication(area, standing)) ||
    record.meetings.some(({ meeting }) => meetingSpeaksOf(meeting, communication))
  );
}

function isOnCommunication(area: FocusArea, standing: Standing | null): boolean {
  if (communication.test(area.title.text)) return true;
  return matchesOf(area, standing).some(
    ({ match, written }) =>
      communication.test(written.text) ||
      (match.kind === 'found' && communication.test(`${match.area.name} ${match.item?.text ?? ''}`)),
  );
}
