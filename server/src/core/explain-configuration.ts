/** Why each value of a configuration is what it is. */
import { cadenceOf } from './cadence.ts';
import { formatDay } from './calendar.ts';
import type { Cadence, Configuration, ConfigurationFile, Team } from './configuration.ts';
import { valueOf } from './front-matter.ts';
import type { Note } from './model.ts';
import { fold } from './names.ts';
import { spanOf } from './parse.ts';
import { textOf } from './text.ts';
import { readYaml } from './yaml-tree.ts';
import type { YamlTree } from './yaml-tree.ts';

export interface ExplainedValue {
  /** As in the file: `quarters.startMonth`. */
  readonly key: string;
  /** Plain data, in the words of the file. */
  readonly value: unknown;
  readonly source: 'default' | 'file' | 'front matter';
  /** In the configuration, or in the document; from 0, null for a default. */
  readonly line: number | null;
}

/** Every value in force, in the order of the documentation. A value of the file that is not valid does not count. */
export function explainConfiguration(configuration: Configuration, file: ConfigurationFile | null): ExplainedValue[] {
  const written = file ? writtenKeys(file) : new Map<string, number>();
  return valuesOf(configuration).map(([key, value]) => {
    const line = written.get(key) ?? null;
    return { key, value, source: line === null ? 'default' : 'file', line };
  });
}

/** The same values for one document: its own cadence goes before that of the configuration. */
export function explainFor(note: Note, values: readonly ExplainedValue[]): ExplainedValue[] {
  const written = valueOf(note.frontMatter, 'cadence');
  const cadence = written === null ? null : cadenceOf(fold(written.text));
  const span = written === null ? null : spanOf(note, written.place);
  if (cadence === null || span === null) return [...values];
  const { line } = note.text.positionAt(span.start);
  const own: ExplainedValue = { key: 'cadence', value: cadenceWords(cadence), source: 'front matter', line };
  return values.map((value) => (value.key === 'cadence' ? own : value));
}

function valuesOf(configuration: Configuration): [key: string, value: unknown][] {
  const { quarters, focusAreas, followThrough, ratings, feedback, dates } = configuration;
  return [
    ['documents', configuration.documents],
    ['roles', configuration.roles],
    ['quarters.startMonth', quarters.startMonth],
    ['quarters.named', quarters.named],
    ['quarters.label', quarters.label],
    ['cadence', cadenceWords(configuration.cadence)],
    ['focusAreas.min', focusAreas.min],
    ['focusAreas.max', focusAreas.max],
    ['followThrough.meetings', followThrough.meetings],
    ['ratings.scale', ratings.scale],
    ['feedback', feedback && { ...feedback, opens: formatDay(feedback.opens), closes: formatDay(feedback.closes) }],
    ['teams', Object.fromEntries([...configuration.teams].map(([name, team]) => [name, teamWords(team)]))],
    ['headings', Object.fromEntries(configuration.headings)],
    ['dates.numericOrder', dates.numericOrder],
    ['rules', Object.fromEntries(configuration.rules)],
    ['private.allowPublished', configuration.private.allowPublished],
  ];
}

function cadenceWords(cadence: Cadence): string | number {
  if (cadence.every === 'month') return 'monthly';
  return cadence.days === 7 ? 'weekly' : cadence.days === 14 ? 'fortnightly' : cadence.days;
}

function teamWords({ staffPlus, justification, archetypes, expected }: Team) {
  return { staffPlus, justification, archetypes, expected };
}

/** The dotted keys of the file whose values are valid, with their lines from 0. */
function writtenKeys(file: ConfigurationFile): Map<string, number> {
  const text = textOf(file.source);
  const found = new Map<string, number>();
  const visit = (tree: YamlTree, prefix: string): void => {
    if (tree.is !== 'mapping') return;
    for (const { key, keySpan, value } of tree.entries) {
      const isInvalid = file.problems.some(({ at }) => at.start === value.span.start && at.end === value.span.end);
      if (isInvalid) continue;
      found.set(prefix + key, text.positionAt(keySpan.start).line);
      visit(value, `${prefix}${key}.`);
    }
  };
  const { tree } = readYaml(file.source);
  if (tree) visit(tree, '');
  return found;
}
