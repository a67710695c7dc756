/** What the window is like in other circumstances: Restricted Mode, no server, no notes, no folder, no disk. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { memoryFolder } from './worker.mjs';
import { until } from './workbench.mjs';

export const title = 'other circumstances';
export const workspace = 'examples';

/** The prompt and the banner are VS Code's own; without them it only says so in the status bar. */
export const window = (folder) => ({
  inMemory: folder,
  asksForTrust: true,
  settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
});

const note = 'one-on-ones/dana-reyes.md';
const openAnywhere = ['Open Role Description', 'Open Sample Document', 'Show What Is Due'];

/** A folder of somebody who has not begun. */
export function prepare({ folder }) {
  const plain = path.join(path.dirname(folder), 'plain');
  mkdirSync(plain);
  writeFileSync(path.join(plain, 'README.md'), '# Bread\n\nFlour, water, salt.\n');
  return { plain };
}

export const steps = {
  async 'everything works in Restricted Mode'({ workbench, check }) {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile(note);
    await seesFindings(workbench, check().get(note));
    await startsAndUndoesMeeting(workbench);
    await workbench.showView('1:1s');
    await until('the people', async () => (await rows(workbench)).some((row) => row.startsWith('Dana Reyes')));
    await workbench.screenshot('restricted');
    assert.deepEqual(await workbench.notifications(), []);
  },

  async 'a server that will not stay is said in the views, and starts again from there'({ workbench }) {
    if (workbench.host === 'worker') return;
    // It is started four times more, and then left alone.
    const ended = [];
    for (const _ of Array(5)) {
      const [next, ...others] = await until('a server', () => {
        const alive = workbench.languageServers().filter((own) => !ended.includes(own));
        return alive.length > 0 && alive;
      });
      assert.deepEqual(others, [], 'never two of them');
      process.kill(next, 'SIGKILL');
      ended.push(next);
    }
    const { text, links, press } = await workbench.welcome('People', 'has stopped');
    assert.equal(lines(text)[0], 'The language server has stopped, so nothing is checked and these views are empty.');
    assert.deepEqual(links, ['Restart Server']);
    await until('the last one to end', () => workbench.languageServers().length === 0);
    await workbench.screenshot('stopped');
    assert.deepEqual(await workbench.notifications(), []);
    await press('Restart Server');
    await until('the people', async () => (await rows(workbench)).some((row) => row.startsWith('Dana Reyes')));
  },

  async 'a folder without 1:1 documents starts no server, and says nothing'(context) {
    const before = context.workbench.languageServers();
    const workbench = await reopened(context, context.plain);
    await workbench.openFile('README.md');
    assert.deepEqual(await workbench.offeredCommands(), [
      ...['Check Workspace Privacy', 'Explain Configuration', 'New 1:1 Document'],
      ...openAnywhere,
    ]);
    const milliseconds = await workbench.activationTime();
    assert.notEqual(milliseconds, null, 'it runs');
    if (workbench.host === 'node')
      console.log(`# activate() took ${milliseconds} ms in a window without 1:1 documents`);
    await workbench.showView('1:1s');
    const { text, links } = await workbench.welcome('People', 'no 1:1 document in this folder');
    assert.match(text, /Restricted Mode changes nothing here/);
    assert.deepEqual(links, ['New 1:1 Document', 'Open Sample Document']);
    // VS Code keeps the one of the window before for a while.
    const started = workbench.languageServers().filter((own) => !before.includes(own));
    assert.deepEqual(started, []);
    assert.deepEqual(await workbench.notifications(), []);
    await workbench.screenshot('no-notes-restricted');
  },

  async 'a trusted folder without 1:1 documents offers the first one'(context) {
    context.workbench.set({ 'security.workspace.trust.enabled': false });
    const workbench = await reopened(context, context.plain);
    await workbench.showView('1:1s');
    const { text, links, press } = await workbench.welcome('People', 'no 1:1 document in this folder');
    assert.doesNotMatch(text, /Restricted/);
    assert.deepEqual(links, ['New 1:1 Document', 'Open Sample Document']);
    await workbench.screenshot('no-notes');
    await press('New 1:1 Document');
    await workbench.answer('Who is the document about?', 'Mei Tanaka');
    await workbench.answer('Who is the manager?', 'Sam Osei');
    await workbench.pick('Leave it open');
    await workbench.page.locator('.tab.active', { hasText: 'mei-tanaka.md' }).waitFor();
    await until('the person', async () => (await rows(workbench)).some((row) => row.startsWith('Mei Tanaka')));
    assert.deepEqual(await workbench.notifications(), []);
  },

  async 'a window without a folder offers one, or the sample'(context) {
    const workbench = await reopened(context, null);
    await workbench.showView('1:1s');
    const { links, press } = await workbench.welcome('People', 'Open the folder that holds your 1:1 documents.');
    assert.deepEqual(links, ['Open Folder', 'Open Sample Document']);
    assert.deepEqual(await workbench.offeredCommands(), openAnywhere);
    await workbench.screenshot('no-folder');
    await press('Open Sample Document');
    await until('the person', async () => (await rows(workbench)).some((row) => row.startsWith('Amal Haddad')));
    await workbench.screenshot('no-folder-sample');
  },

  async 'a folder that is on no disk works as any other'(context) {
    const workbench = await reopened(context, memoryFolder);
    await workbench.showView('1:1s');
    await until('the people', async () => (await rows(workbench)).some((row) => row.startsWith('Tomas Lindqvist')));
    // Not by its name: nothing searches such a folder for files.
    await workbench.clickRow('People', 'Dana Reyes', 'dana-reyes.md');
    await seesFindings(workbench, context.check().get(note));
    await startsAndUndoesMeeting(workbench);
    await workbench.command('1:1: Show Quarter');
    const panel = workbench.page.locator('iframe.webview:visible').first().contentFrame();
    await panel.frameLocator('iframe#active-frame').locator('h1', { hasText: 'Dana Reyes: FY27-Q4' }).waitFor();
    await workbench.screenshot('virtual');
    assert.deepEqual(await workbench.notifications(), []);
  },
};

async function reopened(context, folder) {
  context.workbench = await context.workbench.reopen(folder);
  return context.workbench;
}

/** The Problems panel lists as many findings as there are, each with its rule. */
async function seesFindings(workbench, expected) {
  const own = (found) => found.filter(({ file }) => file === path.basename(note)).map(({ rule }) => rule);
  const shown = await until('the findings', async () => {
    const found = own(await workbench.problems());
    return found.length >= expected.length && found;
  });
  assert.deepEqual(shown.sort(), expected.map(({ rule }) => rule).sort());
}

async function startsAndUndoesMeeting(workbench) {
  await workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4 week 4/14' }).waitFor();
  await workbench.command('1:1: Start Meeting');
  const heading = workbench.page.locator('.view-line', { hasText: '## 2026-11-24' });
  await heading.waitFor();
  await workbench.undo();
  await heading.waitFor({ state: 'detached' });
}

function rows(workbench) {
  return workbench.treeRows('People');
}

function lines(text) {
  return text.split('\n').map((line) => line.trim());
}
