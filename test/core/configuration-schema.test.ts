import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configurationKeys } from '../../server/src/core/configuration-keys.ts';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { configurationSchema, configurationTable } from '../../server/src/core/describe-configuration.ts';
import { readConfiguration } from '../../server/src/core/read-configuration.ts';
import { headingKeys } from '../../server/src/core/reading.ts';
import { ruleIds, rules } from '../../server/src/rules/index.ts';
import type { JsonSchema, Shape } from '../../server/src/core/shapes.ts';

const schemaFile = new URL('../../schemas/one-on-one.schema.json', import.meta.url);
const page = new URL('../../docs/configuration.md', import.meta.url);

/** Fails where a file is not what its source says now; `UPDATE=1` writes it instead. */
function checkGenerated(file: URL, expected: string): void {
  if (process.env.UPDATE) writeFileSync(file, expected);
  assert.equal(readFileSync(file, 'utf8'), expected, 'stale: run the tests with UPDATE=1');
}

/** The text with what stands between the two marks of generated text replaced. */
function withGenerated(text: string, generated: string): string {
  const start = text.indexOf('\n', text.indexOf('<!-- generated:')) + 1;
  const end = text.indexOf('<!-- /generated -->');
  assert.ok(0 < start && start <= end, 'the marks of the generated table are missing');
  return `${text.slice(0, start)}\n${generated}\n${text.slice(end)}`;
}

function rulesIn(schema: JsonSchema): JsonSchema {
  return (schema.properties as Record<string, JsonSchema>).rules!;
}

function samplesIn(text: string): string[] {
  return text
    .split('\n```yaml\n')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('\n```') + 1));
}

describe('configuration schema', () => {
  const schema = configurationSchema(rules);

  it('is the one in schemas/', async () => {
    const options = await resolveConfig(schemaFile);
    checkGenerated(schemaFile, await format(JSON.stringify(schema), { ...options, parser: 'json' }));
  });

  it('has the settings of the contract, each with a description', () => {
    const properties = schema.properties as Record<string, JsonSchema>;
    const { uri: _uri, folder: _folder, ...settings } = defaultConfiguration;
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(settings).sort());
    const checkDescriptions = (of: JsonSchema): void => {
      for (const [key, one] of Object.entries((of.properties ?? {}) as Record<string, JsonSchema>)) {
        // The known kinds of headings are names alone.
        if (of !== properties.headings) assert.match(String(one.description), /^[A-Z].*\.$/s, key);
        checkDescriptions(one);
      }
      if (typeof of.additionalProperties === 'object') checkDescriptions(of.additionalProperties as JsonSchema);
    };
    checkDescriptions(schema);
  });

  it('takes the rules, so that editors offer and explain them', () => {
    assert.deepEqual(Object.keys(rulesIn(schema).properties as object), ruleIds);
    const rule = { id: 'vague-target', level: 'info', summary: 'A target that nobody can see met.' };
    const known = rulesIn(configurationSchema([rule]));
    assert.deepEqual(known.properties, {
      'vague-target': {
        description: rule.summary,
        default: 'info',
        enum: ['off', 'hint', 'info', 'warning', 'error'],
      },
    });
    assert.equal(known.additionalProperties, false);
  });
});

describe('configuration keys', () => {
  it('have the defaults of the configuration', () => {
    const { uri: _uri, folder: _folder, ...expected } = defaultConfiguration;
    const checkDefaults = (shape: Shape<unknown>, defaults: Record<string, unknown>): void => {
      for (const [key, one] of Object.entries(shape.fields!)) {
        assert.deepEqual(one.otherwise, defaults[key], key);
        const within = defaults[key];
        if (one.shape.fields && within) checkDefaults(one.shape, within as Record<string, unknown>);
      }
    };
    checkDefaults(configurationKeys(null), expected);
  });
});

describe('docs/configuration.md', () => {
  it('has the table of all keys', () => {
    const text = readFileSync(page, 'utf8');
    checkGenerated(page, withGenerated(text, configurationTable()));
  });

  it('names every kind of section', () => {
    const text = readFileSync(page, 'utf8');
    for (const key of headingKeys.keys()) assert.ok(text.includes(`\`${key}\``), key);
  });

  it('has samples that are read without problems', () => {
    const samples = samplesIn(readFileSync(page, 'utf8'));
    assert.ok(samples.length >= 1);
    for (const sample of samples) {
      const { problems } = readConfiguration(
        sample,
        { uri: 'file:///.one-on-one.yaml', path: '.one-on-one.yaml' },
        ruleIds,
      );
      assert.deepEqual(
        problems.map((problem) => problem.message),
        [],
      );
    }
  });

  it('has one sample with every setting', () => {
    const sample = samplesIn(readFileSync(page, 'utf8')).find((one) => one.startsWith('# Every setting'))!;
    const { uri: _uri, folder: _folder, ...settings } = defaultConfiguration;
    for (const key of Object.keys(settings)) assert.match(sample, new RegExp(`^${key}:`, 'm'));
  });
});
