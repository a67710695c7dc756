/** Tables whose columns or rows are levels, whose rows are specialties, or that give the grades of levels. */
import { isAreaKind, sectionKind } from './section-kinds.ts';
import type { RawArea } from './areas.ts';
import type { Cell } from './blocks.ts';
import type { LevelDraft, SpecialtyDraft } from './draft.ts';
import { gradeInCell, type Grade } from './grade.ts';
import { ancestorsOf, everyHeading, type Heading } from './headings.ts';
import { saysLevel } from './level-title.ts';
import { sharedBase, type Titles } from './level-titles.ts';
import { foldName, normalise, withoutMarks } from './normalise.ts';
import { itemsOfCell, type Table } from './tables.ts';

/** A grade that a table gives to the level with this name, or that this link goes to. */
export interface GivenGrade {
  readonly name: string;
  readonly anchor: string | null;
  readonly grade: Grade;
  readonly span: Cell['span'];
}

export interface LevelTables {
  readonly levels: readonly LevelDraft[];
  readonly specialties: readonly SpecialtyDraft[];
  readonly grades: readonly GivenGrade[];
  /** The tables that were understood, and where the headings right above them start. */
  readonly used: ReadonlySet<Table>;
  readonly emptied: ReadonlySet<number>;
}

/** `inner` are levels that were found below sections: what tables say of them is added. */
export function levelTables(root: Heading, titles: Titles, inner: readonly LevelDraft[]): LevelTables {
  const levels = new Map<string, LevelDraft>();
  for (const level of inner) merge(levels, level);
  const specialties: SpecialtyDraft[] = [];
  const grades: GivenGrade[] = [];
  const used = new Set<Table>();
  const emptied = new Set<number>();
  for (const heading of everyHeading(root)) {
    if (isIgnored(heading)) continue;
    for (const table of heading.content) {
      if (table.kind !== 'table') continue;
      const grid: Grid = { table, heading, titles };
      const found = columnsAreLevels(grid) ?? rowsAreLevels(grid);
      const given = found === null ? rowsAreGrades(grid) : null;
      const special = found === null && given === null ? rowsAreSpecialties(grid) : null;
      for (const level of found ?? []) merge(levels, level);
      grades.push(...(given ?? []));
      specialties.push(...(special ?? []));
      if (found === null && given === null && special === null) continue;
      used.add(table);
      emptied.add(heading.span.start);
    }
  }
  return { levels: [...levels.values()], specialties, grades, used, emptied };
}

interface Grid {
  readonly table: Table;
  readonly heading: Heading;
  readonly titles: Titles;
}

/** The row label is the area; a row with nothing but a label groups the rows below it. */
function columnsAreLevels({ table, heading, titles }: Grid): LevelDraft[] | null {
  const [header, ...rows] = table.rows;
  if (header === undefined) return null;
  const names = header.map(({ text }) => withoutMarks(text));
  const first = names.findIndex((name, index) => index > 0 && saysLevel(titles.read(name)));
  const base = sharedBase(names.slice(1), titles);
  const from = names.findIndex((name, index) => index > 0 && isLevelName(name, base, titles));
  const start = from < 0 ? first : from;
  if (start < 1) return null;
  const columns = names.slice(start).map((title, index) => ({ title, index: start + index }));
  const levels = columns.filter(({ title }) => isLevelName(title, base, titles));
  if (levels.length < 2 || levels.length * 2 <= columns.length) return null;
  const labelled = rows.map((row) => {
    const label = row.slice(0, start).findLast(({ text }) => withoutMarks(text) !== '');
    const name = withoutMarks(label?.text ?? '') || heading.title;
    return { row, label, name, isGrade: sectionKind(name) === 'grade', kind: kindOf(name, heading) };
  });
  return levels.map(({ title, index }) => {
    const areas: RawArea[] = [];
    let grade: Grade | null = null;
    for (const { row, label, name, isGrade, kind } of labelled) {
      if (isGrade) grade = gradeInCell(row[index]?.text ?? '') ?? grade;
      else addArea(areas, name, kind, row[index], (label ?? row[index])?.span);
    }
    return draft(title, grade, areas, header[index]!.span);
  });
}

/** The column heading is the area, every cell of a row its items. */
function rowsAreLevels({ table, heading, titles }: Grid): LevelDraft[] | null {
  const [header, ...rows] = table.rows;
  if (header === undefined || rows.length < 2) return null;
  const headers = header.map(({ text }) => withoutMarks(text));
  const named = headers.findIndex((title) => /^(?:job )?(?:title|role|position|name)$/i.test(title));
  const coded = headers.findIndex((title) => /^(?:level|code|stage|seniority|band)$/i.test(title));
  const column = named >= 0 ? named : coded;
  if (column < 0) return null;
  const names = rows.map((row) => withoutMarks(row[column]?.text ?? ''));
  const base = sharedBase(names, titles);
  const levels = names.filter((name) => isLevelName(name, base, titles));
  if (levels.length < 2 || levels.length * 3 < names.length * 2) return null;
  const contents = headers.flatMap((title, index) =>
    index === named || index === coded || isNoExpectation(title) ? [] : [index],
  );
  const graded = headers.findIndex((title) => sectionKind(title) === 'grade');
  const holding = contents.filter(
    (index) => index !== graded && rows.some((row) => !isNumber(row[index]) && itemsOfCell(row[index]).length > 0),
  );
  if (holding.length === 0) return null;
  return rows.flatMap((row, at) => {
    const code = coded >= 0 && coded !== column ? withoutMarks(row[coded]?.text ?? '') : '';
    const title = code === '' ? names[at]! : `${names[at]!} (${code})`;
    if (title === '') return [];
    const areas: RawArea[] = [];
    for (const index of holding)
      addArea(areas, headers[index]!, kindOf(headers[index]!, heading), row[index], row[index]?.span);
    const grade = graded < 0 ? null : gradeInCell(row[graded]?.text ?? '');
    const rowNames = [names[at]!, code].filter((name) => name !== '');
    return [{ ...draft(title, grade, areas, row[column]!.span), rowNames }];
  });
}

