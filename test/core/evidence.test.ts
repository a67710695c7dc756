/** What a drafted summary may say: the pair's own words with their meetings, and nothing private. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFix, findingsOf } from '../check.ts';
import { missingSummary } from '../../server/src/rules/missing-summary.ts';
import { summaryWithoutFocusArea } from '../../server/src/rules/summary-without-focus-area.ts';
import { openFixture, type File } from '../workspace.ts';

const path = 'one-on-ones/dana.md';
const today = '2026-10-07';

const head = `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Incident response

**Goals**

- Run an incident **end to end**, see [the guide](https://example.org/guide)

**Targets**

- [x] Lead two reviews by 2026-09-15
- [-] Write the handover page

**Ideas**

- Shadow the on-call

#### Focus area: Toil reduction 🔥

**Goals**

- Halve the pages
`;

const end = `
## 2026-09-28

- Short one today
`;

/** What is added to a document by the draft of its missing summary. */
function draftOf(files: readonly File[]): string {
  const [finding] = findingsOf(files, { today, rule: missingSummary });
  assert.ok(finding, 'no missing-summary');
  const [edit] = finding.fixes[0]!.edits;
  return edit!.newText;
}

function draftOver(meetings: readonly string[], checkpoint = head): string {
  return draftOf([{ path, text: checkpoint + meetings.join('') + end }]);
}

