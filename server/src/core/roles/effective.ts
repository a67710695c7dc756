/** What is expected of a person: everything that holds for a level and a specialty of a role. */
import type { Area, Block, Item, Level, Role, Specialty } from '../model.ts';

export interface EffectiveItem {
  readonly item: Item;
  readonly area: Area;
  /** The level it is written at; null where it is shared by all levels or belongs to the specialty. */
  readonly level: Level | null;
  readonly origin: 'own' | 'inherited' | 'shared' | 'specialty';
}

/**
 * The items of a level: its own, its specialty's, inherited ones (nearest level first), shared ones. Each once:
 * a text that is repeated further down the ladder counts where it stands nearest. Without a level, what is shared.
 */
export function effectiveItems(role: Role, level: Level | null, specialty: Specialty | null): EffectiveItem[] {
  const items: EffectiveItem[] = [];
  const seen = new Set<string>();
  const add = (block: Block, from: Level | null, origin: EffectiveItem['origin'], kinds: Kinds): void => {
    for (const area of block.areas) {
      if (kinds !== 'all' && !kinds.has(area.kind)) continue;
      for (const item of area.items) {
        const key = `${area.kind} ${item.plain}`;
        if (seen.has(item.id) || seen.has(key)) continue;
        seen.add(item.id).add(key);
        items.push({ item, area, level: from, origin });
      }
    }
  };
  if (level !== null) add(level.own, level, 'own', 'all');
  if (specialty !== null) add(specialty.block, null, 'specialty', 'all');
  const same = specialty === null ? null : role.specialties.find(({ id }) => id === specialty.sameAs);
  if (same) add(same.block, null, 'specialty', 'all');
  if (level !== null)
    for (const { from, kinds } of inheritedLevels(role, level)) add(from.own, from, 'inherited', kinds);
  add(role.shared, null, 'shared', 'all');
  return items;
}

/** What this next level expects that the level does not: the items that are new to the person. */
export function addedByNext(role: Role, level: Level, next: Level, specialty: Specialty | null): EffectiveItem[] {
  const present = effectiveItems(role, level, specialty);
  const ids = new Set(present.map(({ item }) => item.id));
  const texts = new Set(present.map(({ item, area }) => `${area.kind} ${item.plain}`));
  return effectiveItems(role, next, specialty).filter(
    ({ item, area }) => !ids.has(item.id) && !texts.has(`${area.kind} ${item.plain}`),
  );
}

type Kinds = 'all' | ReadonlySet<Area['kind']>;

/** The levels that a level builds on, directly or through others, with the kinds of sections they pass on. */
function inheritedLevels(role: Role, level: Level): { from: Level; kinds: Kinds }[] {
  const reached = new Map<Level, Set<Area['kind']>>();
  const waiting: { at: Level; kinds: ReadonlySet<Area['kind']> }[] = [
    { at: level, kinds: new Set(['responsibility', 'requirement', 'nice-to-have']) },
  ];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const reference of next.at.extends) {
      const { resolved, kind } = reference;
      if (resolved.to !== 'level') continue;
      const from = role.levels.find(({ id }) => id === resolved.level);
      if (from === undefined || from === level) continue;
      const kinds = reached.get(from) ?? new Set();
      const added = [...next.kinds].filter((one) => (kind === undefined || kind === one) && !kinds.has(one));
      if (added.length === 0) continue;
      for (const one of added) kinds.add(one);
      reached.set(from, kinds);
      waiting.push({ at: from, kinds: new Set(added) });
    }
  }
  return [...reached].map(([from, kinds]) => ({ from, kinds }));
}
