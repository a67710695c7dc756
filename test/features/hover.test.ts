/** What a hover says of ratings, groups, teams, quarters and tags. */
import assert from 'node:assert/strict';
import { groupOf } from '../../server/src/core/ratings.ts';
import { checkHover, hoverAt } from './hovering.ts';

const head = `---
report: Dana Reyes
manager: Sam Osei
role: backend-engineer
level: senior
`;

const worksheet = `---

## EFW

| Area | 2026-Q2 | 2026-Q3 | 2026-Q4 |
| --- | --- | --- | --- |
| Technical | learning | growing | |
| Execution | growing | **Thriving** | |
| Influence and Maturity | - | thriving | so-so |
| Collaboration | growing | expert | |
`;

const withCursor = (text: string, at: string): string => `${head}${text.replace(at, `$0${at}`)}`;

describe('hover on a rating', () => {
  it('says its place on the scale and how the row went', () => {
    checkHover(
      withCursor(worksheet, 'Thriving'),
      '**Thriving**',
      /^\*\*thriving\*\*: 3 of 4/,
      /2026-Q2: growing\n- 2026-Q3: Thriving/,
    );
  });

  it('names the scale where a word is not on it', () => {
    checkHover(
      withCursor(worksheet, 'so-so'),
      'so-so',
      /not on the rating scale/,
      /learning, growing, thriving, expert/,
    );
  });

  it('says nothing of an empty cell', () => {
    assert.equal(hoverAt(withCursor(worksheet, '- | thriving')), null);
  });

  it('does not explain the words of another scale', () => {
    const source = `//- .one-on-one.yaml\nratings: { scale: [developing, performing] }\n//- one-on-ones/dana.md\n${withCursor(worksheet.replace('expert', 'performing'), 'performing')}`;
    const text = checkHover(source, 'performing', /^\*\*performing\*\*: 2 of 2/);
    assert.doesNotMatch(text, /guidance/);
  });
});

describe('hover on a column of ratings', () => {
  it('computes the group and says how, and that it is no pay figure', () => {
    checkHover(
      withCursor(worksheet, '2026-Q3'),
      '2026-Q3',
      /^\*\*2026-Q3\*\*: 4 of 4 rows rated: 1 growing, 2 thriving, 1 expert/,
      /Group \*\*thriving\*\*: .*learning 1, growing 2, thriving 3, expert 4.* mean of 3,/,
      /no pay figure/,
    );
  });

  it('leaves rows without a rating out', () => {
    checkHover(
      withCursor(worksheet, '2026-Q2'),
      '2026-Q2',
      /3 of 4 rows rated: 1 learning, 2 growing/,
      /mean of 1\.67,/,
    );
    checkHover(withCursor(worksheet, '2026-Q4'), '2026-Q4', /nothing is rated yet/);
  });

  it('takes the higher of two ratings that are equally near', () => {
    const scale = ['learning', 'growing', 'thriving', 'expert'];
    const name = (...texts: string[]) => groupOf(texts, scale)?.name ?? null;
    assert.equal(name('growing', 'thriving'), 'thriving');
    assert.equal(name('learning', 'learning', 'growing'), 'learning');
    assert.equal(name('Expert', 'EXPERT'), 'expert');
    assert.equal(name('nonsense', ''), null);
    assert.equal(name(), null);
  });
});

describe('hover on the compa group', () => {
  it('says what it means and what the worksheet makes of it', () => {
    checkHover(
      withCursor(`compa: growing\n${worksheet}`, 'growing'),
      'compa: growing',
      /2 of 4/,
      /ratings of 2026-Q3 make the group \*\*thriving\*\*/,
      /no pay figure/,
    );
  });

  it('never repeats a figure', () => {
    const text = checkHover(withCursor(`compa: 0.93\n${worksheet}`, '0.93'), 'compa: 0.93', /no pay figure/);
    assert.doesNotMatch(text, /0\.93/);
  });
});

