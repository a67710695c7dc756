/** Pairs with a fiscal year and no configuration: one hint, and nothing that rests on the first and last day of a quarter. */
import assert from 'node:assert/strict';
import { findingsOf } from '../check.ts';

const about = ['missing', 'mislabelled', 'late', 'duplicate', 'target-outside', 'efw', '360'];

/** The findings on quarters, as `line rule`. */
function quarterFindings(note: string, configuration = '', today = '2026-11-24'): string[] {
  const text = `---\nreport: Dana Reyes\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: senior\n---\n\n${note}`;
  const files = [
    { path: 'one-on-ones/dana.md', text },
    ...(configuration === '' ? [] : [{ path: '.one-on-one.yaml', text: configuration }]),
  ];
  return findingsOf(files, { today })
    .filter(({ rule }) => about.some((start) => rule.startsWith(start)))
    .map(({ rule, span, severity }) => `${text.slice(span.start, span.end)}: ${rule} ${severity}`);
}

const areas = `
- Focus area: Incident management
  - Goals: Run one
  - Targets: Two reviews by 2027-01-15
  - Ideas: Shadow
- Focus area: Toil reduction
  - Goals: Halve it
  - Targets: 10 pages a week
  - Ideas: Ask
`;
const standing = '## Standing agenda\n\n- Focus area: Incident management\n- Focus area: Toil reduction\n\n';
const fiscal = 'quarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }\n';
const hint = (label: string): string[] => [`${label}: mislabelled-checkpoint hint`];

describe('labels of a fiscal year without a configuration', () => {
  const inMeeting = `${standing}## EFW\n\n| Area | FY27-Q2 |\n| --- | --- |\n| Technical | growing |\n\n## 2026-10-26\n\n- Budget\n\n## 2026-11-02\n\n### Checkpoint FY27-Q4\n${areas}`;

  it('get one hint, and no fix that would change them', () => {
    assert.deepEqual(quarterFindings(inMeeting), hint('FY27-Q4'));
    assert.deepEqual(quarterFindings(inMeeting, fiscal), []);
  });

  it('get it under a quarter heading and in the standing part', () => {
    const grouped = `${standing}## FY27-Q4\n\n### Checkpoint\n${areas}\n### 2026-11-02\n\n- Budget\n`;
    assert.deepEqual(quarterFindings(grouped), hint('Checkpoint'));
    const page = `${standing}## Checkpoint FY27-Q4\n${areas}\n## 2026-11-02\n\n- Budget\n`;
    assert.deepEqual(quarterFindings(page), hint('FY27-Q4'));
  });

  it('get it where the fiscal year is one quarter off', () => {
    const april = `${standing}## 2026-10-05\n\n### Checkpoint FY26-Q3\n${areas}`;
    assert.deepEqual(quarterFindings(april), hint('FY26-Q3'));
    const october = `${standing}## 2026-10-05\n\n### Checkpoint FY27-Q1\n${areas}`;
    assert.deepEqual(quarterFindings(october), hint('FY27-Q1'));
  });

  it('are those of the calendar where they fit it: then a wrong one is wrong', () => {
    const inTime = areas.replace('2027-01-15', '2026-12-15');
    const calendar = `${standing}## 2026-10-05\n\n### Checkpoint FY26-Q4\n${inTime}`;
    assert.deepEqual(quarterFindings(calendar), []);
    const copied = `${standing}## 2026-07-06\n\n### Checkpoint FY26-Q3\n${areas.replace('2027-01-15', '2026-09-15')}\n## 2026-09-28\n\n### Summary FY26-Q3\n\n- Incident management: done\n- Toil reduction: done\n\n## 2026-10-05\n\n### Checkpoint FY26-Q3\n${inTime}`;
    assert.deepEqual(quarterFindings(copied), ['FY26-Q3: mislabelled-checkpoint warning']);
  });

  it('mean what the configuration says where it says something', () => {
    const said = 'quarters: { startMonth: 1 }\n';
    assert.ok(quarterFindings(inMeeting, said).includes('FY27-Q4: mislabelled-checkpoint warning'));
  });
});
