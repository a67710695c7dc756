/** What helps while one writes: snippets, rename, what can be switched on and off, and the way from the text to the picture. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useSettings } from './themes.mjs';
import { until } from './workbench.mjs';

export const title = 'in the text';
export const workspace = 'examples';

const note = 'one-on-ones/tomas-lindqvist.md';
const area = 'Leaving a provider';

export const steps = {
  async 'snippets wait to be asked in a page that is no 1:1 document'({ workbench }) {
    await workbench.openFile('README.md');
    await workbench.press('Control+End');
    await workbench.typeText('\nWe meet');
    assert.equal(await workbench.page.locator('.suggest-widget.visible').count(), 0);
    await workbench.press('Shift+Home', 'Delete');
  },

  async 'a snippet makes a meeting of today, from stop to stop'({ workbench, folder }) {
    await workbench.typeText('1on1-me');
    assert.equal((await workbench.complete('1on1-meeting'))[0], '1on1-meeting');
    await workbench.accept('1on1-meeting');
    await drawn(workbench, /^## \d{4}-\d\d-\d\d$/).waitFor();
    await workbench.press('Tab');
    await workbench.typeText('The new desk');
    await workbench.press('Tab');
    await workbench.typeText('dana');
    await workbench.press('Tab');
    await workbench.typeText('asks for a lamp');
    await workbench.press('Tab');
    await workbench.typeText('2026-12-01');
    await workbench.screenshot('snippet');
    await workbench.press('Escape');
    await workbench.save();
    assert.match(
      readFileSync(path.join(folder, 'README.md'), 'utf8'),
      /\n## \d{4}-\d\d-\d\d\n\n### Topics\n\n- The new desk\n\n### Actions\n\n- \[ \] @dana asks for a lamp by 2026-12-01$/,
    );
  },

  async 'renames a focus area wherever it is named, and one undo takes it back'({ workbench, folder }) {
    await workbench.openFile(note);
    const before = readFileSync(path.join(folder, note), 'utf8');
    const lines = before.split(/\r?\n/);
    const at = lines.findIndex((line) => /^#+ .*Leaving a provider$/.test(line));
    await workbench.goTo(at + 1, lines[at].length - 3);
    const box = workbench.page.locator('.rename-box input');
    await until('the box', async () => {
      await workbench.press('F2');
      return box.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await box.fill('Two providers');
    await workbench.screenshot('rename');
    await workbench.press('Enter');
    await drawn(workbench, /Two providers/).waitFor();
    await workbench.save();
    assert.equal(readFileSync(path.join(folder, note), 'utf8'), before.replaceAll(area, 'Two providers'));
    await workbench.undo();
    await workbench.save();
    assert.equal(readFileSync(path.join(folder, note), 'utf8'), before);
  },

  async 'inlay hints and lenses come and go with their settings'({ workbench, folder }) {
    const lens = workbench.page.locator('.codelens-decoration a:visible', { hasText: 'last mentioned' }).first();
    const hint = drawn(workbench, /Thu · W1 FY27-Q4/);
    await workbench.goTo(lineOf(folder, /^## November 5, 2026$/), 1);
    await lens.waitFor();
    assert.equal(await hint.count(), 0);
    useSettings(folder, { 'oneOnOne.codeLens.enabled': false, 'oneOnOne.inlayHints.enabled': true });
    await lens.waitFor({ state: 'detached' });
    await hint.waitFor();
    await workbench.screenshot('inlay-hints');
    useSettings(folder, {});
    await lens.waitFor();
    await hint.waitFor({ state: 'detached' });
  },

  async 'the quarter in the status bar leads to its picture'({ workbench }) {
    const item = workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4 week 4/14' });
    assert.match(await item.locator('a').first().getAttribute('aria-label'), /FY27-Q4, week 4 of 14, 3 focus areas/);
    await item.click();
    const panel = workbench.page.locator('iframe.webview:visible').first().contentFrame();
    await panel.frameLocator('iframe#active-frame').locator('h1', { hasText: 'Tomas Lindqvist: FY27-Q4' }).waitFor();
    assert.deepEqual(await workbench.notifications(), []);
  },
};

/** A drawn line; VS Code draws blanks as no-break spaces. */
function drawn({ page }, pattern) {
  const text = new RegExp(pattern.source.replaceAll(' ', '[ \\u00a0]'));
  return page.locator('.editor-group-container.active .view-line', { hasText: text }).first();
}

function lineOf(folder, pattern) {
  const lines = readFileSync(path.join(folder, note), 'utf8').split(/\r?\n/);
  return lines.findIndex((line) => pattern.test(line)) + 1;
}