describe('hover on a team', () => {
  const teams = `//- .one-on-one.yaml
teams:
  delivery:
    staffPlus: 3
    justification: "Two [release](http://example.org) trains"
    archetypes: [solver, solver, architect]
    expected: { staffPlus: 2, when: "a second team is formed" }
//- one-on-ones/femi.md
---
report: Femi Adeyemi
manager: Sam Osei
role: backend-engineer
level: staff
team: delivery
---

## 2026-11-02

- Rota
//- one-on-ones/dana.md
`;

  it('says how many seats there are, who has them, and what is expected to change', () => {
    const text = checkHover(
      `${teams}${head}team: Del$0ivery\n---\n`,
      'team: Delivery',
      /^\*\*delivery\*\*: 3 Staff-and-above seats, 1 taken, 2 free/,
      /Taken by:\n\n- Femi Adeyemi \(Staff Backend Engineer\)/,
      /2 × solver, 1 × architect/,
      /Expected to become 2: a second team is formed/,
    );
    assert.doesNotMatch(text, /\]\(http/, 'text of a configuration is no link');
  });

  it('says nothing of a team that is not configured', () => {
    assert.equal(hoverAt(`${teams}${head}team: sea$0rch\n---\n`), null);
  });
});

describe('hover on a quarter label', () => {
  const notes = `---

## 2026-Q4

### Checkpoint 2026-Q4

- Focus area: Alerts

## 2026-10-05

- Hello

## 2026-11-16

- Hello again

## Summary FY26-Q3
`;

  it('says when it is, which week this is, and its first and last meeting', () => {
    for (const at of ['2026-Q4\n\n###', '2026-Q4\n\n-']) {
      checkHover(
        withCursor(notes, at),
        '2026-Q4',
        /^\*\*2026-Q4\*\*: 2026-10-01 to 2026-12-31, week 8 of 14/,
        /First meeting: 2026-10-05\n- Last meeting so far: 2026-11-16\n- Meetings: 2\n- Checkpoint: written/,
      );
    }
  });

  it('says so where nothing is in the notes, and whether it is over', () => {
    checkHover(
      withCursor(notes.replace('Summary FY26-Q3', 'Plans for 2027-Q1'), '2027-Q1'),
      '2027-Q1',
      /begins in 38 days/,
      /No meeting of it/,
    );
    checkHover(withCursor(notes, 'FY26-Q3'), 'FY26-Q3', /2026-07-01 to 2026-09-30, over/);
  });

  it('goes by the configured year', () => {
    const source = `//- .one-on-one.yaml\nquarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }\n//- one-on-ones/dana.md\n${withCursor(notes.replaceAll('2026-Q4', 'FY27-Q4'), 'FY27-Q4')}`;
    checkHover(source, 'FY27-Q4', /^\*\*FY27-Q4\*\*: 2026-11-01 to 2027-01-31, week 4 of 14/);
  });
});

describe('hover on a tag of the rolling list', () => {
  const list = `---

## Hallway

- TODO Dana: Read the guide => Sam: by Friday?
- DOTO Dana: Ask for the budget
- FYI Sam: The office moves
- 2026-12-01 Sam: Talk about the holidays
- 2026-11 Dana: Book the train
- 17.3 Dana: Rewrite the importer
`;

  it('says who is to do it', () => {
    checkHover(withCursor(list, 'TODO Dana'), 'TODO', /^\*\*TODO\*\*: Dana Reyes does it\./);
    checkHover(withCursor(list, 'DOTO Dana'), 'DOTO', /^\*\*DOTO\*\*: Sam Osei does it/);
    checkHover(withCursor(list, 'FYI Sam'), 'FYI', /Whoever did not write it may remove it/);
  });

  it('says when a dated item comes up', () => {
    checkHover(withCursor(list, '2026-12-01 Sam'), '2026-12-01', /waits until 2026-12-01, in 7 days/);
    checkHover(withCursor(list, '2026-11 Dana'), '2026-11', /due since 2026-11-01/);
    checkHover(withCursor(list, '17.3 Dana'), '17.3', /waits for this release/);
  });

  it('says nothing of the words after it', () => {
    assert.equal(hoverAt(withCursor(list, 'The office moves')), null);
  });
});
