/** Which headings are specialties, and what they say. */
import { contentRightUnder } from './areas.ts';
import type { SpecialtyDraft } from './draft.ts';
import { everyHeading, paragraphsOf, type Heading } from './headings.ts';
import { readTitle, saysLevel } from './level-title.ts';
import { isAreaKind } from './section-kinds.ts';
import { contentOf, type Section } from './sections.ts';

/** The headings right inside a Specialties section; one that only holds further headings is a group of them. */
export function findSpecialties(root: Heading, levels: ReadonlySet<Heading>): Set<Heading> {
  const found = new Set<Heading>();
  for (const heading of everyHeading(root)) {
    if (heading.kind === 'specialties') for (const child of heading.children) collect(child, levels, found);
  }
  return found;
}

export function specialtyDraft(specialty: Heading, sections: readonly Section[]): SpecialtyDraft {
  const own = sections.filter(({ owner }) => owner.is === 'specialty' && owner.heading === specialty);
  const content = contentOf(own, specialty.title);
  if (!own.some(({ heading }) => heading.kind === 'responsibility'))
    content.areas.unshift(...contentRightUnder(specialty).areas);
  const same = paragraphsOf(specialty).map(
    ({ text }) => /^(?:the )?same as (?:the )?([^.,:]{2,80}?)(?: specialty)?[.:]?$/i.exec(text)?.[1],
  );
  return {
    title: specialty.title,
    areas: content.areas,
    sameAs: same.find((name) => name !== undefined) ?? null,
    span: specialty.span,
  };
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
