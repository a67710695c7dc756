import assert from 'node:assert/strict';
import { matchResponsibility, type Match } from '../../../server/src/core/roles/match.ts';
import { roleOf } from './check.ts';

const role = roleOf(
  `---
title: Gardener
---

## Levels

### Gardener

Grade 6

#### Technical

- **Pruning**: Prune every tree of the [orchard](trees.md) before the frost
- Keep the tools “sharp” – and dry
- Water the beds in the morning
- Water the beds in the evening
  - not in the midday sun

#### Influence and Maturity

- **Teaching**: Show visitors around
- Ask before felling a tree

### Senior Gardener

Grade 7

- Extends the Gardener responsibilities

#### Technical

- **Planning**: Plan three seasons ahead
- **Pruning**: Choose the trees to be pruned

#### Influence and Maturity

- **Teaching**: Train the new gardeners

### Staff Gardener

Grade 8

#### Technical

- **Landscape**: Lay out a whole park

#### Influence and Maturity

- **Network**: Trade seeds with other gardens

## Specialties

### Glass

- Keep the orchids alive

### Roses

- Graft the roses
`,
  'gardener.md',
);
const [gardener, senior] = role.levels;
const glass = role.specialties[0]!;

function match(text: string, target?: string): Match {
  return matchResponsibility({ text, links: target === undefined ? [] : [{ target }] }, role, gardener!, glass);
}

/** `this level: Technical / Pruning`, `unknown: a | b | c`. */
function lineOf(result: Match): string {
  switch (result.kind) {
    case 'found':
      return `${result.at} (${result.level?.id}): ${nameOf(result)}`;
    case 'other-level':
      return `other (${result.level?.id ?? result.specialty?.id}): ${nameOf(result)}`;
    case 'ambiguous':
      return `ambiguous: ${result.candidates.map(nameOf).join(' | ')}`;
    case 'unknown':
      return `unknown: ${result.nearest.join(' | ')}`;
    default:
      return result.kind;
  }
}

function nameOf({
  area,
  item,
}:
  | Extract<Match, { kind: 'found' }>
  | { area: { name: string }; item: { text: string; label: string | null } | null }): string {
  return item === null ? area.name : `${area.name} / ${item.label ?? item.text}`;
}

function checkMatch(written: string, expected: string, target?: string): void {
  it(`${written}${target === undefined ? '' : ` → ${target}`}`, () =>
    assert.equal(lineOf(match(written, target)), expected));
}

describe('matching a focus area', () => {
  describe('by the text of an item, whatever its marks', () => {
    checkMatch(
      'pruning: prune every tree of the orchard before the frost.',
      'this level (intermediate): Technical / Pruning',
    );
    checkMatch(
      'Keep the tools "sharp" - and dry',
      'this level (intermediate): Technical / Keep the tools “sharp” – and dry',
    );
    checkMatch('not in the midday sun', 'this level (intermediate): Technical / Water the beds in the evening');
    checkMatch(
      'Technical: Water the beds in the morning',
      'this level (intermediate): Technical / Water the beds in the morning',
    );
    checkMatch('Keep the orchids alive', 'this level (intermediate): Responsibilities / Keep the orchids alive');
  });

  describe('by label or area, at the person’s own level before the next', () => {
    checkMatch('Pruning', 'this level (intermediate): Technical / Pruning');
    checkMatch('Technical', 'this level (intermediate): Technical');
    checkMatch('Maturity & influence', 'this level (intermediate): Influence and Maturity');
    checkMatch('planning', 'next level (senior): Technical / Planning');
    checkMatch('Train the new gardeners', 'next level (senior): Influence and Maturity / Teaching');
  });

  describe('by part of a text, from three words on', () => {
    checkMatch(
      'before felling a tree',
      'this level (intermediate): Influence and Maturity / Ask before felling a tree',
    );
    checkMatch('three seasons ahead', 'next level (senior): Technical / Planning');
    checkMatch(
      'water the beds',
      'ambiguous: Technical / Water the beds in the morning | Technical / Water the beds in the evening',
    );
    it('felling alone', () => assert.match(lineOf(match('felling')), /^unknown: Ask before felling a tree \|/));
  });

  describe('by link', () => {
    checkMatch('What I want', 'this level (intermediate): Technical', '../roles/gardener.md#technical');
    checkMatch('What I want', 'next level (senior): Technical', 'gardener.md#technical-1');
    checkMatch('What I want', 'this level (intermediate): Influence and Maturity / Teaching', '#teaching');
    checkMatch(
      'Teaching',
      'this level (intermediate): Influence and Maturity / Teaching',
      'https://example.com/#technical',
    );
  });

  describe('elsewhere in the role', () => {
    checkMatch('Lay out a whole park', 'other (staff): Technical / Landscape');
    checkMatch('Graft the roses', 'other (roses): Responsibilities / Graft the roses');
  });

  describe('Communication', () => {
    checkMatch('Communication', 'communication');
    checkMatch('Kommunikation', 'communication');
    it('is the area with that word where there is one', () => {
      const cook = roleOf('# Cook\n\n## Cook\n\nGrade 6\n\n### Collaboration and Communication\n\n- Call the orders\n');
      const found = matchResponsibility({ text: 'Communication', links: [] }, cook, cook.levels[0]!, null);
      assert.equal(lineOf(found), 'this level (intermediate): Collaboration and Communication');
    });
  });

  it('suggests at most three, the nearest first', () => {
    const result = match('Teeching');
    assert.ok(result.kind === 'unknown');
    assert.equal(result.nearest[0], 'Teaching');
    assert.equal(result.nearest.length, 3);
  });

  it('takes the whole role for the person’s where the level is not known', () => {
    const result = matchResponsibility({ text: 'Landscape', links: [] }, role, null, null);
    assert.ok(result.kind === 'found');
  });

  it('calls an inherited item this level’s', () => {
    const result = matchResponsibility({ text: 'Ask before felling a tree', links: [] }, role, senior!, null);
    assert.equal(lineOf(result), 'this level (senior): Influence and Maturity / Ask before felling a tree');
  });
});
