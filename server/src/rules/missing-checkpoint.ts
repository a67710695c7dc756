import { isCurrent, recentQuarters } from '../core/quarters.ts';
import { hasContent, keepsRoutine, standingOf } from '../core/query.ts';
import { nextLevels } from '../core/roles/catalogue.ts';
import { addedByNext } from '../core/roles/effective.ts';
import type { Context } from '../core/context.ts';
import type { DatedMeeting, QuarterRecord, Series } from '../core/model.ts';
import { areaDraftOf, isChoosable } from '../core/write/areas.ts';
import { canonicalForm, checkpointLines, formOf, type AreaDraft } from '../core/write/checkpoint.ts';
import { blockAfter, listMarkOf } from '../core/write/habits.ts';
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
    if (!hasContent(series)) return;
    for (const record of recentQuarters(series.quarters, context)) {
      const place = record.first;
      if (place === null || record.checkpoints.length > 0 || !isExpected(record, series, context)) continue;
      const { label } = record.quarter;
      yield {
        at: place.meeting.heading?.place ?? place.meeting.date.place,
        message: `${label} has no checkpoint yet. Choose two or three focus areas in its first 1:1.`,
        severity: severityFor(record, series, context),
        fixes: fixesFor(record, place, series),
      };
    }
  },
};

/** A pair that never wrote a checkpoint is asked once, for the current quarter, and not for its past. */
function isExpected(record: QuarterRecord, series: Series, context: Context): boolean {
  if (isCurrent(record.quarter, context)) return true;
  return series.quarters.some((other) => other.checkpoints.length > 0 && other.quarter.start <= record.quarter.start);
}

/** Lighter where the notes begin late in the quarter, lightest where nothing says that the pair keeps the routine. */
function severityFor(record: QuarterRecord, series: Series, context: Context): Severity | undefined {
  if (!keepsRoutine(series, context)) return 'hint';
  const { start, end } = record.quarter;
  const firstEver = series.meetings[0];
  const beganLate = firstEver !== undefined && firstEver.day > (start + end) / 2 && firstEver.day <= end;
  return beganLate ? 'info' : undefined;
}

function fixesFor(record: QuarterRecord, place: DatedMeeting, series: Series): Fix[] {
  const { label } = record.quarter;
  const blank: AreaDraft = { title: stop, responsibility: stop, entry: stop };
  const fixes = [checkpointFix(`Insert a checkpoint for ${label}`, [blank, blank], record, place, series)];
  const suggested = nextLevelAreas(series);
  if (suggested !== null) {
    const title = `Insert a checkpoint for ${label} with focus areas of the next level (${suggested.level})`;
    fixes.push(checkpointFix(title, suggested.areas, record, place, series));
  }
  return fixes;
}

function checkpointFix(
  title: string,
  areas: readonly AreaDraft[],
  record: QuarterRecord,
  place: DatedMeeting,
  series: Series,
): Fix {
  const { note } = place.document;
  const earlier = series.quarters
    .flatMap((other) => (other.quarter.start < record.quarter.start ? other.checkpoints : []))
    .at(-1);
  const form = earlier === undefined ? canonicalForm : formOf(earlier.document.note, earlier.checkpoint);
  const depth = Math.max(place.meeting.depth, 1) + 1;
  const lines = checkpointLines({ quarter: record.quarter, form, depth, listMark: listMarkOf(note), areas });
  return { title, edits: [blockAfter(note, place.meeting.place, lines)] };
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