/** Names or links in one column, grades in another, and nothing else to read. */
function rowsAreGrades({ table, titles }: Grid): GivenGrade[] | null {
  const [header, ...rows] = table.rows;
  if (header === undefined || header.length > 4 || rows.length === 0) return null;
  const graded = header.findIndex(
    ({ text }, index) =>
      /\b(?:grade|level|band)\b/i.test(text) && rows.every((row) => gradeInCell(row[index]?.text ?? '') !== null),
  );
  if (graded < 0) return null;
  const named = header.findIndex((_, index) => index !== graded && rows.some((row) => namesLevel(row[index], titles)));
  if (named < 0) return null;
  return rows.flatMap((row) => {
    const cell = row[named];
    const grade = gradeInCell(row[graded]?.text ?? '');
    if (cell === undefined || grade === null) return [];
    const anchor = /\]\(#([^()\s]{1,200})\)/.exec(cell.text)?.[1] ?? null;
    return [{ name: withoutMarks(cell.text), anchor, grade, span: cell.span }];
  });
}

/** Under a Specialties heading, or where the first column says so. */
function rowsAreSpecialties({ table, heading }: Grid): SpecialtyDraft[] | null {
  const [header, ...rows] = table.rows;
  if (header === undefined || header.length < 2) return null;
  const isSpecialties = [heading, ...ancestorsOf(heading)].some(({ kind }) => kind === 'specialties');
  if (!isSpecialties && sectionKind(withoutMarks(header[0]!.text)) !== 'specialties') return null;
  return rows.flatMap((row) => {
    const title = withoutMarks(row[0]?.text ?? '');
    if (title === '') return [];
    const areas: RawArea[] = [];
    header.forEach((cell, index) => {
      const name = withoutMarks(cell.text) || 'Responsibilities';
      if (index > 0) addArea(areas, name, kindOf(name, heading), row[index], row[index]?.span);
    });
    return [{ title, areas, sameAs: null, span: row[0]!.span }];
  });
}

function addArea(
  areas: RawArea[],
  name: string,
  kind: RawArea['kind'],
  cell: Cell | undefined,
  span: Cell['span'] | undefined,
): void {
  const items = itemsOfCell(cell);
  if (items.length > 0 && span !== undefined) areas.push({ name, kind, items, span });
}

function draft(title: string, grade: Grade | null, areas: RawArea[], span: Cell['span']): LevelDraft {
  return { title, grade, areas, statements: [], anchors: new Set(), span };
}

/** Two drafts of one level; the first one's place and title stay. */
export function merged(known: LevelDraft, added: LevelDraft): LevelDraft {
  return {
    ...known,
    grade: known.grade ?? added.grade,
    areas: [...known.areas, ...added.areas],
    statements: [...known.statements, ...added.statements],
    anchors: new Set([...known.anchors, ...added.anchors]),
  };
}

/** The same level in several tables is one. */
function merge(levels: Map<string, LevelDraft>, level: LevelDraft): void {
  const key = foldName(level.title);
  const known = levels.get(key);
  if (known === undefined) levels.set(key, level);
  else levels.set(key, merged(known, level));
}

/** Says a level, or is the bare name that the others put a level word before. */
function isLevelName(title: string, base: string | null, titles: Titles): boolean {
  if (title === '' || title.length > 80) return false;
  if (titles.isLevel(title)) return true;
  return base !== null && foldName(title) === foldName(base);
}

function namesLevel(cell: Cell | undefined, titles: Titles): boolean {
  if (cell === undefined) return false;
  const text = withoutMarks(cell.text);
  return /\]\(#/.test(cell.text) || titles.isLevel(text);
}

function kindOf(name: string, heading: Heading): RawArea['kind'] {
  const own = sectionKind(name);
  if (isAreaKind(own)) return own;
  return [heading, ...ancestorsOf(heading)].map(({ kind }) => kind).find(isAreaKind) ?? 'responsibility';
}

function isNumber(cell: Cell | undefined): boolean {
  const grade = gradeInCell(cell?.text ?? '');
  return grade !== null && grade.from === grade.to;
}

function isNoExpectation(title: string): boolean {
  const name = normalise(title).replace(/ \([^()]*\)$/, '');
  return /^(?:salary|pay|compensation|pay range|range|notes?|examples?|reports to|link|(?:typical |usual )?(?:years?(?: of experience)?|experience|time(?: in (?:role|level))?|tenure))$/.test(
    name,
  );
}

function isIgnored(heading: Heading): boolean {
  return [heading, ...ancestorsOf(heading)].some(({ kind }) => kind === 'ignored');
}
