/** The headings of a role description → levels, shared areas and specialties, before they have ids. */
import type { LevelLinks, Span } from '../model.ts';
import { contentOfSection, contentRightUnder, type Content, type RawArea, type Statement } from './areas.ts';
import { everyHeading, paragraphsOf, type Heading } from './headings.ts';
import { isCumulative, isInheritance } from './inheritance.ts';
import { findLevels, ownGrade, type LevelHeadings } from './levels.ts';
import { merged, type LevelTables } from './level-tables.ts';
import { readTitle, saysLevel } from './level-title.ts';
import { onLadder, type Titles } from './level-titles.ts';
import { foldName } from './normalise.ts';
import { findOwners, gradeOwnedBy, type Owned, type Owner } from './owners.ts';
import { isAreaKind } from './section-kinds.ts';
import { findSpecialties } from './specialties.ts';

export interface LevelDraft {
  readonly title: string;
  readonly grade: number | null;
  readonly areas: readonly RawArea[];
  readonly statements: readonly Statement[];
  readonly anchors: ReadonlySet<string>;
  readonly span: Span;
  /** The file it stands in, where that is not the role's. */
  readonly uri?: string;
  /** Of a row in a table of levels: the names in it, each of which may be a heading's. */
  readonly rowNames?: readonly string[];
}

export interface SpecialtyDraft {
  readonly title: string;
  readonly areas: readonly RawArea[];
  /** The specialty that it says it equals. */
  readonly sameAs: string | null;
  /** Of its title. */
  readonly span: Span;
}

export interface Draft {
  /** In document order. */
  readonly levels: readonly LevelDraft[];
  readonly shared: readonly RawArea[];
  readonly sharedAnchors: ReadonlySet<string>;
  readonly specialties: readonly SpecialtyDraft[];
  /** Paragraphs and items that may say what comes next, and flow charts. */
  readonly ladder: {
    readonly texts: readonly string[];
    readonly diagrams: readonly string[];
    /** What links say: from the level with one title to that with another. */
    readonly steps?: readonly { readonly from: string; readonly to: string }[];
  };
  /** The text says that every level extends the one below. */
  readonly isCumulative: boolean;
}

/**
 * `tables` is what the tables of the text say of levels and specialties; they are no longer in the headings. `links` go
 * to the files of other levels.
 */
export function draftOf(root: Heading, titles: Titles, tables: LevelTables, links: LevelLinks | null): Draft {
  const found = findLevels(root, titles);
  const specialties = findSpecialties(root, found.levels);
  const owned = findOwners(root, found, specialties);
  const sections = sectionsByOwner(root, owned, found);
  const groupShare = sharesOfGroups(found, sections);
  const shared = contentOf(
    sections.filter(({ owner }) => owner.is === 'shared'),
    null,
  );
  for (const [group, content] of groupShare) {
    if ([...found.levels].every((level) => isInside(level, group))) shared.areas.push(...content.areas);
  }
  const written = [...found.levels].map((level) => levelDraft(level, sections, owned, groupShare, found));
  const levels = withTables(written, tables, titles, shared.areas.length > 0 ? 'shared' : 'nothing');
  return {
    ...withRootLevel({ root, titles, levels, shared, owned, links }),
    specialties: [...specialties]
      .map((heading) => specialtyDraft(heading, sections))
      .filter(({ areas, span }) => areas.length > 0 || !tables.emptied.has(span.start))
      .concat(tables.specialties),
    sharedAnchors: new Set(sections.flatMap(({ heading, owner }) => (owner.is === 'shared' ? heading.anchors : []))),
    ladder: ladderTexts(root),
    isCumulative: [...everyHeading(root)].some((heading) =>
      paragraphsOf(heading).some(({ text }) => isCumulative(text)),
    ),
  };
}

interface Section {
  readonly heading: Heading;
  readonly owner: Owner;
}

/** The sections to read, outermost first: what stands inside one of them is read with it. */
function sectionsByOwner(root: Heading, owned: Owned, found: LevelHeadings): Section[] {
  const result: Section[] = [];
  const visit = (heading: Heading, isInside: boolean): void => {
    const owner = owned.sections.get(heading);
    const isSection =
      owner !== undefined &&
      (isAreaKind(heading.kind) || heading.kind === 'shared' || !isInside) &&
      isRead(heading, owner, owned);
    if (isSection) result.push({ heading, owner });
    for (const child of heading.children) visit(child, (isInside || isSection) && !found.levels.has(child));
  };
  for (const child of root.children) visit(child, false);
  return result;
}

/** A heading without a kind is an area only in an owner that has no responsibilities section of its own. */
function isRead(heading: Heading, owner: Owner, owned: Owned): boolean {
  if (isAreaKind(heading.kind) || heading.kind === 'shared') return true;
  if (owner.is !== 'level' && owner.is !== 'specialty') return false;
  const hasResponsibilities = [...owned.sections].some(
    ([other, its]) => other.kind === 'responsibility' && its.is === owner.is && its.heading === owner.heading,
  );
  return !hasResponsibilities;
}

