/** The page of what is due, as a manager of nine reads it on Monday morning. */
import assert from 'node:assert/strict';
import type { PersonDue } from '../../server/src/cli/due.ts';
import { duePage } from '../../server/src/cli/due-page.ts';
import { plainPaint } from '../../server/src/cli/terminal.ts';

function person(report: string, changes: Partial<PersonDue> = {}): PersonDue {
  const path = `one-on-ones/${report.split(' ')[0]!.toLowerCase()}.md`;
  return { report, manager: 'Sam Osei', paths: [path], steps: [], targets: [], quiet: [], promises: [], ...changes };
}

const at = { path: 'one-on-ones/dana.md', line: 41 };
const dana = person('Dana Reyes', {
  steps: [
    {
      rule: 'missing-checkpoint',
      message: 'FY27-Q4 has no checkpoint yet. Choose two or three focus areas in its first 1:1.',
      ...at,
    },
  ],
  quiet: [{ focusArea: 'Runbooks', lastMentioned: '2026-11-02', ...at }],
  promises: [
    { text: 'asks the vendor', owners: ['Dana Reyes'], due: '2026-11-20', overdue: true, carried: 2, ...at },
    { text: 'books a room', owners: [], due: null, overdue: false, carried: 0, ...at },
  ],
});
const seven = ['Ada Novak', 'Ben Achebe', 'Mei Lin', 'Noor Haddad', 'Priya Nair', 'Ruud de Wit', 'Tomas Lind'].map(
  (name) => person(name),
);

describe('the page of what is due', () => {
  it('names each person once, what is due in columns, and how much it is altogether', () => {
    assert.equal(
      duePage([dana, ...seven, person('Zoë Ek', { promises: [dana.promises[1]!] })], plainPaint, null),
      `Dana Reyes  with Sam Osei
  step                 FY27-Q4 has no checkpoint yet. Choose two or three focus areas in its first 1:1.  one-on-ones/dana.md:42
  quiet                Runbooks: last mentioned on 2026-11-02  one-on-ones/dana.md:42
  overdue  2026-11-20  Dana Reyes: asks the vendor (carried over 2 times)  one-on-ones/dana.md:42
  promise  no date     books a room  one-on-ones/dana.md:42

Zoë Ek  with Sam Osei
  promise  no date  books a room  one-on-ones/dana.md:42

2 people: 1 step, 1 quiet focus area, 1 overdue promise, 2 open promises. Nothing is due for 7 others.
`,
    );
  });

  it('keeps to the width of the terminal, and its columns', () => {
    const lines = duePage([dana], plainPaint, 70).split('\n');
    assert.ok(
      lines.slice(0, -2).every((line) => line.length <= 70),
      lines.join('\n'),
    );
    assert.deepEqual(lines.slice(1, 3), [
      '  step                 FY27-Q4 has no checkpoint yet. Choose two or',
      '                       three focus areas in its first 1:1.',
    ]);
  });

  it('is one line where nothing is due', () => {
    assert.equal(duePage(seven, plainPaint, 80), 'Nothing is due: 7 people looked at.\n');
  });
});
