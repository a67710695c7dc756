/**
 * What a person does in VS Code, as functions: each waits until the window shows its effect, and throws when it never
 * does. Everything goes by the keyboard, since pixels and token spans differ by theme and version, and every action is
 * tried again, since a key can arrive before its part of the window listens.
 */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, startServer } from './vscode.mjs';
import { filesOf, folderInMemory, markdownExtension, serveToWorker, workerSettings } from './worker.mjs';

/** Where screenshots go; ignored by git. */
export const pictures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'out');

const firstStart = 120_000;
const patience = 5_000;
const tries = 6;

/**
 * Opens a folder in a new VS Code with the extension in it.
 * @param options.host `node` installs the packaged extension as a person would; `worker` runs its browser entry in the
 *   web worker extension host, as on vscode.dev
 * @param options.settings of the user, beside the usual
 * @param options.asksForTrust the folder opens in Restricted Mode
 * @param options.inMemory a folder whose copy in the browser's memory is opened as well, at the address `memoryFolder`
 * @returns the functions below, `host`, `set` for settings of the user, `languageServers` for the ids of our processes,
 *   `reopen`, which gives the functions for a window of another folder in place of this one, and `close`
 */
export async function openWorkbench({
  vscode,
  host,
  folder,
  today,
  vsix,
  extension,
  settings = {},
  asksForTrust = false,
  inMemory = null,
  size = { width: 1280, height: 860 },
}) {
  mkdirSync(pictures, { recursive: true });
  const own = host === 'node' ? { vsix, settings } : { settings: { ...workerSettings, ...settings } };
  const server = await startServer(vscode, { today, asksForTrust, ...own });
  const closing = [server.stop];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const browser = await openBrowser();
    closing.push(() => browser.close());
    const context = await browser.newContext({ viewport: size });
    const sites = {
      ...(host === 'worker' ? { own: filesOf(extension, today), markdown: markdownExtension() } : {}),
      ...(inMemory === null ? {} : { memory: folderInMemory(inMemory) }),
    };
    await serveToWorker(context, server, sites);
    const { set, languageServers, log } = server;
    const reopen = async (where, before) => {
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      // The first start of a new VS Code on a busy machine takes its time.
      const query = new URLSearchParams(where === null ? { ew: 'true' } : { folder: where });
      await page.goto(`${server.url}?${query}`, { waitUntil: 'commit', timeout: firstStart });
      await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: firstStart });
      await before?.close();
      const own = actions(page, `${vscode.flavour}-${host}`);
      return { ...own, ...{ host, set, languageServers, log, close }, reopen: (next) => reopen(next, page) };
    };
    return await reopen(folder);
  } catch (error) {
    await close();
    throw error;
  }
}

