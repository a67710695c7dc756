/**
 * What every editor with a language client must show: one list of checks, whatever the editor. A script in the editor's
 * own language plays a person and says what it saw as one line of JSON: `diagnostics` and, after the first quick fix,
 * `after`, each of `{ line, rule, message }`; `hover`; the titles of `actions`; and the `text` at the end.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/install.mjs';

const note = 'one-on-ones/dana-reyes.md';
const repaired = 'missing-checkpoint';
const patience = 120_000;

/**
 * Has the editor play its script, and gives what it saw beside what the command line says.
 * @param words the editor's command line
 */
export function playIn(words, { folder, today, check }) {
  const file = path.join(folder, note);
  const expected = check().get(note);
  const finding = expected.find(({ rule }) => rule === repaired);
  const level = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('level: '));
  const asked = {
    ...{ file, folder, today },
    command: [process.execPath, path.join(root, 'server/dist/node.cjs'), '--stdio'],
    hover: { line: level, character: 'level: in'.length },
    fix: { range: finding.range, message: finding.message, source: '1:1', code: finding.rule },
  };
  const [program, ...args] = words;
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ONE_ON_ONE_TEST: JSON.stringify(asked) },
    timeout: patience,
  });
  const report = stdout.split('\n').find((line) => line.startsWith('{'));
  if (!report) throw new Error(`${program} said nothing: ${stdout}${stderr}`);
  return { seen: JSON.parse(report), expected, finding };
}

export const checks = {
  'shows what the command line finds'({ seen, expected }) {
    assert.equal(seen.stopped, undefined);
    const onCommandLine = expected.map(({ range, rule, message }) => ({ line: range.start.line, rule, message }));
    const inEditor = seen.diagnostics.map(({ line, rule, message }) => ({ line, rule, message }));
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
