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

/** Every folder that one of the files lies in, at any depth, with a closing slash; the workspace folder is empty. */
export function parentFolders(paths: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/**
 * What a path written in a folder leads to, relative to the workspace folder; null where that is outside. `root` is the
 * absolute path of the workspace folder.
 */
export function resolvedPath(folder: string, written: string, root: string): string | null {
  const isAbsolute = /^(?:[a-z]:)?\//i.test(written);
  const base = root.endsWith('/') ? root : `${root}/`;
  if (isAbsolute && !written.startsWith(base)) return null;
  const parts: string[] = [];
  for (const part of (isAbsolute ? written.slice(base.length) : folder + written).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.map((part) => `${part}/`).join('');
}

function matchesAny(path: string, patterns: readonly string[], folder: string): boolean {
  return path.startsWith(folder) && matcherFor(patterns)(path.slice(folder.length));
}

type Matcher = (path: string) => boolean;

/**
 * What patterns compile to, for as long as somebody has the patterns. Nobody can tell that it is kept: the same patterns
 * always compile to the same, and take longer to than a keystroke may.
 */
const compiled = new WeakMap<readonly string[], Matcher>();

function matcherFor(patterns: readonly string[]): Matcher {
  const known = compiled.get(patterns);
  if (known !== undefined) return known;
  const matcher = picomatch([...patterns], { noextglob: true, dot: true, nocase: true });
  compiled.set(patterns, matcher);
  return matcher;
}
