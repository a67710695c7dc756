/** Quarters at their edges: what is first, what is last, what is asked for, as a person would say it. */
import assert from 'node:assert/strict';
import { formatDay } from '../../server/src/core/calendar.ts';
import type { QuarterRecord } from '../../server/src/core/model.ts';
import { openWorkspace, type File } from '../workspace.ts';

interface Notes {
  readonly today: string;
  readonly settings?: string;
  readonly front?: string;
}

const fiscal = 'quarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }\n';

function filesOf(body: string, { settings, front = '' }: Omit<Notes, 'today'>): File[] {
  const note = {
    path: 'one-on-ones/dana.md',
    text: `---\nreport: Dana Reyes\nmanager: Sam Osei\n${front}---\n\n${body}`,
  };
  return settings === undefined ? [note] : [{ path: '.one-on-one.yaml', text: settings }, note];
}

/** `FY27-Q4: 2026-11-02 to 2026-11-23, last`, or `no meeting`. */
function quarterOf(label: string, body: string, notes: Notes): string {
  const { series } = openWorkspace(filesOf(body, notes), notes.today);
  const record = series[0]!.quarters.find(({ quarter }) => quarter.label === label);
  return record === undefined ? 'unknown' : said(record);
}

function said({ first, last, isLastKnown }: QuarterRecord): string {
  if (first === null || last === null) return 'no meeting';
  return `${formatDay(first.day)} to ${formatDay(last.day)}${isLastKnown ? ', last' : ''}`;
}

/** Rule and line of each finding, of the rules about quarters. */
function asked(body: string, notes: Notes): string[] {
  const { diagnostics, documents } = openWorkspace(filesOf(body, notes), notes.today);
  const about = /checkpoint|summary|agenda|focus-area|efw|360|responsibility/;
  return diagnostics
    .filter(({ rule }) => about.test(rule))
    .map(({ rule, severity, span }) => {
      const { text } = documents[0]!.note;
      const { line } = text.positionAt(span.start);
      const { start, end } = text.lineSpan(line);
      return `${severity} ${rule}: ${text.slice(start, end)}`;
    });
}

function meetings(...days: readonly string[]): string {
  return days.map((day) => `## ${day}\n\n- Weather\n`).join('\n');
}

const area = (title: string): string =>
  `#### Focus area: ${title}\n\n**Goals**\n\n- g\n\n**Targets**\n\n- [ ] t by 2026-12-01\n\n**Ideas**\n\n- i\n`;
const checkpoint = (label: string, ...titles: readonly string[]): string =>
  `### Checkpoint ${label}\n\n${titles.map(area).join('\n')}`;
const agenda = '## Standing agenda\n\n- Toil\n- Reviews\n\n';
const summary = (label: string): string => `### Summary ${label}\n\n- Toil: less\n- Reviews: more\n`;

describe('the meetings of a quarter', () => {
  it('begin on its first day and end on its last', () => {
    const body = meetings('2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01');
    const notes = { today: '2027-01-05' };
    assert.equal(quarterOf('2026-Q3', body, notes), '2026-09-30 to 2026-09-30, last');
    assert.equal(quarterOf('2026-Q4', body, notes), '2026-10-01 to 2026-12-31, last');
    assert.equal(quarterOf('2027-Q1', body, notes), '2027-01-01 to 2027-01-01');
  });

  it('are not known to be all while another one fits before the end, by the cadence', () => {
    const body = meetings('2026-12-07', '2026-12-14');
    assert.equal(quarterOf('2026-Q4', body, { today: '2026-12-15' }), '2026-12-07 to 2026-12-14');
    assert.equal(
      quarterOf('2026-Q4', body, { today: '2026-12-15', front: 'cadence: monthly\n' }),
      '2026-12-07 to 2026-12-14, last',
    );
    assert.equal(
      quarterOf('2026-Q4', body, { today: '2026-12-15', front: 'cadence: 17\n' }),
      '2026-12-07 to 2026-12-14',
    );
    assert.equal(
      quarterOf('2026-Q4', body, { today: '2026-12-15', front: 'cadence: 18\n' }),
      '2026-12-07 to 2026-12-14, last',
    );
  });

  it('of a pair that fell silent are not called the last before the quarter is over', () => {
    const body = meetings('2026-10-05');
    assert.equal(quarterOf('2026-Q4', body, { today: '2026-12-31' }), '2026-10-05 to 2026-10-05');
    assert.equal(quarterOf('2026-Q4', body, { today: '2027-01-01' }), '2026-10-05 to 2026-10-05, last');
  });

  it('that lie ahead are prepared, neither first nor last; but they close the quarter before', () => {
    const body = meetings('2026-12-28', '2027-01-04');
    assert.equal(quarterOf('2026-Q4', body, { today: '2026-12-29' }), '2026-12-28 to 2026-12-28, last');
    assert.equal(
      quarterOf('2026-Q4', meetings('2026-12-14', '2026-12-21'), { today: '2026-12-15' }),
      '2026-12-14 to 2026-12-14',
    );
    assert.equal(quarterOf('2027-Q1', body, { today: '2026-12-29' }), '2027-01-04 to 2027-01-04');
  });

  it('may be missing for a whole quarter, about which nothing is said', () => {
    const body = `${agenda}## 2026-04-06\n\n${checkpoint('2026-Q2', 'Toil', 'Reviews')}\n## 2026-06-29\n\n${summary('2026-Q2')}\n## 2026-10-05\n\n${checkpoint('2026-Q4', 'Toil', 'Reviews')}`;
    const notes = { today: '2026-10-06' };
    assert.equal(quarterOf('2026-Q3', body, notes), 'unknown');
    assert.deepEqual(asked(body, notes), []);
  });
});

