/** The level that the text as a whole is, where it has none or its grade stands outside of all. */
import type { LevelLinks } from '../model.ts';
import { contentOfSection, contentRightUnder, type Content, type RawArea } from './areas.ts';
import type { Draft, LevelDraft } from './draft.ts';
import type { Heading } from './headings.ts';
import { readTitle, saysLevel } from './level-title.ts';
import type { Titles } from './level-titles.ts';
import { ownGrade } from './levels.ts';
import { gradeOwnedBy, type Owned } from './owners.ts';

/**
 * A text without levels is one level, with the role's title and the grade of the text. A grade outside all levels is
 * that of the intermediate level, which consists of the shared sections where it is not written out.
 */
export function withLevelOfText(of: {
  root: Heading;
  titles: Titles;
  levels: LevelDraft[];
  shared: Content;
  owned: Owned;
  links: LevelLinks | null;
}): Pick<Draft, 'levels' | 'shared'> {
  const { root, titles, levels, shared, owned, links } = of;
  const roleTitle = titles.role.written;
  const page = pageOf(root);
  const isAlone = levels.length === 0;
  const grade = gradeOwnedBy('shared', owned) ?? (isAlone ? (ownGrade(page) ?? ownGrade(root)) : null);
  const said = isAlone ? [...new Set([root, page])].flatMap((heading) => contentRightUnder(heading).statements) : [];
  const statements = [...new Set([...said, ...shared.statements])];
  const whole = { title: roleTitle, grade, anchors: new Set<string>(), span: { start: 0, end: root.end } };
  const isPage = links !== null || saysLevel(readTitle(roleTitle));
  if (isAlone && shared.areas.length === 0 && isPage) {
    // A file for each level: its headings are the areas.
    const inAreas = areasOfPage(page);
    const areas = inAreas.length > 0 ? inAreas : contentRightUnder(page).areas;
    return { levels: areas.length === 0 && grade === null ? [] : [{ ...whole, areas, statements }], shared: [] };
  }
  if (isAlone) {
    // Requirements alone may be those of a program.
    const isRole = grade !== null || shared.areas.some(({ kind }) => kind === 'responsibility');
    if (!isRole && !isPage) return { levels, shared: [] };
    return { levels: [{ ...whole, areas: shared.areas, statements }], shared: [] };
  }
  const isIntermediate = ({ title }: LevelDraft): boolean =>
    titles.isRole(title) || titles.idOf(title) === 'intermediate';
  if (grade === null) return { levels, shared: shared.areas };
  if (levels.some(isIntermediate)) {
    const graded = levels.map((level) => (isIntermediate(level) ? { ...level, grade: level.grade ?? grade } : level));
    return { levels: graded, shared: shared.areas };
  }
  return { levels: [{ ...whole, areas: [], statements: [] }, ...levels], shared: shared.areas };
}

/** The title that everything else stands below; else the text itself. */
function pageOf(root: Heading): Heading {
  const [first, ...others] = root.children;
  return first?.depth === 1 && others.length === 0 ? first : root;
}

function areasOfPage(page: Heading): RawArea[] {
  return page.children.flatMap((heading) =>
    heading.kind === null ? contentOfSection(heading, 'responsibility', null, 'lists').areas : [],
  );
}
