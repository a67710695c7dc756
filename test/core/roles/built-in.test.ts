import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { effectiveItems } from '../../../server/src/core/roles/effective.ts';
import { roleOf } from './check.ts';

const folder = new URL('../../../server/roles/', import.meta.url);
const roles = readdirSync(folder).map((name) => roleOf(readFileSync(new URL(name, folder), 'utf8'), name));

const areas = ['Technical', 'Execution', 'Collaboration and Communication', 'Influence and Maturity'];
/** Levels with their grades and where they lead, by role. */
const ladders: Record<string, string> = {
  'backend-engineer': 'intermediate 6 > senior, senior 7 > staff, staff 8',
  'database-reliability-engineer': 'intermediate 6 > senior, senior 7 > staff, staff 8',
  'engineering-manager-infrastructure': 'manager 8 > senior-manager, senior-manager 9',
  'site-reliability-engineer': 'intermediate 6 > senior, senior 7 > staff, staff 8',
};

describe('the built-in roles', () => {
  it('have the levels, grades and next levels of their ladders', () => {
    const found = roles.map(({ id, levels }) => [
      id,
      levels.map((level) => [level.id, level.grade, ...level.next.map((next) => `> ${next}`)].join(' ')).join(', '),
    ]);
    assert.deepEqual(Object.fromEntries(found), ladders);
  });

  for (const role of roles) {
    it(`list three to six responsibilities an area, requirements and nice-to-haves: ${role.title}`, () => {
      for (const { id, own } of role.levels) {
        const responsibilities = own.areas.filter(({ kind }) => kind === 'responsibility');
        assert.deepEqual(
          responsibilities.map(({ name }) => name),
          areas,
          id,
        );
        for (const { name, items } of responsibilities)
          assert.ok(items.length >= 3 && items.length <= 6, `${id} ${name}: ${items.length}`);
        assert.deepEqual(
          own.areas.filter(({ kind }) => kind !== 'responsibility').map(({ kind }) => kind),
          ['requirement', 'nice-to-have'],
        );
      }
    });

    it(`leave nothing unresolved and repeat nothing: ${role.title}`, () => {
      for (const { id, extends: references } of role.levels)
        for (const { resolved } of references) assert.equal(resolved.to, 'level', id);
      const highest = role.levels.at(-1)!;
      const labels = effectiveItems(role, highest, null).flatMap(({ item }) => item.plainLabel ?? []);
      assert.equal(new Set(labels).size, labels.length);
    });
  }
});
