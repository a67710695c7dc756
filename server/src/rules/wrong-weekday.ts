import { formatDay, weekday as weekdayOf } from '../core/calendar.ts';
import { yearSlips } from '../core/chronology.ts';
import { writeWeekday } from '../core/dates.ts';
import type { Document, Meeting, Region } from '../core/model.ts';
import { disagreeing } from '../core/file-dates.ts';
import { reweekdayed } from '../core/write/dates.ts';
import type { SeriesRule } from './rule.ts';

export const wrongWeekday: SeriesRule = {
  id: 'wrong-weekday',
  about: 'series',
  documents: 'all',
  level: 'warning',
  step: 'reading the notes',
  summary: 'The weekday beside a date is not the weekday of that date.',
  why: `Headings are copied from week to week, and either the date or the weekday stays behind. The date counts for everything here, so the
fix corrects the weekday, in the language and length in which it is written. Where the weekday shows that the year is wrong, \`year-slip\` says so.`,
  examples: [
    {
      title: 'A Tuesday that was a Monday in another year',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Monday 2026-11-03
   ^^^^^^ 2026-11-03 is a Tuesday, not a Monday. Correct the weekday, or the date.

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Tuesday 2026-11-03

- Rota for December
`,
    },
    {
      title: 'In German, short',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Mi., 3. November 2026
   ^^ 2026-11-03 is a Tuesday

- Rufbereitschaft im Dezember
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Di., 3. November 2026

- Rufbereitschaft im Dezember
`,
    },
    {
      title: 'The right weekday, and a person called Sunday',
      note: `---
report: Sunday Okoro
manager: Sam Osei
---

## Mon 2 Nov 2026

## 2026-11-09 Sunday Okoro
`,
    },
  ],
  *check(series) {
    for (const document of series.documents) {
      for (const meeting of wrongOnes(document)) {
        const { day, weekday, doubt } = meeting.date;
        const edit = reweekdayed(document.note, weekday!, day!);
        const right = writeWeekday(day!, weekday!.form);
        yield {
          at: edit?.at ?? weekday!.place,
          message: `${formatDay(day!)} is a ${name(weekdayOf(day!))}, not a ${name(weekday!.number)}. Correct the weekday, or the date.`,
          // A year that was only assumed may be what is wrong.
          fixes: edit === null ? [] : [{ title: `Change to ${right}`, safe: doubt === null, edits: [edit] }],
        };
      }
    }
  },
};

function wrongOnes({ note }: Document): readonly Meeting[] {
  const wrong = note.gathered(wrongWeekdayIn);
  if (wrong.length === 0 || disagreeing(note) !== null) return [];
  const slipped = new Map(yearSlips(note).map((slip) => [slip.meeting, slip.fitting]));
  return wrong.filter((meeting) => !slipped.has(meeting));
}

function wrongWeekdayIn({ meeting }: Region): readonly Meeting[] {
  if (meeting === null) return [];
  const { day, weekday } = meeting.date;
  return day !== null && weekday !== null && weekdayOf(day) !== weekday.number ? [meeting] : [];
}

function name(number: number): string {
  return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][number - 1]!;
}
