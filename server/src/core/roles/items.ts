/** The items of a role, with their ids and in the forms that are compared. */
import type { Area, Block, Item } from '../model.ts';
import type { RawArea, RawItem } from './areas.ts';
import type { LevelDraft } from './draft.ts';
import { labelOf } from './label.ts';
import { normalise, normaliseShown, shortSlugOf, slugOf, withoutMarks } from './normalise.ts';

/** Whose the areas are, by id, and the areas. */
export interface Holding {
  readonly owner: string;
  readonly areas: readonly RawArea[];
}

/**
 * One block for each holding of a role. The items are made when somebody first asks a block for its areas: of most roles
 * in a catalogue nobody ever asks more than the name and the levels.
 */
export function blocksOfRole(role: string, holdings: readonly Holding[], levels: readonly LevelDraft[]): Block[] {
  let made: readonly (readonly Area[])[] | null = null;
  const areasAt = (index: number): readonly Area[] => (made ??= areasOf(role, holdings, levels))[index]!;
  return holdings.map(({ areas }, index) =>
    areas.length === 0
      ? nothing
      : {
          get areas() {
            return areasAt(index);
          },
        },
  );
}

const nothing: Block = { areas: [] };

function areasOf(role: string, holdings: readonly Holding[], levels: readonly LevelDraft[]): Area[][] {
  const known = new Map<RawItem, ItemText>();
  const textOf = (item: RawItem): ItemText => {
    let text = known.get(item);
    if (text === undefined) known.set(item, (text = itemText(item)));
    return text;
  };
  const maker = itemMaker(role, textOf, repeatedTexts(levels, textOf));
  const made = new Map<RawArea, Area>();
  return holdings.map(({ owner, areas }) =>
    areas.map((area) => {
      // The area of a group of levels is one area, whichever of them it is seen from.
      const known = made.get(area) ?? maker.area(owner, area);
      made.set(area, known);
      return known;
    }),
  );
}

/** An item's text in the forms that are compared. */
interface ItemText {
  readonly shown: string;
  readonly plain: string;
}

function itemText({ text }: RawItem): ItemText {
  const shown = withoutMarks(text);
  return { shown, plain: normaliseShown(shown) };
}

/** Texts that stand in most of three or more levels. */
function repeatedTexts(levels: readonly LevelDraft[], textOf: (item: RawItem) => ItemText): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { areas } of levels) {
    const texts = new Set(areas.flatMap(({ items }) => items.map((item) => textOf(item).plain)));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(3, Math.floor(levels.length / 2) + 1);
  return new Set([...counts].filter(([, count]) => count >= most).map(([text]) => text));
}

/** Ids are `role/level/area/words`, with an ordinal where that repeats. */
function itemMaker(
  role: string,
  textOf: (item: RawItem) => ItemText,
  repeated: ReadonlySet<string>,
): { area(owner: string, raw: RawArea): Area } {
  const used = new Map<string, number>();
  const unique = (id: string): string => {
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
  return {
    area: (owner, { items, ...area }) => {
      const place = `${role}/${owner}/${slugOf(area.name)}`;
      const made = items.map((raw): Item => {
        const { text, details, span } = raw;
        const label = labelOf(text);
        const { shown, plain } = textOf(raw);
        const words = shortSlugOf(label ?? shown.slice(0, 200), 8);
        return {
          id: unique(`${place}/${words}`),
          text,
          plain,
          label,
          plainLabel: label === null ? null : normalise(label),
          details: details.map(withoutMarks),
          isBoilerplate: repeated.has(plain),
          span,
        };
      });
      return { ...area, items: made };
    },
  };
}
