import { formatDay, quarterAt, quarterOf } from '../core/calendar.ts';
import { misplaced, type Misplaced } from '../core/chronology.ts';
import type { QuarterSettings } from '../core/configuration.ts';
import type { Note } from '../core/model.ts';
import { moved } from '../core/write/move.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const meetingOutOfOrder: SeriesRule = {
  id: 'meeting-out-of-order',
  about: 'series',
  documents: 'all',
  level: 'hint',
  step: 'reading the notes',
  summary: "A meeting breaks the file's order, newest or oldest first.",
  why: `A file is read in its order, and whoever looks for the last meeting looks at one end. A meeting that stands elsewhere is overlooked.
It is moved only when you ask for it. Files that keep no order, and meetings under headings of their own quarter or month, are not compared.`,
  examples: [
    {
      title: 'Newest first, but one',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1

## 2026-11-16

- Holiday plans

## 2026-10-26
   ^^^^^^^^^^ 2026-10-26 is out of order: this file has the newest meeting first. Move it, or correct the date.

- Interview feedback

## 2026-11-09

- Rota for December

## 2026-10-19

- Budget
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1

## 2026-11-16

- Holiday plans

## 2026-11-09

- Rota for December

## 2026-10-26

- Interview feedback

## 2026-10-19

- Budget
`,
    },
    {
      title: 'Oldest first, under each quarter by itself',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-Q4

### 2026-10-05

### 2026-10-12

## 2026-Q3

### 2026-07-06

### 2026-07-13
`,
    },
  ],
  *check(series, context) {
    for (const { note } of series.documents) {
      for (const each of misplaced(note)) {
        const { meeting, day, order } = each;
        yield {
          at: meeting.heading?.place ?? meeting.date.place,
          message: `${formatDay(day)} is out of order: this file has the ${order === 'newest-first' ? 'newest' : 'oldest'} meeting first. Move it, or correct the date.`,
          fixes: fixesFor(note, each, context.configuration.quarters),
        };
      }
    }
  },
};

/** Below the heading of another quarter, moving it within that quarter would put nothing right. */
function fixesFor(note: Note, { meeting, day, after, before }: Misplaced, settings: QuarterSettings): Fix[] {
  const label = note.regions.find((region) => region.meeting === meeting)?.label ?? null;
  if (label !== null && quarterAt(label.year, label.number, settings).start !== quarterOf(day, settings).start)
    return [];
  const edits =
    (before === null ? null : moved(note, meeting, { before })) ??
    (after === null ? null : moved(note, meeting, { after }));
  if (edits === null) return [];
  const neighbour = before ?? after!;
  const title = `Move ${formatDay(day)} ${before === null ? 'below' : 'above'} ${formatDay(neighbour.date.day!)}`;
  return [{ title, edits }];
}
