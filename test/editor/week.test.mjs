/** A week in the life: Monday's documents, what is due, a meeting, a promise kept, a focus area spoken of; views and picture follow. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { keep, until } from './workbench.mjs';

export const title = 'a week in the life';
export const workspace = 'examples';

const mondays = ['one-on-ones/dana-reyes.md', 'one-on-ones/mei-tanaka.md', 'one-on-ones/tomas-lindqvist.md'];
const [, mei, tomas] = mondays;

/** A third report, with whom the routine has not begun. */
export function prepare({ folder }) {
  const lines = ['---', 'report: Mei Tanaka', 'manager: Sam Osei', '---', '', '## 2026-11-17', '', '- New desk', ''];
  writeFileSync(path.join(folder, mei), lines.join('\n'));
}

export const steps = {
  async 'a folder without a 1:1 document in front starts nothing and says nothing'({ workbench }) {
    await workbench.openFile('README.md');
    assert.notEqual(await workbench.activationTime(), null, 'it runs');
    assert.equal(await workbench.page.locator('.statusbar-item', { hasText: 'FY27' }).count(), 0);
    assert.deepEqual(await workbench.notifications(), []);
  },

  async 'open the documents of the day and see what is due'({ workbench }) {
    for (const note of mondays) await workbench.openFile(note);
    await workbench.command('1:1: Show What Is Due');
    const due = await until('what is due', async () => {
      const rows = await workbench.treeRows('Due');
      return rows.length > 0 && rows;
    });
    assert.match(due[0], /late/);
    assert.ok(
      due.some((row) => row.includes('get the provider contract from legal')),
      due.join('\n'),
    );
  },

  async 'start the meeting'({ workbench }) {
    await workbench.openFile(tomas);
    await workbench.command('1:1: Start Meeting');
    await drawn(workbench, /^## November 24, 2026/).waitFor();
  },

  async 'tick a promise, and it is due no more'({ workbench }) {
    const before = await workbench.treeRows('Due');
    const promise = 'get the provider contract from legal';
    assert.ok(before.some((row) => row.includes(promise)));
    await workbench.command('1:1: Close Promise');
    await workbench.pick('Done');
    await until('a promise less', async () => (await workbench.treeRows('Due')).length === before.length - 1);
  },

  async 'look at the quarter'({ workbench }) {
    await workbench.press('Escape', 'Control+1');
    await workbench.command('1:1: Show Quarter');
    await picture(workbench, 'Mentoring: mentioned in 1 meeting, last on 2026-11-12.').waitFor();
  },

  async 'mention a focus area: the views know, and the picture changes'({ workbench }) {
    const row = async () => (await workbench.treeRows('People')).find((text) => text.startsWith('Mentoring'));
    assert.match(await row(), /Last mentioned 2026-11-12/);
    // His newest meeting is the last one.
    await workbench.press('Escape', 'Control+1', 'Control+End');
    await workbench.typeText('* Mentoring: she talked first');
    await until('the mention', async () => (await row())?.includes('Last mentioned 2026-11-24'));
    await picture(workbench, 'Mentoring: mentioned in 2 meetings, last on 2026-11-24.').waitFor();
    keep(await workbench.screenshot('week'), 'views');
    await workbench.toggleTheme();
    await workbench.screenshot('week-dark');
    await workbench.toggleTheme();
    assert.deepEqual(await workbench.notifications(), [], 'nothing was said that nobody asked for');
  },
};

/** The picture of the quarter, once its words for a screen reader say something. */
function picture({ page }, words) {
  const panel = page.locator('iframe.webview:visible').first().contentFrame().frameLocator('iframe#active-frame');
  return panel.locator('svg[role=img]', { hasText: words });
}

function drawn(workbench, pattern) {
  const text = new RegExp(pattern.source.replaceAll(' ', '[ \\u00a0]'));
  return workbench.page.locator('.editor-group-container.active .view-line', { hasText: text }).first();
}
