/**
 * Calm: what is said about notes of pairs who never did the routine. The table of every run shows how much that is; each
 * kind has a reason in `docs/calm.md`, and a kind without one fails.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isInternship, keepsRoutine } from '../server/src/core/query.ts';
import type { Diagnostic } from '../server/src/rules/run.ts';
import { corpus, seriesFolders } from './notes.ts';
import { openWorkspace, type File } from './workspace.ts';

const reasons = readFileSync(new URL('../docs/calm.md', import.meta.url), 'utf8');

/** What is asked about the routine. */
const questions = new Set(['missing-checkpoint', 'missing-role']);

interface Look {
  readonly path: string;
  readonly found: readonly Diagnostic[];
}

const plain = [
  ...corpus
    .filter(({ isPartOfSeries }) => !isPartOfSeries)
    .map(({ path, text, settings }) => look(path, [...settings, { path, text }])),
  ...seriesFolders.map(({ name, files }) => look(`series/${name}/`, files)),
].filter((each) => each !== null);

/** Null for those who keep the routine, or mean to; an internship is an agreement of its own. */
function look(path: string, files: readonly File[]): Look | null {
  const { series, context, diagnostics } = openWorkspace(files);
  const isPlain = series.length > 0 && !series.some((each) => keepsRoutine(each, context) || isInternship(each));
  return isPlain ? { path, found: diagnostics } : null;
}

describe('notes without the routine', () => {
  const byRule = new Map<string, string[]>();
  for (const { path, found } of plain) {
    for (const { rule } of found) byRule.set(rule, [...(byRule.get(rule) ?? []), path]);
  }

  after(() => {
    const rows = [...byRule].map(([rule, paths]) => {
      const files = new Set(paths).size;
      return `    ${rule.padEnd(26)}${String(paths.length).padStart(3)} in ${String(files).padStart(2)} documents`;
    });
    const spoken = plain.filter(({ found }) => found.length > 0);
    const silent = `${plain.length} documents without the routine, nothing about ${plain.length - spoken.length}`;
    const each = spoken.map(
      ({ path, found }) => `    ${path} ${found.length}: ${found.map(({ rule }) => rule).join(', ')}`,
    );
    console.log([`    ${silent}`, ...rows.sort(), ...each].join('\n'));
  });

  it('are many', () => assert.ok(plain.length >= 30, String(plain.length)));

  it('get nothing without a reason', () => {
    const unexplained = [...byRule.keys()].filter((rule) => !reasons.includes(`\`${rule}\``));
    assert.deepEqual(unexplained, []);
  });

  it('get the two questions about the routine at most once each, and gently', () => {
    for (const { path, found } of plain) {
      const own = found.filter(({ rule }) => questions.has(rule));
      assert.equal(new Set(own.map(({ rule }) => rule)).size, own.length, path);
      assert.ok(
        own.every(({ severity }) => severity === 'hint' || severity === 'info'),
        path,
      );
    }
  });

  it('mostly get nothing else', () => {
    const silent = plain.filter(({ found }) => found.every(({ rule }) => questions.has(rule))).length;
    assert.ok(2 * silent >= plain.length, `${silent} of ${plain.length}`);
  });

  it('get errors and warnings only about dates', () => {
    const grave = plain.flatMap(({ path, found }) =>
      found
        .filter(({ severity, rule }) => (severity === 'error' || severity === 'warning') && !rule.includes('date'))
        .map(({ rule }) => `${path}: ${rule}`),
    );
    assert.deepEqual(grave, []);
  });
});
