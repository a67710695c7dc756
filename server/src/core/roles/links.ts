/** A link from a document into a role description → the area or item it points at. */
import { slug } from 'github-slugger';
import type { Area, Item, Role } from '../model.ts';
import type { EffectiveItem } from './effective.ts';
import { foldName, slugOf } from './normalise.ts';

export interface LinkedPart {
  readonly item: Item | null;
  readonly area: Area;
  readonly level: EffectiveItem['level'];
}

/** The area or item whose own address a link has; null for a link to another file or to nothing here. */
export function linkedPart(target: string, role: Role, items: readonly EffectiveItem[]): LinkedPart | null {
  const anchor = anchorOf(target, role);
  if (anchor === null) return null;
  const area = items.find((one) => one.area.anchor === anchor);
  return area
    ? { item: null, area: area.area, level: area.level }
    : (items.find((one) => namesItem(anchor, one.item)) ?? null);
}

/** The area that has the name in a link: an ordinal behind it counts headings, and goes stale when one is added. */
export function looselyLinkedPart(target: string, role: Role, items: readonly EffectiveItem[]): LinkedPart | null {
  const name = anchorOf(target, role)?.replace(/-\d+$/, '');
  const area = items.find((one) => slug(one.area.name) === name || slugOf(one.area.name) === name);
  return area ? { item: null, area: area.area, level: area.level } : null;
}

function anchorOf(target: string, role: Role): string | null {
  const hash = target.indexOf('#');
  if (hash < 0 || !isTo(role, target.slice(0, hash))) return null;
  return decoded(target.slice(hash + 1)).toLowerCase() || null;
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
