/** Finds roles, levels and specialties by what a person writes. */
import type { Level, Role, Specialty } from '../model.ts';
import { joinLevelFiles } from './join-levels.ts';
import { onLadder, titlesOf, type Titles } from './level-titles.ts';
import { nearest } from './nearest.ts';
import { foldName } from './normalise.ts';

/**
 * The role that `written` names: by id, title, alias, or path relative to the workspace. Case, spaces and hyphens
 * do not matter. Null where nothing fits. Never throws.
 */
export function findRole(roles: readonly Role[], written: string): Role | null {
  const name = foldName(written);
  if (name === '') return null;
  return (
    roles.find((role) => foldName(role.id) === name) ??
    roles.find((role) => foldName(role.title) === name) ??
    roles.find((role) => role.aliases.some((alias) => foldName(alias) === name)) ??
    findByPath(roles, written)?.role ??
    null
  );
}

/** The file of a role that `written` names by its path; else the one it starts in. */
export function fileNamed(role: Role, written: string): string {
  return findByPath([role], written)?.uri ?? role.source.uri;
}

/** Every file the role is described in. */
function filesOf(role: Role): string[] {
  return [...new Set([role.source.uri, ...role.levels.flatMap(({ uri }) => uri ?? [])])];
}

/**
 * The level that `written` names: by id, title or level words. `ambiguous` where the words name levels of several
 * ladders, so that the whole title is needed.
 */
export function findLevel(role: Role, written: string): Level | 'ambiguous' | null {
  const name = foldName(written);
  if (name === '') return null;
  const exact = role.levels.filter((level) => foldName(level.title) === name);
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : 'ambiguous';
  const titles = role.levels.map(({ title }) => title);
  const ladder = onLadder(titles, titlesOf(role.title));
  const named = role.levels.filter((level) => foldName(level.id) === name || ladder.namesOf(level.title).has(name));
  if (named.length > 1) return named.find((level) => foldName(level.id) === name) ?? 'ambiguous';
  return named[0] ?? (name === 'intermediate' || name === 'mid' ? onlyPlainLevel(role.levels, ladder) : null);
}

/** "Programmer (L2)" beside Junior, Senior and Lead Programmer: the one level with a code and no word is the intermediate one. */
function onlyPlainLevel(levels: readonly Level[], { read, role }: Titles): Level | null {
  const titles = levels.map(({ title }) => read(title));
  if (!titles.some(({ words }) => words.length > 0)) return null;
  const plain = levels.filter((_, index) => {
    const { words, code, base } = titles[index]!;
    return words.length === 0 && code !== null && foldName(base) === role.base;
  });
  return plain.length === 1 ? plain[0]! : null;
}

/** The specialty with this id or title. */
export function findSpecialty(role: Role, written: string): Specialty | null {
  const name = foldName(written);
  if (name === '') return null;
  const byId = role.specialties.find((specialty) => foldName(specialty.id) === name);
  return byId ?? role.specialties.find((specialty) => foldName(specialty.title) === name) ?? null;
}

/** Up to three roles whose names are nearest to `written`, nearest first. */
export function nearestRoles(roles: readonly Role[], written: string): Role[] {
  return nearest(written, roles, (role) => [role.id, role.title, ...role.aliases]);
}

/** Up to three levels whose names are nearest to `written`, nearest first. */
export function nearestLevels(role: Role, written: string): Level[] {
  return nearest(written, role.levels, (level) => [level.id, level.title]);
}

/** Up to three specialties whose names are nearest to `written`, nearest first. */
export function nearestSpecialties(role: Role, written: string): Specialty[] {
  return nearest(written, role.specialties, (specialty) => [specialty.id, specialty.title]);
}

/** The levels that may come after this one. */
export function nextLevels(role: Role, level: Level): Level[] {
  return role.levels.filter((candidate) => level.next.includes(candidate.id) && candidate.id !== level.id);
}

/** Whether anything was understood of the file: a page without levels and items is no role description. */
export function hasContent(role: Role): boolean {
  return role.levels.length > 0 || role.shared.areas.length > 0 || role.specialties.length > 0;
}

/**
 * All roles by id; a workspace role replaces the built-in one with its id. Files without content are left out, and
 * those that hold a level each are one role.
 */
export function mergeRoles(builtIn: readonly Role[], workspace: readonly Role[]): Role[] {
  const own = joinLevelFiles(workspace.filter(hasContent));
  const replaced = new Set(own.map((role) => foldName(role.id)));
  const kept = builtIn.filter((role) => !replaced.has(foldName(role.id)));
  return [...kept, ...own].sort((a, b) => compare(a.id, b.id) || compare(a.source.uri, b.source.uri));
}

function findByPath(roles: readonly Role[], written: string): { role: Role; uri: string } | null {
  const path = written
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/, '');
  if (!/\.(?:md|markdown)$/i.test(path)) return null;
  const matching = roles.flatMap((role) =>
    filesOf(role).flatMap((uri) => (endsWith(uri, path) ? [{ role, uri }] : [])),
  );
  // The shortest address is the one nearest to the workspace folder.
  matching.sort((a, b) => a.uri.length - b.uri.length);
  return matching[0] ?? null;
}

function endsWith(uri: string, path: string): boolean {
  return `/${decoded(uri)}`.endsWith(`/${path}`);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** By code units: an order that no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
