import { cadenceOf } from '../core/cadence.ts';
import { findDates } from '../core/dates.ts';
import { entryFor } from '../core/front-matter.ts';
import type { FrontMatter, FrontMatterEntry, Note, Place, Words } from '../core/model.ts';
import { fold } from '../core/names.ts';
import { checksFrontMatter } from '../core/query.ts';
import { sourceOf } from '../core/write/habits.ts';
import type { Finding, SeriesRule } from './rule.ts';

export const invalidFrontMatter: SeriesRule = {
  id: 'invalid-front-matter',
  about: 'series',
  level: 'error',
  step: 'reading the notes',
  summary: 'The front matter cannot be read, or a value in it is not of the kind that its key takes.',
  why: `Front matter says who the pair are, which role and level count, and how often they meet. What cannot be read there is
not known anywhere. Keys that are not ours are left alone.`,
  examples: [
    {
      title: 'A value that is not a cadence, and a list where one name belongs',
      note: `---
report: [Dana Reyes, Ada Park]
^^^^^^ One name belongs here, not a list. Keep one.
manager: Sam Osei
cadence: sometimes
         ^^^^^^^^^ "sometimes" is not a cadence.
---
`,
    },
    {
      title: 'A key that is written twice',
      note: `---
report: Dana Reyes
manager: Sam Osei
level: intermediate
level: senior
^^^^^ "level" is written twice. Keep one of them.
---
`,
    },
    {
      title: 'A quote that is never closed',
      note: `---
report: "Dana Reyes
manager: Sam Osei
                ^ This is not valid YAML: a closing quote, a bracket, a comma or a ":" is missing here.
---

## 2026-11-02
`,
    },
    {
      title: 'Keys of other tools hold what they like',
      note: `---
report: Dana Reyes
manager: Sam Osei
cadence: 10
started: March 1, 2025
tags: [people, weekly]
cssclass: { wide: true }
---
`,
    },
  ],
  *check(series) {
    for (const document of series.documents) {
      const { frontMatter } = document.note;
      if (frontMatter === null || !checksFrontMatter(document, series)) continue;
      for (const { message, place } of frontMatter.problems) yield { at: onOneLine(document.note, place), message };
      yield* wrongValues(frontMatter);
    }
  },
};

/** The parser may count the line break in. */
function onOneLine(note: Note, place: Place): Place {
  const line = sourceOf(note, place).split(/[\r\n]/)[0]!;
  return { ...place, end: place.start + Math.max(1, line.length) };
}

const names = ['report', 'manager', 'role', 'level', 'specialty', 'team', 'compa', 'kind', 'share'];
const days = ['date', 'started', 'ends'];

function* wrongValues(frontMatter: FrontMatter): Iterable<Finding> {
  for (const key of names) {
    const entry = entryFor(frontMatter, key);
    if (entry === null || (entry.kind !== 'list' && entry.kind !== 'mapping')) continue;
    const what = key === 'report' || key === 'manager' ? 'name' : 'value';
    yield { at: entry.key.place, message: `One ${what} belongs here, not a ${entry.kind}. Keep one.` };
  }
  for (const key of days) {
    const entry = entryFor(frontMatter, key);
    if (entry === null || entry.kind === 'empty' || isDate(entry.value)) continue;
    yield { at: atValue(entry), message: `${quoted(entry)} is not a date. Write it as 2026-11-02.` };
  }
  const cadence = entryFor(frontMatter, 'cadence');
  if (cadence === null || cadence.kind === 'empty' || isCadence(cadence.value)) return;
  yield {
    at: atValue(cadence),
    message: `${quoted(cadence)} is not a cadence. Write weekly, fortnightly, monthly, or a number of days up to 366.`,
  };
}

/** One that does not exist, or can be read in two ways, has a rule of its own. */
function isDate(value: Words | null): boolean {
  return value !== null && findDates(value.text, { allowYearless: true }).length > 0;
}

function isCadence(value: Words | null): boolean {
  return value !== null && cadenceOf(fold(value.text)) !== null;
}

function atValue({ key, value }: FrontMatterEntry): Finding['at'] {
  return (value ?? key).place;
}

function quoted({ key, value, kind }: FrontMatterEntry): string {
  return value === null ? `The ${kind} under "${key.text}"` : `"${value.text}"`;
}
