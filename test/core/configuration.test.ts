import { isDocumentPath } from '../../server/src/core/paths.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDay } from '../../server/src/core/calendar.ts';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { configurationFor, readConfiguration } from '../../server/src/core/read-configuration.ts';
import type { Configuration, ConfigurationFile } from '../../server/src/core/configuration.ts';

const address = { uri: 'file:///notes/.one-on-one.yaml', path: '.one-on-one.yaml' };

function read(source: string, rules: string[] | null = null): ConfigurationFile {
  return readConfiguration(source, address, rules);
}

/** Checks the configuration that valid text gives: the defaults but for `expected`. */
function checkValid(source: string, expected: Partial<Configuration>): void {
  const { configuration, problems } = read(source);
  assert.deepEqual(
    problems.map((problem) => problem.message),
    [],
  );
  assert.deepEqual(configuration, { ...defaultConfiguration, uri: address.uri, ...expected });
}

/** Checks the problems of a text, as `the text marked: the message`, and what is in force. */
function checkProblems(source: string, expected: string[], inForce: Partial<Configuration> = {}): void {
  const file = read(source);
  assert.deepEqual(
    file.problems.map(({ at, message }) => `${source.slice(at.start, at.end)}: ${message}`),
    expected,
  );
  assert.ok(file.problems.every(({ at }) => at.anchor === file.anchor));
  assert.deepEqual(file.configuration, { ...defaultConfiguration, uri: address.uri, ...inForce });
}

