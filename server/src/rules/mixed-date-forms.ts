import { commonForm, isWrittenIn, writeDate } from '../core/dates.ts';
import type { Note, Region, WrittenDate } from '../core/model.ts';
import { exactPlace, redated } from '../core/write/dates.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const mixedDateForms: SeriesRule = {
  id: 'mixed-date-forms',
  about: 'series',
  documents: 'all',
  level: 'off',
  step: 'reading the notes',
  summary: 'The meetings of a file are dated in two forms.',
  why: `All forms are read, so this is a matter of taste and switched off. Switched on, it is said once a file, at the first date that is not
in the form that the pair used last, in their newest meeting.`,
  examples: [
    {
      title: 'Two forms in one file',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## Nov 2, 2026
   ^^^^^^^^^^^ Dates are written in two forms here, as Nov 2, 2026 and 2026-11-16. Use one.

## Nov 9, 2026

## 2026-11-16
//- .one-on-one.yaml
rules: { mixed-date-forms: hint }
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-02

## 2026-11-09

## 2026-11-16
`,
    },
    {
      title: 'One form in two lengths of month names is one form',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 4 May 2026

## 11 May 2026

## Mon 18 May 2026
//- .one-on-one.yaml
rules: { mixed-date-forms: hint }
`,
    },
  ],
  *check(series) {
    for (const { note } of series.documents) {
      const [first, ...forms] = note.gathered(formIn);
      if (forms.every((form) => form === first)) continue;
      const dates = note.meetings.map(({ date }) => date).filter(({ day }) => day !== null);
      const newest = dates.reduce((last, { day }) => Math.max(last, day!), -Infinity);
      const model = dates.find(({ day }) => day === newest);
      const form = model === undefined ? null : commonForm([model]);
      const others = form === null ? [] : dates.filter((date) => !isWrittenIn(date, form));
      const other = others[0];
      if (model === undefined || form === null || other === undefined) continue;
      yield {
        at: exactPlace(note, other) ?? other.place,
        message: `Dates are written in two forms here, as ${other.text} and ${model.text}. Use one.`,
        fixes: fixesFor(note, others, form),
      };
    }
  },
};

function formIn({ meeting }: Region): readonly string[] {
  return meeting === null || meeting.date.day === null ? [] : [meeting.date.form];
}

function fixesFor(note: Note, others: readonly WrittenDate[], form: string): Fix[] {
  const edits = others.map((date) => redated(note, { ...date, weekday: null }, date.day!, form));
  if (edits.some((each) => each === null)) return [];
  return [{ title: `Write all dates as ${writeDate(others[0]!.day!, form)}`, edits: edits.flatMap((each) => each!) }];
}