function contentOf(sections: readonly Section[], level: string | null): Content {
  const content: Content = { areas: [], statements: [] };
  for (const { heading } of sections) {
    const kind = isAreaKind(heading.kind) ? heading.kind : 'responsibility';
    const { areas, statements } = contentOfSection(heading, kind, level);
    content.areas.push(...areas);
    content.statements.push(...statements);
  }
  return content;
}

function levelDraft(
  level: Heading,
  sections: readonly Section[],
  owned: Owned,
  groups: ReadonlyMap<Heading, Content>,
  found: LevelHeadings,
): LevelDraft {
  const own = sections.filter(({ owner }) => owner.is === 'level' && owner.heading === level);
  const content = contentOf(own, level.title);
  const hasResponsibilities = own.some(({ heading }) => heading.kind === 'responsibility');
  const direct = [level, ...gradeSections(level, owned)].map(contentRightUnder);
  for (const { areas, statements } of direct.reverse()) {
    content.statements.unshift(...statements);
    if (!hasResponsibilities) content.areas.unshift(...areas);
  }
  for (const [group, shared] of groups) {
    if (![...found.levels].every((other) => isInside(other, group)) && isInside(level, group))
      content.areas.push(...shared.areas);
  }
  return {
    title: level.title,
    grade: ownGrade(level) ?? gradeOwnedBy(level, owned),
    areas: content.areas,
    statements: content.statements,
    anchors: new Set([level, ...own.map(({ heading }) => heading)].flatMap(({ anchors }) => anchors)),
    span: { start: level.span.start, end: Math.max(level.end, ...own.map(({ heading }) => heading.end)) },
  };
}

/**
 * What tables add to the levels that headings gave: areas and missing grades. A table that only has names and grades
 * makes levels of its own where no heading does, since then they share what stands in the rest of the text.
 */
function withTables(
  levels: readonly LevelDraft[],
  tables: LevelTables,
  titles: Titles,
  rest: 'shared' | 'nothing',
): LevelDraft[] {
  if (tables.levels.length === 0 && tables.grades.length === 0) return [...levels];
  const ladder = onLadder(
    levels.map(({ title }) => title),
    titles,
  );
  const isNamed = ({ title }: LevelDraft, name: string): boolean => ladder.namesOf(title).has(foldName(name));
  const all = [...levels];
  for (const added of tables.levels) {
    const at = [added.title, ...(added.rowNames ?? [])]
      .map((name) => onlyIndex(all, (level) => isNamed(level, name)))
      .find((index) => index >= 0);
    if (at === undefined) all.push(added);
    else all[at] = merged(all[at]!, isOverview(all[at]!, added) ? { ...added, areas: [] } : added);
  }
  if (all.length === 0 && rest === 'shared') {
    return tables.grades.map(({ name, grade, span }) => ({
      title: name,
      grade,
      areas: [],
      statements: [],
      anchors: new Set(),
      span,
    }));
  }
  return all.map((level) => {
    const given = tables.grades.find(
      ({ name, anchor }) => (anchor !== null && level.anchors.has(anchor)) || isNamed(level, name),
    );
    return level.grade !== null || given === undefined ? level : { ...level, grade: given.grade };
  });
}

/** A row about a level that has sections or areas of its own sums it up. */
function isOverview(level: LevelDraft, row: LevelDraft): boolean {
  return row.rowNames !== undefined && level.areas.some(({ kind }) => kind === 'responsibility');
}

function onlyIndex<T>(list: readonly T[], fits: (one: T) => boolean): number {
  const found = list.flatMap((one, index) => (fits(one) ? [index] : []));
  return found.length === 1 ? found[0]! : -1;
}

function gradeSections(level: Heading, owned: Owned): Heading[] {
  return [...owned.grades].flatMap(([section, owner]) =>
    owner.is === 'level' && owner.heading === level ? [section] : [],
  );
}

/** The sections of each group, which only its own levels share. */
function sharesOfGroups(found: LevelHeadings, sections: readonly Section[]): Map<Heading, Content> {
  const shares = new Map<Heading, Content>();
  for (const group of found.groups) {
    const own = sections.filter(({ owner }) => owner.is === 'group' && owner.heading === group);
    if (own.length > 0) shares.set(group, contentOf(own, null));
  }
  return shares;
}

function isInside(heading: Heading, around: Heading): boolean {
  for (let at: Heading | null = heading; at !== null; at = at.parent) if (at === around) return true;
  return false;
}

/**
 * A text without levels is one level, with the role's title and the grade of the text. A grade outside all levels is
 * that of the intermediate level, which consists of the shared sections where it is not written out.
 */
function withRootLevel(of: {
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

function specialtyDraft(specialty: Heading, sections: readonly Section[]): SpecialtyDraft {
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

function ladderTexts(root: Heading): Draft['ladder'] {
  const texts: string[] = [];
  const diagrams: string[] = [];
  for (const heading of everyHeading(root)) {
    for (const block of heading.content) if (block.kind === 'diagram') diagrams.push(block.text);
    for (const { text } of paragraphsOf(heading)) if (/\bnext\b/i.test(text) && !isInheritance(text)) texts.push(text);
  }
  return { texts, diagrams };
}
