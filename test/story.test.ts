/**
 * A believable year: one pair, 53 Mondays, five quarters. At ten days the notes are as they were on that day, and what
 * is said about them is what a careful human assistant would say, and nothing else.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixAll } from '../server/src/cli/fix.ts';
import { applyEdits } from '../server/src/core/text.ts';
import { codeLenses } from '../server/src/features/code-lens.ts';
import type { Diagnostic } from '../server/src/rules/run.ts';
import { applyFix, findingsOf } from './check.ts';
import { openWorkspace, uriOf, type File } from './workspace.ts';

const story = readFileSync(new URL('notes/story/noor-haddad.txt', import.meta.url), 'utf8');
const path = 'one-on-ones/noor-haddad.md';
const settings: File = {
  path: '.one-on-one.yaml',
  text: 'feedback:\n  opens: 2026-10-05\n  closes: 2026-10-23\n  covers: 4\n',
};

/**
 * The notes on a day: without the meetings after it, with each box ticked on its day (`[x 2026-02-06]`), and with the
 * lines that were there then (`{since 2026-01-19 until 2026-04-12}`).
 */
function notesOn(today: string): File {
  const [head, ...meetings] = story.split(/^(?=## 20)/m);
  const held = meetings.filter((meeting) => meeting.slice(3, 13) <= today);
  const lines = [head!, ...held].join('').trimEnd().split('\n');
  const text = lines.flatMap((line) => {
    const {
      since = '',
      until = '9999',
      rest = line,
    } = /^\{since (?<since>[\d-]+)(?: until (?<until>[\d-]+))?\} ?(?<rest>.*)$/.exec(line)?.groups ?? {};
    if (today < since || today > until) return [];
    return rest.replace(/\[x (\S+)\]/, (_, day: string) => (day <= today ? '[x]' : '[ ]'));
  });
  return { path, text: `${text.join('\n').trimEnd()}\n` };
}

/** Severity, rule, the line that is marked, and the message. */
function said(files: readonly File[], today: string): string[] {
  return findingsOf(files, { today }).map(({ severity, rule, span, message }) => {
    const { text } = files[0]!;
    const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1).split('\n')[0]!;
    return `${severity} ${rule} at "${line}": ${message}`;
  });
}

function checkSaid(today: string, expected: readonly string[], ...further: readonly File[]): void {
  assert.deepEqual(said([notesOn(today), ...further], today), expected);
}

/** The titles of the fixes of a rule's finding, in the order they are offered. */
function offered(rule: string, today: string): string[] {
  return findingOf(rule, [notesOn(today)], today).fixes.map(({ title }) => title);
}

/** The text after the first fix of a rule's finding, and what is still said then. */
function afterFix(rule: string, today: string): { text: string; left: string[] } {
  const files = [notesOn(today)];
  const fixed = applyFix(files, findingOf(rule, files, today).fixes[0]!);
  return { text: fixed[0]!.text, left: findingsOf(fixed, { today }).map((finding) => finding.rule) };
}

/** What stands above the lines, as `line: text`. */
function lenses(today: string): string[] {
  const { documents, series, context } = openWorkspace([notesOn(today)], today);
  const lines = notesOn(today).text.split('\n');
  const request = { document: documents[0]!, series: series[0]!, context };
  return codeLenses(request, { showQuarter: 'q', showDue: 'd' }).map(
    ({ range, command }) => `${lines[range.start.line]}: ${command!.title}`,
  );
}

function findingOf(rule: string, files: readonly File[], today: string): Diagnostic {
  const found = findingsOf(files, { today }).find((finding) => finding.rule === rule);
  assert.ok(found, `no ${rule}`);
  return found;
}

const late =
  'info late-checkpoint at "### Checkpoint 2025-Q3": The checkpoint of 2025-Q3 was written on 2025-07-28, not in the first 1:1 of the quarter (2025-07-07). Nothing to do now; choose them earlier next quarter.';

describe('a believable year', () => {
  it('July: Piet and Noor are new to each other, and the quarter has begun', () => {
    const today = '2025-07-15';
    checkSaid(today, [
      'warning missing-checkpoint at "## 2025-07-07": 2025-Q3 has no checkpoint yet. Choose two or three focus areas in its first 1:1.',
    ]);
    assert.deepEqual(offered('missing-checkpoint', today), [
      'Insert a checkpoint for 2025-Q3',
      'Insert a checkpoint for 2025-Q3 with focus areas of the next level (Senior Database Reliability Engineer)',
    ]);
  });

  it('the end of July: they have chosen, in the fourth meeting, and nothing will remind them', () => {
    const today = '2025-07-28';
    checkSaid(today, [
      late,
      'warning missing-standing-agenda at "### Checkpoint 2025-Q3": There is no standing agenda that keeps the focus areas of 2025-Q3 in view. Add one.',
    ]);
    assert.deepEqual(afterFix('missing-standing-agenda', today).left, ['late-checkpoint']);
  });

  it('September: the holidays are over, one area has gone quiet, and Piet owes a mail', () => {
    const today = '2025-09-16';
    checkSaid(today, [
      late,
      'hint neglected-focus-area at "#### Focus area: Leading data incidents": Focus area "Leading data incidents" has not come up in the last three meetings (last on 2025-08-04). Take it up in the next 1:1.',
      'info overdue-promise at "- [ ] @piet asks the storage vendor for the figures by 2025-09-05": "asks the storage vendor for the figures" (Piet Jansen) was due on 2025-09-05. Mark it done, drop it, or give it a new date.',
    ]);
    const { text, left } = afterFix('neglected-focus-area', today);
    assert.ok(text.endsWith('Of course.\n- Leading data incidents:\n'));
    assert.deepEqual(left, ['late-checkpoint', 'overdue-promise']);
  });

  it('the first of October: the quarter ended without a word, and the draft is theirs', () => {
    const today = '2025-10-01';
    checkSaid(today, [
      'warning missing-summary at "## 2025-09-29": 2025-Q3 has no summary of its focus areas. Record in its last 1:1 what came of them.',
    ]);
    const { text, left } = afterFix('missing-summary', today);
    assert.deepEqual(left, []);
    assert.equal(text.slice(text.indexOf('### Summary')), draft);
  });

  it('November: all is well, and nothing is said', () => checkSaid('2025-11-18', []));

  it('January: new areas, last year’s agenda, and a slip in the new worksheet', () => {
    const today = '2026-01-13';
    checkSaid(today, [
      'warning stale-agenda-item at "- Focus area: Leading data incidents": "Leading data incidents" was a focus area of 2025-Q4 and is not one of 2026-Q1. Take it off the standing agenda.',
      'warning stale-agenda-item at "- Focus area: Schema changes": "Schema changes" was a focus area of 2025-Q4 and is not one of 2026-Q1. Take it off the standing agenda.',
      'error unknown-rating at "| Schema changes         | growng   |": "growng" is not on the rating scale (learning, growing, thriving, expert). Did you mean "growing"?',
      'warning focus-area-not-on-agenda at "#### Focus area: Recovery objectives": Focus area "Recovery objectives" is not on the standing agenda. Add it, so that the weekly 1:1 comes back to it.',
      'warning focus-area-not-on-agenda at "#### Focus area: Maintenance notices": Focus area "Maintenance notices" is not on the standing agenda. Add it, so that the weekly 1:1 comes back to it.',
    ]);
    assert.ok(afterFix('unknown-rating', today).text.includes('| Schema changes         | growing  |\n'));
  });

  it('January, after Fix All: the agenda is that of the new quarter, and the slip is theirs to mend', () => {
    const today = '2026-01-13';
    const fixed = fixAll<readonly File[]>(
      [notesOn(today)],
      (files) => findingsOf(files, { today }),
      ([file], edits) => [{ path, text: applyEdits(file!.text, edits.get(uriOf(path)) ?? []) }],
      () => true,
    );
    assert.deepEqual(
      fixed.diagnostics.map(({ rule }) => rule),
      ['unknown-rating'],
    );
    const agenda = /## Standing agenda\n\n(?<items>(?:- .*\n)+)/.exec(fixed.state[0]!.text)!.groups!.items!;
    assert.deepEqual(
      agenda.split('\n').filter((line) => line.includes('Focus area')),
      ['- Focus area: Recovery objectives', '- Focus area: Maintenance notices'],
    );
  });

  it('February: the lenses say how the quarter stands, and nothing has to be said', () => {
    checkSaid('2026-02-17', []);
    assert.deepEqual(lenses('2026-02-17').slice(-4), [
      '### Checkpoint 2026-Q1: 2 focus areas · 1 of 3 targets met',
      '#### Focus area: Recovery objectives: last mentioned 2026-02-09 · 1 meeting since · 0 of 2 targets met',
      '#### Focus area: Maintenance notices: last mentioned 2026-02-16 · 1 of 1 target met',
      '## 2026-02-16: 1 due',
    ]);
    assert.ok(lenses('2026-02-17').every((each) => !/Q[34]/.test(each) || !each.includes('since')));
  });

  it('March: an area whose targets are met may rest', () => checkSaid('2026-03-24', []));

  it('April: a hurried end of the quarter left gaps', () => {
    const today = '2026-04-07';
    checkSaid(today, [
      'warning efw-not-updated at "## EFW": The EFW has no column for 2026-Q1. Rate the quarter together.',
      'warning summary-without-focus-area at "### Summary 2026-Q1": The summary of 2026-Q1 leaves out "Maintenance notices". Add what came of it.',
    ]);
    const worksheet = afterFix('efw-not-updated', today).text;
    assert.ok(worksheet.includes(column), worksheet);
    const summary = afterFix('summary-without-focus-area', today);
    assert.deepEqual(summary.left, ['efw-not-updated']);
    assert.ok(summary.text.endsWith(entry), summary.text.slice(-900));
  });

  it('September again: the 360 comes nearer, and the spring was never written down', () => {
    const today = '2026-09-15';
    checkSaid(
      today,
      [
        'warning missing-summary at "## 2026-06-29": 2026-Q2 has no summary of its focus areas. Record in its last 1:1 what came of them.',
        'info 360-unprepared at "## 2026-06-29": The 360 feedback opens on 2026-10-05, and 2026-Q2 has no summary yet. Write it, so that it rests on more than memory.',
        'hint ad-hoc-career-talk at "### Career": This career talk touches no focus area of 2026-Q3. Tie it to "Teaching SQL" or "Capacity for data", or keep it for the next checkpoint.',
      ],
      settings,
    );
    assert.deepEqual(afterFix('missing-summary', today).left, ['ad-hoc-career-talk']);
  });
});

const draft = `### Summary 2025-Q3

#### Restores we can trust

- Goal: Anybody on call can bring the archive back
- Target met: Restore the archive once by 2025-08-29
- Target open: A restore every week without hands by 2025-09-30
- [2025-08-04](#2025-08-04): the canteen menu is back from the dead. Four minutes.
- [2025-09-01](#2025-09-01): the archive disk is slower than the river. Needs figures from the vendor before the next try.
- [2025-09-08](#2025-09-08): That was restores we can trust, part one. Part two is doing it without her.

#### Leading data incidents

- Goal: Say "stop" early enough to be able to say "go" again
- Target open: Lead one drill by 2025-09-26
- [2025-08-04](#2025-08-04): talked to Ruud. He has a card. "When two gauges disagree I believe neither."
- [2025-09-22](#2025-09-22): no drill, the control room was short of people. Planned for October, with a date this time.
- Promise done: @noor writes a card of her own for leading data incidents ([2025-08-04](#2025-08-04))
`;

const column = `| Responsibility         | 2025-Q4  | 2026-Q1 |
| ---------------------- | -------- | ------- |
| Backups                | thriving |         |
| Schema changes         | growing  |         |
| Maintenance notices    | learning |         |
| Leading data incidents | growing  |         |
| Recovery objectives    | -        |         |
`;

const entry = `
- **Maintenance notices**:
  - Goal: The control room reads a notice once
  - Target met: Three notices with a reader from the control room by 2026-02-27
  - [2026-01-19](#2026-01-19): the first one read aloud. Two sentences left of nine.
  - [2026-02-09](#2026-02-09): Ruud reads every draft now. He circles words he would not say on the radio.
  - [2026-02-16](#2026-02-16): Third notice went out, no calls. Maintenance notices, tick.
`;
