/** A file for each level: the files of one role become that role. */
import type { Block, Level, Role } from '../model.ts';
import type { RawArea } from './areas.ts';
import { assemble } from './assemble.ts';
import type { LevelDraft } from './draft.ts';
import { baseTitle, readTitle, saysLevel } from './level-title.ts';
import { titlesOf } from './level-titles.ts';
import { foldName, slugOf } from './normalise.ts';

/**
 * Puts roles together that are levels of one: files with one level each that link to one another as previous and
 * next or in a list of levels, and files of one folder whose titles differ in the level only. All others stay as they
 * are. The levels keep the addresses of their files; the ids and titles of the files become aliases.
 */
export function joinLevelFiles(roles: readonly Role[]): Role[] {
  const pages = roles.filter((role) => isPage(role));
  if (pages.length < 2) return [...roles];
  const groups = groupsOf(pages).filter((group) => group.length > 1 && haveLevels(group));
  const joined = new Map<Role, Role>();
  for (const group of groups) {
    const whole = join(inOrder(group));
    for (const page of group) joined.set(page, whole);
  }
  return [...new Set(roles.map((role) => joined.get(role) ?? role))];
}

/** What of a joined role stands in the file of this one: the role itself where it was not joined with others. */
export function partInForce(role: Role, roles: readonly Role[]): { whole: Role; levels: readonly Level[] } {
  const { uri } = role.source;
  const whole = roles.includes(role) ? role : roles.find(({ levels }) => levels.some((level) => level.uri === uri));
  if (whole === undefined || whole === role) return { whole: role, levels: role.levels };
  return { whole, levels: whole.levels.filter((level) => level.uri === uri) };
}

/** Whether the role or what was made of it is among those in use. */
export function isInForce(role: Role, roles: readonly Role[]): boolean {
  return roles.includes(role) || partInForce(role, roles).whole !== role;
}

function isPage({ levels, shared, specialties, isBuiltIn }: Role): boolean {
  return levels.length === 1 && !isBuiltIn && shared.areas.length === 0 && specialties.length === 0;
}

/** Files that belong together, directly or through others. */
function groupsOf(pages: readonly Role[]): Role[][] {
  const groups = new Map(pages.map((page) => [page, [page]]));
  const unite = (one: Role, other: Role): void => {
    const mine = groups.get(one)!;
    const its = groups.get(other)!;
    if (mine === its) return;
    mine.push(...its);
    for (const page of its) groups.set(page, mine);
  };
  const byAddress = new Map(pages.map((page) => [addressOf(page), page]));
  for (const page of pages) {
    for (const target of allLinks(page)) {
      const other = pageAt(target, page, byAddress);
      if (other !== null) unite(page, other);
    }
  }
  const byName = new Map<string, Role>();
  for (const page of pages) {
    const name = nameIn(levelTitle(page));
    // "Senior.md" in the folder of a role, but not in the folder of all roles.
    if (name === '' && generalFolders.has(folderName(page))) continue;
    const key = `${folderOf(page)} ${foldName(name)}`;
    const other = byName.get(key);
    if (other === undefined) byName.set(key, page);
    else unite(other, page);
  }
  return [...new Set(groups.values())];
}

/** Several titles, at least one of which says a level. */
function haveLevels(pages: readonly Role[]): boolean {
  const titles = pages.map(levelTitle);
  return new Set(titles.map(foldName)).size === titles.length && titles.some(isLevel);
}

function join(pages: readonly Role[]): Role {
  const title = titleOf(pages);
  const byAddress = new Map(pages.map((page) => [addressOf(page), page]));
  const titleAt = (target: string, from: Role): string | null => {
    const page = pageAt(target, from, byAddress);
    return page === null ? null : levelTitle(page);
  };
  const steps = pages.flatMap((page) => [
    ...(page.links?.after ?? []).map((target) => ({ from: levelTitle(page), to: titleAt(target, page) })),
    ...(page.links?.before ?? []).map((target) => ({ from: titleAt(target, page), to: levelTitle(page) })),
  ]);
  const id = slugOf(title);
  const names = pages.flatMap((page) => [page.id, page.title, ...page.aliases]);
  return assemble(
    {
      levels: pages.map(draftOf),
      shared: [],
      sharedAnchors: new Set(),
      specialties: [],
      ladder: { texts: [], diagrams: [], steps: steps.flatMap(({ from, to }) => (from && to ? [{ from, to }] : [])) },
      isCumulative: false,
    },
    {
      id,
      title,
      aliases: [...new Set(names)].filter((name) => ![id, title].includes(name)),
      source: pages[0]!.source,
      isBuiltIn: false,
    },
    titlesOf(title),
  );
}