describe('the drafted summary', () => {
  it('keeps marks and links of what the pair wrote', () => {
    const draft = draftOver([]);
    assert.ok(draft.includes('- Goal: Run an incident **end to end**, see [the guide](https://example.org/guide)\n'));
    assert.ok(
      draft.includes('- Target met: Lead two reviews by 2026-09-15\n- Target dropped: Write the handover page\n'),
    );
  });

  it('follows a promise through its copies, and says where it was seen last', () => {
    const draft = draftOver([
      '\n## 2026-07-20\n\n- Incident response\n  - [ ] @dana asks Mei for her notes by 2026-08-07\n',
      '\n## 2026-07-27\n\n- [x] @dana asks Mei for her notes by 2026-08-07\n- [ ] @sam frees a day for toil reduction\n',
    ]);
    const at = '([2026-07-27](#2026-07-27))';
    assert.ok(draft.includes(`- Promise done: @dana asks Mei for her notes by 2026-08-07 ${at}\n`), draft);
    assert.ok(draft.includes(`- Promise open: @sam frees a day for toil reduction ${at}`), draft);
  });

  it('takes what stands under the name of an area, and says a date where only a heading names it', () => {
    const draft = draftOver([
      '\n## 2026-07-20\n\n### Incident response\n\n- Led the drill\n- Calm\n\n### Other\n\n- Cake\n',
      '\n## 2026-08-03 Toil reduction day\n\n- Cake again\n',
    ]);
    const link = '[2026-07-20](#2026-07-20)';
    assert.ok(draft.includes(`- ${link}: Led the drill\n- ${link}: Calm\n`), draft);
    assert.ok(draft.includes('- [2026-08-03](#2026-08-03-toil-reduction-day)'), draft);
    assert.doesNotMatch(draft, /cake/i);
  });

  it('links to the files of a series of files', () => {
    const meeting =
      '---\nreport: Dana Reyes\nmanager: Sam Osei\ndate: 2026-08-03\n---\n\n- Incident response: led the drill, see [the card](card.md#first) and [us](../../team.md)\n';
    const draft = draftOf([
      { path, text: head + end },
      { path: 'one-on-ones/dana/3 August.md', text: meeting },
    ]);
    const line = 'led the drill, see [the card](dana/card.md#first) and [us](../team.md)';
    assert.ok(draft.includes(`- [2026-08-03](dana/3%20August.md): ${line}\n`), draft);
  });

  it('loses the lines of a meeting with the meeting, and no others', () => {
    const secret = fc.integer({ min: 0, max: 5 });
    const line = fc.constantFrom(
      '- Incident response: led it on %',
      '- [x] @dana writes down incident response of %',
      '- **Toil reduction** was less on %',
      '- Toil reduction\n  - counted % hours\n  - [ ] @sam counts his % as well',
      '- Cake on %',
    );
    const month = ['07-13', '07-20', '07-27', '08-03', '08-10'];
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        secret,
        (lines, nth) => {
          const meetings = lines.map((each, index) => {
            const date = `2026-${month[index]!}`;
            return `\n## ${date}\n\n${each.map((text) => text.replaceAll('%', date)).join('\n')}\n`;
          });
          const gone = nth % meetings.length;
          const before = draftOver(meetings).split('\n');
          const after = draftOver(meetings.filter((_, index) => index !== gone)).split('\n');
          assert.deepEqual(
            after,
            before.filter((text) => !text.includes(`2026-${month[gone]!}`)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never holds private text, wherever it stands', () => {
    const word = 'xyzzy';
    const hidden = [
      `<!-- private -->\n\n- Incident response: ${word}\n- [ ] @dana thinks about incident response ${word}\n\n<!-- /private -->\n`,
      `### Private\n\n- Incident response: ${word}\n- [ ] @sam asks about toil reduction ${word}\n`,
      `### Incident response 🔒\n\n- ${word}\n`,
      `<!-- private -->\n\n### Incident response\n\n- ${word}\n\n#### Toil reduction\n\n- ${word}\n`,
      `**Agenda**\n\n- Cake\n\n<!-- private -->\n\n**Incident response**\n\n- ${word}\n\n<!-- /private -->\n\n- More cake\n`,
    ];
    for (const text of hidden) {
      const draft = draftOver([`\n## 2026-07-20\n\n${text}`, '\n## 2026-07-27\n\n- Incident response: seen\n']);
      assert.ok(!draft.includes(word), text);
      assert.ok(draft.includes(': seen'), text);
    }
    const secretGoal = head.replace(
      '- Halve the pages',
      `<!-- private -->\n\n- ${word}\n\n<!-- /private -->\n\n- Halve the pages`,
    );
    assert.ok(!draftOver([], secretGoal).includes(word));
    assert.ok(draftOver([], secretGoal).includes('Goal: Halve the pages'));
    const secretArea = head.replace('Toil reduction 🔥', `${word} 🔒`);
    assert.ok(!draftOver([], secretArea).includes(word));
  });

  it('goes where a private part has ended', () => {
    const text = `${head}${end}\n<!-- private -->\n\n- Tired of Sam\n\n<!-- /private -->\n`;
    const [finding] = findingsOf([{ path, text }], { today, rule: missingSummary });
    const [fixed] = applyFix([{ path, text }], finding!.fixes[0]!);
    assert.ok(fixed!.text.indexOf('### Summary') > fixed!.text.indexOf('/private'));
    assert.deepEqual(findingsOf([fixed!], { today, rule: missingSummary }), []);
  });

  it('completes a table by a row', () => {
    const text = `${head}${end}\n### Summary 2026-Q3\n\n| Area | What came of it |\n| --- | --- |\n| Incident response | Two reviews |\n`;
    const [finding] = findingsOf([{ path, text }], { today, rule: summaryWithoutFocusArea });
    const [fixed] = applyFix([{ path, text }], finding!.fixes[0]!);
    assert.ok(fixed!.text.includes('| Incident response | Two reviews |\n| Toil reduction 🔥 |  |\n'), fixed!.text);
  });
});

describe('private comments', () => {
  it('hide what they enclose and nothing after it', () => {
    const note = `---\nreport: Dana Reyes\n---\n\n## 2026-07-20\n\n### Topics\n\n- Cake\n\n<!-- private -->\n\n- Secret\n\n<!-- /private -->\n\n- More cake\n\n### Next\n\n- Tea\n`;
    const [series] = openFixture(note).series;
    const [topics, next] = series!.meetings[0]!.meeting.section.sections;
    assert.deepEqual(
      topics!.entries.map(({ text }) => text),
      ['Cake', 'More cake'],
    );
    assert.deepEqual(
      topics!.sections.map(({ isPrivate, entries }) => [isPrivate, entries[0]!.text]),
      [[true, 'Secret']],
    );
    assert.equal(topics!.isPrivate || next!.isPrivate, false);
  });
});
