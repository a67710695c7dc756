import type { Region } from '../core/model.ts';
import type { SeriesRule } from './rule.ts';

export const payFigure: SeriesRule = {
  id: 'pay-figure',
  about: 'series',
  documents: 'all',
  level: 'warning',
  step: 'privacy',
  summary: 'A salary or a compa ratio stands as a figure in the notes.',
  why: `Pay figures never belong in a 1:1 document: it is shared, copied and handed over when the manager changes. The name of a compa group says what the
routine needs. Private sections and internships count too; code does not.`,
  examples: [
    {
      title: 'A compa ratio',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Comp review: her compa ratio is 0.93 now
                                  ^^^^ A pay figure stands here. Leave figures out of 1:1 notes; the name of a compa group is enough.
`,
    },
    {
      title: 'In an internship',
      note: `---
report: Dana Reyes
manager: Mei Lin
kind: internship
---

## 2026-10-05

- Salary stays at 61,000 meanwhile
                  ^^^^^^ A pay figure stands here.
`,
    },
    {
      title: 'Other figures, and a group by its name',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Compa group: growing. Pay conversation booked for 2026-11-02.
- The payment provider charges 2.9 % and the budget is 40k; salary bands were not discussed
- Payroll export: 3 bugs left
`,
    },
  ],
  *check(series) {
    for (const { note } of series.documents) {
      for (const at of note.gathered(payFiguresIn)) {
        yield {
          at,
          message: 'A pay figure stands here. Leave figures out of 1:1 notes; the name of a compa group is enough.',
        };
      }
    }
  },
};

const payFiguresIn = ({ payFigures }: Region): Region['payFigures'] => payFigures;
