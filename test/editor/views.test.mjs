/** The views, the status bar and the commands that lead to them. */
import assert from 'node:assert/strict';
import { until } from './workbench.mjs';

export const title = 'views';
export const workspace = 'examples';

const note = 'one-on-ones/dana-reyes.md';

export const steps = {
  async 'the view of people shows quarter, focus areas, targets and promises'({ workbench }) {
    await workbench.showView('1:1s');
    const rows = await until('the people', async () => {
      const found = await workbench.treeRows('People');
      return found.some((row) => row.startsWith('Dana Reyes')) && found;
    });
    assert.ok(
      rows.some((row) => row.startsWith('FY27-Q4 · week 4 of 14')),
      rows.join('\n'),
    );
    assert.ok(
      rows.some((row) => row.startsWith('Mentoring')),
      rows.join('\n'),
    );
    await workbench.screenshot('views');
  },

  async 'what is due is listed, late ones first, and a click opens the line'({ workbench }) {
    const [first] = await workbench.treeRows('Due');
    assert.equal(first, 'Summary of FY27-Q3 · Dana Reyes · late, due 2026-10-26');
    await workbench.clickRow('Due', 'Checkpoint of FY27-Q4', 'dana-reyes.md');
  },

  async 'the status bar tells quarter and week of the document in front'({ workbench }) {
    await workbench.openFile(note);
    await workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4 week 4/14' }).waitFor();
    await workbench.screenshot('status-bar');
  },

  async 'starts a meeting, once a day, and one undo takes it back'({ workbench }) {
    await workbench.command('1:1: Start Meeting');
    const heading = workbench.page.locator('.view-line', { hasText: '## 2026-11-24' });
    await heading.waitFor();
    await workbench.screenshot('start-meeting');
    await workbench.command('1:1: Start Meeting');
    assert.equal(await heading.count(), 1);
    await workbench.undo();
    await heading.waitFor({ state: 'detached' });
  },
};
