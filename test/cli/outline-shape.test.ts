/** `outline --format json` key by key: a contract that scripts outside this repository rely on. */
import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { outlineJson } from '../../server/src/cli/outline.ts';
import { outlinePage } from '../../server/src/cli/outline-page.ts';
import { colourPaint, plainPaint } from '../../server/src/cli/terminal.ts';
import { seriesOf } from '../../server/src/core/series.ts';
import { openFixture } from '../workspace.ts';

/** What a value must be: a kind of scalar, one of some words, a list of one shape, or an object with exactly these keys. */
type Shape = string | readonly [Shape] | { readonly [key: string]: Shape };

const place = { line: 'line', 'path?': 'text' };
const entry = { text: 'text', ...place };
const target = { text: 'text', state: 'open|done|dropped|moved|in-progress', due: 'day|null' };

const outlineShape: Shape = {
  version: '1',
  recognised: 'boolean',
  why: 'text',
  report: 'text|null',
  manager: 'text|null',
  role: 'text|null',
  level: 'text|null',
  specialty: 'text|null',
  team: 'text|null',
  order: 'newest-first|oldest-first|unknown',
  meetings: [
    {
      date: 'day|null',
      heading: 'text|null',
      line: 'line',
      level: 'number',
      quarter: 'text|null',
      sections: [{ title: 'text', meaning: 'text|null', line: 'line', level: 'number' }],
    },
  ],
  'standingAgenda|null': { ...place, items: [{ ...entry, focusArea: 'text|null' }] },
  quarters: [
    {
      label: 'text',
      start: 'day',
      end: 'day',
      first: 'day|null',
      last: 'day|null',
      'checkpoint|null': {
        ...place,
        focusAreas: [
          {
            title: 'text',
            ...place,
            'responsibility|null': { role: 'text', level: 'text|null', area: 'text', text: 'text|null' },
            goals: [entry],
            targets: [target],
            ideas: [entry],
            mentions: [{ date: 'day', ...place }],
          },
        ],
      },
      'summary|null': { ...place, focusAreas: [{ title: 'text', ...place }] },
    },
  ],
  promises: [
    {
      text: 'text',
      owners: ['text'],
      due: 'day|null',
      state: 'open|done|dropped|moved|in-progress',
      firstSeen: 'day|null',
      lastSeen: 'day|null',
      carried: 'number',
      at: [{ path: 'text', line: 'line' }],
    },
  ],
  'efw|null': {
    ...place,
    columns: ['text'],
    rows: [{ title: 'text', responsibility: 'text|null', ratings: { '*': 'text|null' } }],
  },
};

/** Every key is walked; what was seen is noted, so that a test can ask whether all of the shape was. */
function checkShape(value: unknown, shape: Shape, at: string, seen: Set<string>): void {
  seen.add(at);
  if (typeof shape === 'string')
    return assert.ok(
      shape.split('|').some((kind) => isKind(value, kind)),
      `${at}: ${JSON.stringify(value)} is no ${shape}`,
    );
  if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), at);
    for (const each of value) checkShape(each, shape[0] as Shape, `${at}[]`, seen);
    return;
  }
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), at);
  const members = new Map(Object.entries(value));
  for (const [name, each] of Object.entries(shape)) {
    const key = name.replace(/\?$|\|null$/, '');
    if (key === '*') {
      for (const member of members.values()) checkShape(member, each, `${at}.*`, seen);
      return;
    }
    if (name.endsWith('?') && !members.has(key)) continue;
    assert.ok(members.has(key), `${at} has no ${key}`);
    const member = members.get(key);
    if (!(name.endsWith('|null') && member === null)) checkShape(member, each, `${at}.${key}`, seen);
    members.delete(key);
  }
  assert.deepEqual([...members.keys()], [], `${at} has more`);
}

function isKind(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'line':
      return Number.isInteger(value) && (value as number) >= 0;
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'text':
      return typeof value === 'string';
    case '1':
      return value === 1;
    default:
      return value === kind;
  }
}

const pages = `//- people/dana.md
---
report: Dana Reyes
manager: Sam Osei
role: backend-engineer
level: senior
specialty: delivery
team: release
---

# Dana Reyes

## Standing agenda

- Focus area: Code review
- What did we promise?

## EFW

| Area | 2026-Q3 | 2026-Q4 |
| --- | --- | --- |
| Technical | growing | - |
| Gardening | learning | |

## 2026-11-16

### Topics

- Code review: calmer now
- [x] a topic

### Actions

- [x] @Sam asks for the budget
- [ ] Dana and Sam: book the room by 2026-11-20

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Code review

**Responsibility:** Technical

**Goals**

- Fewer rounds

**Targets**

- [x] Ten reviews by 2026-12-01
- [-] A guide

**Ideas**

- Pair on it

### Actions

- [ ] @Sam asks for the budget
//- people/meetings/2026-09-28.md
---
report: Dana Reyes
manager: Sam Osei
date: 2026-09-28
---

# A meeting

### Checkpoint 2026-Q3

- Focus area: Gardening
- Focus area: Weeding

### Summary 2026-Q3

- Gardening went well

- [ ] @Sam buys a spade
`;

