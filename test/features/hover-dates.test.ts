/** What a hover says of dates, promises, headings and keys: how each was read, wherever something had to be decided. */
import { escape, withoutMarks } from '../../server/src/features/text/markdown.ts';
import { checkHover, hoverAt } from './hovering.ts';
import assert from 'node:assert/strict';

const head = `---
report: Dana Reyes
manager: Sam Osei
---

`;

/** The text with the cursor at the first place of these words, behind front matter. */
const at = (text: string, words: string): string => head + text.replace(words, `$0${words}`);

describe('hover on a date', () => {
  const notes = `## 2026-11-16

- [ ] @Dana writes the page by Friday
- [ ] @Sam asks for the budget (by 2026-12-04)
- Holidays from 2026-12-21 on

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil

**Targets**

- [ ] Half the pages by 15 December

## 2026-09-28
`;

  it('says weekday, quarter, week of the quarter and how far it is', () => {
    checkHover(
      at(notes, '2026-11-16'),
      '2026-11-16',
      /^\*\*2026-11-16\*\*: Monday · 2026-Q4, week 7 of 14 · 8 days ago$/,
    );
    checkHover(at(notes, '2026-10-05'), '2026-10-05', /7 weeks ago/, /The first meeting of 2026-Q4/);
    checkHover(at(notes, '2026-09-28'), '2026-09-28', /The last meeting of 2026-Q3/);
  });

  it('says it of dues, of targets and of any other date with a year', () => {
    checkHover(at(notes, '2026-12-04'), 'by 2026-12-04', /^\*\*2026-12-04\*\*: Friday · .* in 10 days$/);
    checkHover(at(notes, '15 December'), 'by 15 December', /^\*\*2026-12-15\*\*: Tuesday/, /assumed, from the meeting/);
    checkHover(at(notes, '2026-12-21'), '2026-12-21', /^\*\*2026-12-21\*\*: Monday/);
  });

  it('says from which day a relative due was counted', () => {
    checkHover(at(notes, 'Friday'), 'by Friday', /^\*\*2026-11-20\*\*/, /"by Friday" is counted from .* 2026-11-16/);
  });

  it('says what a missing year was taken from', () => {
    const around = `## January 12\n\n## January 5\n\n## December 29, 2025\n`;
    checkHover(at(around, 'January 5'), 'January 5', /^\*\*2026-01-05\*\*/, /assumed, from the meetings around it/);
    checkHover(
      `//- one-on-ones/Dana 2026.md\n${at('## 2. November\n', '2. November')}`,
      '2. November',
      /^\*\*2026-11-02\*\*/,
      /assumed, from the file name/,
    );
    checkHover(at('## Mon, Nov 2\n', 'Nov'), 'Mon, Nov 2', /\*\*Nov 2\*\* has no year.*left undated/);
  });

  it('says by what a numeric date was read', () => {
    checkHover(at('## 11/02/2026\n\n## 11/16/2026\n', '11/02'), '11/02/2026', /month first, because other dates/);
    checkHover(at('## Mon 02.11.2026\n', '02.11'), 'Mon 02.11.2026', /day first, .* weekday beside it/);
    checkHover(
      `//- .one-on-one.yaml\ndates: { numericOrder: dmy }\n//- one-on-ones/d.md\n${at('## 02.11.2026\n', '02.11')}`,
      '02.11.2026',
      /^\*\*2026-11-02\*\*/,
      /day first, because the configuration says `numericOrder: dmy`/,
    );
    checkHover(at('## 03/04/2026\n', '03/04'), '03/04/2026', /can be 2026-03-04 or 2026-04-03\. .*left undated/);
    checkHover(at('## 2026-11-02\n\n- Was due 03/04/2026\n', '03/04'), '03/04/2026', /read as no day/);
    assert.doesNotMatch(hoverAt(at('## 13/11/2026\n', '13'))!.text, /day first/, 'there is one reading only');
  });

  it('reads the dues of targets in the configured order', () => {
    const target =
      '## 2026-10-05\n\n### Checkpoint\n\n#### Focus area: Toil\n\n**Targets**\n\n- [ ] Half by 04.12.2026\n';
    checkHover(
      `//- .one-on-one.yaml\ndates: { numericOrder: dmy }\n//- one-on-ones/d.md\n${at(target, '04.12')}`,
      'by 04.12.2026',
      /^\*\*2026-12-04\*\*/,
    );
  });

  it('says so of a day that does not exist', () => {
    checkHover(at('## 2026-02-30\n', '02-30'), '2026-02-30', /does not exist in the calendar/);
  });

  it('says nothing of dates in code, comments and other numbers', () => {
    for (const text of ['    2026-11-02', '<!-- 2026-11-02 -->', '```\n2026-11-02\n```', 'Version 2026.11'])
      assert.equal(
        hoverAt(at(`## 2026-11-09\n\n${text}\n`, text.includes('2026-11-02') ? '11-02' : '2026.11')),
        null,
        text,
      );
  });
});

