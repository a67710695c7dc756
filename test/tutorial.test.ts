/**
 * The tutorial: from an empty file to a closed quarter, through findings and the fixes they offer. What the person types
 * is said here; everything else is written by the product. `docs/tutorial.md` is made of it: UPDATE=1 writes it anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { parseDay } from '../server/src/core/calendar.ts';
import { applyEdits } from '../server/src/core/text.ts';
import { newDocumentText } from '../server/src/core/write/new-document.ts';
import type { Diagnostic } from '../server/src/rules/run.ts';
import { findingsOf } from './check.ts';

const page = new URL('../docs/tutorial.md', import.meta.url);
const path = 'one-on-ones/priya-nair.md';

describe('the tutorial', function () {
  // Time is no matter of this test: it only has to end on a busy machine.
  this.timeout(120_000);
  let whole: Tour;
  before(() => void (whole = tour()));

  it('leads from an empty file to a closed quarter, with every finding answered by what it offers', async () => {
    const { text, lines } = whole;
    const config = await resolveConfig(page);
    const written = await format(lines.join('\n'), { ...config, parser: 'markdown' });
    if (process.env.UPDATE === '1') writeFileSync(page, written);
    assert.equal(readFileSync(page, 'utf8'), written, 'docs/tutorial.md is stale: UPDATE=1 writes it anew');
    assert.equal((text.match(/[ \t]+$/gm) ?? []).length, 0, 'no blanks at line ends');
    assert.ok(!/\n\n\n/.test(text), 'no two blank lines together');
  });

  it('has no finding left on any later day of the quarter and the week after', () => {
    const { text } = whole;
    for (const today of ['2026-12-28', '2026-12-30', '2026-12-31'])
      assert.deepEqual(findingsOf([{ path, text }], { today }), []);
    // With the new year the next round begins, and nothing else.
    assert.deepEqual(
      findingsOf([{ path, text: `${text}\n## 2027-01-04\n\n- Happy New Year\n` }], { today: '2027-01-04' }).map(
        ({ rule }) => rule,
      ),
      ['missing-checkpoint'],
    );
  });
});

describe('a new document', function () {
  this.timeout(120_000);

  it('is led there too by whoever always takes the first fix', () => {
    const given = {
      report: 'Priya Nair',
      manager: 'Tom Berg',
      role: 'site-reliability-engineer',
      level: 'intermediate',
    };
    let text = newDocumentText(given, parseDay('2026-10-05')!);
    let choices = 0;
    for (const today of ['2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02', '2026-12-14', '2026-12-28']) {
      if (choices > 0) text += `\n## ${today}\n\n- Weather\n`;
      for (let found = findingsOf([{ path, text }], { today }); found.length > 0; choices++) {
        assert.ok(choices < 20, found.map(({ message }) => message).join('\n'));
        const [first] = found;
        const words = [
          'Runbooks',
          'Runbooks',
          'a',
          'b',
          'c',
          'Incident management',
          'Incident management',
          'd',
          'e',
          'f',
        ];
        const edits = first!.fixes[0]!.edits.map(({ span, newText, snippet }) => ({
          span,
          newText: snippet === null ? newText : filledIn(snippet, words),
        }));
        text = applyEdits(text, edits);
        found = findingsOf([{ path, text }], { today });
      }
    }
    assert.match(
      text,
      /## Standing agenda\n\n- Focus area: Runbooks\n- Focus area: Incident management\n\n## 2026-10-05/,
    );
    assert.match(text, /### Summary 2026-Q4\n\n#### Runbooks\n\n- Goal: a\n- Target open: b\n/);
  });
});

interface Tour {
  readonly text: string;
  readonly lines: readonly string[];
}

function tour(): Tour {
  const desk = new Desk();
  desk.say(
    '# A quarter, from an empty file',
    '',
    'Priya Nair and Tom Berg begin. This page follows their notes from the first line to the end of the quarter: what they',
    'typed, what they were told, and which quick fix (`Ctrl+.`) they chose. Whatever stands under *is written* was written by the fix.',
    'It is made by a test, which follows the same steps in the same order, so it shows what you will see.',
  );

  desk.day('2026-10-05', 'The first 1:1 of the quarter');
  desk.say('Tom makes a file `one-on-ones/priya-nair.md` and begins with the line that says whose notes they are.');
  desk.write(
    '---\nreport: Priya Nair\n---\n\n# 1:1\n\n## 2026-10-05\n\n- Priya has moved from support to the team, and is pleased\n',
  );
  desk.follow('missing-participant', 'Insert manager', 'Tom Berg');
  desk.follow('missing-role', 'Insert role site-reliability-engineer (Site Reliability Engineer)', 'intermediat');
  desk.say('A letter is missing there, which is said at once.');
  desk.follow('unknown-level', 'Change to intermediate');
  desk.say(
    'Now the quarter. They look at what the role asks for (rest the mouse on `level`), and choose two areas: one that Priya',
    'does every day, and one of the next level.',
  );
  desk.follow(
    'missing-checkpoint',
    'Insert a checkpoint for 2026-Q4',
    'Runbooks',
    'Leave the runbook better than you found it each time you use it',
    'Whoever is on call can follow a runbook without knowing its author',
    'Rewrite six runbooks by 2026-12-11',
    'Start with the three that were used last month',
    'Calm in incidents',
    'Incident management',
    'Lead an incident from the first page to the all-clear',
    'Lead one exercise by 2026-11-20',
    'Shadow Mei twice, and write down what she did not do',
  );
  desk.say('Priya had the words of the runbook line from memory. The role has them a little differently.');
  desk.followNearest('unknown-responsibility');
  desk.follow('missing-standing-agenda', 'Insert a standing agenda with the focus areas');
  desk.done('That is all for the first week: nothing more is asked for.');

  desk.day('2026-10-12', 'Every week');
  desk.say(
    'A 1:1 is a heading with a date, and whatever the two want to write below it. *Start Meeting* writes the heading.',
  );
  desk.write(
    `
## 2026-10-12

- Runbooks: the queue one sent Priya to a server that is gone
- Incident management: shadowed Mei on Thursday. She says "who decides?" before anything else

### Actions

- [ ] Priya: rewrites the queue runbook by 2026-10-16
- [ ] Tom: asks Mei for a second shift to shadow
`,
  );
  desk.done('Nothing is asked for here either.');

  desk.day('2026-10-19', 'What was promised');
  desk.write(
    `
## 2026-10-19

- Holiday plans, and the new desk
`,
  );
  desk.follow('overdue-promise', 'Mark done');
  desk.say('She had done it on Friday; only the box was not ticked.');
  desk.day('2026-11-02', 'What is about to be forgotten');
  desk.write(
    `
## 2026-10-26

- Short one: Tom is on call

## 2026-11-02

- Priya's first shift alone. Slept badly, which is normal
`,
  );
  desk.say(
    'Two meetings later nobody has come back to what Tom promised, and three passed without a word on what they chose.',
  );
  desk.follow('forgotten-promise', 'Carry over to 2026-11-02');
  desk.follow(
    'neglected-focus-area',
    'Add "Runbooks" to the newest meeting',
    'four of six are rewritten, and two people have used them',
  );
  desk.follow(
    'neglected-focus-area',
    'Add "Calm in incidents" to the newest meeting',
    'the exercise is on 2026-11-18, with a broken queue',
  );
  desk.done('');

  desk.day('2026-11-23', 'Targets');
  desk.write(
    `
## 2026-11-23

- Calm in incidents: led the exercise. Decided late to stop sales, and said so herself
- Runbooks: number five is done
`,
  );
  desk.say('They tick the target, and the promise that Tom kept.');
  desk.replace('- [ ] Lead one exercise', '- [x] Lead one exercise');
  desk.replaceLast('- [ ] Tom: asks Mei', '- [x] Tom: asks Mei');
  desk.done('');

  desk.day('2026-12-28', 'The last 1:1 of the quarter');
  desk.write(
    `
## 2026-12-14

- Runbooks: all six, and a seventh that nobody asked for

## 2026-12-28

- Looked back with tea
`,
  );
  desk.replace('- [ ] Rewrite six', '- [x] Rewrite six');
  desk.say('No further meeting fits before the end of the quarter, so this is the one that closes it.');
  desk.follow('missing-summary', 'Draft the summary of 2026-Q4 from the record');
  desk.say(
    'Every line of the draft is their own, with the meeting that it comes from. What it means is theirs to say: each of them',
    'adds a line.',
  );
  desk.replaceLast('\n#### Calm in incidents\n', '\n- Priya: I want to pass this habit on\n\n#### Calm in incidents\n');
  desk.write('- Tom: ready to lead a real one in office hours\n');
  desk.say('The last thing is the worksheet. They begin one, with a row for each area, above the meetings.');
  desk.insertBefore(
    '## 2026-10-05',
    '## EFW\n\n| Responsibility | 2026-Q3 |\n| --- | --- |\n| Runbooks | learning |\n| Incident management | - |\n\n',
  );
  desk.follow('efw-not-updated', 'Add a column for 2026-Q4', 'growing', 'learning');
  desk.done('The quarter is closed. The next finding is one of January: the new quarter has no checkpoint yet.');

  desk.say('', '## The document', '', 'This is what they have now.', '', '````markdown', desk.text.trimEnd(), '````');
  return { text: desk.text, lines: desk.lines };
}

/** Two people at their notes: what they type, what they see, what they choose. */
class Desk {
  text = '';
  readonly lines: string[] = [];
  private today = '';

