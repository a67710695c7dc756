import assert from 'node:assert/strict';
import { checkRole, roleFile, roleOf, textsOf } from './check.ts';

describe('forms of role descriptions', () => {
  it('reads prefixed, misspelt, bold, linked and combined section headings', () => {
    const role = roleFile('prefixed.md');
    checkRole(role, [
      'intermediate 6 > senior: Responsibilities 2, requirement Requirements 2',
      'senior 7 > staff: Responsibilities 2, nice-to-have Nice-to-haves 1, requirement Requirements 2',
      'staff 8: Responsibilities 2, nice-to-have Nice-to-haves 1',
    ]);
    assert.equal(role.title, 'Bridge Engineer');
  });

  it('gives sections beside a level, or below its grade, to that level', () => {
    checkRole(roleFile('beside.md'), [
      'intermediate 5 > senior: Responsibilities 2, requirement Requirements 1',
      'senior 6 > manager: Responsibilities 3, requirement Requirements 1',
      'manager 8: Technical 1, Execution 2',
      'specialty harbour: Responsibilities 1',
    ]);
  });

  it('tells a level inside Specialties from a specialty by its own grade', () => {
    checkRole(roleFile('specialties.md'), [
      'shared: Responsibilities 1',
      'intermediate 6 > senior: Responsibilities 1',
      'senior 7 > chief: Responsibilities 1',
      'chief 9.5: Responsibilities 1',
      'specialty sea: requirement Requirements 1, Responsibilities 2',
      'specialty sky: Responsibilities 2',
      'specialty lakes: same as sea',
    ]);
  });

  it('resolves what levels extend, and leaves open what names no level', () => {
    const role = roleFile('extends.md');
    checkRole(role, [
      'shared: Responsibilities 1',
      'junior 5 > intermediate: Responsibilities 1; extends responsibility of shared',
      'intermediate 6 > senior: Responsibilities 1; extends responsibility of junior',
      'senior 7 > staff, manager: Responsibilities 1; extends intermediate',
      'staff 8 > manager: Responsibilities 1, requirement Requirements 1; extends responsibility of senior, requirement of senior',
      'manager 8 > director: Responsibilities 2; extends responsibility of unresolved',
      'director 10: Responsibilities 1; extends responsibility of unresolved',
    ]);
    assert.ok(textsOf(role, 'manager').includes('Extends our catalogue of parts with every clock'));
  });

  it('reads front matter without its opening fence, and with spaces behind the closing one', () => {
    const role = roleFile('missing-fence.md');
    assert.equal(role.title, 'Ferry Pilot');
    checkRole(role, ['intermediate 6: Responsibilities 2, requirement Requirements 1']);
  });

  it('skips ERB, comments, attribute lists and code, and takes next levels from a diagram', () => {
    const role = roleFile('erb.md');
    checkRole(role, [
      'intermediate 6 > senior: Responsibilities 2',
      'senior 7 > keeper-of-archives: Responsibilities 1',
      'keeper-of-archives 8: Responsibilities 1',
    ]);
    assert.equal(role.levels[0]!.title, 'Archivist');
  });

  it('reads a pivot table: areas as rows, levels as columns, several items in a cell', () => {
    const role = roleFile('pivot.md');
    checkRole(role, ['apprentice > b2: Dough 1, Oven 1, Shop 1', 'b2 > b3: Dough 2, Oven 1', 'b3: Dough 2, Shop 1']);
    assert.deepEqual(textsOf(role, 'b3'), ['Invents a dough', 'Teaches dough', 'Runs the shop']);
  });

  it('reads a pivot table in HTML, with lists in its cells and blank lines between its rows', () => {
    const role = roleFile('pivot-html.md');
    checkRole(role, [
      'junior > intermediate: Loom 2',
      'intermediate > senior: Loom 1, Colour 1',
      'senior: Loom 1, Colour 1',
    ]);
    assert.deepEqual(textsOf(role, 'junior'), ['Threads the loom', 'Sweeps up']);
    assert.equal(role.levels[2]!.own.areas[1]!.items[0]!.plain, "chooses the season's colours");
  });

  it('reads levels as table rows, with distinctions as specialties, and no other list', () => {
    checkRole(roleFile('rows.md'), [
      'junior 5 > intermediate: Scope 1, Expectations 1',
      'intermediate 6 > senior: Scope 1, Expectations 1',
      'senior 7 > manager: Scope 1, Expectations 1',
      'manager 8: Scope 1, Expectations 1',
      'specialty orchids: Knows about 1',
      'specialty citrus: Knows about 1',
    ]);
  });

  it('reads one table per level', () => {
    checkRole(roleFile('level-tables.md'), ['intermediate 6 > senior: Hives 1, Honey 1', 'senior 7: Hives 1']);
  });

  it('reads a file that holds one level', () => {
    checkRole(roleFile('baker/senior-baker.md'), ['senior: Dough 2, People 1; extends unresolved']);
  });

  it('orders levels by their words where the highest stands first', () => {
    const role = roleFile('highest-first.md');
    checkRole(role, [
      'principal: Responsibilities 1',
      'staff > principal: Responsibilities 2',
      'senior > staff: Responsibilities 1',
      'intermediate > senior: Responsibilities 2',
    ]);
    assert.deepEqual(
      role.levels.map(({ order }) => order),
      [3, 2, 1, 0],
    );
  });

  it('marks a text that most levels repeat as boilerplate, and no other', () => {
    const role = roleFile('repeated.md');
    const boilerplate = role.levels.map(({ own }) =>
      own.areas.flatMap(({ items }) => items).filter((item) => item.isBoilerplate),
    );
    assert.deepEqual(
      boilerplate.map((items) => items.map(({ text }) => text)),
      Array(3).fill(['Ability to use the glass cutter']),
    );
    const ids = role.levels.flatMap(({ own }) => own.areas.flatMap(({ items }) => items.map(({ id }) => id)));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('reads German headings, and areas with letters beyond ASCII', () => {
    checkRole(roleFile('german.md'), [
      'junior 5 > intermediate: Responsibilities 1, requirement Requirements 1',
      'intermediate 6 > senior: Responsibilities 1; extends junior',
      'senior 7: Überblick und Führung 1, Bürgernähe 1',
    ]);
  });

  it('reads grades in every form, half ones and equal ones too', () => {
    checkRole(roleFile('grades.md'), [
      'galley-hand 4 > intermediate: Responsibilities 1',
      'intermediate 6 > senior: Responsibilities 1',
      'senior 7 > staff, manager: Responsibilities 1',
      'staff 8 > manager: Responsibilities 1',
      'manager 8 > senior-manager: Responsibilities 1',
      'senior-manager 9.5: Responsibilities 1',
    ]);
    assert.equal(roleFile('grades.md').levels[2]!.title, "Senior Ship's Cook");
  });

  it('reads a grade and the one that it may also be', () => {
    const role = roleOf(
      '# Ropemaker\n\n## Ropemaker\n\n### Job Grade\n\nA [grade 6](#grades) or a [grade 7](#grades)\n\n### Responsibilities\n\n- Twist\n\n## Senior Ropemaker\n\n### Job Grade\n\nThe Senior Ropemaker is a 7\n\n### Responsibilities\n\n- Splice\n',
    );
    checkRole(role, ['intermediate 6\u20137 > senior: Responsibilities 1', 'senior 7: Responsibilities 1']);
    checkRole(
      roleOf(
        '# Ropemaker\n\n| Level | Grade |\n| --- | --- |\n| [Ropemaker](#a) | 6 or 7 |\n| [Senior Ropemaker](#b) | Grade 8 |\n\n## Ropemaker\n\n### Responsibilities\n\n- Twist\n\n## Senior Ropemaker\n\n### Responsibilities\n\n- Splice\n',
      ),
      ['intermediate 6\u20137 > senior: Responsibilities 1', 'senior 8: Responsibilities 1'],
    );
  });

  it('takes a heading over a table of levels for no level of its own', () => {
    const table = (names: readonly string[]): string =>
      `| Title | Scope |\n| --- | --- |\n${names.map((name) => `| ${name} | What a ${name} does |`).join('\n')}\n\n`;
    const role = roleOf(
      `# Drawing office\n\n## Levels\n\n### Makers\n\n${table(['Junior Drafter', 'Senior Drafter'])}### Heads\n\n${table(['Manager, Drafters', 'Senior Manager, Drafters'])}### Staff Drafter\n`,
    );
    assert.deepEqual(
      role.levels.map(({ id }) => id),
      ['staff', 'junior', 'senior', 'manager', 'senior-manager'],
    );
  });

  it('takes a bold grade right below a heading for its grade, several of them for levels', () => {
    const lead = (grade: string): string =>
      `# Miller\n\n## Lead Miller\n\n${grade}\n\n### Responsibilities\n\n- Choose the grain\n`;
    for (const grade of ['**Grade 8:**', '**Grade 8**', '**Job Grade: 8**', '__Grade #8__'])
      checkRole(roleOf(lead(grade)), ['lead 8: Responsibilities 1']);
    checkRole(roleOf('# Miller\n\n## Ladder of grades\n\n**Grade 7**\n\n- Grind\n\n**Grade 8**\n\n- Choose\n'), [
      'level-7 > level-8: Responsibilities 1',
      'level-8: Responsibilities 1',
    ]);
  });

  it('keeps numbers in a column that is no grade', () => {
    const [mate] = roleOf('# Mate\n\n| Level | Crew |\n| --- | --- |\n| Junior | 3-5 |\n| Senior | 8 |\n').levels;
    assert.equal(mate?.own.areas[0]?.items[0]?.text, '3-5');
  });

  it('reads bold lines, short lines before a list and list items with a list as headings', () => {
    const role = roleFile('pseudo.md');
    checkRole(role, [
      'watchman 5 > senior: Responsibilities 2, requirement Requirements 1',
      'senior 6: Responsibilities 2, requirement Requirements 2',
    ]);
    assert.deepEqual(role.levels[1]!.own.areas[1]!.items[1]!.details, ['North tower', 'South tower']);
  });

  it('reads a description that stands in the front matter', () => {
    checkRole(roleFile('topics.md'), ['level-1 > level-2: Typesetting 2', 'level-2: Typesetting 1, Press 1']);
  });

  it('takes lines as items where a section has no list, and wrapped prose as one', () => {
    const role = roleFile('lines.md');
    checkRole(role, ['intermediate 9.5: Responsibilities 3, requirement Requirements 1']);
    assert.match(textsOf(role, 'intermediate')[3]!, /memory for faces that lasts through a long winter/);
  });

  it('reads levels below sections, and below areas that all have them', () => {
    checkRole(roleFile('inner.md'), [
      'shared: Responsibilities 1',
      'intermediate 6 > senior: Responsibilities 2, requirement Requirements 1',
      'senior: Responsibilities 1, requirement Requirements 1; extends responsibility of intermediate',
    ]);
    checkRole(roleFile('inner-areas.md'), ['junior > senior: Craft 1, Teamwork 1', 'senior: Craft 2, Teamwork 1']);
  });

  it('takes a table that sums up the levels for their grades only', () => {
    checkRole(roleFile('overview.md'), ['t1 5 > t2: Reed 2', 't2 6 > senior: Reed 1', 'senior 7: Reed 1']);
  });

  it('reads tracks of levels, with labels right above their lists', () => {
    checkRole(roleFile('tracks.md'), [
      'junior > level-2: Brushes 1, Manners 1',
      'level-2 > manager: Brushes 1',
      'manager: Brushes 1',
    ]);
  });

  it('takes paragraphs with labels for items where a level has no list', () => {
    const role = roleFile('labelled.md');
    checkRole(role, ['level-1 > level-2: Responsibilities 2', 'level-2: Responsibilities 2']);
    assert.deepEqual(
      role.levels[0]!.own.areas[0]!.items.map(({ label }) => label),
      ['Technical', 'Communication'],
    );
  });

  it('reads levels at first- and fourth-level headings', () => {
    const levels = (mark: string): string =>
      ['Junior Miller', 'Senior Miller']
        .map((title) => `${mark} ${title}\n\n${mark}# Responsibilities\n\n- The work of a ${title}\n\n`)
        .join('');
    const lines = ['junior > senior: Responsibilities 1', 'senior: Responsibilities 1'];
    checkRole(roleOf(levels('#')), lines);
    checkRole(roleOf(`---\ntitle: Miller\n---\n\n${levels('####')}`), lines);
  });

  it('reads a list right under the title of a level', () => {
    checkRole(roleOf('---\ntitle: Junior Miller\n---\n\n- Grind\n- Sweep\n'), ['junior: Responsibilities 2']);
  });

  it('keeps codes of managers on their own ladder', () => {
    const source = ['IC3', 'IC4', 'M3', 'M4'].map((code) => `## ${code}\n\n- ${code}\n\n`).join('');
    checkRole(roleOf(`# Milling ladder\n\n${source}`), [
      'ic3 > ic4: Responsibilities 1',
      'ic4: Responsibilities 1',
      'm3 > m4: Responsibilities 1',
      'm4: Responsibilities 1',
    ]);
  });

  it('shares the sections of a group among its own levels only', () => {
    const role = roleFile('groups.md');
    assert.deepEqual(textsOf(role, 'senior'), ['Build arches', 'Carry what you cut']);
    assert.deepEqual(textsOf(role, 'manager'), ['Choose the quarry', 'Sign the plans']);
    assert.equal(role.shared.areas.length, 1);
  });

  it('reads a role without levels as one level with the grade of the page', () => {
    const role = roleFile('flat.md');
    assert.equal(role.title, 'Toll Keeper');
    checkRole(role, ['intermediate 5: requirement General 1, requirement Communication 1, General 2, Communication 1']);
  });

  it('lets every level extend the one below where the text says so', () => {
    const role = roleFile('all-levels.md');
    checkRole(role, ['shared: Impact 1, Craft 2', 'p1 > p2: Impact 1, Craft 1', 'p2: Impact 1, Craft 2; extends p1']);
    assert.equal(role.shared.areas[1]!.items[0]!.text, 'Knows the river at low water.');
  });

  it('takes id, title and aliases from the front matter, else from heading and file', () => {
    const named = roleOf('---\nid: sre\ntitle: Site Reliability Engineer\naliases: [SRE, Reliability]\n---\n# Other\n');
    assert.deepEqual(
      [named.id, named.title, named.aliases],
      ['sre', 'Site Reliability Engineer', ['SRE', 'Reliability']],
    );
    const unnamed = roleOf('## Responsibilities\n- A\n', 'night-watch.md');
    assert.deepEqual([unnamed.id, unnamed.title], ['night-watch', 'Night Watch']);
    assert.equal(roleOf('# A\n', 'miller/index.html.md').id, 'miller');
  });

  it('keeps the spans of items on their text', () => {
    const source = '# Miller\n\n## Responsibilities\n\n* **Grain**: Grind\n  by night\n';
    const [item] = roleOf(source).levels[0]!.own.areas[0]!.items;
    assert.equal(source.slice(item!.span.start, item!.span.end), '**Grain**: Grind\n  by night');
    assert.deepEqual(
      [item!.text, item!.label, item!.plain],
      ['**Grain**: Grind by night', 'Grain', 'grain: grind by night'],
    );
  });

  it('finds nothing in a page that is no role description', () => {
    for (const page of [
      '# Our team\n\nWe like bread.\n\n- flour\n- water\n\n## How we meet\n\n- Mondays\n',
      '# First weeks\n\n## Week 1\n\n- Read\n\n## Week 2\n\n- Bake\n',
      '# The till\n\n## Requirements\n\n- Electricity\n\n## Usage\n\n- Press the button\n',
      '# Bakery\n\n## Senior leadership\n\n- Ann\n- Bo\n',
    ])
      checkRole(roleOf(page), []);
  });

  it('does not take the title of the page for a section around everything', () => {
    const level = (title: string): string => `### ${title}\n\n#### Craft\n\n- The craft of ${title}\n\n`;
    const source = `# Miller Career Ladder\n\n## Mill\n\n${level('L1 - Miller')}${level('L2 - Miller')}## Management\n\n${level('M1 - Milling Manager')}`;
    checkRole(roleOf(source), ['l1 > l2: Craft 1', 'l2 > manager: Craft 1', 'manager: Craft 1']);
  });

  it('keeps what is on no ladder from the next levels', () => {
    const level = (title: string, grade: string): string =>
      `## ${title}\n\n${grade}\n\n### Responsibilities\n\n- Work as a ${title}\n\n`;
    const source = `---\ntitle: Miller\n---\n\n${level('Miller', 'Grade 6')}${level('Senior Miller', 'Grade 7')}${level('Internships', '')}${level('Apprentices of the guild', '')}`;
    const next = new Map(roleOf(source).levels.map((one) => [one.title, one.next]));
    assert.deepEqual(next.get('Miller'), ['senior']);
    assert.deepEqual(next.get('Senior Miller'), []);
    assert.deepEqual(next.get('Internships'), ['intermediate']);
  });
});
