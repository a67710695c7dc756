import { evidenceOf } from '../core/evidence.ts';
import { names } from '../core/mentions.ts';
import type { Document, FocusArea, QuarterRecord, Section, Series, Summary, SummaryRecord } from '../core/model.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { recentQuarters } from '../core/quarters.ts';
import { titleLine } from '../core/write/checkpoint.ts';
import { blockAfter, linesAfter, listMarkOf, sourceOf } from '../core/write/habits.ts';
import { itemAfter } from '../core/write/items.ts';
import { itemsOf } from '../core/write/summary.ts';
import { rowAtEnd } from '../core/write/table.ts';
import type { Edit, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const summaryWithoutFocusArea: SeriesRule = {
  id: 'summary-without-focus-area',
  about: 'series',
  level: 'warning',
  step: 'end of the quarter',
  summary: 'The summary of a quarter leaves one of its focus areas out.',
  why: `What did not go well is forgotten first, and a review reads the gap as "nothing happened". A line is enough: that an area was dropped, and why.
The fix adds the entry from what the notes hold. The current and the past two quarters are looked at.`,
  examples: [
    {
      title: 'One of two areas is summed up',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-09-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |

## 2026-08-17

- Toil reduction: certificates renew themselves since Monday

## 2026-09-28

### Summary 2026-Q3
    ^^^^^^^^^^^^^^^ The summary of 2026-Q3 leaves out "Toil reduction". Add what came of it.

#### Incident response

- Led two reviews, the second with people from support in the room

## 2026-10-05

- Holiday plans
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-09-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |

## 2026-08-17

- Toil reduction: certificates renew themselves since Monday

## 2026-09-28

### Summary 2026-Q3

#### Incident response

- Led two reviews, the second with people from support in the room

#### Toil reduction

- Goal: Halve the pages
- Target open: 10 pages a week
- [2026-08-17](#2026-08-17): certificates renew themselves since Monday

## 2026-10-05

- Holiday plans
`,
    },
    {
      title: 'A list with names in bold',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Quarter summary 2026-Q3
    ^^^^^^^^^^^^^^^^^^^^^^^ The summary of 2026-Q3 leaves out "Toil reduction".

* **Incident response**: two reviews led, the second with support in the room
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Quarter summary 2026-Q3

* **Incident response**: two reviews led, the second with support in the room
* **Toil reduction**:
`,
    },
    {
      title: 'Both in one sentence',
      today: '2026-10-07',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Focus areas

- Incident response
- Toil reduction

## 2026-09-28

### Quarter summary 2026-Q3

Incident response went better than hoped. Toil reduction fell to the move, and stays for the winter.
`,
    },
  ],
  *check(series, context) {
    for (const record of recentQuarters(series.quarters, context)) {
      const [first] = record.summaries;
      if (first === undefined) continue;
      for (const { area, document } of openFocusAreasOf(record)) {
        if (record.summaries.some((each) => speaksOf(each, area))) continue;
        yield {
          at: first.summary.title.place,
          message: `The summary of ${record.quarter.label} leaves out "${area.title.text}". Add what came of it.`,
          fixes: [
            {
              title: `Add "${area.title.text}" from the record`,
              edits: entryFor(area, document, first, record, series),
            },
          ],
        };
      }
    }
  },
};

/** Anywhere in it: a summary may be one paragraph. */
function speaksOf({ summary, document }: SummaryRecord, area: FocusArea): boolean {
  return names(area, sourceOf(document.note, summary.place), []);
}

/** In the form of the entries before it: headings, a table, list items; else a heading. */
function entryFor(
  area: FocusArea,
  source: Document,
  { summary, document }: SummaryRecord,
  record: QuarterRecord,
  series: Series,
): Edit[] {
  const { note } = document;
  const { text } = area.title;
  const items = itemsOf(evidenceOf(area, source, record, series), document, stop);
  const section = sectionOf(summary, document);
  const table = section?.tables.at(-1);
  if (table !== undefined && section?.sections.length === 0) return rowAtEnd(note, table.place, [text, stop]);
  const last = section?.entries.at(-1);
  if (last !== undefined && last.mark !== null && section?.sections.length === 0) {
    const isBold = sourceOf(note, last.words).startsWith('**');
    const { at, newText } = itemAfter(
      note,
      last.place,
      `${isBold ? `**${text}**` : text}: ${items[0] === stop ? stop : ''}`,
    );
    if (items[0] === stop) return [{ at, newText }];
    const indentation = ' '.repeat(last.mark.length + 1);
    const below = linesAfter(
      note,
      last.place,
      items.map((item) => `${indentation}${listMarkOf(note)} ${item}`),
    );
    return [{ at, newText: newText.trimEnd() + below.newText }];
  }
  const depth = section?.sections.find(({ form }) => form === 'heading')?.depth ?? summary.depth + 1;
  const lines = [titleLine(text, depth), '', ...items.map((item) => `${listMarkOf(note)} ${item}`)];
  return [blockAfter(note, summary.place, lines)];
}

function sectionOf(summary: Summary, { note }: Document): Section | null {
  const find = (section: Section): Section | null => {
    if (section.title === summary.title) return section;
    for (const child of section.sections) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  for (const { section } of note.regions) {
    const found = section === null ? null : find(section);
    if (found !== null) return found;
  }
  return null;
}