  say(...lines: readonly string[]): void {
    this.lines.push(...lines, '');
  }

  day(today: string, title: string): void {
    this.today = today;
    const name = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    this.say(`## ${name.format(new Date(`${today}T00:00:00Z`))}: ${title.toLowerCase().replace('1:1', '1:1')}`);
  }

  /** At the end of the document. */
  write(text: string): void {
    this.text += text;
    this.show('They type', text);
  }

  insertBefore(mark: string, text: string): void {
    this.edit(mark, text + mark);
    this.show('They type', text);
  }

  replace(from: string, to: string): void {
    this.edit(from, to);
    this.show('Now it says', lineWith(this.text, to));
  }

  replaceLast(from: string, to: string): void {
    const at = this.text.lastIndexOf(from);
    assert.ok(at >= 0, from);
    this.text = this.text.slice(0, at) + to + this.text.slice(at + from.length);
    this.show('Now it says', to.includes('\n') ? to.trim().split('\n')[0]! : lineWith(this.text, to));
  }

  /** Chooses a fix and types at its tab stops, in their order. */
  follow(rule: string, title: string, ...typed: readonly string[]): void {
    const { finding, fix } = this.fixOf(rule, (candidate) => candidate.title === title);
    this.apply(finding, fix, typed);
  }

  followNearest(rule: string): void {
    const { finding, fix } = this.fixOf(rule, () => true);
    this.apply(finding, fix, []);
  }

