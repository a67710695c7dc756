/**
 * What SARIF 2.1.0 asks of a log, in the words of the specification. The schema itself is no part of this repository; the
 * log was held to it by hand.
 */
import assert from 'node:assert/strict';
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