describe('configuration', () => {
  describe('valid settings', () => {
    it('reads every setting', () => {
      const { configuration, problems } = read(
        [
          'documents: ["people/**/*.md"]',
          'roles:',
          '  - "handbook/roles/**/*.md"',
          'quarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }',
          'cadence: fortnightly',
          'focusAreas: { min: 1, max: 4 }',
          'followThrough: { meetings: 5 }',
          'ratings: { scale: [low, middle, high] }',
          'feedback: { opens: 2027-02-01, closes: 2027-02-28, covers: 2 }',
          'teams:',
          '  delivery: { staffPlus: 3, justification: "Releases", archetypes: [solver, architect], expected: { staffPlus: 2, when: "a second team is formed" } }',
          'headings: { checkpoint: ["Quartalsgespräch"] }',
          'dates: { numericOrder: mdy }',
          'rules: { vague-target: off, neglected-focus-area: info }',
          'private: { allowPublished: true }',
        ].join('\n'),
        ['vague-target', 'neglected-focus-area'],
      );
      assert.deepEqual(problems, []);
      const { teams, ...rest } = configuration;
      assert.deepEqual(rest, {
        documents: ['people/**/*.md'],
        roles: ['handbook/roles/**/*.md'],
        quarters: { startMonth: 2, named: 'end', label: 'FY{yy}-Q{q}' },
        cadence: { every: 'days', days: 14 },
        focusAreas: { min: 1, max: 4 },
        followThrough: { meetings: 5 },
        ratings: { scale: ['low', 'middle', 'high'] },
        feedback: { opens: parseDay('2027-02-01'), closes: parseDay('2027-02-28'), covers: 2 },
        headings: new Map([['checkpoint', ['Quartalsgespräch']]]),
        dates: { numericOrder: 'mdy' },
        rules: new Map([
          ['vague-target', 'off'],
          ['neglected-focus-area', 'info'],
        ]),
        private: { allowPublished: true },
        uri: address.uri,
        folder: '',
      });
      const { place, ...team } = teams.get('delivery')!;
      assert.deepEqual(team, {
        name: 'delivery',
        staffPlus: 3,
        justification: 'Releases',
        archetypes: ['solver', 'architect'],
        expected: { staffPlus: 2, when: 'a second team is formed' },
      });
      assert.equal(place.end - place.start, 'delivery'.length);
    });

    for (const source of [
      '',
      '\n\n',
      '# later\n',
      '---\n',
      '---\n# later\n...\n',
      '~',
      '{}',
      '\uFEFF',
      '\uFEFF# x\r\n',
    ]) {
      it(`has the defaults without settings: ${JSON.stringify(source)}`, () => checkValid(source, {}));
    }

    it('keeps the defaults beside what is set', () => {
      checkValid('quarters: { startMonth: 4 }', { quarters: { startMonth: 4, named: 'start', label: '{yyyy}-Q{q}' } });
      checkValid('focusAreas:\n  max: 5', { focusAreas: { min: 2, max: 5 } });
    });

    it('takes a list or mapping whose lines are commented out as empty', () => {
      checkValid('rules:\n#  vague-target: off\nteams:\nheadings:\nfeedback:\nquarters:\ncadence: monthly', {
        cadence: { every: 'month' },
      });
    });

    it('lets an empty list replace the default', () => checkValid('documents: []', { documents: [] }));

    for (const [written, days] of [
      ['weekly', 7],
      ['fortnightly', 14],
      ['10', 10],
      ['"21"', 21],
      ['1', 1],
      ['366', 366],
    ] as const) {
      it(`reads the cadence ${written}`, () => checkValid(`cadence: ${written}`, { cadence: { every: 'days', days } }));
    }

    for (const label of ['{yyyy}-Q{q}', 'FY{yy}-Q{q}', 'FY{yyyy} Q{q}', "FY'{yy} Q{q}", 'Q{q} {yyyy}', "Q{q}'{yy}"]) {
      it(`takes the label ${label}`, () =>
        checkValid(`quarters: { label: "${label}" }`, { quarters: { startMonth: 1, named: 'start', label } }));
    }

    it('reads aliases', () => {
      const { configuration, problems } = read('teams:\n  red: &one { staffPlus: 2 }\n  blue: *one\n');
      assert.deepEqual(problems, []);
      assert.equal(configuration.teams.get('blue')?.staffPlus, 2);
    });

    it('ignores tags and YAML 1.1', () => {
      checkValid('%YAML 1.1\n---\ncadence: !days 7\n', {});
      checkProblems('%YAML 1.1\n---\nprivate: { allowPublished: yes }\n', [
        'yes: "private.allowPublished" must be true or false, not "yes". Did you mean "true"?',
      ]);
    });

    it('keeps names such as __proto__ and constructor apart', () => {
      const { configuration, problems } = read(
        'teams:\n  __proto__: { staffPlus: 1 }\n  constructor: { staffPlus: 2 }\n  7: { staffPlus: 3 }\n',
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(
        [...configuration.teams].map(([name, team]) => [name, team.name, team.staffPlus]),
        [
          ['__proto__', '__proto__', 1],
          ['constructor', 'constructor', 2],
          ['7', '7', 3],
        ],
      );
      assert.equal(({} as Record<string, unknown>).staffPlus, undefined);
    });
  });

  describe('unknown settings', () => {
    for (const [key, meant] of [
      ['cadense', 'cadence'],
      ['Cadence', 'cadence'],
      ['focus_areas', 'focusAreas'],
      ['focusArea', 'focusAreas'],
      ['quaters', 'quarters'],
      ['rule', 'rules'],
      ['taems', 'teams'],
    ] as const) {
      it(`asks whether ${key} is ${meant}`, () => {
        checkProblems(`${key}: 1`, [`${key}: "${key}" is not a setting. Did you mean "${meant}"?`]);
        assert.equal(read(`${key}: 1`).problems[0]!.suggestion, meant);
      });
    }

    for (const key of ['__proto__', 'constructor', 'hasOwnProperty', 'colour', 'startMonth', '<<']) {
      it(`has no idea what ${key} is`, () => {
        checkProblems(`${key}: 1`, [
          `${key}: "${key}" is not a setting. Remove it, or look it up in the documentation.`,
        ]);
        assert.equal(read(`${key}: 1`).problems[0]!.suggestion, null);
      });
    }

    it('names the mapping that a key is not part of', () => {
      checkProblems(
        'quarters:\n  startMont: 2\n  named: end\n',
        ['startMont: "startMont" is not a setting of "quarters". Did you mean "startMonth"?'],
        { quarters: { startMonth: 1, named: 'end', label: '{yyyy}-Q{q}' } },
      );
      checkProblems('headings: { checkpiont: [X] }', [
        'checkpiont: "checkpiont" is not a kind of section. Did you mean "checkpoint"?',
      ]);
    });

    it('knows rule ids only where it is told them', () => {
      const source = 'rules: { vague-taget: off }';
      assert.deepEqual(read(source).problems, []);
      const [problem] = read(source, ['vague-target', 'missing-summary']).problems;
      assert.equal(problem!.message, '"vague-taget" is not the id of a rule. Did you mean "vague-target"?');
      assert.equal(problem!.suggestion, 'vague-target');
      assert.equal(source.slice(problem!.at.start, problem!.at.end), 'vague-taget');
    });

    it('reports a setting that is written twice, and uses the first', () => {
      checkProblems('cadence: monthly\ncadence: weekly\n', ['cadence: "cadence" is written twice. Keep one of them.'], {
        cadence: { every: 'month' },
      });
      assert.equal(read('cadence: monthly\ncadence: weekly\n').problems[0]!.at.start, 'cadence: monthly\n'.length);
    });
  });

  describe('wrong values', () => {
    const wrong: [source: string, marked: string, message: string][] = [
      ['documents: people/**', 'people/**', '"documents" must be a list of path patterns: write ["people/**"].'],
      ['documents: { a: b }', '{ a: b }', '"documents" must be a list of path patterns: write it as [one, two].'],
      [
        'roles: [[a]]',
        '[a]',
        '"roles" must be a path pattern such as "people/**/*.md", made of names, at most five of "*" and "**", "?" and "{a,b}", not a list.',
      ],
      [
        'roles: [""]',
        '""',
        '"roles" must be a path pattern such as "people/**/*.md", made of names, at most five of "*" and "**", "?" and "{a,b}", not "".',
      ],
      ['quarters: 4', '4', '"quarters" must be a mapping with lines such as "name: value", not "4".'],
      ['quarters: { startMonth: 13 }', '13', '"quarters.startMonth" must be a whole number from 1 to 12, not "13".'],
      ['quarters: { startMonth: 2.5 }', '2.5', '"quarters.startMonth" must be a whole number from 1 to 12, not "2.5".'],
      ['quarters: { startMonth: "2" }', '"2"', '"quarters.startMonth" must be a whole number from 1 to 12, not "2".'],
      [
        'quarters: { startMonth: .nan }',
        '.nan',
        '"quarters.startMonth" must be a whole number from 1 to 12, not ".nan".',
      ],
      [
        'quarters: { startMonth: February }',
        'February',
        '"quarters.startMonth" must be a whole number from 1 to 12, not "February".',
      ],
      [
        'quarters: { named: ends }',
        'ends',
        '"quarters.named" must be "start" or "end", not "ends". Did you mean "end"?',
      ],
      [
        'quarters: { label: "Quarter {q}" }',
        '"Quarter {q}"',
        '"quarters.label" must be a form with one year and one quarter, such as "{yyyy}-Q{q}", "FY{yy}-Q{q}" or "Q{q} {yyyy}", not "Quarter {q}".',
      ],
      [
        'quarters: { label: "{yy}-Q{q}" }',
        '"{yy}-Q{q}"',
        '"quarters.label" must be a form with one year and one quarter, such as "{yyyy}-Q{q}", "FY{yy}-Q{q}" or "Q{q} {yyyy}", not "{yy}-Q{q}".',
      ],
      [
        'cadence: weakly',
        'weakly',
        '"cadence" must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366, not "weakly". Did you mean "weekly"?',
      ],
      [
        'cadence: biweekly',
        'biweekly',
        '"cadence" must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366, not "biweekly". Did you mean "fortnightly"?',
      ],
      [
        'cadence: 0',
        '0',
        '"cadence" must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366, not "0".',
      ],
      [
        'cadence: [weekly]',
        '[weekly]',
        '"cadence" must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366, not a list.',
      ],
      [
        'cadence:',
        'cadence',
        '"cadence" has no value. It must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366.',
      ],
      ['focusAreas: { min: 0 }', '0', '"focusAreas.min" must be a whole number from 1 to 10, not "0".'],
      ['focusAreas: { max: many }', 'many', '"focusAreas.max" must be a whole number from 1 to 10, not "many".'],
      [
        'focusAreas: { min: 4 }',
        '{ min: 4 }',
        '"focusAreas.min" must not be more than "focusAreas.max": 4 is more than 3.',
      ],
      [
        'followThrough: { meetings: -1 }',
        '-1',
        '"followThrough.meetings" must be a whole number from 1 to 52, not "-1".',
      ],
      [
        'ratings: { scale: [good] }',
        '[good]',
        '"ratings.scale" must be a list of words, lowest first, with 2 to 20 entries; it has 1.',
      ],
      [
        'feedback: { opens: 2027-02-01 }',
        '{ opens: 2027-02-01 }',
        '"feedback" needs "closes": a day such as 2027-02-01.',
      ],
      [
        'feedback: { opens: 2027-02-30, closes: 2027-03-01 }',
        '2027-02-30',
        '"feedback.opens" must be a day such as 2027-02-01, not "2027-02-30".',
      ],
      [
        'feedback: { opens: 2027-02-02, closes: 2027-02-01 }',
        '{ opens: 2027-02-02, closes: 2027-02-01 }',
        '"feedback.closes" must not be before "feedback.opens".',
      ],
      [
        'feedback: { opens: 2027-02-01, closes: 2027-02-28, covers: all }',
        'all',
        '"feedback.covers" must be a whole number from 1 to 12, not "all".',
      ],
      ['teams: [delivery]', '[delivery]', '"teams" must be a mapping with lines such as "name: value", not a list.'],
      ['teams: { delivery: 3 }', '3', '"teams.delivery" must be a mapping with lines such as "name: value", not "3".'],
      ['teams: { delivery: {} }', '{}', '"teams.delivery" needs "staffPlus": a whole number from 0 to 100.'],
      [
        'headings: { checkpoint: Gespräch }',
        'Gespräch',
        '"headings.checkpoint" must be a list of titles: write ["Gespräch"].',
      ],
      ['dates: { numericOrder: ymd }', 'ymd', '"dates.numericOrder" must be "mdy" or "dmy", not "ymd".'],
      [
        'rules: { vague-target: warn }',
        'warn',
        '"rules.vague-target" must be "off", "hint", "info", "warning" or "error", not "warn".',
      ],
      [
        'rules: [vague-target]',
        '[vague-target]',
        '"rules" must be a mapping with lines such as "name: value", not a list.',
      ],
      [
        'private: { allowPublished: no }',
        'no',
        '"private.allowPublished" must be true or false, not "no". Did you mean "false"?',
      ],
    ];
    for (const [source, marked, message] of wrong) {
      it(`says what is wrong with ${source}`, () => {
        const file = read(source);
        assert.deepEqual(
          file.problems.map((problem) => [source.slice(problem.at.start, problem.at.end), problem.message]),
          [[marked, message]],
        );
      });
    }

    it('keeps the default of what is wrong, and uses the rest', () => {
      checkProblems(
        'quarters: { startMonth: 2, named: never }\ncadence: sometimes\nfollowThrough: { meetings: 4 }\nratings: { scale: [a, [b], c] }\n',
        [
          'never: "quarters.named" must be "start" or "end", not "never".',
          'sometimes: "cadence" must be "weekly", "fortnightly", "monthly" or a number of days from 1 to 366, not "sometimes".',
          '[b]: "ratings.scale" must be a word, not a list.',
        ],
        {
          quarters: { startMonth: 2, named: 'start', label: '{yyyy}-Q{q}' },
          followThrough: { meetings: 4 },
          ratings: { scale: ['a', 'c'] },
        },
      );
    });

    for (const pattern of [
      '(a+)+b',
      '{a,aa}+b',
      '[a]*',
      'a|b',
      '!a',
      '/a',
      '../a',
      'a\\b',
      '*a*a*a*a*a*b',
      '{a,b}'.repeat(4),
    ]) {
      it(`does not take the pattern ${pattern}`, () => {
        const { configuration, problems } = read(`documents: ['${pattern}', 'people/**']`);
        assert.equal(problems.length, 1);
        assert.deepEqual(configuration.documents, ['people/**']);
      });
    }

    it('takes the patterns of the defaults', () => {
      const { documents, roles } = defaultConfiguration;
      assert.deepEqual(read(JSON.stringify({ documents, roles })).problems, []);
    });

    it('drops only the team that cannot be used', () => {
      const { configuration, problems } = read(
        'teams:\n  red: { staffPlus: lots }\n  blue: { staffPlus: 2, lead: X }\n',
      );
      assert.deepEqual([...configuration.teams.keys()], ['blue']);
      assert.equal(problems.length, 2);
    });

    it('offers a list for a single word that can be written in its place', () => {
      const source = 'headings:\n  efw: Kompetenzbogen "neu"\n';
      const { at, suggestion } = read(source).problems[0]!;
      const corrected = source.slice(0, at.start) + suggestion + source.slice(at.end);
      const file = read(corrected);
      assert.deepEqual(file.problems, []);
      assert.deepEqual(file.configuration.headings.get('efw'), ['Kompetenzbogen "neu"']);
    });
  });

  describe('broken YAML', () => {
    const broken: [source: string, marked: string][] = [
      ['cadence: weekly\nrules: [\n', '['],
      ['rules: { a: off\ncadence: weekly\n', 'c'],
      ['cadence: "weekly\n', 'y'],
      ['cadence\nrules: {}\n', 'cadence\nrules'],
      ['quarters:\n\tstartMonth: 2\n', '\t'],
      ['cadence: weekly: monthly\n', 'w'],
      ['label: @x\n', '@'],
      ['- a\nb: 1\n', 'b'],
      ['cadence: weekly\n---\ncadence: monthly\n', 'cadence: monthly'],
      ['---\nreport: Dana\n---\n# Notes\n\nText: with: colons\n', 'w'],
    ];
    for (const [source, marked] of broken) {
      it(`gives one problem for ${JSON.stringify(source)}`, () => {
        const file = read(source);
        assert.equal(file.problems.length, 1);
        const { at } = file.problems[0]!;
        assert.ok(source.slice(at.start, at.end).startsWith(marked), `marked ${source.slice(at.start, at.end)}`);
        assert.deepEqual(file.configuration, { ...defaultConfiguration, uri: address.uri });
      });
    }

    for (const source of ['- a\n- b\n', 'weekly', '[]', '7', '"', '{', ':']) {
      it(`gives one problem for ${JSON.stringify(source)}`, () => assert.equal(read(source).problems.length, 1));
    }

    it('does not show the text of the file in the words for broken YAML', () => {
      for (const [source] of broken) assert.doesNotMatch(read(source).problems[0]!.message, /cadence|weekly|Dana/);
    });
  });

  describe('places', () => {
    const lines = ['# Notes', 'cadence: sometimes', 'rules:', '  vague-target: loud', ''];
    for (const [name, eol, start] of [
      ['LF', '\n', ''],
      ['CRLF', '\r\n', ''],
      ['BOM', '\n', '\uFEFF'],
      ['BOM and CRLF', '\r\n', '\uFEFF'],
      ['emoji before', '\n', '# \u{1F600}\u{1F600}\n'],
    ] as const) {
      it(`are exact with ${name}`, () => {
        const source = start + lines.join(eol);
        assert.deepEqual(
          read(source).problems.map(({ at }) => source.slice(at.start, at.end)),
          ['sometimes', 'loud'],
        );
      });
    }

    it('come in the order of the file', () => {
      fc.assert(
        fc.property(
          fc.shuffledSubarray(['cadence: x', 'rules: 1', 'colour: 1', 'cadence: y', 'teams: []']),
          (parts) => {
            const starts = read(parts.join('\n')).problems.map(({ at }) => at.start);
            assert.deepEqual(
              starts,
              [...starts].sort((a, b) => a - b),
            );
          },
        ),
      );
    });
  });

  describe('any text', () => {
    /** Reading gives a complete configuration, and problems that lie in the text. */
    function checkTotal(source: string): void {
      const { configuration, problems } = read(source, ['vague-target']);
      assert.deepEqual(Object.keys(configuration).sort(), Object.keys(defaultConfiguration).sort());
      assert.ok(configuration.focusAreas.min <= configuration.focusAreas.max);
      assert.ok(problems.length <= 100);
      for (const { at, message } of problems) {
        assert.ok(0 <= at.start && at.start <= at.end && at.end <= source.length);
        assert.doesNotMatch(message, /[\p{Cc}\p{Cf}]/u);
        assert.ok(message.length < 400);
      }
    }

    it('is read', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), checkTotal), { numRuns: 500 });
      const pieces = fc.constantFrom(
        ...['cadence', 'quarters', 'teams', 'feedback', 'opens', ': ', ':', '\n', '\r\n', '\r', '  ', '- ', '[', ']'],
        ...['{', '}', '"', "'", '&a ', '*a', '!x ', '|', '>', '#', '---\n', '...', '<<: ', '? ', '%', '@', '\t', '1'],
        ...['weekly', '2027-02-01', '~', '\uFEFF', '\u202E', '\u{1F600}', '__proto__', ','],
      );
      fc.assert(
        fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => checkTotal(parts.join(''))),
        { numRuns: 2000 },
      );
    });

    it('is read when it is cut off anywhere', () => {
      const source =
        'quarters: { startMonth: 2, named: "end" }\nteams:\n  a: &t { staffPlus: 1 }\n  b: *t\nrules:\n  - x\n';
      for (let end = 0; end <= source.length; end++) checkTotal(source.slice(0, end));
    });

    for (const [name, source] of [
      ['brackets', '['.repeat(60_000)],
      ['brackets with spaces', '[ '.repeat(30_000)],
      ['balanced brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
      ['braces', '{'.repeat(60_000)],
      ['lists in lists', '- '.repeat(30_000)],
      ['keys of keys', '? '.repeat(30_000)],
      ['deep mappings', Array.from({ length: 340 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
      ['many keys', Array.from({ length: 4_000 }, (_, index) => `key${index}: 1`).join('\n')],
      [
        'many teams',
        `teams:\n${Array.from({ length: 600 }, (_, index) => `  t${index}: { staffPlus: 1 }`).join('\n')}`,
      ],
      ['aliases of aliases', `a: &a [1]\n${'b: &b [*a, *a, *a, *a]\n'.repeat(2_000)}`],
      ['an alias of itself', 'teams: &a { x: *a }'],
      ['a long line', `cadence: ${'x'.repeat(60_000)}`],
      ['a long key', `${'x'.repeat(60_000)}: 1`],
      ['directives', '%a\n'.repeat(20_000)],
      ['too much', '#\n'.repeat(40_000)],
    ] as const) {
      it(`is read where it is hostile: ${name}`, () => checkTotal(source));
    }

    it('is said to be too long once', () => {
      const { problems } = read(`cadence: monthly\n${'# x\n'.repeat(20_000)}`);
      assert.deepEqual(
        problems.map(({ at, message }) => [at.start, at.end, message]),
        [[0, 16, 'This file is longer than 64 KB, so it is not read. Shorten it.']],
      );
    });

    it('leaves the separators of comments alone', () => {
      checkValid(`# ${'- '.repeat(100)}\n# ${'[ '.repeat(40)}\ncadence: weekly\n`, {});
    });
  });

  describe('in force', () => {
    const files = [
      '.one-on-one.yaml',
      'people/.one-on-one.yml',
      'people/.one-on-one.yaml',
      'people/sam/.one-on-one.yml',
    ].map((path) => readConfiguration('', { uri: `file:///w/${path}`, path }));
    for (const [path, expected] of [
      ['notes.md', '.one-on-one.yaml'],
      ['people.md', '.one-on-one.yaml'],
      ['peoples/dana.md', '.one-on-one.yaml'],
      ['people/dana.md', 'people/.one-on-one.yaml'],
      ['people/alex/deep/dana.md', 'people/.one-on-one.yaml'],
      ['people/sam/dana.md', 'people/sam/.one-on-one.yml'],
    ] as const) {
      it(`for ${path} is ${expected}`, () => {
        assert.equal(configurationFor(files, path)?.path, expected);
        assert.equal(configurationFor([...files].reverse(), path)?.path, expected);
      });
    }

    it('is nothing where no file stands above', () => {
      assert.equal(configurationFor([], 'a.md'), null);
      assert.equal(configurationFor(files.slice(1), 'a.md'), null);
    });
  });
});

describe('path patterns', () => {
  it("count from the configuration's own folder", () => {
    const { configuration } = readConfiguration('documents: ["people/*.md"]\n', {
      uri: 'file:///w/team/.one-on-one.yaml',
      path: 'team/.one-on-one.yaml',
    });
    assert.equal(isDocumentPath('team/people/dana.md', configuration), true);
    assert.equal(isDocumentPath('people/dana.md', configuration), false);
  });
});