describe('fiscal years', () => {
  it('that are named for their end call November 2026 the fourth quarter of 2027', () => {
    const notes = { today: '2026-11-24', settings: fiscal };
    assert.equal(quarterOf('FY27-Q4', meetings('2026-11-02'), notes), '2026-11-02 to 2026-11-02');
    assert.equal(quarterOf('FY27-Q3', meetings('2026-10-31', '2026-11-01'), notes), '2026-10-31 to 2026-10-31, last');
    assert.equal(
      quarterOf('FY28-Q1', meetings('2027-02-01'), { ...notes, today: '2027-02-01' }),
      '2027-02-01 to 2027-02-01',
    );
  });

  it('that are named for their start call it the fourth quarter of 2026', () => {
    const notes = { today: '2026-11-24', settings: fiscal.replace('named: end', 'named: start') };
    assert.equal(quarterOf('FY26-Q4', meetings('2026-11-02'), notes), '2026-11-02 to 2026-11-02');
    assert.equal(
      quarterOf('FY26-Q4', meetings('2027-01-31'), { ...notes, today: '2027-01-31' }),
      '2027-01-31 to 2027-01-31, last',
    );
  });

  it('have one reading for every label, with or without FY', () => {
    const body = (label: string): string => `## 2026-11-02\n\n${checkpoint(label, 'Toil', 'Reviews')}`;
    for (const label of ['FY27-Q4', '2027-Q4', 'Q4 2027', 'FY’27 Q4', 'Q4FY27'])
      assert.deepEqual(asked(`${agenda}${body(label)}`, { today: '2026-11-03', settings: fiscal }), [], label);
    assert.deepEqual(asked(`${agenda}${body('2026-Q4')}`, { today: '2026-11-03', settings: fiscal }), [
      'warning mislabelled-checkpoint: ### Checkpoint 2026-Q4',
    ]);
  });

  it('may begin in any month and cross New Year', () => {
    const notes = { today: '2027-01-15', settings: 'quarters: { startMonth: 12, named: end, label: "{yyyy}-Q{q}" }\n' };
    assert.equal(
      quarterOf('2027-Q1', meetings('2026-11-30', '2026-12-01', '2027-01-11'), notes),
      '2026-12-01 to 2027-01-11',
    );
  });
});

describe('a document that starts', () => {
  const notes = { front: 'role: site-reliability-engineer\nlevel: senior\n' };
  it('in the first half of a quarter is asked for a checkpoint', () => {
    assert.deepEqual(asked(meetings('2026-11-09'), { ...notes, today: '2026-11-10' }), [
      'warning missing-checkpoint: ## 2026-11-09',
    ]);
  });
  it('in the second half is asked gently', () => {
    assert.deepEqual(asked(meetings('2026-11-23'), { ...notes, today: '2026-11-24' }), [
      'info missing-checkpoint: ## 2026-11-23',
    ]);
  });
  it('in the second half is asked as always once the next quarter has begun, and not for the one it started in', () => {
    assert.deepEqual(asked(meetings('2026-11-23', '2027-01-04'), { ...notes, today: '2027-01-05' }), [
      'warning missing-checkpoint: ## 2027-01-04',
    ]);
  });
  it('without any sign of the routine is given a hint', () => {
    assert.deepEqual(asked(meetings('2026-11-09'), { today: '2026-11-10' }), [
      'hint missing-checkpoint: ## 2026-11-09',
    ]);
  });
});

