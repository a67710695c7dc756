/** A second client, which shares no code with VS Code: no pull diagnostics, no snippets, no configuration requests. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOnPath, root } from '../../scripts/install.mjs';

export const title = 'the language server in Neovim';
export const editor = 'Neovim';
export const workspace = 'examples';

export function skip() {
  return isOnPath('nvim') ? null : 'nvim is not installed';
}

const note = 'one-on-ones/dana-reyes.md';
const repaired = 'missing-checkpoint';

/** One run of Neovim: it says what it saw, and the steps judge it. */
export function prepare({ folder, today, check }) {
  const file = path.join(folder, note);
  const expected = check().get(note);
  const finding = expected.find(({ rule }) => rule === repaired);
  const lines = readFileSync(file, 'utf8').split('\n');
  const level = lines.findIndex((line) => line.startsWith('level: '));
  const asked = {
    file,
    folder,
    today,
    command: [process.execPath, path.join(root, 'server/dist/node.cjs'), '--stdio'],
    hover: { line: level, character: 'level: in'.length },
    fix: { range: finding.range, message: finding.message, source: '1:1', code: finding.rule },
  };
  const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
  const { stdout, stderr } = spawnSync('nvim', ['--headless', '--clean', '-S', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ONE_ON_ONE_TEST: JSON.stringify(asked) },
    timeout: 60_000,
  });
  const report = stdout.split('\n').find((line) => line.startsWith('{'));
  if (!report) throw new Error(`Neovim said nothing: ${stdout}${stderr}`);
  return { seen: JSON.parse(report), expected, finding };
}

export const steps = {
  'shows what the command line finds'({ seen, expected }) {
    assert.equal(seen.stopped, undefined);
    const inEditor = seen.diagnostics.map(({ line, rule, message }) => ({ line, rule, message }));
    const onCommandLine = expected.map(({ range, rule, message }) => ({ line: range.start.line, rule, message }));
    assert.deepEqual(inEditor.sort(byLine), onCommandLine.sort(byLine));
  },

  'explains the level on hover'({ seen }) {
    assert.match(seen.hover, /intermediate/i);
    assert.match(seen.hover, /senior/i, 'the next level');
  },

  'repairs a missing checkpoint'({ seen, finding }) {
    for (const { title } of finding.fixes) assert.ok(seen.actions.includes(title), `${title}: ${seen.actions}`);
    assert.ok(!seen.after.some(({ rule }) => rule === repaired));
    assert.match(seen.text, /Checkpoint FY27-Q4/);
  },
};

function byLine(a, b) {
  return a.line - b.line || a.rule.localeCompare(b.rule);
}
