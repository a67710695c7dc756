/** A workspace in memory, read with the real core: what `check…` helpers stand on. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseDay } from '../server/src/core/calendar.ts';
import { defaultConfiguration, type ConfigurationFile } from '../server/src/core/configuration.ts';
import type { Context } from '../server/src/core/context.ts';
import { hasRemote, type Repository } from '../server/src/core/git.ts';
import type { Document, Role, Series } from '../server/src/core/model.ts';
import { parseNote } from '../server/src/core/parse.ts';
import { readConfiguration } from '../server/src/core/read-configuration.ts';
import { readingOf } from '../server/src/core/reading.ts';
import { recognise } from '../server/src/core/recognise.ts';
import { mergeRoles } from '../server/src/core/roles/catalogue.ts';
import { readRole } from '../server/src/core/roles/read.ts';
import { seatOf } from '../server/src/core/staffing.ts';
import { seriesOf } from '../server/src/core/series.ts';
import { textOf } from '../server/src/core/text.ts';
import { ruleIds, rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { checkConfiguration, checkRole, checkSeries, checkStaffing, type Diagnostic } from '../server/src/rules/run.ts';
import { readFixture } from './fixture.ts';

export const defaultToday = '2026-11-24';

const rolesFolder = new URL('../server/roles/', import.meta.url);

export const builtInRoles: readonly Role[] = readdirSync(rolesFolder).map((name) =>
  readRole(readFileSync(new URL(name, rolesFolder), 'utf8'), { uri: `builtin:/${name}`, path: name, isBuiltIn: true }),
);

export interface File {
  readonly path: string;
  readonly text: string;
}

export interface Workspace {
  readonly context: Context;
  readonly configuration: ConfigurationFile | null;
  /** Every markdown file, recognised or not. */
  readonly documents: readonly Document[];
  readonly series: readonly Series[];
  readonly diagnostics: readonly Diagnostic[];
}

export function uriOf(path: string): string {
  return `file:///${path}`;
}

export function openWorkspace(files: readonly File[], today = defaultToday, list: readonly Rule[] = rules): Workspace {
  const settings = files.find(({ path }) => /(?:^|\/)\.one-on-one\.ya?ml$/.test(path));
  const configurationFile =
    settings === undefined
      ? null
      : readConfiguration(settings.text, { uri: uriOf(settings.path), path: settings.path }, ruleIds);
  const configuration = configurationFile?.configuration ?? defaultConfiguration;
  const isRole = (path: string): boolean => path.startsWith('roles/');
  const own = files
    .filter(({ path }) => isRole(path))
    .map(({ path, text }) => readRole(text, { uri: uriOf(path), path }));
  const context: Context = {
    today: parseDay(today)!,
    configuration,
    roles: mergeRoles(builtInRoles, own),
    configurationText: settings?.text ?? null,
    repositories: repositoriesIn(files),
  };
  const documents = files
    .filter(({ path }) => path.endsWith('.md') && !isRole(path))
    .map(({ path, text }): Document => {
      const note = parseNote(textOf(text), readingOf(configuration, path));
      return { uri: uriOf(path), path, note, recognition: recognise(note, path, configuration) };
    });
  const series = seriesOf(
    documents.filter(({ recognition }) => recognition.recognised),
    context,
  );
  // Not needed by most, and the most work of all.
  let diagnostics: readonly Diagnostic[] | undefined;
  return {
    context,
    configuration: configurationFile,
    documents,
    series,
    get diagnostics() {
      return (diagnostics ??= [
        ...(configurationFile === null ? [] : checkConfiguration(configurationFile, context, list)),
        ...own.flatMap((role) => checkRole(role, context, list)),
        ...series.flatMap((each) => checkSeries(each, context, list)),
        ...(configurationFile === null
          ? []
          : checkStaffing(
              configurationFile,
              series.flatMap((each) => seatOf(each, context) ?? []),
              context,
              list,
            )),
      ]);
    },
  };
}

/** With a `.git/config` that has a remote, every markdown file is tracked but those that `.gitignore` names. */
function repositoriesIn(files: readonly File[]): Repository[] {
  const textAt = (path: string) => files.find((file) => file.path === path)?.text ?? null;
  if (!hasRemote(textAt('.git/config') ?? '')) return [];
  const ignored = textAt('.gitignore');
  const lines = ignored?.split(/\r?\n/) ?? [];
  const tracked = files.map(({ path }) => path).filter((path) => path.endsWith('.md') && !lines.includes(`/${path}`));
  const ignoreFile = { uri: uriOf('.gitignore'), text: ignored };
  return [{ folder: '', tracked: new Set(tracked), ignoreFile, configurationUri: uriOf('.one-on-one.yaml') }];
}

/** A workspace out of marked text. */
export function openFixture(source: string, today = defaultToday, list: readonly Rule[] = rules): Workspace {
  return openWorkspace(readFixture(source).files, today, list);
}
