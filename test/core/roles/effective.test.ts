import assert from 'node:assert/strict';
import { addedByNext, effectiveItems } from '../../../server/src/core/roles/effective.ts';
import type { Role } from '../../../server/src/core/model.ts';
import { roleFile, roleOf } from './check.ts';

function textsOf(role: Role, level: string | null, specialty: string | null = null): string[] {
  const found = role.levels.find(({ id }) => id === level) ?? null;
  const special = role.specialties.find(({ id }) => id === specialty) ?? null;
  return effectiveItems(role, found, special).map(({ item, origin }) => `${origin}: ${item.text}`);
}

describe('what is expected at a level', () => {
  it('is its own, its specialty’s, inherited and shared items', () => {
    assert.deepEqual(textsOf(roleFile('specialties.md'), 'senior', 'sea'), [
      'own: Survey a mountain range',
      'specialty: Can take soundings',
      'specialty: Chart the shoals',
      'specialty: Mark the wrecks',
      'shared: Draw what is there',
    ]);
  });

  it('follows inheritance from level to level', () => {
    assert.deepEqual(textsOf(roleFile('extends.md'), 'staff'), [
      'own: Design a new clock',
      'own: Has built a tower clock',
      'inherited: Repair the escapements',
      'inherited: Repair the hands',
      'inherited: Clean the faces',
      'shared: Wind the clocks',
    ]);
  });

  it('ends where levels extend each other', () => {
    const potter = roleFile('cycle.md');
    assert.deepEqual(textsOf(potter, 'intermediate'), ['own: Throw bowls', 'inherited: Throw jars']);
    assert.deepEqual(textsOf(potter, 'senior'), ['own: Throw jars', 'inherited: Throw bowls']);
  });

  it('takes over only the kind of areas that is named', () => {
    const role = roleOf(
      '# Miller\n\n## Miller\n\nGrade 6\n\n### Responsibilities\n\n- Grind\n\n### Requirements\n\n- Strong\n\n' +
        '## Senior Miller\n\nGrade 7\n\n### Responsibilities\n\n- Extends the Miller responsibilities\n- Mend the wheel\n\n### Requirements\n\n- Stronger\n',
    );
    assert.deepEqual(textsOf(role, 'senior'), ['own: Mend the wheel', 'own: Stronger', 'inherited: Grind']);
  });

  it('uses a specialty’s twin', () => {
    assert.ok(textsOf(roleFile('specialties.md'), 'senior', 'lakes').includes('specialty: Chart the shoals'));
  });

  it('shows each text once, where it stands nearest', () => {
    const role = roleOf(
      '# Miller\n\n## Responsibilities\n\n- Grind\n\n## Levels\n\n### Senior Miller\n\nGrade 7\n\n#### Responsibilities\n\n- Grind.\n- Teach\n',
    );
    assert.deepEqual(textsOf(role, 'senior'), ['own: Grind.', 'own: Teach']);
  });

  it('is the shared block at an intermediate level without content of its own', () => {
    const role = roleOf(
      '---\ntitle: Miller\n---\n\n## Job Grade\n\nGrade 6\n\n## Responsibilities\n\n- Grind\n\n## Senior Miller\n\n### Job Grade\n\nGrade 7\n\n### Responsibilities\n\n- Teach\n',
    );
    assert.deepEqual(textsOf(role, 'intermediate'), ['shared: Grind']);
  });

  it('tells what the next level adds', () => {
    const role = roleFile('extends.md');
    const [, intermediate, senior] = role.levels;
    assert.deepEqual(
      addedByNext(role, intermediate!, senior!, null).map(({ item }) => item.text),
      ['Repair the escapements'],
    );
  });
});
