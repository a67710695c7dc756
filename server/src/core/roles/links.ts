/** A link from a document into a role description → the area or item it points at. */
import { slug } from 'github-slugger';
import type { Area, Item, Role } from '../model.ts';
import type { EffectiveItem } from './effective.ts';
import { foldName, slugOf } from './normalise.ts';

/** Null where the link goes to another file, or to no area or item among these. Never throws. */
export function linkedPart(
  target: string,
  role: Role,
  items: readonly EffectiveItem[],
): { item: Item | null; area: Area; level: EffectiveItem['level'] } | null {
  const hash = target.indexOf('#');
  if (hash < 0 || !isTo(role, target.slice(0, hash))) return null;
  const anchor = decoded(target.slice(hash + 1)).toLowerCase();
  if (anchor === '') return null;
  const exact = items.find(({ area }) => area.anchor === anchor);
  if (exact) return { item: null, area: exact.area, level: exact.level };
  const item = items.find((one) => namesItem(anchor, one.item));
  if (item) return item;
  // Anchors with an ordinal go stale, so the name without it is tried too.
  const plain = anchor.replace(/-\d+$/, '');
  const area = items.find((one) => slug(one.area.name) === plain || slugOf(one.area.name) === plain);
  return area ? { item: null, area: area.area, level: area.level } : null;
}

function namesItem(anchor: string, item: Item): boolean {
  if (anchor === item.id || item.id.endsWith(`/${anchor}`)) return true;
  return item.label !== null && slugOf(item.label) === anchor;
}

/** A link without a path is to the role the document names. */
function isTo(role: Role, path: string): boolean {
  if (path === '') return true;
  const name = decoded(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const file = decoded(role.source.uri).split('/');
  const depth = Math.min(name.length, 2);
  if (depth === 0) return false;
  if (name.slice(-depth).join('/') === file.slice(-depth).join('/')) return true;
  return foldName((name.at(-1) ?? '').replace(/\.(?:md|markdown|html)$/i, '')) === foldName(role.id);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
