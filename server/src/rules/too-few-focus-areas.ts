import type { CheckpointRecord, QuarterRecord, Series } from '../core/model.ts';
import { recentQuarters } from '../core/quarters.ts';
import { itemsInFocus, standingFor } from '../core/query.ts';
import { effectiveItems } from '../core/roles/effective.ts';
import { areaDraftOf, isChoosable } from '../core/write/areas.ts';
import { formOf, partLines, partNames, titleLine } from '../core/write/checkpoint.ts';
import { blockAfter, listMarkOf } from '../core/write/habits.ts';
import type { Fix, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const tooFewFocusAreas: SeriesRule = {
  id: 'too-few-focus-areas',
  about: 'series',
  level: 'warning',
  step: 'start of the quarter',
  summary: 'A checkpoint names fewer focus areas than agreed (two, unless configured).',
  why: `One area leaves nothing when it stalls; two or three keep the quarter balanced. Areas left blank, as in a checkpoint
that was just inserted, are not counted, and this is the only thing said about them.`,
  examples: [
    {
      title: 'Only one focus area',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4
    ^^^^^^^^^^^^^^^^^^ The checkpoint has one focus area. Choose two or three.

#### Focus area: Incident response

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two reviews by 2026-12-15

**Ideas**

- Shadow the on-call
`,
    },
    {
      title: 'Two focus areas',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Focus areas

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Incident response | Run one end to end | Two reviews by 2026-12-15 | Shadow the on-call |
| Toil reduction | Halve the pages | 10 pages a week | Ask the platform team |
`,
    },
  ],
  *check(series, context) {
    const { min, max } = context.configuration.focusAreas;
    for (const record of recentQuarters(series.quarters, context)) {
      const { checkpoints } = record;
      const [first] = checkpoints;
      if (first === undefined) continue;
      const written = checkpoints.flatMap(({ checkpoint }) => checkpoint.focusAreas.filter((area) => !area.isBlank));
      if (written.length >= min) continue;
      yield {
        at: first.checkpoint.title.place,
        message: `The checkpoint has ${counted(written.length)}. Choose ${range(min, max)}.`,
        fixes: addFixes(record, first, series),
      };
    }
  },
};

function counted(count: number): string {
  return count === 0 ? 'no focus area yet' : count === 1 ? 'one focus area' : `${count} focus areas`;
}

function range(min: number, max: number): string {
  const word = (count: number): string => ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
  return min === max ? word(min) : max === min + 1 ? `${word(min)} or ${word(max)}` : `${word(min)} to ${word(max)}`;
}

/** The first three responsibilities of the role that are not in focus yet, each as one fix. */
function addFixes(record: QuarterRecord, { checkpoint, document }: CheckpointRecord, series: Series): Fix[] {
  const standing = standingFor(record, series);
  if (standing?.level == null || checkpoint.form !== 'heading') return [];
  if (checkpoint.focusAreas.some((area) => area.form !== 'heading' || area.isBlank)) return [];
  const chosen = itemsInFocus(record, standing);
  const free = effectiveItems(standing.role, standing.level, standing.specialty).filter(
    (candidate) => isChoosable(candidate) && !chosen.has(candidate.item.id),
  );
  const form = formOf(document.note, checkpoint);
  const depth = checkpoint.focusAreas[0]?.depth ?? checkpoint.depth + 1;
  const listMark = listMarkOf(document.note);
  return free.slice(0, 3).map(({ item }) => {
    const area = { ...areaDraftOf(item), entry: stop };
    const lines = [titleLine(form.areaPrefix(checkpoint.focusAreas.length + 1) + area.title, depth)];
    for (const part of partNames) lines.push('', ...partLines(part, form, depth + 1, listMark, area));
    return { title: `Add the focus area "${area.title}"`, edits: [blockAfter(document.note, checkpoint.place, lines)] };
  });
}
