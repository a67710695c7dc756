import { keepsRoutine, standingOf } from '../core/query.ts';
import { nextLevels } from '../core/roles/catalogue.ts';
import { addedByNext } from '../core/roles/effective.ts';
import type { Context } from '../core/context.ts';
import type { DatedMeeting, QuarterRecord, Series } from '../core/model.ts';
import { areaDraftOf, isChoosable } from '../core/write/areas.ts';
import { quartersWithoutCheckpoint } from '../core/steps.ts';
import type { AreaDraft } from '../core/write/checkpoint.ts';
import { checkpointInserted } from '../core/write/insert-checkpoint.ts';
import type { Fix, SeriesRule, Severity } from './rule.ts';
import { stop } from './tab-stops.ts';

export const missingCheckpoint: SeriesRule = {
  id: 'missing-checkpoint',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A quarter has meetings but no checkpoint.',
  why: `In the first 1:1 of a quarter the pair choose two or three role responsibilities to work on and write them down with goals, targets
and ideas. Everything else in the routine builds on that. Only the current and the past two quarters are looked at, past ones
only where the pair had begun with checkpoints by then.`,
  examples: [
    {
      title: 'The quarter has begun without a checkpoint',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1

## 2026-10-05
   ^^^^^^^^^^ 2026-Q4 has no checkpoint yet.

- Holiday plans
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1

## 2026-10-05

- Holiday plans

### Checkpoint 2026-Q4

#### Focus area:

**Responsibility:**

**Goals**

-

**Targets**

- [ ]

**Ideas**

-

#### Focus area:

**Responsibility:**

**Goals**

-

**Targets**

- [ ]

**Ideas**

-
`,
    },
    {
      title: 'The checkpoint stands under the quarter heading',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-Q4

### Checkpoint

- Focus area: Incident response
  - Goals: Run an incident end to end
  - Targets: Two reviews by 2026-12-15
  - Ideas: Shadow the on-call
- Focus area: Toil reduction
  - Goals: Halve the pages
  - Targets: 10 pages a week
  - Ideas: Ask the platform team

### 2026-10-05

- Holiday plans
`,
    },
  ],
  *check(series, context) {
    for (const { record, meeting } of quartersWithoutCheckpoint(series, context)) {
      const { label } = record.quarter;
      yield {
        at: meeting.meeting.heading?.place ?? meeting.meeting.date.place,
        message: `${label} has no checkpoint yet. Choose two or three focus areas in its first 1:1.`,
        severity: severityFor(record, series, context),
        fixes: fixesFor(record, meeting, series, context),
      };
    }
  },
};

/** Lighter where the notes begin late in the quarter, lightest where nothing says that the pair keeps the routine. */
function severityFor(record: QuarterRecord, series: Series, context: Context): Severity | undefined {
  if (!keepsRoutine(series, context)) return 'hint';
  const { start, end } = record.quarter;
  const firstEver = series.meetings[0];
  const beganLate = firstEver !== undefined && firstEver.day > (start + end) / 2 && firstEver.day <= end;
  return beganLate ? 'info' : undefined;
}

function fixesFor(record: QuarterRecord, place: DatedMeeting, series: Series, context: Context): Fix[] {
  const { label } = record.quarter;
  const blank: AreaDraft = { title: stop, responsibility: stop, entry: stop };
  const write = (areas: readonly AreaDraft[]): Fix['edits'] => [
    checkpointInserted(areas, record, place, series, context),
  ];
  const fixes: Fix[] = [{ title: `Insert a checkpoint for ${label}`, edits: write([blank, blank]) }];
  const suggested = nextLevelAreas(series);
  if (suggested !== null) {
    const title = `Insert a checkpoint for ${label} with focus areas of the next level (${suggested.level})`;
    fixes.push({ title, edits: write(suggested.areas) });
  }
  return fixes;
}

/** The first two named responsibilities that the next level adds. */
function nextLevelAreas(series: Series): { level: string; areas: AreaDraft[] } | null {
  const standing = standingOf(series);
  if (standing === null || standing.level === null) return null;
  const { role, level, specialty } = standing;
  for (const next of nextLevels(role, level)) {
    const items = addedByNext(role, level, next, specialty).filter(isChoosable);
    const areas = items.slice(0, 2).map(({ item }) => ({ ...areaDraftOf(item), entry: stop }));
    if (areas.length === 2) return { level: next.title, areas };
  }
  return null;
}
