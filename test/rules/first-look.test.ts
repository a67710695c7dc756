/** What is told first of a long document stays true: nothing of it vanishes once the rest has been read. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay, parseDay } from '../../server/src/core/calendar.ts';
import type { Series } from '../../server/src/core/model.ts';
import { recentPart } from '../../server/src/core/recent-part.ts';
import { oneSeries } from '../../server/src/core/series.ts';
import { firstLookAt, firstRules } from '../../server/src/rules/first-look.ts';
import { rules } from '../../server/src/rules/index.ts';
import { checkSeries, type Diagnostic } from '../../server/src/rules/run.ts';
import { corpus, seriesFolders } from '../notes.ts';
import { defaultToday, openFixture, openWorkspace, type Workspace } from '../workspace.ts';

/** `LONG=1` looks at many more. */
const isLong = process.env.LONG === '1';
const runs = isLong ? 20_000 : 60;
const first = firstRules(rules);

interface Told {
  readonly first: number;
  readonly all: number;
}

/** Holds what is found at a first look against what is found in the whole documents. */
function checkStaysTrue({ series: opened, context: then }: Workspace, today: string): Told {
  const context = { ...then, today: parseDay(today)! };
  let counts: Told = { first: 0, all: 0 };
  for (const { documents } of opened) {
    const look = firstLookAt(recentPart(documents, context).documents, context);
    if (look === null) continue;
    const early = checkSeries(look, context, first).map(said);
    const late = new Set(checkSeries(oneSeries(documents, context), context).map(said));
    for (const finding of early) assert.ok(late.has(finding), `On ${today} this is said too early: ${finding}`);
    counts = { first: counts.first + early.length, all: counts.all + late.size };
  }
  return counts;
}

function said({ rule, severity, uri, span, message, related }: Diagnostic): string {
  return JSON.stringify({ rule, severity, uri, span, message, related });
}

/** Days from which some meetings are recent no more; a long run tries many. */
function daysAround(series: readonly Series[]): string[] {
  const days = series.flatMap(({ meetings }) => meetings.map(({ day }) => day));
  if (days.length === 0) return [];
  const some = isLong ? days.flatMap((day) => [day, day + 100, day + 200, day + 300]) : [Math.max(...days) + 110];
  return [...new Set(some)].map(formatDay);
}

