import { formatDay } from '../core/calendar.ts';
import { fold } from '../core/names.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import type { DatedMeeting } from '../core/model.ts';
import type { SeriesRule } from './rule.ts';

export const duplicateMeeting: SeriesRule = {
  id: 'duplicate-meeting',
  about: 'series',
  documents: 'all',
  level: 'warning',
  step: 'every week',
  summary: 'Two meetings of a series are on one day.',
  why: `Mostly the heading was copied and its date was not changed, or two files were made for one meeting. Either hides when the pair met.
Two meetings on one day that each have a title or a time of their own are taken for what they are.`,
  examples: [
    {
      title: 'A heading that was copied',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

- Rota for December

## 2026-11-09
   ^^^^^^^^^^ There is another meeting on 2026-11-09 already. Correct the date, or merge the two.

- Interview feedback
`,
    },
    {
      title: 'In two files',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

- Rota for December
//- one-on-ones/dana/2026-11-02.md
---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-02
      ^^^^^^^^^^ There is another meeting on 2026-11-02 already, in one-on-ones/dana.md.
---

- Interview feedback
`,
    },
    {
      title: 'Two meetings with titles of their own, and one in parts',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09 Weekly

## 2026-11-09 Review of the half year

## 2026-11-16

### 2026-11-16 After lunch
`,
    },
  ],
  *check({ meetings }) {
    let earlier: DatedMeeting[] = [];
    for (const dated of meetings) {
      // They come by day.
      if (earlier[0]?.day !== dated.day) earlier = [];
      const same = earlier.find((other) => isSame(other, dated));
      if (same !== undefined) {
        const where = same.document === dated.document ? '' : `, in ${same.document.path}`;
        yield {
          at: placeOf(dated),
          message: `There is another meeting on ${formatDay(dated.day)} already${where}. Correct the date, or merge the two.`,
          related: [{ at: placeOf(same), message: 'The other meeting' }],
        };
      }
      earlier.push(dated);
    }
  },
};

function isSame(one: DatedMeeting, other: DatedMeeting): boolean {
  const isPart = one.document === other.document && one.meeting.depth < other.meeting.depth && one.meeting.depth > 0;
  if (isPart) return false;
  const titles = [ownTitle(one), ownTitle(other)] as const;
  return titles[0] === '' || titles[1] === '' || titles[0] === titles[1];
}

/** What the heading says besides its date. */
function ownTitle({ meeting: { heading, date } }: DatedMeeting): string {
  const text = heading?.text ?? '';
  return fold(text.replace(date.text, ' ').replace(date.weekday?.text ?? '', ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function placeOf({ meeting: { heading, date }, document }: DatedMeeting): NonNullable<ReturnType<typeof firstLineOf>> {
  if (heading !== null) return heading.place;
  return date.place.end > date.place.start ? date.place : (firstLineOf(document) ?? date.place);
}
