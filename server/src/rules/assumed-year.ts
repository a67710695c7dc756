import { civil } from '../core/calendar.ts';
import { doubtfulIn } from '../core/chronology.ts';
import type { Meeting, Note } from '../core/model.ts';
import { exactPlace, withYear } from '../core/write/dates.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const assumedYear: SeriesRule = {
  id: 'assumed-year',
  about: 'series',
  documents: 'all',
  level: 'hint',
  step: 'reading the notes',
  summary: "A meeting's date is written without a year: says which one was assumed, and why.",
  why: `A date without a year is read in the quarter, month or year that a heading above it says, else beside the meetings around it, else
in the year of the file's name, folder or title. That is mostly right, and mostly wrong around New Year. Several in a row with the same year are said once, at the first.`,
  examples: [
    {
      title: 'Around New Year',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## January 12
   ^^^^^^^^^^ January 12 has no year. 2026 is assumed, for it and the next one, from the meetings around it.

## January 5

## December 29, 2025
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## January 12, 2026

## January 5, 2026

## December 29, 2025
`,
    },
    {
      title: "From the file's name",
      note: `//- one-on-ones/Dana 2026.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2. November
   ^^^^^^^^^^^ 2. November has no year. 2026 is assumed, from the file's name.
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2. November 2026
`,
    },
    {
      title: 'From the heading above',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

# 2026

## November 9
   ^^^^^^^^^^ November 9 has no year. 2026 is assumed, from the heading above it. Write the year.
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

# 2026

## November 9, 2026
`,
    },
    {
      title: 'Every date has its year',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## November 9, 2026
`,
    },
  ],
  *check(series) {
    for (const { note } of series.documents) {
      for (const run of runsOf(note)) {
        const { date } = run[0]!;
        const year = civil(date.day!).year;
        const others =
          run.length === 1
            ? ''
            : run.length === 2
              ? 'for it and the next one, '
              : `for it and the next ${run.length - 1}, `;
        yield {
          at: exactPlace(note, date) ?? date.place,
          message: `${date.text} has no year. ${year} is assumed, ${others}from ${sources[date.yearFrom ?? 'meetings around']}. Write the year.`,
          fixes: fixesFor(note, run, year),
        };
      }
    }
  },
};

const sources = {
  'heading above': 'the heading above it',
  'meetings around': 'the meetings around it',
  'file name': "the file's name",
  title: "the file's title",
};

/** Neighbours of the same assumed year. */
function runsOf(note: Note): Meeting[][] {
  if (!note.gathered(doubtfulIn).some(({ date }) => date.doubt === 'assumed-year')) return [];
  const runs: Meeting[][] = [];
  let last: Meeting | null = null;
  for (const meeting of note.meetings) {
    const isAssumed = meeting.date.doubt === 'assumed-year' && meeting.date.day !== null;
    if (isAssumed && last !== null && civil(last.date.day!).year === civil(meeting.date.day!).year)
      runs.at(-1)!.push(meeting);
    else if (isAssumed) runs.push([meeting]);
    last = isAssumed ? meeting : null;
  }
  return runs;
}

function fixesFor(note: Note, run: readonly Meeting[], year: number): Fix[] {
  const edits = run.flatMap(({ date }) => withYear(note, date, date.day!) ?? []);
  if (edits.length === 0) return [];
  return [
    { title: edits.length === 1 ? `Write the year ${year}` : `Write the year ${year} in ${edits.length} dates`, edits },
  ];
}