describe('planning ahead', () => {
  const front = `${agenda}## 2026-07-06\n\n${checkpoint('2026-Q3', 'Toil', 'Reviews')}\n`;
  const last = `## 2026-09-28\n\n${summary('2026-Q3')}\n${checkpoint('2026-Q4', 'Toil', 'Reviews')}`;
  it('in the last meeting serves the next quarter, before it begins and after', () => {
    assert.deepEqual(asked(front + last, { today: '2026-09-29' }), []);
    assert.deepEqual(asked(`${front}${last}\n${meetings('2026-10-05')}`, { today: '2026-10-06' }), []);
  });
  it('puts the new areas on the agenda, and takes the old ones off', () => {
    const planned = last.replaceAll('Reviews', 'Capacity').replace('Capacity: more', 'Reviews: more');
    assert.deepEqual(asked(front + planned, { today: '2026-09-29' }), [
      'warning stale-agenda-item: - Reviews',
      'warning focus-area-not-on-agenda: #### Focus area: Capacity',
    ]);
  });
  it('in an earlier meeting is a wrong label', () => {
    const body = `${agenda}## 2026-07-06\n\n${checkpoint('2026-Q4', 'Toil', 'Reviews')}\n${meetings('2026-07-13')}`;
    assert.deepEqual(asked(body, { today: '2026-07-14' }), ['warning mislabelled-checkpoint: ### Checkpoint 2026-Q4']);
  });
});

describe('somebody who changes', () => {
  const page = (path: string, front: string, body: string): File => ({
    path: `one-on-ones/dana/${path}.md`,
    text: `---\nreport: Dana Reyes\n${front}---\n\n${body}`,
  });
  const rulesFor = (files: readonly File[], today: string): string[] =>
    openWorkspace(files, today).diagnostics.map(({ rule, uri }) => `${uri.split('/').at(-1)} ${rule}`);

  const operations = 'Toil reduction';
  const before = page(
    '2026-07-06',
    'manager: Sam Osei\nrole: site-reliability-engineer\nlevel: intermediate\ndate: 2026-07-06\n',
    `## Checkpoint 2026-Q3\n\n### Focus area: ${operations}\n\n**Goals**\n\n- g\n\n**Targets**\n\n- [x] t1\n\n**Ideas**\n\n- i\n\n### Focus area: Communication\n\n**Goals**\n\n- g\n\n**Targets**\n\n- [x] t2\n\n**Ideas**\n\n- i\n`,
  );
  const end = page(
    '2026-09-28',
    'manager: Sam Osei\ndate: 2026-09-28\n',
    `## Summary 2026-Q3\n\n- ${operations}: done\n- Communication: better\n`,
  );

  it('the manager is one series still, with the newest one as manager', () => {
    const next = page('2026-10-12', 'manager: Mei Lin\ndate: 2026-10-12\n', '- Hello\n');
    const { series } = openWorkspace([before, end, next], '2026-10-13');
    assert.equal(series.length, 1);
    assert.equal(series[0]!.manager, 'Mei Lin');
    assert.equal(quarterLabels(series[0]!.quarters), '2026-Q3 2026-Q4');
  });

  it('the role is judged in each quarter by the role of that quarter', () => {
    const next = page(
      '2026-10-12',
      'manager: Mei Lin\nrole: engineering-manager-infrastructure\nlevel: manager\ndate: 2026-10-12\n',
      '- Hello\n',
    );
    const found = rulesFor([before, end, next], '2026-10-13');
    assert.deepEqual(
      found.filter((each) => /responsibility|level|role/.test(each)),
      [],
    );
  });

  const quarterLabels = (records: readonly QuarterRecord[]): string =>
    records.map(({ quarter }) => quarter.label).join(' ');
});