function actions(page, prefix) {
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const input = page.locator('.quick-input-widget input');
  const rowsOf = (list) => page.locator(`${list} .monaco-list-row`);
  // The row that Enter takes; rows of an older query can still be drawn above it.
  const chosen = page.locator('.quick-input-list .monaco-list-row.focused');
  const suggestions = rowsOf('.suggest-widget.visible');
  const offers = page.locator('.action-widget .monaco-list-row.action .title');
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();

  /** Opens a file of the folder by its path in it. */
  async function openFile(file) {
    const name = path.posix.basename(file);
    await patiently(`open ${file}`, async () => {
      await press('Escape', 'Control+P');
      await input.fill(file);
      await chosen.filter({ hasText: name }).waitFor({ timeout: patience });
      await press('Enter');
      await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: patience });
      await editor.waitFor({ timeout: patience });
    });
  }

  /** Puts the cursor at a line and column, both from 1, as VS Code's status bar counts them. */
  async function goTo(line, column) {
    const there = page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, Col ${column}\\b`) });
    await patiently(`go to ${line}:${column}`, async () => {
      await press('Escape', 'Control+1', 'Control+G');
      await input.fill(`:${line}:${column}`);
      await press('Enter');
      await there.waitFor({ timeout: patience });
    });
  }

  /** Runs a command by its title in the command palette. */
  async function command(title) {
    await patiently(`run "${title}"`, async () => {
      await press('Escape', 'F1');
      await input.fill(`>${title}`);
      await chosen.filter({ hasText: title }).waitFor({ timeout: patience });
      await press('Enter');
      // A command may go on with a question in the same place.
      await chosen.filter({ hasText: title }).waitFor({ state: 'hidden', timeout: patience });
    });
  }

  /** Shows the Problems panel and leaves it open. */
  async function showProblems() {
    const panel = page.locator('.markers-panel');
    await patiently('show the Problems panel', async () => {
      if (!(await panel.isVisible())) await press('Control+Shift+M');
      await panel.waitFor({ timeout: patience });
    });
  }

  /**
   * The rows of the Problems panel, top to bottom, by file: `{ file, rule, message, line, column }`, line and column from
   * 1. The panel draws only the rows that fit, so it is read while being scrolled.
   */
  async function problems() {
    await showProblems();
    const list = page.locator('.markers-panel .monaco-list');
    if (!(await list.isVisible())) return [];
    const found = new Map();
    // Not `list.hover()`: the list goes away with its last row, and the hover would wait for it.
    const box = await page.locator('.markers-panel').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 10);
    // Up until nothing moves, then down the same way: rows are kept by their place in the whole list.
    for (const step of [-500, 100]) {
      for (let before = null, drawn = ''; drawn !== before;) {
        before = drawn;
        const rows = await list.evaluate(drawnProblems);
        for (const row of rows) found.set(row.index, row);
        drawn = rows.map((row) => row.index).join();
        await page.mouse.wheel(0, step);
        await page.waitForTimeout(100);
      }
    }
    let file = null;
    const rows = [];
    for (const row of [...found.values()].sort((a, b) => a.index - b.index)) {
      if (row.file) file = row.file;
      else rows.push({ file, rule: row.rule, message: row.message, line: row.line, column: row.column });
    }
    return rows;
  }

  /** The titles of the quick fixes offered at the cursor. The list stays open. */
  async function quickFixes() {
    return patiently('list the quick fixes', async () => {
      if (!(await offers.first().isVisible())) await press('Control+.');
      await offers.first().waitFor({ timeout: patience });
      return offers.allInnerTexts();
    });
  }

  /** Applies a quick fix at the cursor, by its title. */
  async function quickFix(title) {
    const offered = await quickFixes();
    if (!offered.includes(title)) throw new Error(`"${title}" is not among the quick fixes ${offered.join(', ')}`);
    await patiently(`apply the quick fix "${title}"`, async () => {
      await quickFixes();
      // By arrow keys and not by a click: at first the widget lies under a layer that takes the pointer.
      await arrowTo(page.locator('.action-widget .monaco-list-row.focused .title'), title);
    });
    await press('Enter');
    await offers.first().waitFor({ state: 'hidden', timeout: patience });
  }

  /** Moves down an open list until the focused row has this text. */
  async function arrowTo(focused, text) {
    const rows = 50;
    for (let i = 0; i < rows; i++) {
      if ((await focused.innerText({ timeout: patience })) === text) return;
      await press('ArrowDown');
    }
    throw new Error(`no row says "${text}"`);
  }

  /** The text of the hover at the cursor, which must hold `words`; it stays open. */
  async function hover(words) {
    const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: words });
    return patiently(`show a hover with "${words}"`, async () => {
      await press('Escape', 'Control+K', 'Control+I');
      await shown.first().waitFor({ timeout: patience });
      return (await shown.allInnerTexts()).join('\n');
    });
  }

  /** The labels that completion offers at the cursor, those that are drawn; one must be `label`. The list stays open. */
  async function complete(label) {
    return patiently(`be offered "${label}"`, async () => {
      await press('Escape', 'Control+Space');
      await suggestions.filter({ hasText: label }).first().waitFor({ timeout: patience });
      return suggestions.locator('.label-name').allInnerTexts();
    });
  }

  /** Takes the completion with this label from the open list. */
  async function accept(label) {
    await arrowTo(page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name'), label);
    await press('Enter');
  }

  /** Types at the cursor, as fast as a quick typist, so that suggestions behave as they do for one. */
  async function typeText(text) {
    await page.keyboard.type(text, { delay: 20 });
  }

  /** Takes a row of the open quick pick by its text. */
  async function pick(text) {
    await patiently(`pick "${text}"`, async () => {
      await input.waitFor({ timeout: patience });
      await input.fill(text);
      await chosen.filter({ hasText: text }).waitFor({ timeout: patience });
      await press('Enter');
    });
  }

  /** Answers the open question by typing. */
  async function answer(question, text) {
    await page.locator('.quick-input-widget', { hasText: question }).waitFor();
    await input.fill(text);
    await press('Enter');
  }

  /** What is said in the corner of the window now. */
  async function notifications() {
    return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Changes between the light and the dark theme. */
  async function toggleTheme() {
    await command('Preferences: Toggle between Light/Dark Themes');
  }

  /** Saves the file, after which the test can read its text from the disk. */
  async function save() {
    await patiently('save', async () => {
      await press('Control+1', 'Control+S');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached', timeout: patience });
    });
  }

  /** Shows a view container by the name on its icon in the activity bar. */
  async function showView(name) {
    const icon = page.locator('.activitybar .action-item', {
      has: page.locator(`.action-label[aria-label^="${name}"]`),
    });
    await patiently(`show the view ${name}`, async () => {
      if ((await icon.getAttribute('class')).includes('checked')) return;
      await icon.click();
      await page.locator('.sidebar .composite.title', { hasText: name }).waitFor({ timeout: patience });
    });
  }

  /** The rows that are drawn of a tree in the side bar, by the title above it: what a screen reader says of each. */
  async function treeRows(pane) {
    const rows = paneOf(pane).locator('.monaco-list-row');
    return rows.evaluateAll((drawn) => drawn.map((row) => row.getAttribute('aria-label') ?? row.textContent));
  }

  /** What a view says in place of its rows. The parts between brackets are links, each by its words. */
  async function welcome(pane, words) {
    const content = paneOf(pane).locator('.welcome-view-content', { hasText: words });
    await content.waitFor();
    const links = await content.locator('a, .monaco-button').allInnerTexts();
    return {
      text: await content.innerText(),
      links,
      press: (link) => content.getByText(link, { exact: true }).click(),
    };
  }

  /** The titles of our commands that the palette offers now. */
  async function offeredCommands() {
    return patiently('list the commands', async () => {
      await press('Escape', 'F1');
      await input.fill('>1:1: ');
      await chosen.filter({ hasText: '1:1: ' }).waitFor({ timeout: patience });
      const rows = rowsOf('.quick-input-list').locator('.label-name', { hasText: /^1:1: / });
      const titles = await rows.allInnerTexts();
      await press('Escape');
      return titles.map((title) => title.slice('1:1: '.length)).sort();
    });
  }

  function paneOf(pane) {
    return page.locator('.sidebar .pane', { has: page.locator(`.pane-header .title`, { hasText: pane }) });
  }

  /** Clicks a row of a tree in the side bar, which opens a file in front. */
  async function clickRow(pane, text, file) {
    await patiently(`click ${text}`, async () => {
      await paneOf(pane).locator('.monaco-list-row', { hasText: text }).first().click({ timeout: patience });
      await page.locator('.tab.active', { hasText: file }).waitFor({ timeout: patience });
    });
  }

  /** Undoes the last edit in the editor. */
  async function undo() {
    await press('Escape', 'Control+1', 'Control+Z');
  }

  /**
   * How many milliseconds our `activate` took, as VS Code lists it among the extensions that run; without meaning in a
   * worker, whose clock is set. Null where it does not run.
   */
  async function activationTime() {
    await command('Developer: Show Running Extensions');
    // VS Code knows one in a worker by its id alone.
    const row = page.locator('.runtime-extensions-editor .extension', { hasText: /1:1 Notes|one-on-one-notes/ });
    const active = row.filter({ hasText: /\d+ms/ }).first();
    if (!(await appears(active, 30_000))) return null;
    return Number(/(\d+)ms/.exec(await active.innerText())[1]);
  }

  /** Writes a picture of the window, or of one part of it (`editor`, `panel`). Gives its path. */
  async function screenshot(name, part = null) {
    const file = path.join(pictures, `${prefix}-${name}.png`);
    // Hovers and lists fade in; this takes them at the end of it.
    await (part ? page.locator(`.part.${part}`) : page).screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Gives the window another size, in pixels. */
  async function resize(width, height) {
    await page.setViewportSize({ width, height });
  }

  /** Puts pictures below each other into one. Gives its path. */
  async function stack(name, files) {
    const images = files.map((file) => `<img src="data:image/png;base64,${readFileSync(file, 'base64')}">`);
    const style =
      'body { margin: 0; display: inline-grid; gap: 12px; background: #fff } img { border: 1px solid #ccc }';
    const sheet = await page.context().browser().newPage();
    await sheet.setContent(`<style>${style}</style>${images.join('')}`);
    const file = path.join(pictures, `${prefix}-${name}.png`);
    await sheet.locator('body').screenshot({ path: file });
    await sheet.close();
    return file;
  }

  return {
    ...{ openFile, goTo, command, problems, showProblems, quickFixes, quickFix, hover, complete, accept },
    ...{ showView, treeRows, welcome, offeredCommands, clickRow, pick, answer, notifications, toggleTheme },
    ...{ typeText, press, save, undo, activationTime, screenshot, resize, stack, page },
  };
}

/** With `UPDATE=1`, keeps a picture for the documentation. */
export function keep(picture, name) {
  if (process.env.UPDATE) copyFileSync(picture, path.join(pictures, '../../../docs/images', `${name}.png`));
}

/** Runs in the page: the problem rows that are drawn now. A row is a file's, or a finding's. */
function drawnProblems(list) {
  return [...list.querySelectorAll('.monaco-list-row')].map((row) => {
    const index = Number(row.dataset.index);
    const text = (selector) => row.querySelector(selector)?.textContent ?? '';
    const place = /Ln (\d+), Col (\d+)/.exec(text('.marker-line'));
    if (!place) return { index, file: text('.label-name') };
    const message = [...row.querySelectorAll('.marker-message')].map((line) => line.textContent).join('\n');
    const rule = text('.marker-code .monaco-highlighted-label');
    return { index, rule, message, line: Number(place[1]), column: Number(place[2]) };
  });
}

async function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Tries an action until it works. The error of the last try says what was being done. */
async function patiently(what, action) {
  for (let i = 1; ; i++) {
    try {
      return await action();
    } catch (error) {
      if (i === tries) throw new Error(`could not ${what}: ${error.message.split('\n')[0]}`, { cause: error });
    }
  }
}

/** Waits until a probe gives something truthy, and gives it. Throws after `milliseconds` with what it waited for. */
export async function until(what, probe, milliseconds = 60_000) {
  for (const end = Date.now() + milliseconds; ;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
