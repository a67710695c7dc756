/** `docs/rules/` is written from the rules: `UPDATE=1 npm run test:unit` rewrites it. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describeRule, describeRules } from '../../server/src/rules/describe.ts';
import { rules } from '../../server/src/rules/index.ts';

const folder = new URL('../../docs/rules/', import.meta.url);
const pages = new Map([
  ['README.md', describeRules(rules)],
  ...rules.map((rule): [string, string] => [`${rule.id}.md`, describeRule(rule)]),
]);

describe('docs/rules', () => {
  before(() => {
    if (process.env.UPDATE !== '1') return;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
    for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
  });

  it('has one page a rule and an index, and nothing else', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
  });

  for (const [name, text] of pages) {
    it(`${name} is up to date (UPDATE=1 rewrites it)`, () => {
      const path = new URL(name, folder);
      assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : null, text);
    });
  }
});
