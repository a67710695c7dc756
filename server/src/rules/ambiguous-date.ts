import { formatDay, weekday as weekdayOf, civil, dayOf } from '../core/calendar.ts';
import { doubtfulIn } from '../core/chronology.ts';
import type { Context } from '../core/context.ts';
import { findDates } from '../core/dates.ts';
import type { Day, Document, Meeting } from '../core/model.ts';
import { redated, exactPlace, withYear } from '../core/write/dates.ts';
import type { Finding, Fix, SeriesRule } from './rule.ts';

export const ambiguousDate: SeriesRule = {
  id: 'ambiguous-date',
  about: 'series',
  documents: 'all',
  level: 'hint',
  step: 'reading the notes',
  summary: "A meeting's date can be read in two ways, or has no year, and nothing in the file decides.",
  why: `Such a meeting is left undated: it is in no quarter, and neither first nor last of one. A day over 12 anywhere in the file, a weekday,
or \`dates: { numericOrder: mdy }\` in the configuration decides which number is the month; another date or the file's name decides the year.
A year is never taken from today.`,
  examples: [
    {
      title: 'Month or day first',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 03/04/2026
   ^^^^^^^^^^ 03/04/2026 can be 2026-03-04 or 2026-04-03, so this meeting is left undated. Write it as one of the two.

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-03-04

- Rota for December
`,
    },
    {
      title: 'No year anywhere',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## Mon, Nov 2
        ^^^^^ Nov 2 has no year, and nothing in the file says which, so this meeting is left undated. Write the year.

## Mon, Nov 9
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## Mon, Nov 2, 2026

## Mon, Nov 9
`,
    },
    {
      title: 'Another date says which number is the month',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 03/04/2026

## 03/18/2026
`,
    },
  ],
  *check(series, context) {
    for (const document of series.documents) {
      let isYearSaid = false;
      for (const meeting of document.note.gathered(doubtfulIn)) {
        const { doubt } = meeting.date;
        if (doubt === 'ambiguous') yield ambiguous(meeting, document);
        // With the first one dated, the others take their year from it.
        if (doubt !== 'no-year' || isYearSaid) continue;
        isYearSaid = true;
        yield undated(meeting, document, context);
      }
    }
  },
};

function ambiguous({ date }: Meeting, { note }: Document): Finding {
  const readings = date.candidates.map(formatDay);
  const at = exactPlace(note, date) ?? date.place;
  if (readings.length < 2)
    return {
      at,
      message: `${date.text} can be read in two ways, so this meeting is left undated. Write it as year-month-day.`,
    };
  return {
    at,
    message: `${date.text} can be ${readings.join(' or ')}, so this meeting is left undated. Write it as one of the two.`,
    fixes: date.candidates.flatMap((day): Fix[] => {
      const edits = redated(note, { ...date, weekday: null }, day, '{yyyy}-{mm}-{dd}');
      return edits === null ? [] : [{ title: `Change to ${formatDay(day)}`, edits }];
    }),
  };
}

function undated({ date }: Meeting, { note }: Document, context: Context): Finding {
  return {
    at: exactPlace(note, date) ?? date.place,
    message: `${date.text} has no year, and nothing in the file says which, so this meeting is left undated. Write the year.`,
    fixes: likelyDays(date, context).flatMap((day): Fix[] => {
      const edit = withYear(note, date, day);
      return edit === null ? [] : [{ title: `Write the year ${civil(day).year}`, edits: [edit] }];
    }),
  };
}

/** The latest two years that the day may be of, up to a month ahead; only those that the weekday fits, where there is one. */
function likelyDays({ text, weekday }: Meeting['date'], { today }: Context): Day[] {
  const found = findDates(text, { allowYearless: true })[0];
  if (found === undefined || found.numbers.order === null) return [];
  const [first, second] = found.numbers.pair;
  const [month, dayOfMonth] = found.numbers.order === 'mdy' ? [first, second] : [second, first];
  const { year } = civil(today);
  const days = [year + 1, year, year - 1, year - 2, year - 3].flatMap((each) => dayOf(each, month, dayOfMonth) ?? []);
  const likely = days.filter((day) => day <= today + 31 && (weekday === null || weekdayOf(day) === weekday.number));
  return likely.slice(0, weekday === null ? 2 : 1);
}
