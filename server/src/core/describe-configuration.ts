/** The configuration for editors and readers: its JSON schema and its table, both made of the table of keys. */
import { configurationKeys } from './configuration-keys.ts';
import type { Field, JsonSchema, Shape } from './shapes.ts';

/** What the schema says of a rule. */
export interface RuleInSchema {
  readonly id: string;
  readonly summary: string;
  readonly level: string;
}

/** A JSON schema, draft 07. Without `rules` it accepts every rule id. */
export function configurationSchema(rules: readonly RuleInSchema[]): JsonSchema {
  const shape = configurationKeys(rules.length > 0 ? new Set(rules.map((rule) => rule.id)) : null);
  const properties = new Map(Object.entries(shape.schema.properties as Record<string, JsonSchema>));
  const levels = properties.get('rules')!;
  if (rules.length > 0) {
    const each = shape.fields!.rules!.shape.each!.schema;
    const known = rules.map(
      ({ id, summary, level }) => [id, { description: summary, default: level, ...each }] as const,
    );
    properties.set('rules', { ...levels, properties: Object.fromEntries(known) });
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of 1:1 Notes (.one-on-one.yaml)',
    ...shape.schema,
    type: ['object', 'null'],
    properties: Object.fromEntries(properties),
  };
}

/** A markdown table with one row for each key that holds a value. */
export function configurationTable(): string {
  const rows = rowsOf('', configurationKeys(null));
  return ['| Key | Value | Default | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n') + '\n';
}

function rowsOf(name: string, shape: Shape<unknown>): string[] {
  return Object.entries(shape.fields ?? {}).flatMap(([key, one]) => {
    const full = name === '' ? key : `${name}.${key}`;
    if (one.shape.fields) return rowsOf(full, one.shape);
    if (!one.shape.each) return [rowOf(full, one)];
    const free = `${full}.<name>`;
    return one.shape.each.fields ? rowsOf(free, one.shape.each) : [rowOf(free, { ...one, shape: one.shape.each })];
  });
}

function rowOf(name: string, { shape, about, isRequired, written }: Field<unknown>): string {
  const cells = [`\`${name}\``, shape.words, isRequired ? 'required' : defaultIn(written), about];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function defaultIn(written: unknown): string {
  if (written === null || written instanceof Map) return 'none';
  if (!Array.isArray(written)) return `\`${String(written)}\``;
  return written.length === 0 ? 'none' : written.map((entry) => `\`${String(entry)}\``).join('<br>');
}
