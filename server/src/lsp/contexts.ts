/** What holds for the documents of one folder: its configuration files, the roles, today. */
import { defaultConfiguration } from '../core/configuration.ts';
import type { Configuration, ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Repository } from '../core/git.ts';
import type { Day, Role } from '../core/model.ts';
import { configurationFor, readConfiguration } from '../core/read-configuration.ts';
import { isRolePath } from '../core/paths.ts';
import { mergeRoles } from '../core/roles/catalogue.ts';
import { readRole } from '../core/roles/read.ts';
import { textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';

/** What holds for every folder. */
export interface Surroundings {
  today(): Day;
  builtIn(): readonly Role[];
  /** For documents that no file covers. */
  readonly fallback: Configuration;
  /** The ids of all rules, to check those in a configuration. */
  readonly rules: readonly string[];
}

export interface Contexts {
  /** The configuration and what goes with it at a path. The same object until something changed. */
  at(path: string): Context;
  /** Whether any configuration takes the file for a role description. */
  isRole(path: string): boolean;
  readonly configurations: ReadonlyMap<string, ConfigurationFile>;
  readonly roles: ReadonlyMap<string, RoleFile>;
  /** A source of null takes the file away. */
  setConfiguration(uri: string, path: string, source: string | null): void;
  setRole(uri: string, path: string, source: string | null): void;
  repositories(): readonly Repository[];
  setRepositories(found: readonly Repository[]): void;
  /** Forget what was derived: the day or the built-in roles are others now. */
  renew(): void;
}

export interface RoleFile {
  readonly path: string;
  readonly text: Text;
  readonly role: Role;
}

export function contextsIn({ today, builtIn, fallback, rules }: Surroundings): Contexts {
  const configurations = new Map<string, ConfigurationFile>();
  const roles = new Map<string, RoleFile>();
  const made = new Map<string | null, Context>();
  const known = new Map<string, boolean>();
  let repositories: readonly Repository[] = [];

  const make = (configuration: Configuration): Context => {
    const own = [...roles.values()].filter(({ path }) => isRolePath(path, configuration));
    return Object.freeze({
      today: today(),
      configuration,
      roles: mergeRoles(
        builtIn(),
        own.map(({ role }) => role),
      ),
      configurationText: configurations.get(configuration.uri ?? '')?.source ?? null,
      repositories,
    });
  };
  return {
    configurations,
    roles,
    at(path) {
      const configuration = configurationFor([...configurations.values()], path)?.configuration ?? fallback;
      const context = made.get(configuration.uri) ?? make(configuration);
      made.set(configuration.uri, context);
      return context;
    },
    isRole(path) {
      const all = [fallback, ...[...configurations.values()].map(({ configuration }) => configuration)];
      const isOne = known.get(path) ?? all.some((configuration) => isRolePath(path, configuration));
      known.set(path, isOne);
      return isOne;
    },
    setConfiguration(uri, path, source) {
      made.clear();
      known.clear();
      if (source === null) configurations.delete(uri);
      else configurations.set(uri, readConfiguration(source, { uri, path }, rules));
    },
    setRole(uri, path, source) {
      made.clear();
      const role = source === null ? null : readRole(source, { uri, path });
      if (source === null || role === null) roles.delete(uri);
      else roles.set(uri, { path, text: textOf(source), role });
    },
    repositories: () => repositories,
    setRepositories(found) {
      if (asText(repositories) === asText(found)) return;
      repositories = found;
      made.clear();
    },
    renew: () => made.clear(),
  };
}

function asText(repositories: readonly Repository[]): string {
  return JSON.stringify(repositories.map((one) => ({ ...one, tracked: [...one.tracked] })));
}

/** The defaults, with what the client's options say instead. */
export function fallbackConfiguration(options: unknown): Configuration {
  if (options === undefined || options === null) return defaultConfiguration;
  // JSON is YAML.
  return { ...readConfiguration(JSON.stringify(options), { uri: '', path: '' }).configuration, uri: null };
}
