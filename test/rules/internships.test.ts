/** Internship documents are apart: what is asked of them, and what is not. */
import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import { findingsOf } from '../check.ts';
import { openWorkspace, uriOf, type File } from '../workspace.ts';

const internship = `---
kind: internship
report: Dana Reyes
manager: Femi Adeyemi
role: no-such-role
level: no-such-level
started: 2026-10-05
ends: 2026-12-18
share: 10%
---

# Internship in infrastructure

- Preparation: introduction and intermediate module
- Pair on an issue every Thursday

## 2026-10-05

- Dana met the team

## 2026-10-12

- Dana met the team again
`;

const oneOnOne = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

## 2026-10-05

- Holiday plans
`;

function filesWith(text: string, path = 'one-on-ones/internship.md'): File[] {
  return [{ path, text }];
}

/** The ids of the rules that find something in an internship document. */
function checkIds(text: string, expected: readonly string[]): void {
  assert.deepEqual(
    findingsOf(filesWith(text)).map(({ rule }) => rule),
    expected,
  );
}

describe('internship documents', () => {
  it('have neither checkpoints nor roles asked of them', () => checkIds(internship, []));

  it('have their dates looked at', () => {
    checkIds(internship.replace('## 2026-10-12', '## 2026-02-30'), ['impossible-date']);
  });

  it('have their promises looked at', () => {
    checkIds(`${internship}\n### Actions\n\n- [ ] @Dana: Ask for access by 2026-10-30\n`, ['overdue-promise']);
  });

  it('are no part of the series of the same report', () => {
    const files = [...filesWith(internship), { path: 'one-on-ones/dana.md', text: oneOnOne }];
    const { series } = openWorkspace(files);
    assert.deepEqual(series.map(({ documents }) => documents.map(({ path }) => path)).sort(), [
      ['one-on-ones/dana.md'],
      ['one-on-ones/internship.md'],
    ]);
    assert.equal(series.find(({ role }) => role?.text === 'no-such-role')?.manager, 'Femi Adeyemi');
    const found = findingsOf(files).filter(({ uri }) => uri === uriOf('one-on-ones/dana.md'));
    assert.ok(
      found.some(({ rule }) => rule === 'missing-checkpoint'),
      'the routine is still asked of the 1:1',
    );
  });

  it('bring their rules to no other document', () => {
    assert.ok(!findingsOf(filesWith(oneOnOne)).some(({ rule }) => rule.startsWith('internship-')));
  });

  it('get the rules about dates, promises, privacy and internships, and what is left unread, and no others', () => {
    const asked = rules.filter((rule) => rule.about === 'series' && rule.documents !== undefined).map(({ id }) => id);
    const isMeant =
      /date|weekday|^duplicate-meeting$|^meeting-out-of-order$|^year-slip$|cadence|year$|promise|^internship-|^too-complex$|^pay-figure$|^published-notes$/;
    assert.deepEqual(
      asked.filter((id) => !isMeant.test(id)),
      [],
    );
    const dated = ['impossible-date', 'wrong-weekday', 'year-slip', 'overdue-promise', 'forgotten-promise'];
    for (const id of dated) assert.ok(asked.includes(id), `${id} is not asked of internships`);
  });
});

describe('the terms of an internship', () => {
  const withTerms = (terms: string): string =>
    `---\nkind: internship\nreport: Dana Reyes\n${terms}---\n\n# Internship\n`;
  const rule = rules.find(({ id }) => id === 'internship-terms')!;
  const checkTerms = (terms: string, count: number): void => {
    assert.equal(findingsOf(filesWith(withTerms(terms)), { rule }).length, count, terms);
  };

  it('may be written in any way that says ten or twenty per cent', () => {
    for (const share of ['10%', '20 %', '"10 percent"', '10', 'about 20% of her time', '20 Prozent']) {
      checkTerms(`share: ${share}\nstarted: 2026-10-05\nends: 2026-12-18\n`, 0);
    }
    for (const share of ['15%', '100%', 'half of it', '210%', 'ten']) {
      checkTerms(`share: ${share}\nstarted: 2026-10-05\nends: 2026-12-18\n`, 1);
    }
  });

  it('span six weeks, Monday to Friday, to three months, both included', () => {
    const spans = [
      ['2026-10-05', '2026-11-13', 0],
      ['2026-10-05', '2026-11-12', 1],
      ['2026-10-05', '2027-01-05', 0],
      ['2026-10-05', '2027-01-06', 1],
      ['2026-11-30', '2027-02-28', 0],
      ['2026-10-05', '2026-10-01', 1],
    ] as const;
    for (const [start, end, count] of spans) checkTerms(`share: 10%\nstarted: ${start}\nends: ${end}\n`, count);
  });

  it('wait for a date that cannot be read yet', () => checkTerms('share: 10%\nstarted: soon\nends: 2026-12-18\n', 0));

  it('are read from a list, a bold label and lines under a heading', () => {
    for (const lines of [
      '- Time share: 10%\n- Start: 2026-10-05\n- End: 2026-12-18\n',
      '**Time share:** 10%\n**Start:** 2026-10-05\n**End:** 2026-12-18\n',
      '## Terms\n\nShare: 20 %\nStarts: 5 October 2026\nEnds: 18 December 2026\n',
      '**Time share**\n\n20%\n\n**Start**\n\n2026-10-05\n\n**End**\n\n2026-12-18\n',
    ]) {
      const found = findingsOf(filesWith(`${withTerms('')}\n${lines}`), { rule });
      assert.deepEqual(found, [], lines);
    }
  });
});
