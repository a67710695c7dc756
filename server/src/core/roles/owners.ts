/** Whose a section is: a level's, a specialty's, or everybody's. */
import type { Grade } from './grade.ts';
import { ancestorsOf, everyHeading, type Heading } from './headings.ts';
import { gradeOfSection, type LevelHeadings } from './levels.ts';
import { foldName, normalise } from './normalise.ts';
import { isAreaKind, isUsualArea, type SectionKind } from './section-kinds.ts';

export type Owner =
  | { readonly is: 'level' | 'group' | 'specialty'; readonly heading: Heading }
  | { readonly is: 'shared' }
  | { readonly is: 'nobody' };

export interface Owned {
  /** Sections with a kind, and headings that may be areas, in document order. */
  readonly sections: ReadonlyMap<Heading, Owner>;
  readonly grades: ReadonlyMap<Heading, Owner>;
}

const shared: Owner = { is: 'shared' };
const nobody: Owner = { is: 'nobody' };

export function findOwners(root: Heading, found: LevelHeadings, specialties: ReadonlySet<Heading>): Owned {
  const sections = new Map<Heading, Owner>();
  const grades = new Map<Heading, Owner>();
  const kinds = sectionsInside(root, found);
  const titles = new Map([...found.levels].map((level) => [level, normalise(level.title)]));
  let before: Heading | null = null;
  for (const heading of everyHeading(root).slice(1)) {
    if (found.levels.has(heading)) {
      before = heading;
      continue;
    }
    if (endsLevels(heading)) before = null;
    const isSection = isAreaKind(heading.kind) || heading.kind === 'shared';
    const isArea = heading.kind === null && !found.groups.has(heading) && !specialties.has(heading);
    if (!isSection && !isArea && heading.kind !== 'grade') continue;
    const owner = ownerOf(heading, { found, titles, specialties, kinds, before, owned: { sections, grades } });
    if (owner.is === 'nobody') continue;
    if (heading.kind === 'grade') grades.set(heading, owner);
    else sections.set(heading, owner);
    if (owner.is === 'level') noteKind(kinds, owner.heading, heading.kind);
  }
  return { sections, grades };
}

interface Position {
  readonly found: LevelHeadings;
  /** The levels' titles, normalised. */
  readonly titles: ReadonlyMap<Heading, string>;
  readonly specialties: ReadonlySet<Heading>;
  readonly kinds: Kinds;
  /** The level last met, as long as sections may still belong to it. */
  readonly before: Heading | null;
  /** What is known of the headings above. */
  readonly owned: Owned;
}

function ownerOf(heading: Heading, { found, titles, specialties, kinds, before, owned }: Position): Owner {
  if (heading.kind === 'shared') return shared;
  const enclosing = enclosingOwner(heading, found, specialties);
  if (enclosing.is === 'nobody' || enclosing.is === 'specialty') return enclosing;
  const named = heading.kind === null ? null : namedLevel(heading, titles);
  if (named !== null && !(enclosing.is === 'level' && isTakenOver(heading, named, enclosing.heading, kinds))) {
    return { is: 'level', heading: named };
  }
  if (enclosing.is === 'level') return enclosing;
  if (
    before !== null &&
    heading.depth <= before.depth &&
    !isInGroupOf(before, enclosing) &&
    isMissing(heading, before, kinds, found)
  ) {
    return { is: 'level', heading: before };
  }
  const parent = enclosing.is === 'shared' ? takenInWith(heading, owned) : null;
  if (parent !== null) return parent;
  // A heading without a kind is an area only where a level or a specialty is around it.
  return heading.kind === null && !isInShared(heading) ? nobody : enclosing;
}