function draftOf({ levels: [level], source: { uri } }: Role): LevelDraft {
  const { title, grade, highestGrade, span, own, extends: references } = level!;
  return {
    title,
    grade: grade === null ? null : { from: grade, to: highestGrade ?? grade },
    areas: areasOf(own, uri),
    statements: references.map(({ text, span: at, kind }) => ({ text, span: at, kind: kind ?? null })),
    anchors: new Set(),
    span,
    uri,
  };
}

function areasOf({ areas }: Block, uri: string): RawArea[] {
  return areas.map(({ items, ...area }) => ({ ...area, items: [...items], uri }));
}

/** The title that says no level; else what the titles have in common; else the folder's name. */
function titleOf(pages: readonly Role[]): string {
  const bare = pages.find(({ title }) => !isLevel(title));
  if (bare !== undefined) return bare.title;
  for (const title of pages.map(levelTitle)) {
    const name = nameIn(title);
    const at = title.toLowerCase().indexOf(name);
    if (name !== '' && at >= 0) return title.slice(at, at + name.length);
  }
  const words = folderName(pages[0]!).split(/[-_ ]+/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

/** Of the only level. */
function levelTitle({ levels: [level] }: Role): string {
  return level!.title;
}

function isLevel(title: string): boolean {
  return saysLevel(readTitle(title));
}

/** The title without its level. */
function nameIn(title: string): string {
  return readTitle(baseTitle(title)).base;
}

/** As their links have them: each behind those it names as previous; else by grade, then by address. */
function inOrder(pages: readonly Role[]): Role[] {
  const byAddress = new Map(pages.map((page) => [addressOf(page), page]));
  const lower = new Map(pages.map((page) => [page, new Set<Role>()]));
  for (const page of pages) {
    for (const target of page.links?.before ?? []) {
      const other = pageAt(target, page, byAddress);
      if (other !== null) lower.get(page)!.add(other);
    }
    for (const target of page.links?.after ?? []) {
      const other = pageAt(target, page, byAddress);
      if (other !== null) lower.get(other)!.add(page);
    }
  }
  const left = [...pages].sort((a, b) => gradeOf(a) - gradeOf(b) || (a.source.uri < b.source.uri ? -1 : 1));
  const placed: Role[] = [];
  while (left.length > 0) {
    const free = left.findIndex((page) => left.every((other) => other === page || !lower.get(page)!.has(other)));
    placed.push(...left.splice(Math.max(free, 0), 1));
  }
  return placed;
}

function gradeOf({ levels: [level] }: Role): number {
  return level?.grade ?? 0;
}

function allLinks({ links }: Role): readonly string[] {
  return links === undefined ? [] : [...links.before, ...links.after, ...links.beside];
}

/** Without the endings that links leave out: `index.html.md`, `README.md`, `.md`. */
function addressOf({ source }: Role): string {
  return withoutEnding(source.uri);
}

function folderOf(page: Role): string {
  return addressOf(page).split('/').slice(0, -1).join('/');
}

function folderName(page: Role): string {
  return folderOf(page).split('/').at(-1)!;
}

const generalFolders = new Set(['roles', 'job-families', 'levels', 'handbook', 'career', 'careers', 'docs', '']);

function withoutEnding(path: string): string {
  return decoded(path)
    .replace(/[?#].*$/, '')
    .replace(/(?:\.html)?(?:\.md|\.markdown)?$/i, '')
    .replace(/\/(?:_?index|readme)?$/i, '');
}

/** The page that a link from another one goes to; a link from the root of a site is compared by its end. */
function pageAt(target: string, from: Role, byAddress: ReadonlyMap<string, Role>): Role | null {
  const path = withoutEnding(target);
  if (path.startsWith('/')) {
    const found = [...byAddress].filter(([address]) => address.endsWith(path));
    return found.length === 1 ? found[0]![1] : null;
  }
  const isFolder = /\/(?:_?index|readme)(?:\.html)?\.(?:md|markdown)$/i.test(decoded(from.source.uri));
  const parts = isFolder ? addressOf(from).split('/') : folderOf(from).split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return byAddress.get(parts.join('/')) ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
