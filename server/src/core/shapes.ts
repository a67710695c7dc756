/** What a value in the configuration may be: one shape reads it, says it in words, and gives its JSON schema. */
import { nearest } from './nearest.ts';
import { quoted } from './yaml-tree.ts';
import type { Span } from './model.ts';
import type { YamlTree } from './yaml-tree.ts';

export type Report = (span: Span, message: string, suggestion?: string | null) => void;

export type JsonSchema = { readonly [keyword: string]: unknown };

export interface Shape<T> {
  /** Completes "must be …". */
  readonly words: string;
  readonly schema: JsonSchema;
  /** The named keys of a mapping, and what every value is where the keys are free. For the documentation. */
  readonly fields?: Fields;
  readonly each?: Shape<unknown>;
  /** A list or mapping whose lines are all commented out is an empty one. */
  readonly mayBeEmpty?: true;
  /** The value; undefined after a report where it cannot be used. `name` is the dotted key. Never throws. */
  read(tree: YamlTree, name: string, report: Report): T | undefined;
}

export interface Field<T> {
  readonly shape: Shape<T>;
  readonly about: string;
  /** What holds where nothing usable is written; a required field has none. */
  readonly otherwise?: T;
  readonly isRequired: boolean;
  /** The default as a person writes it; undefined where it cannot be written. */
  readonly written: unknown;
}

export type Fields = { readonly [key: string]: Field<unknown> };

/** `written` is the default as a person writes it, where that differs. */
export function field<T>(shape: Shape<T>, about: string, otherwise: NoInfer<T>, written?: unknown): Field<T>;
export function field<T>(shape: Shape<T>, about: string, otherwise: null): Field<T | null>;
export function field<T>(shape: Shape<T>, about: string, otherwise: T, written: unknown = otherwise): Field<T> {
  return { shape, about, otherwise, isRequired: false, written };
}

export function required<T>(shape: Shape<T>, about: string): Field<T> {
  return { shape, about, isRequired: true, written: undefined };
}

export function wholeNumber(least: number, most: number): Shape<number> {
  const words = `a whole number from ${least} to ${most}`;
  return scalar(words, { type: 'integer', minimum: least, maximum: most }, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined,
  );
}

export const truth: Shape<boolean> = scalar(
  'true or false',
  { type: 'boolean' },
  (value) => (typeof value === 'boolean' ? value : undefined),
  (text) =>
    /^(?:yes|on)$/i.test(text) ? 'true' : /^(?:no|off)$/i.test(text) ? 'false' : nearest(text, ['true', 'false']),
);

/** One line of text. A number counts as the text it is written with. */
export function text(words: string, most: number): Shape<string> {
  return scalar(words, { type: 'string', minLength: 1, maxLength: most }, (value, written) =>
    typeof value !== 'boolean' && written.trim() !== '' && written.length <= most && !/[\r\n]/.test(written)
      ? written.trim()
      : undefined,
  );
}

