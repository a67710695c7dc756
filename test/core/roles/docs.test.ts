import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { linesOf, roleOf } from './check.ts';

/** The page shows a description, then the lines that are understood of it. */
const page = readFileSync(new URL('../../../docs/role-descriptions.md', import.meta.url), 'utf8');
const pairs = [...page.matchAll(/```markdown\n([\s\S]*?)```\n\n```understood\n([\s\S]*?)```/g)];

describe('the examples of docs/role-descriptions.md', () => {
  it('are all followed by what is understood', () => {
    assert.equal(pairs.length, page.match(/^```markdown$/gm)?.length);
    assert.ok(pairs.length >= 9);
  });

  pairs.forEach(([, source, understood]) => {
    it(source!.split('\n').find((line) => /[a-z]/i.test(line)) ?? '', () => {
      assert.deepEqual(linesOf(roleOf(source!, 'gardener.md')), understood!.trimEnd().split('\n'));
    });
  });
});
