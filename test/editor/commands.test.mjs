/** The commands of the palette, each as a person gives it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keep, until } from './workbench.mjs';

export const title = 'commands';
export const workspace = 'examples';

const dana = 'one-on-ones/dana-reyes.md';
const tomas = 'one-on-ones/tomas-lindqvist.md';

export const steps = {
  async 'New 1:1 Document asks four questions and writes beside the others'({ workbench, folder }) {
    await workbench.openFile(dana);
    await workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4 week' }).waitFor();
    await workbench.command('1:1: New 1:1 Document');
    await workbench.answer('Who is the document about?', 'Mei Tanaka');
    await workbench.pick('Sam Osei');
    await workbench.screenshot('new-document');
    await workbench.pick('Site Reliability Engineer');
    await workbench.pick('Senior Site Reliability Engineer');
    await tab(workbench, 'mei-tanaka.md');
    await workbench.save();
    const text = readFileSync(path.join(folder, 'one-on-ones/mei-tanaka.md'), 'utf8');
    assert.match(
      text,
      /^---\nreport: Mei Tanaka\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: senior\n---\n/,
    );
  },

  async 'Start Quarter writes the checkpoint, and one undo takes it back'({ workbench, folder }) {
    await workbench.openFile(dana);
    const before = readFileSync(path.join(folder, dana), 'utf8');
    await workbench.command('1:1: Start Quarter');
    await line(workbench, /^###? Checkpoint FY27-Q4/).waitFor();
    await workbench.undo();
    await line(workbench, /^###? Checkpoint FY27-Q4/).waitFor({ state: 'detached' });
    await workbench.save();
    assert.equal(readFileSync(path.join(folder, dana), 'utf8'), before);
  },

  async 'Close Promise closes the one under the cursor at its newest copy; Enter is enough'({ workbench, folder }) {
    await workbench.openFile(dana);
    const lines = readFileSync(path.join(folder, dana), 'utf8').split('\n');
    const at = lines.findIndex((text) => text.startsWith('- [ ] @dana brings two or three'));
    await workbench.goTo(at + 1, 12);
    const asked = (words) => workbench.page.locator('.quick-input-widget', { hasText: words });
    const [question, otherwise] = [asked('What became of the promise?'), asked('Which promise of Dana Reyes?')];
    // The extension hears of a cursor a little later than the window shows it, and asks which one until it did.
    await until('the question', async () => {
      await workbench.command('1:1: Close Promise');
      await question.or(otherwise).first().waitFor();
      return question.isVisible();
    });
    await workbench.screenshot('close-promise');
    await workbench.press('Enter');
    await line(workbench, /^- \[x\] @dana brings two or three/).waitFor();
    await workbench.save();
    const after = readFileSync(path.join(folder, dana), 'utf8').split('\n');
    assert.deepEqual(
      after.filter((text, index) => text !== lines[index]),
      [lines[at].replace('[ ]', '[x]')],
    );
  },

  async 'Close Quarter drafts the summary from the notes'({ workbench }) {
    await workbench.openFile(tomas);
    await workbench.command('1:1: Close Quarter');
    await line(workbench, 'Target open: Design note').waitFor();
    await workbench.screenshot('close-quarter');
    await workbench.undo();
  },

  async 'Open 360 Record and Hand-over Pack open pages that nobody has saved'({ workbench, folder }) {
    await workbench.command('1:1: Open 360 Record');
    await tab(workbench, '360-record-tomas-lindqvist.md');
    await line(workbench, '# 360 record: Tomas Lindqvist').waitFor();
    // By its tab: the name of the page holds the name of the note, and opening by name would take either.
    await workbench.page.getByRole('tab', { name: /^tomas-lindqvist\.md/ }).click();
    // Its commands are offered once the extension knows the document in front, as the status bar shows.
    await workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4' }).waitFor();
    await workbench.command('1:1: Hand-over Pack');
    await tab(workbench, 'hand-over-tomas-lindqvist.md');
    await line(workbench, '# Hand-over: Tomas Lindqvist').waitFor();
    await workbench.screenshot('hand-over');
    assert.ok(!existsSync(path.join(folder, 'hand-over-tomas-lindqvist.md')));
  },

  async 'Open Role Description goes to the level of the document in front'({ workbench }) {
    await workbench.openFile(dana);
    await workbench.command('1:1: Open Role Description');
    await tab(workbench, 'site-reliability-engineer.md');
  },

  async 'Explain Configuration says what applies and why'({ workbench }) {
    await workbench.openFile(dana);
    await workbench.command('1:1: Explain Configuration');
    await line(workbench, '- `quarters.startMonth`: `2` (line 2 of the file)').waitFor();
    await workbench.screenshot('explain-configuration');
  },

  async 'Check Workspace Privacy answers'({ workbench }) {
    await workbench.command('1:1: Check Workspace Privacy');
    const said = await until('an answer', async () => (await workbench.notifications())[0]);
    assert.match(said, /^Nothing found in 3 1:1 documents/);
    await workbench.press('Escape');
  },

  async 'Open Sample Document opens an invented one, which is read like any other'({ workbench }) {
    await workbench.command('1:1: Open Sample Document');
    await line(workbench, '# 1:1 Amal Haddad').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'week' }).waitFor();
    await workbench.screenshot('sample');
  },

  async 'the walkthrough has six steps at most'({ workbench }) {
    await workbench.command('Welcome: Open Walkthrough...');
    await workbench.pick('Get started with 1:1 Notes');
    const steps = workbench.page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 6);
    keep(await workbench.screenshot('walkthrough'), 'walkthrough');
    // Changing the theme leaves the walkthrough for the page with all of them.
    await workbench.toggleTheme();
    await workbench.page.getByText('Get started with 1:1 Notes').first().click();
    await steps.first().waitFor();
    await workbench.screenshot('walkthrough-dark');
    await workbench.toggleTheme();
  },
};

function tab(workbench, name) {
  return workbench.page.locator('.tab.active', { hasText: name }).waitFor();
}

/** The drawn line that says this; VS Code draws blanks as no-break spaces. */
function line(workbench, text) {
  const pattern = typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
  return workbench.page
    .locator('.editor-group-container.active .view-line', {
      hasText: new RegExp(pattern.replaceAll(' ', '[ \\u00a0]'), 'i'),
    })
    .first();
}
