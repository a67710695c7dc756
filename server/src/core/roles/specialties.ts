/** Which headings are specialties. */
import { everyHeading, type Heading } from './headings.ts';
import { readTitle, saysLevel } from './level-title.ts';
import { isAreaKind } from './section-kinds.ts';

/** The headings right inside a Specialties section; one that only holds further headings is a group of them. */
export function findSpecialties(root: Heading, levels: ReadonlySet<Heading>): Set<Heading> {
  const found = new Set<Heading>();
  for (const heading of everyHeading(root)) {
    if (heading.kind === 'specialties') for (const child of heading.children) collect(child, levels, found);
  }
  return found;
}

function collect(heading: Heading, levels: ReadonlySet<Heading>, found: Set<Heading>): void {
  if (levels.has(heading) || heading.kind !== null) return;
  const hasOwn =
    heading.content.some(({ kind }) => kind === 'list' || kind === 'table') ||
    heading.children.some(({ kind }) => isAreaKind(kind));
  const nested = heading.children.filter(
    (child) => child.kind === null && !levels.has(child) && hasSections(child) && !saysLevel(readTitle(child.title)),
  );
  if (!hasOwn && nested.length > 0) for (const child of nested) collect(child, levels, found);
  else found.add(heading);
}

function hasSections(heading: Heading): boolean {
  return heading.children.some(({ kind }) => isAreaKind(kind));
}
