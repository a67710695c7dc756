/** What holds for the documents of one folder: its configuration files, the roles, today. */
import picomatch from 'picomatch/posix';
import { defaultConfiguration } from '../core/configuration.ts';
import type { Configuration, ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Day, Role } from '../core/model.ts';
import { configurationFor, readConfiguration } from '../core/read-configuration.ts';
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
  /** The role files, by the patterns of every configuration, among some paths. */
  roleFiles(paths: Iterable<string>): string[];
  readonly configurations: ReadonlyMap<string, ConfigurationFile>;
  readonly roles: ReadonlyMap<string, RoleFile>;
  /** A source of null takes the file away. */
  setConfiguration(uri: string, path: string, source: string | null): void;
  setRole(uri: string, path: string, source: string | null): void;
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

  const make = (configuration: Configuration): Context => {
    const isMatch = matcher(configuration.roles);
    const own = [...roles.values()].filter(({ path }) => isMatch(path)).map(({ role }) => role);
    return Object.freeze({ today: today(), configuration, roles: mergeRoles(builtIn(), own) });
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
    roleFiles(paths) {
      const all = [fallback, ...[...configurations.values()].map(({ configuration }) => configuration)];
      const isMatch = matcher(all.flatMap(({ roles: patterns }) => patterns));
      return [...paths].filter((path) => isMatch(path));
    },
    setConfiguration(uri, path, source) {
      made.clear();
      if (source === null) configurations.delete(uri);
      else configurations.set(uri, readConfiguration(source, { uri, path }, rules));
    },
    setRole(uri, path, source) {
      made.clear();
      const role = source === null ? null : readRole(source, { uri, path });
      if (source === null || role === null) roles.delete(uri);
      else roles.set(uri, { path, text: textOf(source), role });
    },
    renew: () => made.clear(),
  };
}

/** The defaults, with what the client's options say instead. */
export function fallbackConfiguration(options: unknown): Configuration {
  if (options === undefined || options === null) return defaultConfiguration;
  // JSON is YAML.
  return { ...readConfiguration(JSON.stringify(options), { uri: '', path: '' }).configuration, uri: null };
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  return patterns.length === 0 ? () => false : picomatch([...patterns], { noextglob: true, dot: true, nocase: true });
}