const open = (index: number) => {
  const { documents, series, context } = openFixture(pages);
  const document = documents[index]!;
  return outlineJson({ document, series: series[0]!, context, pathOf: ({ path }) => path });
};

describe('the shape of an outline', () => {
  it('is the contract, for every file of a series and for one that is no 1:1 document', () => {
    const seen = new Set<string>();
    for (const index of [0, 1]) checkShape(JSON.parse(JSON.stringify(open(index))), outlineShape, '', seen);
    const deepest = ['.meetings[].sections[].level', '.standingAgenda.items[].focusArea', '.efw.rows[].ratings.*'];
    const others = ['.quarters[].checkpoint.focusAreas[].responsibility.area', '.promises[].at[].path'];
    for (const path of [...deepest, ...others, '.quarters[].summary.focusAreas[].path'])
      assert.ok(seen.has(path), path);
    const { documents, context } = openFixture('//- README.md\n# Hello\n');
    const [document] = documents;
    const series = seriesOf(documents, context)[0]!;
    const outline = outlineJson({ document: document!, series, context, pathOf: ({ path }) => path });
    checkShape(JSON.parse(JSON.stringify(outline)), outlineShape, '', seen);
    assert.deepEqual(
      [outline.recognised, outline.standingAgenda, outline.efw, outline.promises],
      [false, null, null, []],
    );
  });

  it('holds the decided values', () => {
    const outline = open(0);
    const { level, order, meetings, standingAgenda, quarters, promises, efw } = outline;
    assert.deepEqual(
      [outline.role, level, outline.specialty, outline.team],
      ['backend-engineer', 'senior', 'delivery', 'release'],
    );
    assert.equal(order, 'newest-first');
    assert.deepEqual(
      meetings.map(({ date, quarter, level: depth, line }) => [date, quarter, depth, line]),
      [
        ['2026-11-16', '2026-Q4', 2, 23],
        ['2026-10-05', '2026-Q4', 2, 35],
      ],
      'this file only, in document order, lines from 0',
    );
    assert.deepEqual(
      meetings[0]!.sections.map(({ title, meaning }) => [title, meaning]),
      [
        ['Topics', 'agenda'],
        ['Actions', 'promises'],
      ],
    );
    assert.deepEqual(
      standingAgenda!.items.map(({ focusArea }) => focusArea),
      ['Code review', null],
    );
    const [third, fourth] = quarters;
    assert.deepEqual(
      [third!.label, third!.start, third!.end],
      ['2026-Q3', '2026-07-01', '2026-09-30'],
      'the end belongs to it',
    );
    assert.equal(third!.checkpoint!.path, 'people/meetings/2026-09-28.md');
    assert.equal('path' in fourth!.checkpoint!, false, 'this file needs no path');
    const [area] = fourth!.checkpoint!.focusAreas;
    assert.deepEqual(area!.targets, [
      { text: 'Ten reviews by 2026-12-01', state: 'done', due: '2026-12-01' },
      { text: 'A guide', state: 'dropped', due: null },
    ]);
    assert.deepEqual(area!.responsibility, {
      role: 'backend-engineer',
      level: 'senior',
      area: 'Technical',
      text: null,
    });
    assert.deepEqual(
      area!.mentions.map(({ date }) => date),
      ['2026-11-16'],
    );
    const budget = promises.find(({ text }) => text === 'asks for the budget')!;
    assert.deepEqual(
      [budget.owners, budget.state, budget.firstSeen, budget.lastSeen, budget.carried],
      [['Sam Osei'], 'done', '2026-10-05', '2026-11-16', 1],
    );
    assert.deepEqual(
      budget.at.map(({ line }) => line),
      [58, 32],
      'newest last',
    );
    assert.deepEqual(
      promises.find(({ due }) => due !== null),
      {
        text: 'book the room',
        owners: ['Dana Reyes', 'Sam Osei'],
        due: '2026-11-20',
        state: 'open',
        firstSeen: '2026-11-16',
        lastSeen: '2026-11-16',
        carried: 0,
        at: [{ path: 'people/dana.md', line: 33 }],
      },
    );
    assert.deepEqual(efw!.columns, ['2026-Q3', '2026-Q4']);
    assert.deepEqual(
      efw!.rows.map(({ ratings }) => ratings),
      [
        { '2026-Q3': 'growing', '2026-Q4': null },
        { '2026-Q3': 'learning', '2026-Q4': null },
      ],
    );
  });

  it('is coloured on a terminal only, and the words are the same', () => {
    const outline = open(0);
    const plain = outlinePage(outline, 'people/dana.md', plainPaint);
    assert.equal(stripVTControlCharacters(outlinePage(outline, 'people/dana.md', colourPaint)), plain);
    assert.equal(stripVTControlCharacters(plain), plain);
    for (const said of [
      'Code review  line ',
      '[x] Ten reviews',
      ', 1 open',
      'Dana Reyes, Sam Osei \u00B7 due 2026-11-20',
      'Worksheet',
    ])
      assert.ok(plain.includes(said), said);
  });
});
