import assert from 'node:assert/strict';
import type { PersonDue } from '../../server/src/cli/due.ts';
import { build, newFolder, oneOnOne } from './command-line.ts';

interface Due {
  readonly version: number;
  readonly today: string;
  readonly people: readonly PersonDue[];
}

const dana = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

# Dana & Sam

## Standing agenda

- Focus area: Incident response
- Focus area: Toil reduction

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Goals**

- Run one end to end

**Targets**

- [ ] Two reviews by 2026-11-15
- [x] Shadow one by 2026-10-15
- [ ] A drill by 2026-12-15

**Ideas**

- Ask Femi

#### Focus area: Toil reduction

**Goals**

- Fewer pages

**Targets**

- [ ] Ten pages a week by 2026-10-30

**Ideas**

- Ask the platform team

### Actions

- [ ] @Sam: Ask for the budget by 2026-12-01
- [ ] @Dana: Read the incident guide
- [x] @Dana: Book the room by 2026-10-06

## 2026-11-16

### Actions

- [ ] @Dana: Send the rota by 2026-11-20

### Private 🔒

- [ ] @Sam: Think about the reorganisation by 2026-11-18
`;

const ben = `---
report: Ben Achebe
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

## 2026-10-05

- Holiday plans
`;

const calm = `---
report: Ada Novak
manager: Sam Osei
---

# Ada Novak

- Likes tea
`;

const today = ['--today', '2026-11-24'];

describe('one-on-one due', function () {
  this.timeout(60_000);
  before(build);

  async function checkDue(files: Record<string, string>, check: (due: Due, page: string) => void): Promise<void> {
    const folder = newFolder(files);
    try {
      const json = await oneOnOne(['due', '--format', 'json', ...today], { folder: folder.path });
      const page = await oneOnOne(['due', ...today], { folder: folder.path });
      assert.deepEqual([json.code, page.code, json.stderr, page.stderr], [0, 0, '', '']);
      check(JSON.parse(json.stdout), page.stdout);
    } finally {
      folder.remove();
    }
  }

  const team = { 'one-on-ones/dana.md': dana, 'one-on-ones/ben.md': ben, 'one-on-ones/ada.md': calm };

  it('lists every person by name, with those for whom nothing is due', () =>
    checkDue(team, ({ version, today: day, people }, page) => {
      assert.equal(version, 1);
      assert.equal(day, '2026-11-24');
      assert.deepEqual(
        people.map(({ report }) => report),
        ['Ada Novak', 'Ben Achebe', 'Dana Reyes'],
      );
      const ada = people[0]!;
      assert.deepEqual(
        [ada.manager, ada.paths, ada.steps, ada.targets, ada.promises],
        ['Sam Osei', ['one-on-ones/ada.md'], [], [], []],
      );
      assert.match(page, /^Ben Achebe {2}with Sam Osei\n/);
      assert.match(page, /^Dana Reyes {2}with Sam Osei\n/m);
      assert.match(page, /Nothing is due for 1 other person\.\n$/);
    }));

  it('has open promises by due day, undated ones last, and no closed or private ones', () =>
    checkDue(team, ({ people }, page) => {
      const { promises } = people[2]!;
      assert.deepEqual(
        promises.map(({ text, owners, due, overdue }) => [text, owners, due, overdue]),
        [
          ['Send the rota', ['Dana Reyes'], '2026-11-20', true],
          ['Ask for the budget', ['Sam Osei'], '2026-12-01', false],
          ['Read the incident guide', ['Dana Reyes'], null, false],
        ],
      );
      const { path, line } = promises[0]!;
      assert.equal(path, 'one-on-ones/dana.md');
      assert.equal(dana.split('\n')[line], '- [ ] @Dana: Send the rota by 2026-11-20');
      assert.match(page, /overdue {2}2026-11-20 {2}Dana Reyes: Send the rota/);
      assert.doesNotMatch(page, /reorganisation/);
    }));

  it('has open targets past their date, and no others', () =>
    checkDue(team, ({ people }) => {
      assert.deepEqual(
        people[2]!.targets.map(({ focusArea, quarter, due }) => [focusArea, quarter, due]),
        [
          ['Toil reduction', '2026-Q4', '2026-10-30'],
          ['Incident response', '2026-Q4', '2026-11-15'],
        ],
      );
    }));

  it('has the steps that the rules ask for, as the configuration has them', async () => {
    const rules = (due: Due, report: string): string[] =>
      due.people.find((person) => person.report === report)!.steps.map(({ rule }) => rule);
    await checkDue(team, (due) => assert.deepEqual(rules(due, 'Ben Achebe'), ['missing-checkpoint']));
    await checkDue({ ...team, '.one-on-one.yaml': 'rules: { missing-checkpoint: off }\n' }, (due) =>
      assert.deepEqual(rules(due, 'Ben Achebe'), []),
    );
    const ignored = ben.replace(
      '## 2026',
      '<!-- one-on-one-ignore-next-line missing-checkpoint: on leave -->\n## 2026',
    );
    await checkDue({ 'one-on-ones/ben.md': ignored }, (due) => assert.deepEqual(rules(due, 'Ben Achebe'), []));
  });

  it('leaves a quarter that was summed up alone', async () => {
    const older = dana
      .replaceAll('2026-Q4', '2026-Q3')
      .replaceAll('2026-10-', '2026-08-')
      .replace('2026-11-15', '2026-09-15')
      .replace('2026-12-15', '2026-09-20');
    const summed = older.replace(
      '## 2026-11-16',
      '## 2026-09-28\n\n### Checkpoint summary 2026-Q3\n\n#### Incident response\n\nDone.\n\n#### Toil reduction\n\nBetter.\n\n## 2026-11-16',
    );
    await checkDue({ 'one-on-ones/dana.md': older }, ({ people: [person] }) => assert.equal(person!.targets.length, 3));
    await checkDue({ 'one-on-ones/dana.md': summed }, ({ people: [person] }) => assert.deepEqual(person!.targets, []));
  });

  it('says so where there is nothing', async () => {
    await checkDue({}, (due, page) => {
      assert.deepEqual(due.people, []);
      assert.equal(page, 'No 1:1 documents here.\n');
    });
    await checkDue({ 'one-on-ones/ada.md': calm }, (_, page) =>
      assert.equal(page, 'Nothing is due: 1 person looked at.\n'),
    );
  });

  it('looks at the whole workspace from a folder inside it, and shows paths from there', async () => {
    const folder = newFolder({ ...team, 'one-on-ones/more/note.txt': '' });
    try {
      const { stdout } = await oneOnOne(['due', '--format', 'json', ...today], {
        folder: `${folder.path}/one-on-ones/more`,
      });
      assert.deepEqual(JSON.parse(stdout).people[0].paths, ['../ada.md']);
    } finally {
      folder.remove();
    }
  });
});