describe('hover on a promise', () => {
  const notes = `## 2026-11-16

- [ ] @Sam gets a name out of the scanner vendors (by 2026-11-20)

## 2026-11-09

- [ ] @Sam gets a name out of the scanner vendor

## 2026-11-02

- [ ] @Sam gets a name out of the scanner vendor
- [x] @Dana sends the order of steps
- [ ] Somebody waters the plants

Dana:

- [ ] Asks for a desk
`;

  it('says owner, state, due day, first day and how often it was carried', () => {
    checkHover(
      at(notes, 'gets a name out of the scanner vendors'),
      '@Sam gets a name out of the scanner vendors (by 2026-11-20)',
      /^\*\*Promise\*\* of Sam Osei: open/,
      /- Due: 2026-11-20, Friday, 4 days ago, late\n- First seen: 2026-11-02\n- Carried 2 times: 2026-11-09, 2026-11-16/,
    );
  });

  it('says that another wording was taken for the same promise, and which copy counts', () => {
    const older = head + notes.replace('out of the scanner vendor\n', 'out $0of the scanner vendor\n');
    checkHover(
      older,
      '@Sam gets a name out of the scanner vendor',
      /What counts is its newest copy, of 2026-11-16/,
      /The wording "gets a name out of the scanner vendors" on 2026-11-16 is taken for the same promise/,
    );
  });

  it('is short where there is little to say', () => {
    checkHover(
      at(notes, 'sends the order'),
      '@Dana sends the order of steps',
      /^\*\*Promise\*\* of Dana Reyes: done\n\n- First seen: 2026-11-02$/,
    );
    checkHover(at(notes, 'waters'), 'Somebody waters the plants', /without an owner: open/, /no day is written/);
  });

  it('says where the owner was found that the item does not name', () => {
    checkHover(at(notes, 'Asks for a desk'), 'Asks for a desk', /of Dana Reyes/, /from the title above it/);
  });

  it('quotes nothing of a private one', () => {
    const found = hoverAt(at(`## 2026-11-16\n\n### Private\n\n- [ ] @Sam hides the plum by 2026-12-01\n`, 'hides'))!;
    assert.match(found.text, /^\*\*Promise\*\*: open\n/);
    assert.doesNotMatch(found.text, /plum|Sam/);
  });
});

