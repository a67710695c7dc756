import { civil, formatDay } from '../core/calendar.ts';
import { yearSlips, type YearSlip } from '../core/chronology.ts';
import { exactPlace, redated } from '../core/write/dates.ts';
import type { SeriesRule } from './rule.ts';

export const yearSlip: SeriesRule = {
  id: 'year-slip',
  about: 'series',
  documents: 'all',
  level: 'info',
  step: 'reading the notes',
  summary: "A meeting's year does not fit the meetings around it.",
  why: `In January the old year is typed by habit, and a copied heading keeps its year. The meeting then counts for a quarter a year off.
Said only where the same day of another year fits between the neighbours.`,
  examples: [
    {
      title: 'The old year in January',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Mon, Dec 15, 2025

## Mon, Dec 29, 2025

## Mon, Jan 5, 2025
        ^^^^^^^^^^^ 2025-01-05 does not fit between 2025-12-29 and 2026-01-12. Did you mean 2026-01-05?

## Mon, Jan 12, 2026
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Mon, Dec 15, 2025

## Mon, Dec 29, 2025

## Mon, Jan 5, 2026

## Mon, Jan 12, 2026
`,
    },
    {
      title: 'The second meeting, newest first',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-26

## 2026-10-19

## 2025-10-12
   ^^^^^^^^^^ 2025-10-12 does not fit between 2026-10-05 and 2026-10-19. Did you mean 2026-10-12?

## 2026-10-05
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-26

## 2026-10-19

## 2026-10-12

## 2026-10-05
`,
    },
    {
      title: 'A pause of more than a year, and a yearly talk',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2024-09-02

## 2024-09-09

## 2026-01-12

## 2026-01-19
//- one-on-ones/ada.md
---
report: Ada Park
manager: Sam Osei
---

## 2024-11-04

## 2025-11-03

## 2026-11-02
`,
    },
  ],
  *check(series) {
    for (const { note } of series.documents) {
      for (const slip of yearSlips(note)) {
        const { date } = slip.meeting;
        const edits = redated(note, date, slip.fitting);
        yield {
          at: exactPlace(note, date) ?? date.place,
          message: `${formatDay(slip.day)} does not fit ${whereOf(slip)}. Did you mean ${formatDay(slip.fitting)}?`,
          fixes: edits === null ? [] : [{ title: `Change the year to ${civil(slip.fitting).year}`, edits }],
        };
      }
    }
  },
};

function whereOf({ between }: YearSlip): string {
  const days = between.map(formatDay);
  return days.length === 2 ? `between ${days.join(' and ')}` : `beside ${days[0]}`;
}