export function oneOf<const T extends string>(choices: readonly T[]): Shape<T> {
  const words = choices
    .map((choice) => `"${choice}"`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
  return scalar(
    words,
    { enum: choices },
    (_, written) => choices.find((choice) => choice === written),
    (written) => nearest(written, choices),
  );
}

/** A value that is no list and no mapping. `use` gives undefined for a value that does not fit. */
export function scalar<T>(
  words: string,
  schema: JsonSchema,
  use: (value: string | number | boolean, written: string) => T | undefined,
  suggest: (written: string) => string | null = () => null,
): Shape<T> {
  return {
    words,
    schema,
    read(tree, name, report) {
      if (tree.is !== 'scalar') {
        report(tree.span, `"${name}" must be ${words}, not ${kindOf(tree)}.`);
        return undefined;
      }
      const value = use(tree.value, tree.text);
      if (value === undefined) {
        const meant = suggest(tree.text);
        const question = meant === null ? '' : ` Did you mean "${meant}"?`;
        report(tree.span, `"${name}" must be ${words}, not ${quoted(tree.text)}.${question}`, meant);
      }
      return value;
    },
  };
}

/** Entries that cannot be used are left out after a report; the others count. */
export function list<T>(each: Shape<T>, words: string, least: number, most: number): Shape<readonly T[]> {
  return {
    words,
    schema: { type: 'array', items: each.schema, minItems: least, maxItems: most },
    ...(least === 0 ? { mayBeEmpty: true } : {}),
    read(tree, name, report) {
      if (tree.is !== 'list') {
        const single = tree.is === 'scalar' && !/[\r\n]/.test(tree.text) ? `[${JSON.stringify(tree.text)}]` : null;
        report(tree.span, `"${name}" must be ${words}: write ${single ?? 'it as [one, two]'}.`, single);
        return undefined;
      }
      const values: T[] = [];
      for (const item of tree.items) {
        const value = each.read(item, name, report);
        if (value !== undefined) values.push(value);
      }
      if (tree.items.length >= least && tree.items.length <= most) return values;
      report(tree.span, `"${name}" must be ${words}, with ${least} to ${most} entries; it has ${tree.items.length}.`);
      return undefined;
    },
  };
}

type ValueOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Named keys. A key that is not among them is reported; a key that cannot be used leaves the others as they are. */
export function mapping<const F extends Fields>(
  fields: F,
  fits: (value: ValueOf<F>) => string | null = () => null,
): Shape<ValueOf<F>> {
  const known = new Map(Object.entries(fields));
  const needed = [...known].filter(([, one]) => one.isRequired).map(([key]) => key);
  return {
    words: 'a mapping of settings',
    schema: {
      type: 'object',
      properties: Object.fromEntries([...known].map(([key, one]) => [key, schemaOf(one)])),
      ...(needed.length > 0 ? { required: needed } : {}),
      additionalProperties: false,
    },
    fields,
    mayBeEmpty: true,
    read(tree, name, report) {
      const entries = entriesOf(tree, name, report);
      if (entries === null) return undefined;
      for (const { key, keySpan } of entries) {
        if (!known.has(key)) reportUnknown(key, keySpan, settingOf(name), known.keys(), report);
      }
      const written = new Map(entries.map((entry) => [entry.key, entry]));
      const value: Record<string, unknown> = {};
      let isUsable = true;
      for (const [key, one] of known) {
        const entry = written.get(key);
        const read = entry && readField(one, entry.value, dotted(name, key), report);
        if (!entry && one.isRequired) report(tree.span, `"${name}" needs "${key}": ${one.shape.words}.`);
        if (read === undefined && one.isRequired) isUsable = false;
        value[key] = read === undefined ? one.otherwise : read;
      }
      const misfit = isUsable ? fits(value as ValueOf<F>) : null;
      if (misfit !== null) report(tree.span, misfit);
      return isUsable && misfit === null ? (value as ValueOf<F>) : undefined;
    },
  };
}

/** Keys that the writer chooses, or, where `known` is given, takes from there. `are` completes "is not …". */
export function record<T>(
  each: Shape<T>,
  words: string,
  known: { readonly keys: ReadonlySet<string>; readonly are: string } | null = null,
): Shape<ReadonlyMap<string, { readonly value: T; readonly keySpan: Span }>> {
  return {
    words,
    schema: {
      type: 'object',
      ...(known
        ? {
            properties: Object.fromEntries([...known.keys].map((key) => [key, each.schema])),
            additionalProperties: false,
          }
        : { additionalProperties: each.schema }),
    },
    each,
    mayBeEmpty: true,
    read(tree, name, report) {
      const entries = entriesOf(tree, name, report);
      if (entries === null) return undefined;
      const values = new Map<string, { value: T; keySpan: Span }>();
      for (const { key, keySpan, value: written } of entries) {
        if (known && !known.keys.has(key)) {
          reportUnknown(key, keySpan, known.are, known.keys, report);
          continue;
        }
        const value = each.read(written, dotted(name, key), report);
        if (value !== undefined) values.set(key, { value, keySpan });
      }
      return values;
    },
  };
}

function readField<T>(one: Field<T>, tree: YamlTree, name: string, report: Report): T | undefined {
  if (tree.is !== 'empty') return one.shape.read(tree, name, report);
  if (!one.shape.mayBeEmpty) report(tree.span, `"${name}" has no value. It must be ${one.shape.words}.`);
  return undefined;
}

function entriesOf(tree: YamlTree, name: string, report: Report) {
  if (tree.is === 'mapping') return tree.entries;
  if (tree.is === 'empty') return [];
  const what = name === '' ? 'The configuration' : `"${name}"`;
  report(tree.span, `${what} must be a mapping with lines such as "name: value", not ${kindOf(tree)}.`);
  return null;
}

function settingOf(name: string): string {
  return name === '' ? 'a setting' : `a setting of "${name}"`;
}

function reportUnknown(key: string, span: Span, what: string, known: Iterable<string>, report: Report): void {
  const meant = nearest(key, known);
  const advice = meant === null ? 'Remove it, or look it up in the documentation.' : `Did you mean "${meant}"?`;
  report(span, `${quoted(key)} is not ${what}. ${advice}`, meant);
}

function schemaOf({ shape, about, written }: Field<unknown>): JsonSchema {
  const hasDefault = written !== undefined && written !== null && !(written instanceof Map);
  return {
    description: about,
    ...(hasDefault ? { default: written } : {}),
    ...shape.schema,
    ...(shape.mayBeEmpty ? { type: [shape.schema.type, 'null'] } : {}),
  };
}

function dotted(name: string, key: string): string {
  return name === '' ? key : `${name}.${quoted(key).slice(1, -1)}`;
}

function kindOf(tree: YamlTree): string {
  if (tree.is === 'list') return 'a list';
  if (tree.is === 'mapping') return 'a mapping';
  return tree.is === 'empty' ? 'empty' : quoted(tree.text);
}
