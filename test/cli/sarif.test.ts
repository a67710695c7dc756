/** What SARIF 2.1.0 asks of a log: in the words of the specification, and by its schema. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv } from 'ajv';
import { build, newFolder, oneOnOne } from './command-line.ts';

const note = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

## 2026-10-05

<!-- one-on-one-ignore-section missing-checkpoint: agreed with both managers -->

- Holidays

<!-- one-on-one-ignore-next-line wrong-weekday -->
## Tuesday 2026-10-12

- Weather

## Tuesday 2026-10-19
`;

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly Run[];
}

interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly semanticVersion: string; readonly rules: readonly Descriptor[] };
  };
  readonly columnKind: string;
  readonly artifacts: readonly { readonly location: Location }[];
  readonly results: readonly Result[];
}

interface Descriptor {
  readonly id: string;
  readonly helpUri: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly enabled: boolean; readonly level: string };
}

interface Location {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: Location; readonly region: Record<string, number> };
  }[];
  readonly partialFingerprints: Record<string, string>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
}

describe('a SARIF log', function () {
  this.timeout(60_000);
  let log: Log;
  before(async () => {
    build();
    const folder = newFolder({ 'one-on-ones/dana reyes.md': note });
    try {
      const { stdout } = await oneOnOne(['check', '--format', 'sarif', '--today', '2026-10-20'], {
        folder: folder.path,
      });
      log = JSON.parse(stdout) as Log;
    } finally {
      folder.remove();
    }
  });
  const run = (): Run => log.runs[0]!;

  it('names its version and its schema, and has one run of one tool', () => {
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /^https:\/\/.*sarif.*2\.1\.0.*\.json$/);
    assert.equal(log.runs.length, 1);
    assert.equal(run().tool.driver.name, 'one-on-one');
    assert.match(run().tool.driver.semanticVersion, /^\d+\.\d+\.\d+/);
    assert.ok(['utf16CodeUnits', 'unicodeCodePoints'].includes(run().columnKind));
  });

  it('describes each rule once: id, text, address, level', () => {
    const { rules } = run().tool.driver;
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, shortDescription, helpUri, defaultConfiguration } of rules) {
      assert.ok(shortDescription.text.length > 0, id);
      assert.ok(URL.canParse(helpUri), id);
      assert.ok(['none', 'note', 'warning', 'error'].includes(defaultConfiguration.level), id);
    }
  });

  it('has results with a message, a level, a rule that is described and a place that exists', () => {
    const { results, artifacts, tool } = run();
    assert.ok(results.length > 0);
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
      assert.ok(['none', 'note', 'warning', 'error'].includes(level));
      assert.ok(message.text.length > 0);
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      assert.equal(artifactLocation.uri, artifacts[artifactLocation.index!]!.location.uri);
      assert.ok(!artifactLocation.uri.includes(' ') && URL.canParse(artifactLocation.uri, 'file:///'));
      const { startLine, startColumn, endLine, endColumn } = region as Record<string, number>;
      for (const number of [startLine, startColumn, endLine, endColumn])
        assert.ok(Number.isInteger(number) && number! >= 1);
      assert.ok(endLine! > startLine! || (endLine === startLine && endColumn! >= startColumn!));
      for (const value of Object.values(partialFingerprints)) assert.equal(typeof value, 'string');
    }
  });

  it('tells what is suppressed in the notes, with the reason where one is given, and suppresses nothing else', () => {
    const told = run().results.map(({ ruleId, suppressions }) => [ruleId, suppressions ?? null]);
    assert.deepEqual(told, [
      ['wrong-weekday', null],
      ['missing-checkpoint', [{ kind: 'inSource', justification: 'agreed with both managers' }]],
      ['wrong-weekday', [{ kind: 'inSource' }]],
    ]);
  });
});

describe('the schema of SARIF', function () {
  this.timeout(60_000);
  before(build);

  const require = createRequire(import.meta.url);
  const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // The schema is written in an old draft, which the validator has in a package of its own.
  const Validator = require('ajv-draft-04') as typeof Ajv;
  // A pattern of the schema is none where regular expressions are read strictly.
  const ajv = new Validator({ allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text: string) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, 'file:///'));
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

  /** The log of a run over these files is valid, and holds a result of each of these rules. */
  async function checkValid(
    files: Readonly<Record<string, string>>,
    expected: readonly string[],
    ...more: readonly string[]
  ): Promise<void> {
    const folder = newFolder(files);
    try {
      const list = ['check', '--format', 'sarif', '--today', '2026-10-20', ...more];
      const { stdout } = await oneOnOne(list, { folder: folder.path });
      const log = JSON.parse(stdout) as Log;
      isValid(log);
      assert.deepEqual(isValid.errors ?? [], []);
      const found = new Set(log.runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId)));
      for (const rule of expected) assert.ok(found.has(rule), `${rule} is not among ${[...found].join(', ')}`);
    } finally {
      folder.remove();
    }
  }

  it('refuses what is no log', () => {
    assert.equal(isValid({ version: '2.1.0' }), false);
    assert.equal(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] }), false);
    assert.equal(isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [] }] }), true);
  });

  it('takes a log without files', () => checkValid({}, []));

  it('takes findings in documents, roles and the configuration, suppressed ones and those with fixes', () =>
    checkValid(
      {
        '.one-on-one.yaml': 'cadense: weekly\nrules: { vague-target: off }\n',
        'roles/baker.md':
          '# Baker\n\n## Levels\n\n### Baker\n\n### Senior Baker\n\nExtends the Confectioner responsibilities.\n\n- Teach\n',
        'one-on-ones/dana reyes.md': note,
      },
      ['invalid-configuration', 'unresolved-inheritance', 'wrong-weekday', 'missing-checkpoint'],
    ));

  it('takes what is left after fixing', () =>
    checkValid({ 'one-on-ones/dana.md': note }, ['missing-checkpoint'], '--fix'));

  it('takes names and lines as people write them: any letters, marks, CRLF, a byte order mark', () =>
    checkValid(
      {
        'one-on-ones/Zoë & Søren – «1:1» 100 % #7?.md': `\uFEFF${note.replaceAll('\n', '\r\n')}`,
        'one-on-ones/数学 😀.md': note.replace('Dana Reyes', 'Ines "Q" \u2028 Löwe'),
      },
      ['wrong-weekday'],
    ));
});
