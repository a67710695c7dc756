/** The 360 record: the pair's own words with their meetings, nothing private, nothing made up. */
import assert from 'node:assert/strict';
import { parseDay } from '../../server/src/core/calendar.ts';
import { recordText, usualPeriod } from '../../server/src/core/write/record.ts';
import { findingsOf } from '../check.ts';
import { openWorkspace, type File } from '../workspace.ts';

const today = '2026-11-24';

function recordOver(
  files: readonly File[],
  { from = '2026-01-01', to = today, path = 'record.md' }: { from?: string; to?: string; path?: string } = {},
): string {
  const { series, context } = openWorkspace(files, today);
  return recordText(series[0]!, { from: parseDay(from)!, to: parseDay(to)! }, path, context);
}

const page: File = {
  path: 'people/dana/page.md',
  text: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

# 1:1 Dana Reyes / Sam Osei

## EFW

| Area | 2026-Q2 | 2026-Q3 |
| --- | --- | --- |
| Incident management | learning | growing |

## Private

| Area | 2026-Q3 |
| --- | --- |
| Secret area | expert |
`,
};
const july: File = {
  path: 'people/dana/2026-07-06.md',
  text: `---
report: Dana Reyes
manager: Sam Osei
date: 2026-07-06
---

## Checkpoint 2026-Q3

### Focus area: Incident management

**Responsibility:** Perform and run blameless RCAs, see [the guide](../../guides/rca.md)

**Goals**

- Lead one end to end

**Targets**

- [x] Two reviews by 2026-09-15
- [ ] A drill by 2026-09-25

## Feedback

- From Mei: calm in the [outage](#outage)
- NOTYETGIVEN From Jonas: too quiet

## Actions

- [x] Dana: ask Mei for her card
- [x] Sam: book the room
`,
};
const august: File = {
  path: 'people/dana/2026-08-03.md',
  text: `---
report: Dana Reyes
manager: Sam Osei
date: 2026-08-03
---

- Incident management: shadowed Mei, see [notes](2026-07-06.md)

<!-- private -->

- Incident management: SECRET worry

<!-- /private -->
`,
};
const september: File = {
  path: 'people/dana/2026-09-28.md',
  text: `---
report: Dana Reyes
manager: Sam Osei
date: 2026-09-28
---

## Summary 2026-Q3

### Incident management

- Target met: Two reviews by 2026-09-15
- Steadier than in spring
`,
};
const files = [page, july, august, september];

describe('the 360 record', () => {
  it('gathers focus areas, promises kept, feedback and ratings, each with its source', () => {
    assert.equal(
      recordOver(files),
      `# 360 record: Dana Reyes

- Period: 2026-01-01 to 2026-11-24
- Manager: Sam Osei
- Role: Senior Site Reliability Engineer

## 2026-Q3

### [Incident management](people/dana/2026-07-06.md#focus-area-incident-management)

Responsibility: Perform and run blameless RCAs, see [the guide](guides/rca.md)

- Goal: Lead one end to end
- Target met: Two reviews by 2026-09-15
- Target open: A drill by 2026-09-25
- [2026-08-03](people/dana/2026-08-03.md): shadowed Mei, see [notes](people/dana/2026-07-06.md)
- [Summary](people/dana/2026-09-28.md#summary-2026-q3): Steadier than in spring

## Promises kept

- ask Mei for her card ([2026-07-06](people/dana/2026-07-06.md))

## Feedback

- [2026-07-06](people/dana/2026-07-06.md): From Mei: calm in the [outage](people/dana/2026-07-06.md#outage)

## Ratings

| [EFW](people/dana/page.md#efw) | 2026-Q2 | 2026-Q3 |
| --- | --- | --- |
| Incident management | learning | growing |
`,
    );
  });

  it('holds nothing private, and no feedback that was not given', () => {
    const text = recordOver(files);
    for (const secret of ['SECRET', 'Secret', 'Jonas']) assert.ok(!text.includes(secret), secret);
  });

  it('keeps to its period', () => {
    const text = recordOver(files, { from: '2026-08-01', to: '2026-08-31' });
    assert.ok(text.includes('[2026-08-03](people/dana/2026-08-03.md)'));
    for (const left of ['Promises kept', 'Feedback', '2026-Q2']) assert.ok(!text.includes(left), left);
    const empty = recordOver(files, { from: '2025-01-01', to: '2025-12-31' });
    assert.equal(empty.split('\n').length, 6, empty);
  });

  it('counts its links from where it is written', () => {
    const text = recordOver(files, { path: 'people/dana/record.md' });
    assert.ok(text.includes('(2026-08-03.md)'), text);
    assert.ok(text.includes('[the guide](../../guides/rca.md)'), text);
  });

  it('loses the lines of a meeting that is taken out, and no others', () => {
    const without = recordOver([page, july, september]);
    const lines = recordOver(files).split('\n');
    assert.deepEqual(
      lines.filter((line) => !without.includes(line)),
      lines.filter((line) => line.includes('shadowed Mei')),
    );
  });

  it('is no 1:1 document itself, not even beside the notes', () => {
    for (const path of ['people/dana/record.md', 'one-on-ones/record.md']) {
      const record = { path, text: recordOver(files, { path }) };
      const uri = `file:///${path}`;
      assert.deepEqual(
        findingsOf([...files, record], { today }).filter((finding) => finding.uri === uri),
        [],
      );
    }
  });

  it('looks back as the feedback window does, else over a year', () => {
    const { context } = openWorkspace([], today);
    assert.deepEqual(usualPeriod(context), { from: parseDay('2025-11-25'), to: parseDay(today) });
    const settings = {
      path: '.one-on-one.yaml',
      text: 'feedback: { opens: 2027-01-11, closes: 2027-01-29, covers: 4 }\n',
    };
    assert.deepEqual(usualPeriod(openWorkspace([settings], today).context).from, parseDay('2026-01-01'));
  });

  it('has the feedback and thanks of a rolling list, and says that they have no day', () => {
    const rolling: File = {
      path: 'people/dana/rolling.md',
      text: `---
report: Dana Reyes
manager: Sam Osei
---

## Performance management

- TODO Dana: book the course
- FEEDBACK Sam: calm on the [bridge](#x) => Dana: thank you
  - => Sam: again in May
- FEEDBACK Sam: NOTYETGIVEN too quiet
  - SECRET => why
- FYI Sam: away on Friday

## Hallway

<!-- private -->

- FEEDBACK Sam: SECRET one
- THANKS Sam: SECRET two
- TODO Dana: nothing

<!-- /private -->

## Vision

- ~~FEEDBACK Dana: the plan is <!-- SECRET --> clear~~
- THANKS Sam: for the drill
- DISCUSS Dana: rota
`,
    };
    const text = recordOver([rolling], { path: 'people/record.md' });
    assert.ok(!text.includes('SECRET'), text);
    assert.equal(
      text.slice(text.indexOf('## Feedback')),
      `## Feedback

- [Performance management](dana/rolling.md#performance-management), undated: FEEDBACK Sam: calm on the [bridge](dana/rolling.md#x) => Dana: thank you
- [Performance management](dana/rolling.md#performance-management), undated: => Sam: again in May
- [Vision](dana/rolling.md#vision), undated: FEEDBACK Dana: the plan is clear
- [Vision](dana/rolling.md#vision), undated: THANKS Sam: for the drill
`,
    );
  });

  it('leaves out what was said below feedback that is not given yet', () => {
    const text = recordOver([
      { ...july, text: july.text.replace('too quiet\n', 'too quiet\n  - SECRET because of the stand-up\n') },
    ]);
    assert.ok(!text.includes('SECRET'), text);
  });
});