/** By depth: the nearest level, specialty or group. A grade heading owns nothing, so it is looked through. */
function enclosingOwner(heading: Heading, found: LevelHeadings, specialties: ReadonlySet<Heading>): Owner {
  for (const ancestor of ancestorsOf(heading)) {
    if (found.levels.has(ancestor)) return { is: 'level', heading: ancestor };
    if (specialties.has(ancestor)) return { is: 'specialty', heading: ancestor };
    if (found.groups.has(ancestor)) return { is: 'group', heading: ancestor };
    if (ancestor.kind === 'ignored' || ancestor.kind === 'ladder' || ancestor.kind === 'specialties') return nobody;
    if (ancestor.kind === 'shared') return shared;
  }
  return shared;
}

/** What stands below a section or a grade that a level has taken in belongs to that level too. */
function takenInWith(heading: Heading, owned: Owned): Owner | null {
  for (const ancestor of ancestorsOf(heading)) {
    const owner = owned.sections.get(ancestor) ?? owned.grades.get(ancestor);
    if (owner?.is === 'level') return owner;
  }
  return null;
}

/** A heading that starts with a level's title belongs to that level; the longest title counts. */
function namedLevel(heading: Heading, titles: ReadonlyMap<Heading, string>): Heading | null {
  const text = normalise(heading.title);
  let best: Heading | null = null;
  for (const [level, title] of titles) {
    if (!text.startsWith(`${title} `) || (best !== null && title.length <= titles.get(best)!.length)) continue;
    best = level;
  }
  return best;
}

/** A title copied from another level: that one has such a section of its own, the enclosing one does not. */
function isTakenOver(heading: Heading, named: Heading, enclosing: Heading, kinds: Kinds): boolean {
  if (named === enclosing || foldName(named.title) === foldName(enclosing.title)) return true;
  return kinds.get(named)?.has(heading.kind) === true && kinds.get(enclosing)?.has(heading.kind) !== true;
}

/**
 * Whether the level before lacks such a section. In a file where no level has any section of its own, sections
 * behind the levels are everybody's.
 */
function isMissing(heading: Heading, before: Heading, kinds: Kinds, found: LevelHeadings): boolean {
  if (heading.kind === null && !isUsualArea(heading.title)) return false;
  if (kinds.get(before)?.has(heading.kind) === true && heading.kind !== null) return false;
  if (heading.kind === 'grade') return true;
  const isBeside = before.depth === heading.depth;
  return isBeside || [...found.levels].some((level) => kinds.get(level)?.size);
}

function isInGroupOf(level: Heading, enclosing: Owner): boolean {
  return enclosing.is === 'group' && ![...ancestorsOf(level)].includes(enclosing.heading);
}

function isInShared(heading: Heading): boolean {
  return [...ancestorsOf(heading)].some(({ kind }) => kind === 'shared' || isAreaKind(kind));
}

/** Behind these headings nothing belongs to the level before any more. */
function endsLevels(heading: Heading): boolean {
  return (
    heading.kind === 'specialties' || heading.kind === 'shared' || (heading.kind === 'ignored' && heading.depth <= 2)
  );
}

type Kinds = Map<Heading, Set<SectionKind | null>>;

/** The kinds of sections that stand inside each level by depth. */
function sectionsInside(root: Heading, found: LevelHeadings): Kinds {
  const kinds: Kinds = new Map();
  for (const heading of everyHeading(root)) {
    if (heading.kind === null || (!isAreaKind(heading.kind) && heading.kind !== 'grade')) continue;
    for (const ancestor of ancestorsOf(heading)) {
      if (!found.levels.has(ancestor)) continue;
      noteKind(kinds, ancestor, heading.kind);
      break;
    }
  }
  return kinds;
}

function noteKind(kinds: Kinds, level: Heading, kind: SectionKind | null): void {
  if (kind === null) return;
  const known = kinds.get(level) ?? new Set();
  kinds.set(level, known.add(kind));
}

/** The grade that a section of the level names, wherever it stands. */
export function gradeOwnedBy(level: Heading | 'shared', owned: Owned): Grade | null {
  for (const [section, owner] of owned.grades) {
    const isOwn = level === 'shared' ? owner.is === 'shared' : owner.is === 'level' && owner.heading === level;
    const grade = isOwn ? gradeOfSection(section) : null;
    if (grade !== null) return grade;
  }
  return null;
}
