/** What the fixes about promises write, beyond the rules' own examples. */
import assert from 'node:assert/strict';
import { forgottenPromise } from '../../server/src/rules/forgotten-promise.ts';
import { overduePromise } from '../../server/src/rules/overdue-promise.ts';
import { promiseWithoutOwner } from '../../server/src/rules/promise-without-owner.ts';
import { ungivenFeedback } from '../../server/src/rules/ungiven-feedback.ts';
import { checkFindings, checkFix } from '../check.ts';
import { openFixture } from '../workspace.ts';

const people = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n';

function checkItemFix(item: string, title: string, fixed: string): void {
  const note = (text: string): string => `${people}## 2026-11-09\n\n### Aktionen / Next steps\n\n${text}\n`;
  checkFix(note(item), note(fixed), { rule: overduePromise, title });
}

describe('an overdue promise', () => {
  const next = 'Give it until the next 1:1 (2026-12-01)';
  it('is given a new date in the form of the old one', () => {
    checkItemFix('- [ ] Dana: Send it by 2026-11-13', next, '- [ ] Dana: Send it by 2026-12-01');
    checkItemFix('- [ ] Send it (by Fri 2026-11-13)', next, '- [ ] Send it (by Tue 2026-12-01)');
    checkItemFix('- [ ] Send it, due November 13, 2026', next, '- [ ] Send it, due December 1, 2026');
    checkItemFix('- [ ] **Dana:** Bericht 📅 2026-11-13', next, '- [ ] **Dana:** Bericht 📅 2026-12-01');
    checkItemFix('- [ ] Bericht bis 13.11.2026', next, '- [ ] Bericht bis 01.12.2026');
    checkItemFix('- [ ] Send it by Friday', next, '- [ ] Send it by 2026-12-01');
    checkItemFix('- [ ] Send it (next week) @dana', next, '- [ ] Send it (by 2026-12-01) @dana');
  });
  it('is closed by its sign', () => {
    checkItemFix('- [/] Send it by Friday', 'Mark done', '- [x] Send it by Friday');
    checkItemFix('- [ ] Send it by Friday', 'Drop', '- [-] Send it by Friday');
    checkItemFix('- TODO Dana: Send it by Friday', 'Mark done', '- [x] TODO Dana: Send it by Friday');
  });
  it('is said once, at its newest copy, and never quoted where it is private', () => {
    checkFindings(
      `${people}## 2026-11-16

- [ ] Send it by 2026-11-17
      ^^^^^^^^^^^^^^^^^^^^^ "Send it" was due on 2026-11-17.

### Private

- [ ] Ask for a raise by 2026-11-17
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A private promise was due on 2026-11-17.

## 2026-11-09

- [ ] Send it by 2026-11-13
`,
      { rule: overduePromise },
    );
  });
  it('is no target of a checkpoint', () => {
    checkFindings(
      `${people}## 2026-10-05\n\n### Checkpoint\n\n- Toil\n  - Targets:\n    - [ ] Ten pages by 2026-10-30\n`,
      {
        rule: overduePromise,
      },
    );
  });
});

describe('a forgotten promise', () => {
  it('is overdue instead once its date has passed', () => {
    checkFindings(
      `${people}## 2026-11-02\n\n- [ ] Send it by 2026-11-13\n\n## 2026-11-09\n\n- Rota\n\n## 2026-11-16\n\n- Rota\n`,
      { rule: forgottenPromise },
    );
  });
  it('names its owner where it is carried over from a list or table that did', () => {
    const carried = 'Carry over to 2026-11-16';
    checkFix(
      `${people}## 2026-11-02\r\n\r\n### Actions\r\n\r\n**Dana**\r\n\r\n- Send it\r\n\r\n## 2026-11-09\r\n\r\n- Rota\r\n\r\n## 2026-11-16\r\n\r\n- Rota\r\n`.replaceAll(
        '\r\n',
        '\n',
      ),
      `${people}## 2026-11-02\n\n### Actions\n\n**Dana**\n\n- Send it\n\n## 2026-11-09\n\n- Rota\n\n## 2026-11-16\n\n- Rota\n\n### Actions\n\n- [ ] Dana Reyes: Send it\n`,
      { rule: forgottenPromise, title: carried },
    );
    checkFix(
      `${people}## 2026-11-02\n\n| Task | Who | By |\n| --- | --- | --- |\n| Send it | Sam | 2026-12-24 |\n\n## 2026-11-09\n\n- Rota\n\n## 2026-11-16\n\n### Next steps\n\n- [x] Read it\n`,
      `${people}## 2026-11-02\n\n| Task | Who | By |\n| --- | --- | --- |\n| Send it | Sam | 2026-12-24 |\n\n## 2026-11-09\n\n- Rota\n\n## 2026-11-16\n\n### Next steps\n\n- [x] Read it\n- [ ] Sam Osei: Send it (by 2026-12-24)\n`,
      { rule: forgottenPromise, title: carried },
    );
  });
  it('stays where it is if it is private', () => {
    const [found] = openFixture(
      `${people}## 2026-11-02\n\n### 🔒 Notes\n\n- [ ] Ask for a raise\n\n## 2026-11-09\n\n- Rota\n\n## 2026-11-16\n\n- Rota\n`,
      undefined,
      [forgottenPromise],
    ).diagnostics;
    assert.deepEqual(
      found!.fixes.map(({ title }) => title),
      ['Mark done', 'Drop'],
    );
    assert.doesNotMatch(found!.message, /raise/);
  });
});

describe('a promise without owner', () => {
  const owners: readonly (readonly [string, string])[] = [
    ['Sam: Read it', 'Dana: Send it'],
    ['**Sam:** Read it', 'Dana: Send it'],
    ['@sam Read it', '@dana Send it'],
    ['Read it @sam', 'Send it @dana'],
    ['[Sam] Read it', '[Dana] Send it'],
    ['Read it → Sam', 'Send it → Dana'],
    ['Read it (Sam)', 'Send it (Dana)'],
  ];
  for (const [other, given] of owners) {
    it(`gets one as in "${other}"`, () =>
      checkFix(
        `${people}## 2026-11-16\n\n- [x] ${other}\n- [ ] Send it\n`,
        `${people}## 2026-11-16\n\n- [x] ${other}\n- [ ] ${given}\n`,
        { rule: promiseWithoutOwner, title: 'Give it to Dana Reyes' },
      ));
  }
});

describe('ungiven feedback', () => {
  it('that was copied is marked in every copy', () =>
    checkFix(
      `${people}## 2026-11-02\n\n- Calm in the channel [NOTYETGIVEN]\n\n## 2026-11-09\n\n- Calm in the channel NOTYETGIVEN\n\n## 2026-11-16\n\n- Rota\n`,
      `${people}## 2026-11-02\n\n- Calm in the channel [GIVEN 2026-11-24]\n\n## 2026-11-09\n\n- Calm in the channel GIVEN 2026-11-24\n\n## 2026-11-16\n\n- Rota\n`,
      { rule: ungivenFeedback },
    ));
});
