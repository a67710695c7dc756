/** What a level builds on: the words of a statement → a level of the role, the shared block, or a doubt. */
import type { Reference, Track } from '../model.ts';
import type { Statement } from './areas.ts';
import { readInheritance, type Inheritance } from './inheritance.ts';
import { baseTitle, levelNames, readLevelTitle } from './level-titles.ts';
import { foldName, wordsOf } from './normalise.ts';

/** What of a level has to be known to find it. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly track: Track;
  readonly order: number;
  /** Of its heading and of the sections that belong to it. */
  readonly anchors: ReadonlySet<string>;
}

export interface Surroundings {
  readonly roleTitle: string;
  readonly levels: readonly Candidate[];
  /** Whether sections that all levels share exist, and the addresses of their headings. */
  readonly hasShared: boolean;
  readonly sharedAnchors: ReadonlySet<string>;
}

/** The edges of one level, each target and kind once. A statement that names nothing that exists stays unresolved. */
export function referencesOf(level: Candidate, statements: readonly Statement[], around: Surroundings): Reference[] {
  const references: Reference[] = [];
  const seen = new Set<string>();
  for (const { text, span } of statements) {
    const said = readInheritance(text);
    if (said === null) continue;
    const resolved = resolve(said, level, around);
    const key = `${said.kind ?? ''} ${resolved.to} ${resolved.to === 'level' ? resolved.level : text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    references.push({ text, span, ...(said.kind === null ? {} : { kind: said.kind }), resolved });
  }
  return references;
}

type Resolved = Reference['resolved'];

function resolve(said: Inheritance, level: Candidate, around: Surroundings): Resolved {
  const named = said.names === '' ? [] : levelsNamed(said.names, level, around);
  if (named.length === 1) return { to: 'level', level: named[0]!.id };
  if (said.link?.startsWith('#')) {
    const anchor = decoded(said.link.slice(1));
    const target = around.levels.find((other) => other.id !== level.id && other.anchors.has(anchor));
    if (target && (named.length === 0 || named.includes(target))) return { to: 'level', level: target.id };
    if (
      around.sharedAnchors.has(anchor) ||
      /^(?:general-|base-|shared-)?(?:responsibilities|requirements)$/.test(anchor)
    ) {
      if (named.length === 0 && around.hasShared) return { to: 'shared' };
    }
  }
  if (named.length > 1) return lowerOf(named, level) ?? { to: 'ambiguous' };
  if (said.isShared) return around.hasShared ? { to: 'shared' } : { to: 'unresolved' };
  const role = roleNamed(said.names, level, around);
  if (role !== null) return role;
  return said.link !== null && !said.link.startsWith('#') ? { to: 'other-file' } : { to: 'unresolved' };
}

/** From the surest way of naming to the least: the first that names exactly one level, else all that the first names. */
function levelsNamed(names: string, level: Candidate, around: Surroundings): Candidate[] {
  const others = around.levels.filter(({ id }) => id !== level.id);
  const spellings = [names, singular(names)];
  let several: Candidate[] = [];
  for (const test of tests) {
    const found = others.filter((other) => spellings.some((name) => test(name, other, around.roleTitle)));
    if (found.length === 1) return found;
    if (found.length > 1 && several.length === 0) several = found;
  }
  return several;
}

const tests: readonly ((names: string, level: Candidate, roleTitle: string) => boolean)[] = [
  (names, { title }) => foldName(names) === foldName(title),
  (names, { title }) => foldName(baseTitle(names)) === foldName(baseTitle(title)) && foldName(baseTitle(title)) !== '',
  (names, { title }, roleTitle) => levelNames(title, roleTitle).has(foldName(names)),
  (names, { title }) => sortedWords(names) === sortedWords(title),
  (names, { title }, roleTitle) => isAcronymOf(names, title, roleTitle),
  (names, { title }, roleTitle) => hasSameLevelWords(names, title, roleTitle),
  (names, { title }) => isAffix(foldName(names), foldName(title)),
];

function sortedWords(text: string): string {
  return wordsOf(baseTitle(text))
    .filter((word) => word !== 'of' && word !== 'the')
    .sort()
    .join(' ');
}

/** "Senior SRE" for Senior Site Reliability Engineer. */
function isAcronymOf(names: string, title: string, roleTitle: string): boolean {
  const short = readLevelTitle(names, roleTitle);
  const long = readLevelTitle(title, roleTitle);
  if (short.words.join(' ') !== long.words.join(' ') || short.base === '' || short.base.includes(' ')) return false;
  const initials = wordsOf(long.base)
    .map((word) => word[0])
    .join('');
  return short.base === initials || short.base === `${initials}s`;
}

function hasSameLevelWords(names: string, title: string, roleTitle: string): boolean {
  const one = readLevelTitle(names, roleTitle);
  const other = readLevelTitle(title, roleTitle);
  if (one.words.length === 0 && one.code === null) return false;
  return one.words.join(' ') === other.words.join(' ') && (one.code === null || one.code === other.code);
}

function isAffix(part: string, whole: string): boolean {
  return part.length >= 5 && whole.length > part.length && (whole.startsWith(part) || whole.endsWith(part));
}

/** Of several that fit, the nearest lower one of the same ladder, if that is one. */
function lowerOf(named: readonly Candidate[], level: Candidate): Resolved | null {
  const lower = named.filter(({ track, order }) => track === level.track && order < level.order);
  const highest = Math.max(...lower.map(({ order }) => order));
  const nearest = lower.filter(({ order }) => order === highest);
  return nearest.length === 1 ? { to: 'level', level: nearest[0]!.id } : null;
}

/** The role's own title names its intermediate level, else the nearest lower one, else what all levels share. */
function roleNamed(names: string, level: Candidate, around: Surroundings): Resolved | null {
  const name = foldName(baseTitle(singular(names)));
  const role = foldName(baseTitle(around.roleTitle));
  const base = foldName(readLevelTitle(level.title, around.roleTitle).base);
  const initials = wordsOf(baseTitle(around.roleTitle))
    .map((word) => word[0])
    .join('');
  if (name === '' || (name !== role && name !== base && name !== initials)) return null;
  const intermediate = around.levels.find(({ id, order }) => id === 'intermediate' && order < level.order);
  if (intermediate) return { to: 'level', level: intermediate.id };
  const lower = lowerOf(around.levels, level);
  if (lower !== null) return lower;
  return around.hasShared ? { to: 'shared' } : null;
}

function singular(names: string): string {
  return names.replace(/([a-z]{3})s(?=\s|$)/gi, '$1');
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor).toLowerCase();
  } catch {
    return anchor.toLowerCase();
  }
}