  /** Nothing is left to answer. */
  done(remark: string): void {
    assert.deepEqual(
      this.findings().map((finding) => `${finding.rule}: ${finding.message}`),
      [],
    );
    if (remark !== '') this.say(remark);
  }

  private fixOf(rule: string, wanted: (fix: Diagnostic['fixes'][number]) => boolean) {
    for (const finding of this.findings().filter((each) => each.rule === rule)) {
      const fix = finding.fixes.find(wanted);
      if (fix !== undefined) return { finding, fix };
    }
    const found = this.findings().map((each) => `${each.rule}: ${each.fixes.map(({ title }) => title).join('; ')}`);
    throw new Error(`No such fix of ${rule} among:\n${found.join('\n')}\n\n${this.text}`);
  }

  private apply(finding: Diagnostic, fix: Diagnostic['fixes'][number], typed: readonly string[]): void {
    const words = [...typed];
    const edits = fix.edits.map(({ span, newText, snippet }) => ({
      span,
      newText: snippet === null ? newText : filledIn(snippet, words),
    }));
    assert.deepEqual(words, [], 'more was typed than there are tab stops');
    this.text = applyEdits(this.text, edits);
    this.say(`> ${finding.message}`, '', `They choose **${fix.title}**.`);
    const written = edits.map(({ newText }) => newText.trim()).filter((text) => text !== '');
    this.show(
      typed.length === 0 ? 'This is written' : 'With what they type at the tab stops, this is written',
      written.join('\n…\n'),
    );
  }

  private findings(): Diagnostic[] {
    return findingsOf([{ path, text: this.text }], { today: this.today });
  }

  private edit(from: string, to: string): void {
    assert.equal(this.text.split(from).length, 2, `${from} stands there once`);
    this.text = this.text.replace(from, () => to);
  }

  private show(what: string, text: string): void {
    const shown = text.trim();
    if (shown === '') return;
    if (shown.includes('\n')) this.say(`${what}:`, '', '```markdown', shown, '```');
    else this.say(`${what}: \`${shown}\``);
  }
}

/** A snippet with words at its tab stops, as an editor leaves it. */
function filledIn(snippet: string, words: string[]): string {
  return snippet.replace(/\\([\\$}])|\$\{\d+\}/g, (whole, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    assert.ok(words.length > 0, `nothing to type at ${whole} in ${snippet}`);
    return words.shift()!;
  });
}

function lineWith(text: string, part: string): string {
  return text.split('\n').findLast((line) => line.includes(part)) ?? part;
}
