/** A third client, in Emacs: eglot, which asks for little and shows diagnostics by the sentence. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOnPath, root } from '../../scripts/install.mjs';

export const title = 'the language server in Emacs';
export const editor = 'Emacs';
export const workspace = 'examples';

/** Not installed by itself, as Neovim is: it takes 160 MB. */
export function skip() {
  if (!isOnPath('emacs')) return 'emacs is not installed (Debian: emacs-nox elpa-eglot elpa-markdown-mode)';
  const has = spawnSync('emacs', [
    '-q',
    '--batch',
    '--eval',
    "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))",
  ]);
  return has.status === 0 ? null : 'Emacs has no eglot or no markdown-mode (Debian: elpa-eglot elpa-markdown-mode)';
}

const note = 'one-on-ones/dana-reyes.md';
const repaired = 'missing-checkpoint';

/** One run of Emacs: it says what it saw, and the steps judge it. */
export function prepare({ folder, today, check }) {
  const file = path.join(folder, note);
  const expected = check().get(note);
  const finding = expected.find(({ rule }) => rule === repaired);
  const level = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('level: '));
  const asked = {
    ...{ file, today },
    command: [process.execPath, path.join(root, 'server/dist/node.cjs'), '--stdio'],
    hover: { line: level, character: 'level: in'.length },
    fix: { range: finding.range, message: finding.message, source: '1:1', code: finding.rule },
  };
  const script = fileURLToPath(new URL('emacs.el', import.meta.url));
  // Not `-Q`, with which Debian's packages are not found.
  const { stdout, stderr } = spawnSync('emacs', ['-q', '--batch', '-l', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ONE_ON_ONE_TEST: JSON.stringify(asked) },
    timeout: 120_000,
  });
  const report = stdout.split('\n').find((line) => line.startsWith('{'));
  if (!report) throw new Error(`Emacs said nothing: ${stdout}${stderr}`);
  return { seen: JSON.parse(report), expected, finding };
}

export const steps = {
  'shows what the command line finds'({ seen, expected }) {
    const byLine = (a, b) => a.line - b.line || a.text.localeCompare(b.text);
    const lines = expected.map(({ range, rule, message }) => ({
      line: range.start.line,
      text: `1:1 [${rule}]: ${message}`,
    }));
    assert.deepEqual(seen.diagnostics.sort(byLine), lines.sort(byLine));
  },

  'explains the level on hover'({ seen }) {
    assert.match(seen.hover, /intermediate/i);
    assert.match(seen.hover, /senior/i, 'the next level');
  },

  'repairs a missing checkpoint'({ seen, finding }) {
    for (const { title: offered } of finding.fixes)
      assert.ok(seen.actions.includes(offered), `${offered}: ${seen.actions}`);
    assert.ok(!seen.after.some(({ text }) => text.includes(repaired)));
    assert.match(seen.text, /Checkpoint FY27-Q4/);
  },
};
