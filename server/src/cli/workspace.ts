/** A folder of notes on disk: which files it holds, which configuration is in force for each, and its roles. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigurationFile } from '../core/configuration.ts';
import { defaultConfiguration } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Day, Role } from '../core/model.ts';
import { configurationFor, readConfiguration } from '../core/read-configuration.ts';
import { isRolePath } from '../core/paths.ts';
import { mergeRoles } from '../core/roles/catalogue.ts';
import { readRole } from '../core/roles/read.ts';
import { ruleIds } from '../rules/index.ts';
import type { RuleLevel } from '../rules/rule.ts';
import { configurationNames, filesBelow, pathBelow, readText } from './files.ts';
import type { FileText } from './files.ts';
import { repositoriesIn } from './git.ts';

/** Plain data, so that another thread can open the same workspace. */
export interface WorkspaceRequest {
  /** The workspace folder, absolute and without symbolic links. */
  readonly folder: string;
  /** Files that are read whatever they are called; absolute. */
  readonly named: readonly string[];
  readonly today: Day;
  /** The program's own folder: the built-in roles are in it. */
  readonly home: string;
  /** The only configuration to use; null for the nearest one of each file. */
  readonly configuration: ConfigurationFile | null;
  /** Levels that go before those of every configuration. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Texts that stand in for what is on disk, by path in the workspace. */
  readonly instead: ReadonlyMap<string, FileText>;
}

export interface Workspace {
  /** What it was opened with. */
  readonly request: WorkspaceRequest;
  readonly folder: string;
  readonly territories: readonly Territory[];
  /** The one that a path belongs to, whether or not there is such a file. */
  territoryAt(path: string): Territory;
  /** Why files could not be read, by path. It grows as files are read. */
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** Null, and a trouble, where the file cannot be read. */
  read(path: string): FileText | null;
  /** The address of a path, as it stands in the model. */
  uriOf(path: string): string;
}

/** The files that one configuration is in force for. */
export interface Territory {
  /** Null where the defaults are in force. */
  readonly file: ConfigurationFile | null;
  readonly context: Context;
  /** Markdown files that may be documents, by path. */
  readonly paths: readonly string[];
  readonly roleFiles: readonly RoleFile[];
}

/** A role description of the workspace. */
export interface RoleFile {
  readonly path: string;
  readonly text: string;
  readonly role: Role;
}

export interface Trouble {
  /** In words for people. */
  readonly why: string;
  /** The file is no text that anybody would check, so nothing is missing from the result. */
  readonly isHarmless: boolean;
}

/** A file larger than this many bytes is not read. */
const largestFile = 16 * 1024 * 1024;

/** Never throws for what it finds on disk: see `troubles`. */
export function openWorkspace(request: WorkspaceRequest): Workspace {
  const { folder } = request;
  const troubles = new Map<string, Trouble>();
  const read = (path: string): FileText | null => {
    try {
      const instead = request.instead.get(path);
      if (instead) return instead;
      if (statSync(join(folder, path)).size <= largestFile) return readText(join(folder, path));
      troubles.set(path, { why: 'it is larger than 16 MB, so it was left out', isHarmless: true });
    } catch (error) {
      troubles.set(path, { why: reasonOf(error), isHarmless: false });
    }
    return null;
  };
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const paths = pathsIn(request, troubles);

  const files = paths.filter(isConfiguration).flatMap((path) => {
    const file = path === request.configuration?.path ? null : read(path);
    return file ? [readConfiguration(file.text, { uri: uriOf(path), path }, ruleIds)] : [];
  });
  const roleFiles = new Map<string, RoleFile | null>();
  const roleFileAt = (path: string): RoleFile | null => {
    const known = roleFiles.get(path);
    if (known !== undefined) return known;
    const text = read(path)?.text;
    const roleFile = text === undefined ? null : { path, text, role: readRole(text, { uri: uriOf(path), path }) };
    roleFiles.set(path, roleFile);
    return roleFile;
  };
  const markdown = paths.filter((path) => !isConfiguration(path));
  const inForceAt = (path: string) => request.configuration ?? configurationFor(files, path);
  // A configuration without documents is still checked.
  const ruled = new Map<ConfigurationFile | null, string[]>(files.map((file) => [file, []]));
  for (const path of markdown) {
    const file = inForceAt(path);
    const own = ruled.get(file);
    if (own) own.push(path);
    else ruled.set(file, [path]);
  }
  const builtIn = builtInRoles(request.home);
  const repositories = repositoriesIn(folder, markdown, largestFile);
  const territory = (file: ConfigurationFile | null): Territory => {
    const given = (request.configuration ?? file)?.configuration ?? defaultConfiguration;
    const configuration = { ...given, rules: new Map([...given.rules, ...request.levels]) };
    const own = markdown.filter((path) => isRolePath(path, configuration)).flatMap((path) => roleFileAt(path) ?? []);
    const roles = mergeRoles(
      builtIn,
      own.map(({ role }) => role),
    );
    return {
      file,
      context: { today: request.today, configuration, roles, configurationText: file?.source ?? null, repositories },
      paths: ruled.get(file) ?? [],
      roleFiles: own,
    };
  };
  const territories = [...ruled.keys()].map(territory);
  const territoryAt = (path: string): Territory => {
    const file = inForceAt(path);
    return territories.find((one) => one.file === file) ?? territory(file);
  };
  return { request, folder, territories, territoryAt, troubles, read, uriOf };
}

function pathsIn({ folder, named, instead }: WorkspaceRequest, troubles: Map<string, Trouble>): string[] {
  const found = filesBelow(folder, isWanted, (path, error) =>
    troubles.set(path, { why: reasonOf(error), isHarmless: false }),
  );
  const asked = named.flatMap((file) => pathBelow(folder, file) ?? []);
  return [...new Set([...found, ...asked, ...instead.keys()])].sort();
}

/** The roles that come with the program. */
function builtInRoles(home: string): Role[] {
  const folder = join(home, 'roles');
  return filesBelow(folder, isWanted, () => undefined).map((path) =>
    readRole(readText(join(folder, path)).text, { uri: pathToFileURL(join(folder, path)).href, path, isBuiltIn: true }),
  );
}

function isWanted(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) || configurationNames.includes(name);
}

function isConfiguration(path: string): boolean {
  return configurationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** In words for people; without the path, which may be a name. */
function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  if (code === 'ENOENT') return 'it is not there';
  return `it cannot be read (${code ?? 'unknown'})`;
}
