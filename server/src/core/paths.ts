/** Which paths a configuration speaks of. Patterns count from the configuration file's own folder. */
import picomatch from 'picomatch/posix';
import type { Configuration } from './configuration.ts';

/** The path matches `documents`. Paths are relative to the workspace folder, with forward slashes. */
export function isDocumentPath(path: string, configuration: Configuration): boolean {
  return matchesAny(path, configuration.documents, configuration.folder);
}

/** The path matches `roles`. */
export function isRolePath(path: string, configuration: Configuration): boolean {
  return matchesAny(path, configuration.roles, configuration.folder);
}

function matchesAny(path: string, patterns: readonly string[], folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  const below = path.slice(folder.length);
  return patterns.some((pattern) => picomatch.isMatch(below, pattern, { noextglob: true, dot: true, nocase: true }));
}