function checkAround(workspace: Workspace): Told {
  const told = daysAround(workspace.series).map((today) => checkStaysTrue(workspace, today));
  return { first: sum(told.map(({ first }) => first)), all: sum(told.map(({ all }) => all)) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

describe('what is found at a first look', function () {
  this.timeout(0);

  it('stays true in the examples of the rules', () => {
    const told = rules.flatMap(({ examples }) =>
      examples.map(({ note, today = defaultToday }) => {
        const workspace = openFixture(note, today, []);
        checkStaysTrue(workspace, today);
        return checkAround(workspace);
      }),
    );
    assert.ok(sum(told.map(({ first }) => first)) > 100, JSON.stringify(told));
  });

  it('stays true in the documents that people bring', () => {
    const told = [
      ...corpus
        .filter(({ isPartOfSeries }) => !isPartOfSeries)
        .map(({ path, text, settings }) => checkAround(openWorkspace([...settings, { path, text }], defaultToday, []))),
      ...seriesFolders.map(({ files }) => checkAround(openWorkspace(files, defaultToday, []))),
    ];
    assert.ok(sum(told.map(({ first }) => first)) > 100, JSON.stringify(told));
  });

  it('stays true in notes of years, whatever they hold', () => {
    let counts: Told = { first: 0, all: 0 };
    fc.assert(
      fc.property(notes, fc.constantFrom('2026-01-05', '2026-06-30', defaultToday, '2027-03-01'), (text, today) => {
        const told = checkStaysTrue(openWorkspace([{ path: 'one-on-ones/dana.md', text }], today, []), today);
        counts = { first: counts.first + told.first, all: counts.all + told.all };
      }),
      { numRuns: runs },
    );
    assert.ok(counts.first > 2 * runs, JSON.stringify(counts));
    assert.ok(counts.all > counts.first, JSON.stringify(counts));
  });
});

// ---------------------------------------------------------------------------------------------------------------

const label = fc.constantFrom(
  ...['2025', '2026'].flatMap((year) => ['1', '2', '3', '4'].map((number) => `${year}-Q${number}`)),
  'FY26-Q1',
  'FY26-Q3',
  'FY27-Q4',
);
const area = fc.constantFrom('Incident response', 'Toil reduction', 'Capacity checks', 'Alerting', 'Written updates');

/** What may stand in a meeting, under a quarter, or anywhere else. */
const part = fc.oneof(
  fc
    .tuple(fc.option(label), fc.array(area, { maxLength: 3 }))
    .map(([of, areas]) => `### Checkpoint ${of ?? ''}\n\n${areas.map((each) => `- Focus area: ${each}\n`).join('')}`),
  fc.tuple(label, area, area).map(([of, ...areas]) => `### Checkpoint ${of}\n\n${areas.map(withParts).join('\n')}`),
  fc.tuple(fc.option(label), area).map(([of, each]) => `### Summary ${of ?? ''}\n\n- ${each}: went well\n`),
  fc.tuple(area, area).map(([one, other]) => `### Standing agenda\n\n- ${one}\n- Focus area: ${other}\n`),
  fc
    .tuple(label, label, area)
    .map(
      ([a, b, row]) => `### EFW\n\n| Responsibility | ${a} | ${b} |\n| --- | --- | --- |\n| ${row} | growing | odd |\n`,
    ),
  fc
    .tuple(area, fc.boolean())
    .map(([each, isDone]) => `- [${isDone ? 'x' : ' '}] @sam writes on ${each} (due 2026-02-30)\n`),
  area.map((each) => `- @dana reads about ${each} by 2026-10-01\n- NOT YET GIVEN: calm in the outage\n`),
  fc.constantFrom(
    '<!-- one-on-one-ignore-next-line missing-checkpoint, wrong-weekday: on leave -->\n',
    '<!-- one-on-one-ignore-section duplicate-meeting -->\n',
    '<!-- one-on-one-ignore-file missing-summary, late-checkpoint -->\n',
    '<!-- private -->\n',
    '<!-- /private -->\n',
    '- She earns 84,000 EUR a year.\n',
    '- Communication was the topic.\n',
    '#### Career\n\n- What comes next?\n',
  ),
);

function withParts(title: string): string {
  return `#### Focus area: ${title}\n\n**Goals**\n\n- Halve it\n\n**Targets**\n\n- By ${title.length} %, due 2027-02-01\n`;
}

const day = fc.integer({ min: parseDay('2024-12-20')!, max: parseDay('2026-12-10')! }).map(formatDay);
const heading = fc.oneof(
  { weight: 8, arbitrary: day.map((date) => `## ${date}`) },
  { weight: 1, arbitrary: day.map((date) => `## Mon ${date}`) },
  { weight: 1, arbitrary: day.map((date) => `## \u{1F512} ${date}`) },
  { weight: 2, arbitrary: label.map((quarter) => `# ${quarter}`) },
  { weight: 1, arbitrary: fc.constantFrom('## Standing agenda', '## Ideas', '## EFW', '# 2025', '# Private') },
);

const frontMatter = fc.constantFrom(
  'report: Dana Reyes\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: intermediate\n',
  'report: Dana Reyes\nmanager: Sam Osei\n',
  'report: Dana Reyes\nlevel: senior\nkind: one-on-one\n',
  'report: Dana Reyes\nmanager: Sam Osei\nrole: site-reliability-engineer\nignore: [late-checkpoint]\n',
);

const notes = fc
  .tuple(
    frontMatter,
    fc.array(fc.tuple(heading, fc.array(part, { maxLength: 3 })), { minLength: 2, maxLength: 14 }),
    fc.constantFrom('as it is', 'by day'),
  )
  .map(([matter, blocks, order]) => {
    const written = blocks.map(([title, parts]) => `${title}\n\n${parts.join('\n')}`);
    return `---\n${matter}---\n\n${(order === 'by day' ? written.sort() : written).join('\n')}`;
  });
