import { formatDay, nextMeetingDay } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import { isOverdue, promisesToKeep, quotedPromise } from '../core/follow-through.ts';
import type { PromiseThread, Series } from '../core/model.ts';
import { hasContent } from '../core/query.ts';
import { closed, redated } from '../core/write/promises.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const overduePromise: SeriesRule = {
  id: 'overdue-promise',
  about: 'series',
  documents: 'all',
  level: 'info',
  step: 'every week',
  needs: 'history',
  summary: 'An open promise is past its due date.',
  why: `What was promised in a 1:1 should be looked at again: done, dropped on purpose, or given a new date. A promise that is copied
from meeting to meeting is one promise; it is said once, at its newest copy, and the date of that copy counts. What was both written and due before
the past two quarters is history, and left alone.`,
  examples: [
    {
      title: 'Carried into the next meeting, and still open after its date',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- [ ] Dana: Write the runbook by Friday

## 2026-11-09

- [ ] Dana: Write the runbook (by 2026-11-13)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Write the runbook" (Dana Reyes) was due on 2026-11-13
- [x] Sam: Ask finance by 2026-11-10
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- [ ] Dana: Write the runbook by Friday

## 2026-11-09

- [x] Dana: Write the runbook (by 2026-11-13)
- [x] Sam: Ask finance by 2026-11-10
`,
    },
    {
      title: 'In a table',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Write the runbook | Dana | Fri 13 Nov 2026 | in progress |
  ^^^^^^^^^^^^^^^^^ "Write the runbook" (Dana Reyes) was due on 2026-11-13
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Write the runbook | Dana | Fri 13 Nov 2026 | done |
`,
    },
    {
      title: 'Done, dropped, moved, due today, or without a date',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

- [x] Write the runbook by 2026-11-13
- [-] Ask finance by 2026-11-13
- [>] Plan the offsite by 2026-11-13
- [ ] Read the proposal by 2026-11-24
- [ ] Think about the talk
`,
    },
    {
      title: 'Written long ago: only what was due lately counts',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-01-12

- [ ] Dana: Ask finance by 2026-01-30
- [ ] Dana: Write the runbook by 2026-10-30
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Write the runbook" (Dana Reyes) was due on 2026-10-30
`,
    },
  ],
  *check(series, context) {
    if (!hasContent(series)) return;
    for (const thread of promisesToKeep(series, context)) {
      if (!isOverdue(thread, context)) continue;
      yield {
        at: thread.newest.written.words,
        message: `${quotedPromise(thread)} was due on ${formatDay(thread.due!)}. Mark it done, drop it, or give it a new date.`,
        fixes: () => fixesFor(thread, series, context),
      };
    }
  },
};

function fixesFor({ newest }: PromiseThread, series: Series, context: Context): Fix[] {
  const day = dayOfNextMeeting(series, context);
  const offers = [
    { title: 'Mark done', edit: closed(newest, series, 'done') },
    { title: 'Drop', edit: closed(newest, series, 'dropped') },
    {
      title: `Give it until the next 1:1 (${formatDay(day)})`,
      edit: redated(newest, series, day, context.configuration),
    },
  ];
  return offers.flatMap(({ title, edit }) => (edit === null ? [] : [{ title, edits: [edit] }]));
}

/** By the cadence, and never before tomorrow. */
function dayOfNextMeeting({ meetings, cadence }: Series, { today }: Context): number {
  const last = meetings.at(-1)?.day ?? today;
  if (last > today) return last;
  const next = nextMeetingDay(last, cadence);
  return next > today ? next : nextMeetingDay(today, cadence);
}