describe('hover on a heading', () => {
  it('says why an unlabelled checkpoint belongs to its quarter', () => {
    const areas = '\n\n- Focus area: Toil\n- Focus area: Alerts\n';
    checkHover(
      at(`## 2026-10-05\n\n### Checkpoint${areas}`, 'Checkpoint'),
      'Checkpoint',
      /^\*\*2026-Q4\*\*/,
      /No label says so: this checkpoint .* meeting it stands in/,
    );
    checkHover(at(`## Checkpoint${areas}\n## 2026-10-05\n`, 'Checkpoint'), 'Checkpoint', /quarter of today/);
    checkHover(
      at(`## 2026-Q3\n\n### Checkpoint${areas}`, 'Checkpoint'),
      'Checkpoint',
      /^\*\*2026-Q3\*\*/,
      /heading above it/,
    );
    checkHover(
      at(`## 2026-09-28\n\n### Checkpoint 2026-Q4${areas}`, 'Checkpoint'),
      'Checkpoint 2026-Q4',
      /^\*\*2026-Q4\*\*/,
      /Planned ahead/,
    );
    checkHover(
      at(`## 2026-10-05\n\n### Checkpoint 2026-Q1${areas}`, 'Checkpoint'),
      'Checkpoint 2026-Q1',
      /^\*\*2026-Q4\*\*/,
      /Its label says 2026-Q1/,
    );
  });

  it('says why a plain summary closes nothing', () => {
    checkHover(
      at('## 2026-11-16\n\n## 2026-11-09\n\n### Summary\n\n- All well\n', 'Summary'),
      'Summary',
      /ordinary heading/,
    );
  });

  it('says whom a title was read as', () => {
    checkHover(
      '# 1:1 $0Dana Reyes / Sam Osei\n\n## 2026-11-16\n',
      '1:1 Dana Reyes / Sam Osei',
      /\*\*Dana Reyes\*\*, the report, and \*\*Sam Osei\*\*/,
    );
    assert.equal(hoverAt(at('# 1:1 Dana Reyes / Sam Osei\n\n## 2026-11-16\n', '1:1')), null, 'front matter says it');
  });

  it('says what dates a file of one meeting', () => {
    checkHover(
      `//- one-on-ones/2026-11-16.md\n${at('# Dana\n\n- Hello\n', 'Dana')}`,
      'Dana',
      /^This file is one meeting/,
      /\*\*2026-11-16\*\*: Monday/,
      /taken from the file's name/,
    );
  });

  it('says what dates a file of one meeting without a title, on its first line', () => {
    const file = '//- one-on-ones/2026-11-16.md\n';
    checkHover(file + at('## Agenda\n\n- Hello\n', 'Agenda'), 'Agenda', /This file is one meeting/, /the file's name/);
    checkHover(file + at('- Hello\n- Again\n', 'Hello'), '- Hello', /^This file is one meeting/);
    assert.equal(hoverAt(file + at('- Hello\n- Again\n', 'Again')), null);
  });

  it('says of a heading among the meetings that it is none', () => {
    checkHover(
      at('## 2026-11-16\n\n## Upcoming\n\n## Reference: X (captured 2026-01-02)\n', 'Upcoming'),
      'Upcoming',
      /No meeting: this heading has no date/,
    );
    checkHover(
      at('## 2026-11-16\n\n## Reference: X (captured 2026-01-02)\n', 'Reference'),
      'Reference: X (captured 2026-01-02)',
      /only at the start/,
    );
    assert.equal(hoverAt(at('## About us\n\n## 2026-11-16\n', 'About')), null);
  });
});

describe('hover on front matter', () => {
  const keys = (lines: string): string => `---\n${lines}\n---\n\n## 2026-11-16\n\n- Hello\n\n## 2026-11-09\n`;

  it('says whose document it is and how many meetings there are', () => {
    checkHover(
      keys('report: D$0ana Reyes\nmanager: Sam Osei'),
      'report: Dana Reyes',
      /is the report/,
      /2 meetings in this file, from 2026-11-09 to 2026-11-16/,
    );
    checkHover(keys('report: Dana Reyes\nmanager: S$0am Osei'), 'manager: Sam Osei', /is the manager/);
  });

  it('says when the next meeting would be, and that a cadence is not known', () => {
    const people = 'report: Dana Reyes\nmanager: Sam Osei\n';
    checkHover(
      keys(`${people}cadence: F$0ortnightly`),
      'cadence: Fortnightly',
      /every 14 days/,
      /next one would be on 2026-11-30, Monday, in 6 days/,
    );
    checkHover(keys(`${people}cadence: o$0ften`), 'cadence: often', /no cadence that is known, .*every week/);
  });
});

describe('hover on an item of the standing agenda', () => {
  it('shows the focus area that it names', () => {
    const notes =
      '## Standing agenda\n\n- Focus area: Toil\n- Anything else\n\n## 2026-10-05\n\n### Checkpoint\n\n- Focus area: Toil\n- Focus area: Alerts\n';
    checkHover(at(notes, 'Toil'), 'Focus area: Toil', /^\*\*Toil\*\*/, /In focus in 2026-Q4: not mentioned yet/);
    assert.equal(hoverAt(at(notes, 'Anything')), null);
  });
});

describe('hover without markdown', () => {
  it('says the same words without marks', () => {
    for (const text of ['a_b *c* [d](e) <f> & `g` \\\\ https://h.example www.i.example', '# x | y ~z~ 1. @me'])
      assert.equal(
        withoutMarks(`**${escape(text)}**: _so_ [Open the role](file:///r.md)`),
        `${text}: so Open the role`,
      );
  });
});
