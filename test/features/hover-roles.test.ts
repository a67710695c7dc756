/** What a hover says of roles, levels, specialties and responsibilities. */
import assert from 'node:assert/strict';
import { checkHover, hoverAt } from './hovering.ts';

const gardener = `//- roles/gardener.md
---
title: Gardener
---

## Gardener

Grade 6

### Technical

- **Pruning**: Prune [every tree](trees.md) before the frost
- Water the beds
- Weed the beds
- Sharpen the tools
- Empty the barrows
- Sweep the paths

### Requirements

- Two seasons in a garden

## Senior Gardener

Grade 7

- Extends the Gardener responsibilities
- Extends the Head Forester responsibilities
- **Planning**: Plan three seasons ahead

## Manager, Gardeners

Grade 8

### Responsibilities

- Hire gardeners

## Specialties

### Glass

- Keep the orchids alive

### Palms

Same as the Glass specialty.

//- one-on-ones/dana.md
`;

const note = `---
report: Dana Reyes
manager: Sam Osei
role: gardener
level: intermediate
specialty: palms
---

## 2026-10-05

### Checkpoint 2026-Q4

Steps towards the Senior Gardener.

#### Focus area: Pruning

**Goals**

- Know what a senior does

#### Focus area: Long plans

**Responsibility:** Plan three seasons ahead

## 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Pruning

**Goals**

- Prune the pear trees

## 2026-06-29

The senior gardener is away.
`;

const at = (text: string): string => gardener + note.replace(text, `$0${text}`);

describe('hover on a level', () => {
  it('lists what is expected by area, cut with a count, and what each next level adds', () => {
    const text = checkHover(
      at('intermediate\n'),
      'level: intermediate',
      /^\*\*Gardener\*\* · grade 6\n\n_Technical_\n\n- \*\*Pruning\*\*: Prune every tree before the frost\n/,
      /- … and 2 more\n/,
      /and 1 requirements? and nice-to-haves?/,
      /Next, \*\*Senior Gardener\*\* adds:\n\n_Responsibilities_\n\n- \*\*Planning\*\*/,
      /\[Open the role file\]\([^)]*roles\/gardener\.md\)/,
    );
    assert.doesNotMatch(text, /trees\.md|Manager, Gardeners/);
  });

  it('says both grades where the file names two', () => {
    const two = at('intermediate\n').replace('Grade 6', 'Grade 6 or a grade 7');
    checkHover(two, 'level: intermediate', /^\*\*Gardener\*\* · grade 6\u20137\n/);
  });

  it('says what could not be brought along', () => {
    checkHover(
      at('intermediate\n').replace('level: $0intermediate', 'level: $0senior'),
      'level: senior',
      /Not brought along:\n\n- "Extends the Head Forester responsibilities" names no level that is known here/,
    );
  });

  it('explains a level that a checkpoint names, and no other text', () => {
    checkHover(at('Senior Gardener.'), 'Senior Gardener', /^\*\*Senior Gardener\*\* · grade 7/);
    checkHover(at('senior does'), 'senior', /^\*\*Senior Gardener\*\*/);
    assert.equal(hoverAt(at('senior gardener is')), null);
    assert.equal(hoverAt(at('does\n')), null);
  });
});

describe('hover on a role and a specialty', () => {
  it('lists the levels with their grades, and the specialties', () => {
    checkHover(
      at('gardener\nlevel'),
      'role: gardener',
      /^\*\*Gardener\*\*/,
      /- Senior Gardener \(grade 7\)\n- Manager, Gardeners \(grade 8\)/,
      /Specialties: Glass, Palms/,
    );
  });

  it('lists what a specialty adds, also where it equals another one', () => {
    checkHover(
      at('palms'),
      'specialty: palms',
      /^\*\*Palms\*\*, a specialty of Gardener/,
      /same as Glass\.\n\n- Keep the orchids alive/,
    );
  });
});

describe('hover on a focus area', () => {
  it('gives the whole responsibility, its level, and when it was in focus before', () => {
    checkHover(
      at('Pruning\n\n**Goals**\n\n- Know'),
      'Pruning',
      /Pruning: Prune every tree before the frost/,
      /this level \\\(Gardener\\\)/,
      /2026-Q3/,
    );
  });

  it('knows it by its responsibility where it had another title', () => {
    const renamed =
      gardener +
      note.replace(
        'Focus area: Pruning\n\n**Goals**\n\n- Prune',
        'Focus area: Sharp knives\n\n**Responsibility:** Prune every tree before the frost\n\n**Goals**\n\n- Prune',
      );
    checkHover(
      renamed.replace('Pruning\n\n**Goals**\n\n- Know', '$0Pruning\n\n**Goals**\n\n- Know'),
      'Pruning',
      /Also in focus in 2026-Q3 \("Sharp knives"\)\./,
    );
  });

  it('says which next level expects it', () => {
    checkHover(at('Plan three'), 'Plan three seasons ahead', /next level: Senior Gardener/);
  });
});
