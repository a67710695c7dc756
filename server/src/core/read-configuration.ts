/** Configuration files: text in, settings and problems out; and which file is in force for a document. */
import { configurationKeys } from './configuration-keys.ts';
import { defaultConfiguration } from './configuration.ts';
import { readYaml } from './yaml-tree.ts';
import type { Configuration, ConfigurationFile, ConfigurationProblem, Team } from './configuration.ts';
import type { Anchor, Span } from './model.ts';

const mostProblems = 100;

/**
 * Reads `.one-on-one.yaml`. Never throws. Every valid setting counts; an invalid one keeps its default and is a
 * problem. Text that is no YAML at all is one problem, and the defaults are in force. Whether the ids under `rules`
 * exist is only checked where `rules`, the known ids, is given.
 */
export function readConfiguration(
  source: string,
  file: { readonly uri: string; readonly path: string },
  rules: Iterable<string> | null = null,
): ConfigurationFile {
  const anchor: Anchor = { is: 'anchor' };
  const problems: ConfigurationProblem[] = [];
  const report = (span: Span, message: string, suggestion: string | null = null): void => {
    if (problems.length < mostProblems) problems.push({ at: { ...span, anchor }, message, suggestion });
  };
  const read = (): Configuration => {
    const yaml = readYaml(source);
    for (const { span, message } of yaml.problems) report(span, message);
    const value = yaml.tree && configurationKeys(rules && new Set(rules)).read(yaml.tree, '', report);
    const origin = { uri: file.uri, folder: folderOf(file.path) };
    if (!value) return { ...defaultConfiguration, ...origin };
    const teams = new Map<string, Team>();
    for (const [name, { value: team, keySpan }] of value.teams) {
      teams.set(name, { name, ...team, place: { ...keySpan, anchor } });
    }
    return {
      ...value,
      teams,
      headings: valuesOf(value.headings),
      rules: valuesOf(value.rules),
      ...origin,
    };
  };
  const configuration = read();
  problems.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return { uri: file.uri, path: file.path, source, anchor, configuration, problems };
}

/**
 * The file in force for the document at `path`: the nearest one up, alone, never merged with others. Null where the
 * defaults are in force. Paths are relative to the workspace folder.
 */
export function configurationFor(files: readonly ConfigurationFile[], path: string): ConfigurationFile | null {
  let nearest: ConfigurationFile | null = null;
  for (const file of files) {
    const folder = folderOf(file.path);
    if (!path.startsWith(folder)) continue;
    // Of two in one folder `.yaml` is in force, not `.yml`: it comes first by name.
    const closer = nearest === null ? 1 : folder.length - folderOf(nearest.path).length;
    if (closer > 0 || (closer === 0 && file.path < nearest!.path)) nearest = file;
  }
  return nearest;
}

/** With its closing slash; empty for the workspace folder itself. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function valuesOf<T>(read: ReadonlyMap<string, { readonly value: T }>): ReadonlyMap<string, T> {
  return new Map([...read].map(([key, { value }]) => [key, value]));
}
