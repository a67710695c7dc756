import { formatDay, nextMeetingDay } from '../core/calendar.ts';
import type { Cadence } from '../core/configuration.ts';
import type { SeriesRule } from './rule.ts';

export const skippedCadence: SeriesRule = {
  id: 'skipped-cadence',
  about: 'series',
  documents: 'all',
  level: 'off',
  step: 'every week',
  summary: 'More than twice the cadence has passed between two meetings.',
  why: `The routine lives from meeting regularly, and the record shows what fell out. Holidays do, too, so this is switched off. How often the
pair meets is said by \`cadence\` in the front matter, else in the configuration.`,
  examples: [
    {
      title: 'Three weeks without a meeting',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
cadence: weekly
---

## 2026-10-05

## 2026-10-26
   ^^^^^^^^^^ 21 days have passed since the meeting of 2026-10-05, and the pair meets every 7 days. Was one skipped?
//- .one-on-one.yaml
rules: { skipped-cadence: hint }
`,
    },
    {
      title: 'One week fell out',
      note: `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
cadence: weekly
---

## 2026-10-05

## 2026-10-19
//- .one-on-one.yaml
rules: { skipped-cadence: hint }
`,
    },
  ],
  *check({ meetings, cadence }) {
    for (const [index, { day, meeting }] of meetings.entries()) {
      const before = meetings[index - 1];
      if (before === undefined || day <= nextMeetingDay(nextMeetingDay(before.day, cadence), cadence)) continue;
      yield {
        at: meeting.heading?.place ?? meeting.date.place,
        message: `${day - before.day} days have passed since the meeting of ${formatDay(before.day)}, and the pair meets ${often(cadence)}. Was one skipped?`,
      };
    }
  },
};

function often(cadence: Cadence): string {
  if (cadence.every === 'month') return 'every month';
  return cadence.days === 1 ? 'every day' : `every ${cadence.days} days`;
}
