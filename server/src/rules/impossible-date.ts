import { doubtfulIn } from '../core/chronology.ts';
import { findDates } from '../core/dates.ts';
import { valueOf } from '../core/front-matter.ts';
import type { Document, Place, Region } from '../core/model.ts';
import { checksFrontMatter } from '../core/query.ts';
import { exactPlace } from '../core/write/dates.ts';
import type { Finding, SeriesRule } from './rule.ts';

export const impossibleDate: SeriesRule = {
  id: 'impossible-date',
  about: 'series',
  documents: 'all',
  level: 'error',
  step: 'reading the notes',
  summary: 'A date that does not exist, such as 30 February.',
  why: `A meeting with such a date is in no quarter, and a target or promise with it is never due. Looked at are the dates of meetings, of
targets and promises, and those in the front matter; what is written in notes is left alone.`,
  examples: [
    {
      title: 'A meeting and a promise on days that are not there',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-02-30
   ^^^^^^^^^^ There is no such day as 2026-02-30. Correct the date.

### Actions

- [ ] Sam: write the job ad by 31 April 2026
                               ^^^^^^^^^^^^^ There is no such day as 31 April 2026.
`,
    },
    {
      title: 'In the front matter',
      note: `---
report: Dana Reyes
manager: Sam Osei
started: 2025-06-31
         ^^^^^^^^^^ There is no such day as 2025-06-31.
---

## 2026-11-02
`,
    },
    {
      title: 'A leap day, and a number that is no date',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2028-02-29

- Ticket 2026-02-30-7 is still open
`,
    },
  ],
  *check(series) {
    for (const document of series.documents) {
      if (checksFrontMatter(document, series)) yield* inFrontMatter(document);
      for (const { date } of document.note.gathered(doubtfulIn)) {
        if (date.doubt !== 'impossible' || isInFrontMatter(document, date.place)) continue;
        yield { at: exactPlace(document.note, date) ?? date.place, message: messageFor(date.text, date.form) };
      }
      for (const { text, place } of document.note.gathered(impossibleDatesIn))
        yield { at: place, message: messageFor(text, formOf(text)) };
    }
  },
};

const impossibleDatesIn = ({ impossibleDates }: Region): Region['impossibleDates'] => impossibleDates;

function* inFrontMatter({ note }: Document): Iterable<Finding> {
  for (const key of ['date', 'started', 'ends']) {
    const value = valueOf(note.frontMatter, key);
    if (value === null) continue;
    const found = findDates(value.text, { allowYearless: true })[0];
    if (found?.doubt !== 'impossible') continue;
    yield {
      at: exactPlace(note, { ...value, text: found.text }) ?? value.place,
      message: messageFor(found.text, found.form),
    };
  }
}

function isInFrontMatter({ note }: Document, place: Place): boolean {
  return note.frontMatter !== null && note.frontMatter.place.anchor === place.anchor;
}

function formOf(text: string): string {
  return findDates(text)[0]?.form ?? '';
}

/** 29 February may only be impossible in the year that was assumed. */
function messageFor(text: string, form: string): string {
  return /\{y{2,4}\}/.test(form)
    ? `There is no such day as ${text}. Correct the date.`
    : `There is no such day as ${text} in the year of the meetings around it. Correct the date, or write the year.`;
}
