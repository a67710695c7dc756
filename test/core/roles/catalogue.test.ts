import assert from 'node:assert/strict';
import type { Level } from '../../../server/src/core/model.ts';
import {
  findLevel,
  findRole,
  findSpecialty,
  hasContent,
  mergeRoles,
  nearestLevels,
  nearestRoles,
  nextLevels,
} from '../../../server/src/core/roles/catalogue.ts';
import { readRole } from '../../../server/src/core/roles/read.ts';
import { roleFile, roleOf } from './check.ts';

const sre = readRole(
  '---\nid: sre\ntitle: Site Reliability Engineer\naliases: [Reliability Engineer]\n---\n## Responsibilities\n- A\n',
  {
    uri: 'file:///team/roles/ops/sre%20role.md',
    path: 'roles/ops/sre role.md',
  },
);
const cook = roleFile('grades.md');
const tax = roleOf(
  [
    '# Tax',
    '## Levels',
    ...['Senior Tax Analyst', 'Manager, Tax', 'Director, Tax', 'Director of International Tax'].flatMap((title) => [
      `### ${title}`,
      '#### Responsibilities',
      `- The work of a ${title}`,
    ]),
  ].join('\n\n'),
);

const idOf = (level: Level | 'ambiguous' | null): string | null =>
  level === null || level === 'ambiguous' ? level : level.id;

describe('the catalogue of roles', () => {
  for (const written of [
    'sre',
    'SRE',
    'Site Reliability Engineer',
    'site-reliability-engineer',
    'reliability  engineer',
    'roles/ops/sre role.md',
    './roles/ops/sre role.md',
    '../ops/sre role.md',
  ]) {
    it(`finds a role by ${written}`, () => assert.equal(findRole([cook, sre], written), sre));
  }

  it('finds no role for another name, a blank one or part of a path', () => {
    for (const written of ['', ' ', 'engineer', 'role.md', 'constructor'])
      assert.equal(findRole([cook, sre], written), null);
  });

  it('finds a level by id, title and level words, whatever case, spaces and hyphens', () => {
    for (const written of ['senior', 'Senior', "Senior Ship's Cook", "senior ship's-cook"])
      assert.equal(idOf(findLevel(cook, written)), 'senior');
    for (const written of ['intermediate', "Ship's Cook"]) assert.equal(idOf(findLevel(cook, written)), 'intermediate');
    for (const written of ['senior-manager', 'Senior Manager', 'seniormanager'])
      assert.equal(idOf(findLevel(cook, written)), 'senior-manager');
    assert.equal(findLevel(cook, 'principal'), null);
  });

  it('takes the one level without a word, beside others with one, for the intermediate one', () => {
    const ladder = (titles: readonly string[]) =>
      roleOf(
        `# Printer\n\n| | ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length + 1)}\n| Craft |${' Print |'.repeat(titles.length)}`,
      );
    const words = ladder(['Junior Printer (L1)', 'Printer (L2)', 'Senior Printer (L3)', 'Lead Printer (L4)']);
    for (const written of ['intermediate', 'l2', 'Printer (L2)']) assert.equal(idOf(findLevel(words, written)), 'l2');
    const codes = ladder(['Printer (L1)', 'Printer (L2)', 'Printer (L3)']);
    assert.equal(findLevel(codes, 'intermediate'), null);
  });

  it('asks for the whole title where two ladders have the same word', () => {
    assert.equal(findLevel(tax, 'director'), 'ambiguous');
    assert.equal(idOf(findLevel(tax, 'Director, Tax')), 'director-tax');
    assert.equal(idOf(findLevel(tax, 'director of international tax')), 'director-of-international-tax');
    assert.equal(idOf(findLevel(tax, 'manager')), 'manager');
  });

  it('finds a level by its code as well as by its words', () => {
    const bakers = roleFile('pivot.md');
    assert.equal(idOf(findLevel(bakers, 'B1')), 'apprentice');
    assert.equal(idOf(findLevel(bakers, 'apprentice')), 'apprentice');
    assert.equal(idOf(findLevel(bakers, 'b2')), 'b2');
  });

  it('finds a specialty', () => {
    const maps = roleFile('specialties.md');
    assert.equal(findSpecialty(maps, 'SEA')?.id, 'sea');
    assert.equal(findSpecialty(maps, 'Moon'), null);
  });

  it('names at most three near levels and roles, the nearest first', () => {
    assert.equal(nearestLevels(cook, 'senoir')[0]?.id, 'senior');
    assert.equal(nearestLevels(cook, 'stff')[0]?.id, 'staff');
    assert.equal(nearestLevels(cook, 'x').length, 3);
    assert.equal(nearestRoles([cook, sre], 'site relibility engineer')[0], sre);
  });

  it('knows the next levels, which may be several', () => {
    const senior = findLevel(cook, 'senior') as Level;
    assert.deepEqual(
      nextLevels(cook, senior).map(({ id }) => id),
      ['staff', 'manager'],
    );
  });

  it('lets a workspace role replace a built-in one, but a page without content nothing', () => {
    const builtIn = { ...sre, isBuiltIn: true };
    assert.deepEqual(mergeRoles([builtIn], [cook, sre]), [cook, sre]);
    const empty = roleOf('---\nid: sre\n---\nJust a page.\n');
    assert.equal(hasContent(empty), false);
    assert.deepEqual(mergeRoles([builtIn], [empty]), [builtIn]);
  });
});
