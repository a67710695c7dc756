import assert from 'node:assert/strict';
import { gradeIn, gradeText } from '../../../server/src/core/roles/grade.ts';
import { readInheritance } from '../../../server/src/core/roles/inheritance.ts';
import { titlesOf } from '../../../server/src/core/roles/level-titles.ts';
import { normalise } from '../../../server/src/core/roles/normalise.ts';
import { sectionKind } from '../../../server/src/core/roles/section-kinds.ts';
import { roleOf } from './check.ts';

function checkAll(
  expected: Record<string, string | number | null>,
  say: (text: string) => string | number | null,
): void {
  for (const [text, answer] of Object.entries(expected))
    it(`${text} → ${answer}`, () => assert.equal(say(text), answer));
}

describe('sentences of inheritance', () => {
  checkAll(
    {
      'Extends the Senior Baker responsibilities': 'Senior Baker: responsibility',
      'Extends that of the Senior Baker responsibilities': 'Senior Baker: responsibility',
      'Extends the responsibilities of the Senior Baker': 'Senior Baker: responsibility',
      'Extends: Senior Baker': 'Senior Baker: all',
      'Exends the Baker requirements': 'Baker: requirement',
      'The Staff Baker role extends the [Senior](#senior) role.': 'Senior: all',
      'The Senior Baker extends the Baker role and includes:': 'Baker: all',
      'Includes all Senior Baker level responsibilities': 'Senior Baker: responsibility',
      'You must have all the responsibilities of a Baker, plus the following:': 'Baker: responsibility',
      'Meets all of the requirements of a Senior Baker, plus:': 'Senior Baker: requirement',
      'All the responsibilities of Baker plus': 'Baker: responsibility',
      'Same requirements as Baker': 'Baker: requirement',
      'In addition to the Baker requirements': 'Baker: requirement',
      'Senior Bakers are Bakers who meet the following criteria:': 'Bakers: all',
      'Everything in the Baker role, plus:': 'Baker: all',
      'Bakers share the same requirements as the Apprentice listed above, but also bake:': 'Apprentice: requirement',
      'In addition to the requirements listed above': 'what all share: requirement',
      'Extends the base-level responsibilities': 'what all share: responsibility',
      'Extends our catalogue of cakes': null,
      'Extend the shop with new levels of comfort': null,
      'Has responsibility for the requirements of the shop': null,
      'Include all customers in defining requirements': null,
      'In addition to baking, sells bread': null,
      'Collect all requirements from customers': null,
    },
    (text) => {
      const said = readInheritance(text);
      return said === null ? null : `${said.isShared ? 'what all share' : said.names}: ${said.kind ?? 'all'}`;
    },
  );
});

describe('section headings', () => {
  checkAll(
    {
      Responsibilties: 'responsibility',
      'Responsbilities:': 'responsibility',
      'Senior Baker Responsibilities': 'responsibility',
      'Responsibilities & Requirements': 'responsibility',
      'RESPONSIBILITIES (all bakers)': 'responsibility',
      'As a Senior Baker you will:': 'responsibility',
      'What you can expect in a Baker role': 'responsibility',
      'What you\u2019ll do': 'responsibility',
      'Senior\u00A0Baker\u00A0Responsibilities': 'responsibility',
      Expectations: 'responsibility',
      Aufgaben: 'responsibility',
      'You may be a fit to our team if': 'requirement',
      'A Baker must': 'requirement',
      'You should apply if': 'requirement',
      'About you': 'requirement',
      'Additional Requirements': 'requirement',
      'Preferred Requirements': 'nice-to-have',
      'Desirable skills': 'nice-to-have',
      'Nice\u2011to\u2011haves': 'nice-to-have',
      'Senior Baker Job Grade': 'grade',
      'Baker Performance Indicators': 'ignored',
      'Hiring Process': 'ignored',
      'Career Ladder': 'ladder',
      'Leveling of Bakers': 'levels',
      Segments: 'specialties',
      'All Levels': 'shared',
      'Requirements Engineer': null,
      'What are the expectations of my role?': null,
      Technical: null,
      'Senior Baker': null,
    },
    sectionKind,
  );
});

