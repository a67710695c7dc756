/** The sections that are read, with their owners, and what they hold. */
import { contentOfSection, type Content } from './areas.ts';
import type { Heading } from './headings.ts';
import type { LevelHeadings } from './levels.ts';
import type { Owned, Owner } from './owners.ts';
import { isAreaKind } from './section-kinds.ts';

export interface Section {
  readonly heading: Heading;
  readonly owner: Owner;
}

/** The sections to read, outermost first: what stands inside one of them is read with it. */
export function sectionsByOwner(root: Heading, owned: Owned, found: LevelHeadings): Section[] {
  const result: Section[] = [];
  const withResponsibilities = ownersOfResponsibilities(owned);
  const visit = (heading: Heading, isInside: boolean): void => {
    const owner = owned.sections.get(heading);
    const isSection = owner !== undefined && (isNamed(heading) || (!isInside && isArea(owner, withResponsibilities)));
    if (isSection) result.push({ heading, owner });
    for (const child of heading.children) visit(child, (isInside || isSection) && !found.levels.has(child));
  };
  for (const child of root.children) visit(child, false);
  return result;
}

/** What sections hold together. `level` is the title of the level they belong to, if any. */
export function contentOf(sections: readonly Section[], level: string | null): Content {
  const content: Content = { areas: [], statements: [] };
  for (const { heading } of sections) {
    const kind = isAreaKind(heading.kind) ? heading.kind : 'responsibility';
    const { areas, statements } = contentOfSection(heading, kind, level);
    content.areas.push(...areas);
    content.statements.push(...statements);
  }
  return content;
}

function isNamed({ kind }: Heading): boolean {
  return isAreaKind(kind) || kind === 'shared';
}

/** A heading without a kind is an area only in an owner that has no responsibilities section of its own. */
function isArea(owner: Owner, withResponsibilities: ReadonlySet<Heading>): boolean {
  return (owner.is === 'level' || owner.is === 'specialty') && !withResponsibilities.has(owner.heading);
}

function ownersOfResponsibilities({ sections }: Owned): Set<Heading> {
  const owners = new Set<Heading>();
  for (const [{ kind }, owner] of sections) {
    if (kind === 'responsibility' && (owner.is === 'level' || owner.is === 'specialty')) owners.add(owner.heading);
  }
  return owners;
}
