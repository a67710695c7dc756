import type { Context } from '../core/context.ts';
import { formatDay } from '../core/calendar.ts';
import { quietAreas } from '../core/due-list.ts';
import type { DatedMeeting, Day, Entry, FocusArea, Section } from '../core/model.ts';
import { liesIn } from '../core/private.ts';
import { blockAfter, listMarkOf } from '../core/write/habits.ts';
import { itemAfter } from '../core/write/items.ts';
import type { Edit, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const neglectedFocusArea: SeriesRule = {
  id: 'neglected-focus-area',
  about: 'series',
  level: 'hint',
  step: 'every week',
  summary: 'A focus area of this quarter has not come up in the last three meetings (or as many as configured).',
  why: `There is no rule for how often the pair speak of a focus area, but what goes unmentioned for weeks is decided by the calendar. A
mention is the area's name, its responsibility, or a link to it. Only meetings after the checkpoint count, and nothing is said before
there were enough of them, once the next meeting has it on its list, once all of its targets are met or dropped, or once the quarter is summed up.`,
  examples: [
    {
      title: 'Three meetings without a word',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
  ^^^^^^^^^^^^^^ Focus area "Toil reduction" has not come up in the last three meetings.

## 2026-10-26

- Incident response: led the search outage

## 2026-11-09

- Shift plan for December

## 2026-11-23

- Incident response: the review is on Thursday
- Tired, and looking forward to a free weekend
- [ ] @sam asks who takes the pager on Saturday
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |

## 2026-10-26

- Incident response: led the search outage

## 2026-11-09

- Shift plan for December

## 2026-11-23

- Incident response: the review is on Thursday
- Tired, and looking forward to a free weekend
- Toil reduction:
- [ ] @sam asks who takes the pager on Saturday
`,
    },
    {
      title: 'Next week is prepared, and the area is on the list',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Focus areas

- Incident response
- Toil reduction

## 2026-10-26

- Incident response: led the search outage

## 2026-11-09

- Shift plan for December

## 2026-11-23

- Incident response: the review is on Thursday

## 2026-11-30

- Toil reduction: what did the counting show?
`,
    },
  ],
  *check(series, context) {
    for (const { area, lastMentioned } of quietAreas(series, context)) {
      yield {
        at: area.title.place,
        message: messageFor(area.title.text, lastMentioned, context.configuration.followThrough.meetings),
        fixes: () => [
          {
            title: `Add "${area.title.text}" to the newest meeting`,
            edits: [addition(area, newestOf(series.meetings, context))],
          },
        ],
      };
    }
  },
};

function messageFor(title: string, last: Day | null, count: number): string {
  const words = ['', 'meeting', 'two meetings', 'three meetings', 'four meetings', 'five meetings', 'six meetings'];
  const gap = `has not come up in the last ${words[count] ?? `${count} meetings`}`;
  const since = last === null ? '' : ` (last on ${formatDay(last)})`;
  return `Focus area "${title}" ${gap}${since}. Take it up in the next 1:1.`;
}

/** The next meeting where its notes are begun already; else the last one held. */
function newestOf(meetings: readonly DatedMeeting[], { today }: Context): DatedMeeting {
  return meetings.find(({ day }) => day > today) ?? meetings.at(-1)!;
}

/** After the last topic: on the agenda where the meeting has one, and before what was promised. */
function addition(area: FocusArea, { meeting, document: { note } }: DatedMeeting): Edit {
  const agenda = meeting.section.sections.find((section) => section.meaning === 'agenda' && !section.isPrivate);
  const section = agenda ?? meeting.section;
  const text = `${area.title.text}: ${stop}`;
  const last = lastTopic(
    section,
    meeting.promises.map(({ place }) => place),
  );
  if (last !== null && last.mark !== null) return itemAfter(note, last.place, text);
  const end = last?.place ?? section.title.place;
  return blockAfter(note, end, [`${listMarkOf(note)} ${text}`]);
}

function lastTopic(section: Section, promises: readonly Entry['place'][]): Entry | null {
  return section.entries.findLast(({ place, checkbox }) => checkbox === null && !liesIn(place, promises)) ?? null;
}
