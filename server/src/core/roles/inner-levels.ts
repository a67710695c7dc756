/** Descriptions inside out: sections or areas whose headings below are the levels. */
import { contentOfSection } from './areas.ts';
import type { LevelDraft } from './draft.ts';
import { ancestorsOf, everyHeading, type Heading } from './headings.ts';
import { saysLevel } from './level-title.ts';
import type { Titles } from './level-titles.ts';
import { foldName } from './normalise.ts';
import { flatName, isAreaKind } from './section-kinds.ts';

export interface InnerLevels {
  /** One for each heading: the same level comes back in every section. */
  readonly levels: readonly LevelDraft[];
  /** The headings that were read so. */
  readonly used: readonly Heading[];
}

/**
 * "Requirements" with "Junior" and "Senior" below, or the areas "Craft" and "Teamwork" that both have them. One area alone
 * is rather a group of levels.
 */
export function innerLevels(root: Heading, titles: Titles): InnerLevels {
  const candidates = everyHeading(root).filter(
    (heading) => heading !== root && isOutside(heading) && holdsOnlyLevels(heading, titles),
  );
  const around = candidates.filter(
    (heading) =>
      isAreaKind(heading.kind) || candidates.some((other) => other !== heading && shareLevels(heading, other)),
  );
  const used = around.flatMap(({ children }) => children);
  return { levels: used.map((heading) => draftOf(heading)), used };
}

/** Not already inside a level, nor where levels are no levels. */
function isOutside(heading: Heading): boolean {
  const inside = [...ancestorsOf(heading)];
  return inside.every(({ kind }) => kind === null || kind === 'wrapper' || kind === 'levels');
}

function holdsOnlyLevels({ kind, children }: Heading, titles: Titles): boolean {
  if (kind !== null && !isAreaKind(kind)) return false;
  return children.length >= 2 && children.every((child) => isBareLevel(child, titles));
}

/** A level's title over a list, without a grade or sections of its own. */
function isBareLevel(heading: Heading, titles: Titles): boolean {
  if (heading.kind !== null || heading.grade !== null) return false;
  const title = titles.read(heading.title);
  const isLevel = saysLevel(title) && (title.base === '' || foldName(title.base) === titles.role.whole);
  if (!isLevel && !titles.isRole(heading.title)) return false;
  return heading.children.length === 0 && heading.content.some(({ kind }) => kind === 'list');
}

function shareLevels(one: Heading, other: Heading): boolean {
  if (one.depth !== other.depth || one.parent !== other.parent) return false;
  const names = new Set(one.children.map(({ title }) => foldName(title)));
  return other.children.filter(({ title }) => names.has(foldName(title))).length >= 2;
}

function draftOf(heading: Heading): LevelDraft {
  const section = heading.parent!;
  const kind = isAreaKind(section.kind) ? section.kind : 'responsibility';
  const name = isAreaKind(section.kind) ? flatName(kind) : section.title;
  const { areas, statements } = contentOfSection(heading, kind, null, 'lists');
  return {
    title: heading.title,
    grade: null,
    areas: areas.map((area) => ({ ...area, name })),
    statements,
    anchors: new Set(heading.anchors),
    span: heading.span,
  };
}
