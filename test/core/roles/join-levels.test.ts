import assert from 'node:assert/strict';
import type { Level, Role } from '../../../server/src/core/model.ts';
import { findLevel, findRole, fileNamed, mergeRoles } from '../../../server/src/core/roles/catalogue.ts';
import { effectiveItems } from '../../../server/src/core/roles/effective.ts';
import { partInForce } from '../../../server/src/core/roles/join-levels.ts';
import { checkRole, linesOf, roleFile, roleOf } from './check.ts';

const bakers = ['baker/master-baker.md', 'baker/senior-baker.md', 'baker/baker.md'].map((name) => roleFile(name));

/** Files by their paths below `roles`, as one catalogue. */
function catalogueOf(files: Record<string, string>): Role[] {
  return mergeRoles(
    [],
    Object.entries(files).map(([path, source]) => roleOf(source, path)),
  );
}

/** The id of each role before its lines. */
function checkCatalogue(files: Record<string, string>, expected: Record<string, readonly string[]>): void {
  assert.deepEqual(Object.fromEntries(catalogueOf(files).map((role) => [role.id, linesOf(role)])), expected);
}

describe('a file for each level', () => {
  const [role, ...others] = mergeRoles([], bakers);

  it('makes one role with the ladder that its links say', () => {
    assert.equal(others.length, 0);
    assert.deepEqual([role!.id, role!.title], ['baker', 'Baker']);
    checkRole(role!, [
      'intermediate > senior: Dough 2, People 1',
      'senior > master-baker: Dough 2, People 1; extends intermediate',
      'master-baker: Dough 1, Trade 1; extends senior',
    ]);
    assert.deepEqual(
      role!.levels.map(({ order }) => order),
      [0, 1, 2],
    );
  });

  it('is found by the name and the path of each of its files', () => {
    for (const written of ['baker', 'Senior Baker', 'master-baker', 'roles/baker/senior-baker.md'])
      assert.equal(findRole([role!], written), role);
    assert.equal(fileNamed(role!, './baker/master-baker.md'), 'file:///team/roles/baker/master-baker.md');
    assert.equal(fileNamed(role!, 'baker'), 'file:///team/roles/baker/baker.md');
    assert.equal((findLevel(role!, 'senior baker') as Level).uri, 'file:///team/roles/baker/senior-baker.md');
  });

  it('brings along what the lower levels expect, each where it stands', () => {
    const items = effectiveItems(role!, findLevel(role!, 'senior') as Level, null);
    assert.deepEqual(
      items.map(({ item, origin, area }) => `${origin}: ${item.text} (${area.uri!.split('/').at(-1)!})`),
      [
        'own: Plans the dough of a week (senior-baker.md)',
        'own: Corrects a recipe by taste (senior-baker.md)',
        'own: Teaches one apprentice (senior-baker.md)',
        'inherited: Mixes the dough of a day (baker.md)',
        'inherited: Knows when it is ready (baker.md)',
        'inherited: Greets everybody by name (baker.md)',
      ],
    );
  });

  it('is held by rules to what it says as part of the whole', () => {
    const { whole, levels } = partInForce(bakers[1]!, [role!]);
    assert.equal(whole, role);
    assert.deepEqual(
      levels.map(({ id }) => id),
      ['senior'],
    );
  });

  const smith = (title: string, grade: number, more = ''): string =>
    `# ${title}\n\nThe ${title} is a grade ${grade}.\n\n${more}\n\n## Responsibilities\n\n- The work of a ${title}\n`;

  it('needs no links where titles in one folder differ in the level only', () => {
    checkCatalogue(
      {
        'smith.md': smith('Smith', 6),
        'senior-smith.md': smith('Senior Smith', 7),
        'other/staff-smith.md': smith('Staff Smith', 8),
        'miller.md': smith('Miller', 6),
      },
      {
        smith: ['intermediate 6 > senior: Responsibilities 1', 'senior 7: Responsibilities 1'],
        'staff-smith': ['staff 8: Responsibilities 1'],
        miller: ['intermediate 6: Responsibilities 1'],
      },
    );
  });

  it('may be a folder for each level, with a list of all levels in every file', () => {
    const list =
      '## Levels\n\n* [Smith](/family/smith/intermediate/)\n* [Senior](/family/smith/senior/)\n* [Manager](/family/smith/manager/)';
    checkCatalogue(
      {
        'family/smith/intermediate/index.html.md': smith('Smith', 6, list),
        'family/smith/senior/index.html.md': smith('Senior Smith', 7, list),
        'family/smith/manager/index.html.md': smith('Manager of the Forge', 8, list),
      },
      {
        smith: [
          'intermediate 6 > senior: Responsibilities 1',
          'senior 7 > manager: Responsibilities 1',
          'manager 8: Responsibilities 1',
        ],
      },
    );
  });

  it('may be named by the level alone, in the folder of its role', () => {
    checkCatalogue(
      {
        'bell-founder/l1.md': '# L1\n\n## Casting\n\n- Melts\n',
        'bell-founder/l2.md': '# L2\n\n## Casting\n\n- Casts\n',
      },
      { 'bell-founder': ['l1 > l2: Casting 1', 'l2: Casting 1'] },
    );
    assert.equal(
      catalogueOf({ 'senior.md': '# Senior\n\n## A\n\n- B\n', 'junior.md': '# Junior\n\n## A\n\n- B\n' }).length,
      2,
    );
  });

  it('keeps roles apart that only mention one another, or have the same title', () => {
    checkCatalogue(
      {
        'smith.md': smith('Smith', 6, 'Your next stop may be the [miller](miller.md), says the baker.'),
        'miller.md': smith('Miller', 6),
      },
      { smith: ['intermediate 6: Responsibilities 1'], miller: ['intermediate 6: Responsibilities 1'] },
    );
    assert.equal(catalogueOf({ 'a.md': smith('Senior Smith', 7), 'b.md': smith('Senior Smith', 7) }).length, 2);
  });

  it('ends where links go round in a circle', () => {
    const roles = catalogueOf({
      'a.md': '# Senior Smith\n\n[Next](b.md)\n\n## Iron\n\n- A\n',
      'b.md': '# Staff Smith\n\n[Next](a.md)\n\n## Iron\n\n- B\n',
    });
    assert.equal(roles.length, 1);
  });
});
