import type { Context } from '../core/context.ts';
import { forgottenPromises, heldMeetings, quotedPromise } from '../core/follow-through.ts';
import { formatDay } from '../core/calendar.ts';
import type { PromiseThread, Series } from '../core/model.ts';
import { hasContent } from '../core/query.ts';
import { carriedOver, closed } from '../core/write/promises.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const forgottenPromise: SeriesRule = {
  id: 'forgotten-promise',
  about: 'series',
  documents: 'all',
  level: 'hint',
  step: 'every week',
  needs: 'history',
  summary: 'An open promise was not carried into the two meetings after its own.',
  why: `A promise that nobody carries over is out of sight: neither done nor dropped. Carry it over, or close it where it stands. A promise
past its date is overdue instead, and is said only once. What was written before the past two quarters is history, and left alone.`,
  examples: [
    {
      title: 'Two meetings have passed without a word',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

### Next steps

- [ ] Dana: Write the runbook
      ^^^^^^^^^^^^^^^^^^^^^^^ "Write the runbook" (Dana Reyes) was not carried over from 2026-11-02
- [ ] Sam: Ask finance

## 2026-11-09

- [x] Sam: Ask finance

## 2026-11-16

Short one.
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

### Next steps

- [ ] Dana: Write the runbook
- [ ] Sam: Ask finance

## 2026-11-09

- [x] Sam: Ask finance

## 2026-11-16

Short one.

### Next steps

- [ ] Dana: Write the runbook
`,
    },
    {
      title: 'Carried into a list that is there, with its date in figures',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

* [ ] Dana: Plan the offsite
* [ ] Sam: Ask finance

## 2026-11-09

## 2026-11-02

* [ ] Sam: Send the deck by end of month
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Send the deck" (Sam Osei) was not carried over
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

* [ ] Dana: Plan the offsite
* [ ] Sam: Ask finance
* [ ] Sam: Send the deck by 2026-11-30

## 2026-11-09

## 2026-11-02

* [ ] Sam: Send the deck by end of month
`,
    },
    {
      title: 'Carried over later, closed, or with only one meeting since',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- [ ] Dana: Write the runbook
- [-] Sam: Ask finance

## 2026-11-09

- [ ] Sam: Send the deck

## 2026-11-16

- [ ] Write the runbook @dana

## 2026-11-30

To prepare.
`,
    },
    {
      title: 'Forgotten long ago',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-01-12

- [ ] Dana: Write the runbook

## 2026-11-09

## 2026-11-16
`,
    },
  ],
  *check(series, context) {
    if (!hasContent(series)) return;
    for (const thread of forgottenPromises(series, context)) {
      const { written, day } = thread.newest;
      yield {
        at: written.words,
        message: `${quotedPromise(thread)} was not carried over from ${formatDay(day!)}. Carry it over, mark it done, or drop it.`,
        fixes: () => fixesFor(thread, series, context),
      };
    }
  },
};

/** What is private stays where it is. */
function fixesFor({ newest, isPrivate }: PromiseThread, series: Series, context: Context): Fix[] {
  const to = heldMeetings(series, context).at(-1);
  const carry =
    to === undefined || isPrivate || to.meeting.section.isPrivate
      ? []
      : [
          {
            title: `Carry over to ${formatDay(to.day)}`,
            edits: [carriedOver(newest, to, series, context.configuration)],
          },
        ];
  const done = closed(newest, series, 'done');
  const dropped = closed(newest, series, 'dropped');
  return [
    ...carry,
    ...(done === null ? [] : [{ title: 'Mark done', edits: [done] }]),
    ...(dropped === null ? [] : [{ title: 'Drop', edits: [dropped] }]),
  ];
}
