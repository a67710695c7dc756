/** What a level builds on: the words of a statement → a level of the role, the shared block, or a doubt. */
import type { Reference, Track } from '../model.ts';
import type { Statement } from './areas.ts';
import { readInheritance, type Inheritance } from './inheritance.ts';
import { baseTitle } from './level-title.ts';
import type { Titles } from './level-titles.ts';
import { foldName, wordsOf } from './normalise.ts';

/** What of a level has to be known to find it. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly naming: Naming;
  readonly track: Track;
  readonly order: number;
  /** Of its heading and of the sections that belong to it. */
  readonly anchors: ReadonlySet<string>;
}

export interface Surroundings {
  readonly titles: Titles;
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
  const spellings = [...new Set([names, singular(names)])].map((name) => namingOf(name, around.titles));
  let several: Candidate[] = [];
  for (const test of tests) {
    const found = others.filter((other) => spellings.some((name) => test(name, other.naming)));
    if (found.length === 1) return found;
    if (found.length > 1 && several.length === 0) several = found;
  }
  return several;
}

/** A name in every form that is compared. */
export interface Naming {
  readonly folded: string;
  readonly withoutAside: string;
  readonly sortedWords: string;
  /** Level words and code; empty where the name has none. */
  readonly level: string;
  /** The words of the role's name in it. */
  readonly base: readonly string[];
  readonly initials: string;
  /** Every name under which a level of this title may be written. */
  readonly names: ReadonlySet<string>;
}

export function namingOf(name: string, titles: Titles): Naming {
  const { words, code, base } = titles.read(name);
  const parts = wordsOf(base);
  return {
    folded: foldName(name),
    withoutAside: foldName(baseTitle(name)),
    sortedWords: sortedWords(name),
    level: [...words, ...(code === null ? [] : [code])].join(' '),
    base: parts,
    initials: parts.map((word) => word[0]).join(''),
    names: titles.namesOf(name),
  };
}

const tests: readonly ((written: Naming, level: Naming) => boolean)[] = [
  (written, level) => written.folded === level.folded,
  (written, level) => written.withoutAside !== '' && written.withoutAside === level.withoutAside,
  (written, level) => level.names.has(written.folded),
  (written, level) => written.sortedWords === level.sortedWords,
  // "Senior SRE" for Senior Site Reliability Engineer.
  (written, level) =>
    isSameLevel(written, level) && written.base.length === 1 && /^s?$/.test(afterInitials(written, level)),
  // "Senior Engineer" for Senior Site Reliability Engineer, but not the senior level of another role.
  (written, level) => isSameLevel(written, level) && written.base.every((word) => level.base.includes(word)),
  (written, level) => isAffix(written.folded, level.folded),
];

function sortedWords(text: string): string {
  return wordsOf(baseTitle(text))
    .filter((word) => word !== 'of' && word !== 'the')
    .sort()
    .join(' ');
}

function isSameLevel(written: Naming, level: Naming): boolean {
  return written.level !== '' && written.level === level.level;
}

function afterInitials(written: Naming, { initials }: Naming): string {
  const word = written.base[0]!;
  return initials.length > 1 && word.startsWith(initials) ? word.slice(initials.length) : '?';
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
  const { role } = around.titles;
  const base = foldName(around.titles.read(level.title).base);
  const initials = wordsOf(baseTitle(role.written))
    .map((word) => word[0])
    .join('');
  if (name === '' || (name !== role.base && name !== base && name !== initials)) return null;
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
