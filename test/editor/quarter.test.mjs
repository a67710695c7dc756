/** The quarter to look at: lenses in the text, its picture beside it, and focus areas in the markdown preview. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { inEachTheme } from './themes.mjs';
import { pictures, until } from './workbench.mjs';

export const title = 'the quarter in pictures';
export const workspace = 'examples';

const note = 'one-on-ones/tomas-lindqvist.md';

export const steps = {
  async 'lenses say how the quarter stands, and lead to its picture'({ workbench, folder }) {
    await workbench.openFile(note);
    await workbench.goTo(lineOf(folder, /^### Checkpoint FY27-Q4$/), 1);
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: '3 focus areas' });
    await lens.waitFor();
    await workbench.page.locator('.codelens-decoration a', { hasText: 'last mentioned 2026-11-19' }).first().waitFor();
    await workbench.screenshot('lenses');
    await lens.click();
    await inPanel(workbench).locator('h1', { hasText: 'Tomas Lindqvist: FY27-Q4' }).waitFor();
  },

  async 'the picture is good to look at in every theme'({ workbench, folder }) {
    await workbench.resize(1500, 900);
    await workbench.press('Control+B');
    await inEachTheme(workbench, folder, 'quarter');
  },

  async 'a picture for the documentation shows a whole quarter'({ workbench }) {
    const panel = inPanel(workbench);
    await toText(workbench);
    await workbench.openFile('one-on-ones/dana-reyes.md');
    await panel.locator('h1', { hasText: 'Dana Reyes' }).waitFor();
    await panel.locator('#earlier').click();
    await panel.locator('h1', { hasText: 'Dana Reyes: FY27-Q3' }).waitFor();
    const picture = path.join(pictures, 'quarter-page.png');
    await panel.locator('body').evaluate((body) => body.ownerDocument.activeElement.blur());
    await workbench.page.mouse.move(0, 0);
    const { x, y, width } = await workbench.page.locator('iframe.webview:visible').first().boundingBox();
    const { height } = await panel.locator('figure').boundingBox();
    await workbench.page.screenshot({ path: picture, clip: { x: x + 1, y, width: width - 1, height: height + 90 } });
    if (process.env.UPDATE) copyFileSync(picture, path.join(root, 'docs/images/quarter.png'));
    await toText(workbench);
    await workbench.openFile(note);
    await panel.locator('h1', { hasText: 'Tomas Lindqvist: FY27-Q4' }).waitFor();
  },

  async 'a screen reader hears it, and reads tables'({ workbench }) {
    const panel = inPanel(workbench);
    const picture = panel.locator('svg[role=img]');
    const [name, words] = await picture.evaluate((svg) =>
      svg
        .getAttribute('aria-labelledby')
        .split(' ')
        .map((id) => svg.querySelector(`#${id}`).textContent),
    );
    assert.equal(name, 'Tomas Lindqvist: FY27-Q4');
    assert.match(words, /Mentoring: mentioned in 1 meeting, last on 2026-11-12\./);
    assert.deepEqual(await rowsOf(panel, 'meetings'), [
      ['1', '2026-11-05 checkpoint', '', '', ''],
      ['2', '2026-11-12', 'Mentoring', '2', '1'],
      ['3', '2026-11-19', 'Reconciliation without spreadsheets, Leaving a provider', '1', ''],
    ]);
  },

  async 'nothing runs in it but its own script'({ workbench }) {
    const refused = await inPanel(workbench)
      .locator('body')
      .evaluate(async (body) => {
        globalThis.wrong = [];
        body.insertAdjacentHTML('beforeend', '<img src="x" onerror="globalThis.wrong.push(1)">');
        const script = document.createElement('script');
        script.textContent = 'globalThis.wrong.push(2)';
        body.append(script);
        await fetch('https://example.com/').catch(() => globalThis.wrong.push('refused'));
        body.querySelector('img').remove();
        script.remove();
        return globalThis.wrong;
      });
    assert.deepEqual(refused, ['refused']);
  },

  async 'the keyboard goes to the quarter before and back'({ workbench }) {
    const panel = inPanel(workbench);
    const focused = panel.locator('button:focus');
    await panel.locator('#earlier').focus();
    await workbench.press('Enter');
    await panel.locator('h1', { hasText: 'FY27-Q3' }).waitFor();
    assert.equal(await focused.getAttribute('id'), 'earlier');
    assert.equal(await panel.locator('[role=status]').textContent(), 'Tomas Lindqvist: FY27-Q3');
    await workbench.press('Tab', 'Enter');
    await panel.locator('h1', { hasText: 'FY27-Q4' }).waitFor();
    assert.equal(await focused.getAttribute('id'), 'earlier', 'there is none later, so the other has the focus');
  },

  async 'a meeting in the table and a week in the picture lead to their line'({ workbench, folder }) {
    const panel = inPanel(workbench);
    await panel.locator('button', { hasText: '2026-11-12' }).last().click();
    await cursorAt(workbench, lineOf(folder, /^## November 12, 2026$/));
    await panel.locator('g[data-week="3"]').first().click();
    await cursorAt(workbench, lineOf(folder, /^## November 19, 2026$/));
  },

  async 'it follows what is typed'({ workbench, folder }) {
    const panel = inPanel(workbench);
    const before = (await rowsOf(panel, 'areas')).find(([title]) => title === 'Mentoring');
    assert.deepEqual(before.slice(1, 3), ['in 1 of 3', '2026-11-12']);
    await workbench.goTo(lineOf(folder, /^## November 19, 2026$/) + 1, 1);
    await workbench.typeText('\n* Mentoring: starts on Monday\n');
    const after = await until('the picture to change', async () => {
      const row = (await rowsOf(panel, 'areas')).find(([title]) => title === 'Mentoring');
      return row?.[1] === 'in 2 of 3' && row;
    });
    assert.equal(after[2], '2026-11-19');
  },

  async 'it follows the document in front'({ workbench }) {
    await workbench.openFile('one-on-ones/dana-reyes.md');
    await inPanel(workbench).locator('h1', { hasText: 'Dana Reyes: FY27-Q4' }).waitFor();
    await workbench.openFile('README.md');
    await workbench.openFile(note);
    await inPanel(workbench).locator('h1', { hasText: 'Tomas Lindqvist: FY27-Q4' }).waitFor();
  },

  async 'the preview shows how focus areas stand'({ workbench, folder }) {
    await workbench.openFile(note);
    await workbench.press('Control+Shift+V');
    const area = inPreview(workbench).locator('h4', { hasText: 'Reconciliation without spreadsheets' });
    await area.scrollIntoViewIfNeeded();
    assert.equal(await area.getAttribute('id'), 'focus-area-reconciliation-without-spreadsheets');
    await area.locator('.one-on-one-progress').waitFor();
    assert.match(await area.innerText(), /^Focus area: Reconciliation without spreadsheets\s+0 of 2 targets met$/);
    await inEachTheme(workbench, folder, 'preview');
  },

  async 'the preview of another page is as it was'({ workbench }) {
    await workbench.openFile('README.md');
    await workbench.press('Control+Shift+V');
    const preview = inPreview(workbench);
    await preview.locator('h1').first().waitFor();
    assert.equal(await preview.locator('.one-on-one-progress').count(), 0);
  },
};

/** The page of Show Quarter, which is the first webview that was opened. */
function inPanel({ page }) {
  return page.locator('iframe.webview:visible').first().contentFrame().frameLocator('iframe#active-frame');
}

function inPreview({ page }) {
  return page.locator('iframe.webview:visible').last().contentFrame().frameLocator('iframe#active-frame');
}

/** Puts the focus from the picture back into the text beside it, where files are opened then. */
async function toText({ press, page }) {
  await press('Control+1');
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** The cells of a table's body, by the id of the heading above it. */
async function rowsOf(panel, heading) {
  const rows = panel.locator(`table[aria-labelledby=${heading}] tbody tr`);
  return rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
}

async function cursorAt({ page }, line) {
  await page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, Col `) }).waitFor();
}

/** The line, from 1, of the first match in the note as it is on the disk. */
function lineOf(folder, pattern) {
  const index = readFileSync(path.join(folder, note), 'utf8')
    .split(/\r?\n/)
    .findIndex((line) => pattern.test(line));
  assert.ok(index >= 0, `${pattern} is nowhere in the note`);
  return index + 1;
}
