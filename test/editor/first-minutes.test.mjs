/** What a person meets in the first minutes: findings, a quick fix, a hover, completion, and quiet elsewhere. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';
import { until } from './workbench.mjs';

export const title = 'the first minutes';
export const workspace = 'examples';

const note = 'one-on-ones/dana-reyes.md';
const repaired = 'missing-checkpoint';

export const steps = {
  async 'the Problems panel lists what the command line finds'({ workbench, check }) {
    const expected = check().get(note);
    assert.ok(expected.length > 0, 'the example has findings');
    await workbench.openFile(note);
    const shown = await until('the findings', async () => {
      const found = await findingsOf(workbench, note);
      return found.length >= expected.length && found;
    });
    await workbench.screenshot('problems');
    assert.deepEqual(shown.sort(byPlace), expected.map(asShown).sort(byPlace));
  },

  async 'a plain README beside the notes has no findings'({ workbench }) {
    const quarter = workbench.page.locator('.statusbar-item', { hasText: 'FY27-Q4' });
    await quarter.waitFor();
    await workbench.openFile('README.md');
    // The server has been asked about this page, and has said that it is none of its own.
    await quarter.waitFor({ state: 'hidden' });
    assert.deepEqual(await findingsOf(workbench, 'README.md'), []);
    assert.ok((await findingsOf(workbench, note)).length > 0, 'the note keeps its own');
  },

  async 'hover on the level shows it and what the next one adds'({ workbench, folder }) {
    await workbench.openFile(note);
    const line = lineOf(folder, /^level: /);
    await workbench.goTo(line, 'level: in'.length);
    const text = await workbench.hover('Senior');
    assert.match(text, /Intermediate/);
    await workbench.screenshot('hover');
  },

  async 'a picture for the README shows a diagnostic, its quick fix and a hover'({ workbench, folder, check }) {
    const { line, character } = findingIn(check(), repaired).range.start;
    const toggleSideBar = 'Control+B';
    const togglePanel = 'Control+J';
    await workbench.resize(1000, 560);
    await workbench.press(toggleSideBar);
    await workbench.goTo(line + 1, character + 1);
    await workbench.quickFixes();
    const fixes = await workbench.screenshot('picture-fixes');
    await workbench.press('Escape', togglePanel);
    await workbench.resize(1000, 430);
    await workbench.goTo(lineOf(folder, /^level: /), 'level: in'.length);
    await workbench.hover('Senior');
    const picture = await workbench.stack('picture', [fixes, await workbench.screenshot('picture-hover')]);
    await workbench.press('Escape', toggleSideBar, togglePanel);
    await workbench.resize(1280, 860);
    if (process.env.UPDATE) {
      const kept = path.join(root, 'docs/images/editor.png');
      mkdirSync(path.dirname(kept), { recursive: true });
      copyFileSync(picture, kept);
    }
  },

  async 'the quick fix inserts the missing checkpoint, and the finding is gone'({ workbench, folder, check }) {
    await workbench.openFile(note);
    const finding = check()
      .get(note)
      .find(({ rule }) => rule === repaired);
    const { line, character } = finding.range.start;
    await workbench.goTo(line + 1, character + 1);
    const offered = await workbench.quickFixes();
    await workbench.screenshot('quick-fix');
    for (const fix of finding.fixes) assert.ok(offered.includes(fix.title), `${fix.title} is not among ${offered}`);
    await workbench.quickFix(finding.fixes[0].title);
    await until('the finding to go', async () => {
      const rules = (await findingsOf(workbench, note)).map(({ rule }) => rule);
      return !rules.includes(repaired);
    });
    await workbench.screenshot('fixed');
    await workbench.save();
    assert.match(readFileSync(path.join(folder, note), 'utf8'), /^###? Checkpoint FY27-Q4$/m);
    assert.ok(
      !check()
        .get(note)
        .some(({ rule }) => rule === repaired),
      'the command line agrees',
    );
  },

  async 'completion after "Focus area: " offers the responsibilities of the role'({ workbench, folder, ask }) {
    const own = responsibilities(ask('role', 'site-reliability-engineer'), 'intermediate');
    await workbench.openFile(note);
    await workbench.goTo(lineOf(folder, /^#+ Checkpoint FY27-Q4$/), 1);
    await workbench.press('End');
    await workbench.typeText('\n\n#### Focus area: ');
    const offered = await workbench.complete(own[0]);
    await workbench.screenshot('completion');
    // A responsibility without a name is offered by its first words.
    offered.forEach((label, index) => assert.ok(own[index]?.startsWith(label), `${label} in place of ${own[index]}`));
    assert.ok(offered.length > 3, `only ${offered}`);
    const taken = own[2];
    await workbench.accept(taken);
    await workbench.save();
    assert.ok(readFileSync(path.join(folder, note), 'utf8').includes(`\n#### Focus area: ${taken}\n`));
  },
};

/** The rows of one file in the Problems panel, in the shape of `asShown`. */
async function findingsOf(workbench, file) {
  const rows = await workbench.problems();
  return rows.filter((row) => row.file === path.basename(file)).map(({ file: _, ...finding }) => finding);
}

/** What the command line says of the note by this rule. */
function findingIn(found, id) {
  return found.get(note).find(({ rule }) => rule === id);
}

/** A diagnostic of the command line, as the Problems panel shows it. */
function asShown({ rule, message, range }) {
  return { rule, message, line: range.start.line + 1, column: range.start.character + 1 };
}

function byPlace(a, b) {
  return a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule);
}

/** What a role expects at one level, by the names that a focus area can have. */
function responsibilities({ levels }, id) {
  const { areas } = levels.find((level) => level.id === id);
  return areas
    .filter(({ kind }) => kind === 'responsibility')
    .flatMap(({ items }) => items.map(({ label, text }) => label || text));
}

/** The line, from 1, of the first match in the note as it is on the disk. */
function lineOf(folder, pattern) {
  const lines = readFileSync(path.join(folder, note), 'utf8').split(/\r?\n/);
  const index = lines.findIndex((line) => pattern.test(line));
  assert.ok(index >= 0, `${pattern} is nowhere in the note`);
  return index + 1;
}