describe('titles of levels', () => {
  checkAll(
    {
      Baker: 'intermediate ic',
      'Baker (Intermediate)': 'intermediate ic',
      'Senior Baker': 'senior ic',
      'Sr. Baker': 'senior ic',
      'Baker, Senior': 'senior ic',
      'Senior Staff Baker': 'senior-staff ic',
      'Senior Manager, Baking': 'senior-manager manager',
      'Manager of Bakers': 'manager manager',
      'Vice President, Baking': 'vp manager',
      'Senior Product Manager': 'senior ic',
      'Product Baking Partner (PBP)': 'null ic',
      'Chief of Staff': 'null other',
      L3: 'l3 ic',
      'D4 - Developer 4': 'd4 ic',
      'Level 3: Baker': 'level-3 ic',
      'Baker II': 'level-2 ic',
    },
    (title) => `${titlesOf('Baker').idOf(title)} ${titlesOf('Baker').trackOf(title)}`,
  );
});

describe('grades', () => {
  checkAll(
    {
      'is a [grade 7](/grades)': '7',
      'is a [9](/grades)': '9',
      'job grade 7': '7',
      'grade #12': '12',
      '[Grade 5]': '5',
      'job grade [level 5](/grades)': '5',
      '**Grade 7:**': '7',
      'grade 9.5': '9.5',
      'can be a [grade 11 or a grade 12](/grades)': '11\u201312',
      'is a [grade 8](/grades) or [9](/grades)': '8\u20139',
      'Grades 7-9': '7\u20139',
      'grade 7/8': '7\u20138',
      'grade 9 to 9.5': '9\u20139.5',
      'grade 7 or 8 years of baking': '7',
      'grade 8 - 12 people report to the baker': '8',
      'grade 8 or 7': '8',
      'grade 7, and 10 years': '7',
      'is graded by 2 people': null,
    },
    (text) => {
      const grade = gradeIn(text, 'yes');
      if (grade === null || grade.from === grade.to) return grade && String(grade.from);
      return gradeText({ grade: grade.from, highestGrade: grade.to });
    },
  );
});

describe('texts for comparison', () => {
  checkAll(
    {
      '**Pruning**: Prune the [old trees](trees.md#old).': 'pruning: prune the old trees',
      'Keep the \u201Cold\u201D tools \u2013 dry\u2026': 'keep the "old" tools - dry',
      'snake_case and _emphasis_ and 2 * 3': 'snake_case and emphasis and 2 * 3',
      'R&amp;D   with\u00A0`code`!': 'r&d with code',
      '<b>Bold</b> and<br>broken': 'bold and broken',
      '![tree](tree.png) and \\*': 'tree and *',
    },
    normalise,
  );
});

describe('what a statement names', () => {
  it('is never the same level of another role', () => {
    const role = roleOf(
      '---\ntitle: Pastry Baker\n---\n\n## Senior Pastry Baker\n\nGrade 7\n\n- Bake\n\n## Staff Pastry Baker\n\nGrade 8\n\n### Responsibilities\n\n- Extends the Senior Confectioner responsibilities\n- Teach\n',
    );
    assert.deepEqual(
      role.levels[1]!.extends.map(({ resolved }) => resolved),
      [{ to: 'unresolved' }],
    );
  });

  it('wins over a link that has gone stale', () => {
    const role = roleOf(
      '---\ntitle: Baker\n---\n\n## Baker\n\nGrade 6\n\n### Responsibilities\n\n- Bake\n\n## Senior Baker\n\nGrade 7\n\n### Responsibilities\n\n- Teach\n\n## Staff Baker\n\nGrade 8\n\n### Responsibilities\n\n- Extends the [Senior Baker responsibilities](#responsibilities)\n- Plan\n',
    );
    assert.deepEqual(
      role.levels[2]!.extends.map(({ resolved }) => resolved),
      [{ to: 'level', level: 'senior' }],
    );
  });

  it('may be in another file, or an acronym', () => {
    const role = roleOf(
      '---\ntitle: Site Reliability Engineer\n---\n\n## Senior Site Reliability Engineer\n\nGrade 7\n\nThe Senior Site Reliability Engineer role extends the [Platform Engineer](/platform/) role.\n\n- Run\n\n## Staff Site Reliability Engineer\n\nGrade 8\n\nExtends the Senior SRE responsibilities.\n\n- Plan\n',
    );
    assert.deepEqual(
      role.levels.map((level) => level.extends.map(({ resolved }) => resolved)),
      [[{ to: 'other-file' }], [{ to: 'level', level: 'senior' }]],
    );
  });
});
