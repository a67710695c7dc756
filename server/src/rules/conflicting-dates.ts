import { formatDay } from '../core/calendar.ts';
import { disagreeing, type Disagreement } from '../core/file-dates.ts';
import type { FileDate, Note } from '../core/model.ts';
import { exactPlace, redated } from '../core/write/dates.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const conflictingDates: SeriesRule = {
  id: 'conflicting-dates',
  about: 'series',
  documents: 'all',
  level: 'warning',
  step: 'reading the notes',
  summary: 'Front matter, heading, `Date:` line and file name of a meeting say different days.',
  why: `A file for a meeting is often copied from the week before, and its name, heading or front matter keeps the old date. Which quarter
the meeting is in depends on which of them counts. Looked at are only files that hold one meeting.`,
  examples: [
    {
      title: 'The heading was copied',
      note: `//- one-on-ones/dana/2026-11-09.md
---
report: Dana Reyes
manager: Sam Osei
---

# Mon, Nov 2, 2026
       ^^^^^^^^^^^ The title says 2026-11-02, but the file name says 2026-11-09. Use one day.

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

# Mon, Nov 9, 2026

- Rota for December
`,
    },
    {
      title: 'Front matter and Date line',
      note: `---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-09
      ^^^^^^^^^^ The front matter says 2026-11-09, but the date line says 2026-11-03.
---

Date: Tuesday 3 November 2026

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-09
---

Date: Monday 9 November 2026

- Rota for December
`,
    },
    {
      title: 'All say the same, each in its own way',
      note: `//- one-on-ones/dana/11-02-2026.md
---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-02
---

# 1:1 on 2 Nov 2026

- Rota for December
`,
    },
  ],
  *check(series) {
    for (const document of series.documents) {
      const { note } = document;
      const conflict = disagreeing(note);
      if (conflict === null) continue;
      const first = conflict.dates.find(({ place }) => place !== null) ?? null;
      const other = conflict.dates.find((date) => date !== first && date.day !== first?.day);
      if (first === null || other === undefined) continue;
      const at = exactPlace(note, first) ?? first.place ?? firstLineOf(document);
      if (at === null) continue;
      yield {
        at,
        message: `The ${first.source} says ${said(first)}, but the ${other.source} says ${said(other)}. Use one day.`,
        related: conflict.dates.flatMap((date) =>
          date === first || date.place === null ? [] : [{ at: date.place, message: `The ${date.source}` }],
        ),
        fixes: fixesFor(note, conflict),
      };
    }
  },
};

function said({ day, text }: FileDate): string {
  return day === null ? text : formatDay(day);
}

/** A file cannot be renamed from here: where its name says a day, only that day ends the conflict. */
function fixesFor(note: Note, { dates, days }: Disagreement): Fix[] {
  const named = dates.find(({ source }) => source === 'file name');
  const choices = named === undefined ? [...days.keys()] : named.day === null ? [] : [named.day];
  return choices.flatMap((day): Fix[] => {
    const edits = dates
      .filter((date) => date.place !== null && date.day !== day)
      .map((date) => redated(note, date, day));
    if (edits.some((each) => each === null)) return [];
    return [
      {
        title: `Use ${formatDay(day)}, as the ${sourceOf(days.get(day)!)} says`,
        edits: edits.flatMap((each) => each!),
      },
    ];
  });
}

function sourceOf(dates: readonly FileDate[]): string {
  return dates[0]!.source;
}
