/** What tables add to the levels that headings gave. */
import type { LevelDraft } from './draft.ts';
import { merged, type LevelTables } from './level-tables.ts';
import { onLadder, type Titles } from './level-titles.ts';
import { foldName } from './normalise.ts';

/**
 * The levels that headings gave, with the areas and missing grades that tables give. A table that only has names and grades
 * makes levels of its own where no heading does, since then they share what stands in the rest of the text.
 */
export function addTables(
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
