import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Role } from '../../../server/src/core/model.ts';
import { mergeRoles } from '../../../server/src/core/roles/catalogue.ts';
import { readFixture } from '../../fixture.ts';
import { linesOf, roleOf } from './check.ts';

/** The page shows a description, or several files, then the lines that are understood of it. */
const page = readFileSync(new URL('../../../docs/role-descriptions.md', import.meta.url), 'utf8');
const pairs = [...page.matchAll(/```markdown\n([\s\S]*?)```\n\n```understood\n([\s\S]*?)```/g)];

function roleIn(source: string): Role {
  if (!source.startsWith('//- ')) return roleOf(source, 'gardener.md');
  const { files } = readFixture(source);
  const roles = mergeRoles(
    [],
    files.map(({ path, text }) => roleOf(text, path.replace(/^roles\//, ''))),
  );
  assert.equal(roles.length, 1);
  return roles[0]!;
}

describe('the examples of docs/role-descriptions.md', () => {
  it('are all followed by what is understood', () => {
    assert.equal(pairs.length, page.match(/^```markdown$/gm)?.length);
    assert.ok(pairs.length >= 12);
  });

  pairs.forEach(([, source, understood]) => {
    it(source!.split('\n').find((line) => /[a-z]/i.test(line)) ?? '', () => {
      assert.deepEqual(linesOf(roleIn(source!)), understood!.trimEnd().split('\n'));
    });
  });
});
