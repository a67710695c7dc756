/** Which responsibility a focus area names. */
import type { Area, FocusArea, Item, Level, Place, Role, Specialty } from '../model.ts';
import { nextLevels } from './catalogue.ts';
import { effectiveItems, type EffectiveItem } from './effective.ts';
import { linkedPart, looselyLinkedPart } from './links.ts';
import { nearestByPlain } from './nearest.ts';
import { foldArea, normalise, withoutMarks, wordsOf } from './normalise.ts';

/** A text as written, with the links in it. */
export interface Written {
  readonly text: string;
  readonly links: readonly { readonly target: string }[];
}

/** An area (then `item` is null) or an item, and the level it was found at; null for shared and specialty items. */
export interface Candidate {
  readonly item: Item | null;
  readonly area: Area;
  readonly level: Level | null;
}

export type Match =
  | (Candidate & { readonly kind: 'found'; readonly at: 'this level' | 'next level'; readonly level: Level | null })
  /** Several different items of one level fit. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** Only a level that is neither the person's nor next has it, or another specialty of the role. */
  | (Candidate & { readonly kind: 'other-level'; readonly specialty: Specialty | null })
  /** Communication may always be worked on, also where the role has no such area. */
  | { readonly kind: 'communication' }
  /** Nothing fits: what was probably meant, nearest first, at most three. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** What of a focus area names a responsibility. */
export interface WrittenAt extends Written {
  readonly place: Place;
}

/**
 * The texts of a focus area that are matched: the entries of its Responsibility part where it has any, and then the
 * title is free wording; else the title. None where the focus area is blank.
 */
export function writtenResponsibilities(focusArea: FocusArea): WrittenAt[] {
  const entries = (focusArea.responsibility?.entries ?? []).filter(({ text }) => text.trim() !== '');
  if (entries.length > 0) return entries.map(({ text, links, words }) => ({ text, links, place: words }));
  if (focusArea.isBlank || focusArea.title.text.trim() === '') return [];
  return [{ text: focusArea.title.text, links: focusArea.links, place: focusArea.title.place }];
}

/**
 * Finds the area or item that `written` names: by link, by text, by label or area name, by being contained in exactly
 * one item (three words or more); each at the person's level first, then at the next levels, then elsewhere in the
 * role. In `found`, `level` is the level it is expected at: the person's own, or the next one that brings it. Without
 * a level the whole role counts as the person's. Never throws.
 */
export function matchResponsibility(
  written: Written,
  role: Role,
  level: Level | null,
  specialty: Specialty | null,
): Match {
  const pools = poolsOf(role, level, specialty);
  for (const test of tests) {
    const match = firstHit(written, role, pools.near, test);
    if (match !== null) return match;
  }
  if (isCommunication(written.text)) return communicationIn(pools.near) ?? { kind: 'communication' };
  for (const test of tests) {
    for (const pool of pools.far) {
      const [hit] = hitsIn(written, role, pool, test);
      if (hit !== undefined) return { kind: 'other-level', ...hit, level: pool.level, specialty: pool.specialty };
    }
  }
  return { kind: 'unknown', nearest: suggestionsFor(written.text, pools.near) };
}

/** The texts of the nearest areas, labels and items, nearest first, at most three; boilerplate never. */
export function nearestResponsibilities(
  text: string,
  role: Role,
  level: Level | null,
  specialty: Specialty | null,
): string[] {
  return suggestionsFor(text, poolsOf(role, level, specialty).near);
}

/** How an item is named in a document: by its label where only one item has it, else by its text. */
export function nameOfItem(item: Item, among: readonly { readonly item: Item }[]): string {
  return shortName(item, sharedLabels(among));
}

function shortName({ label, plainLabel, text }: Item, shared: ReadonlySet<string>): string {
  return label === null || plainLabel === null || shared.has(plainLabel) ? withoutMarks(text) : label;
}

interface Pool {
  readonly items: readonly EffectiveItem[];
  readonly level: Level | null;
  readonly specialty: Specialty | null;
  readonly at: 'this level' | 'next level';
}

/** Near: what counts for the person. Far: the rest of the role. */
function poolsOf(role: Role, level: Level | null, specialty: Specialty | null): { near: Pool[]; far: Pool[] } {
  const pool = (at: Pool['at'], of: Level | null, with_: Specialty | null): Pool => ({
    items: effectiveItems(role, of, with_),
    level: of,
    specialty: with_,
    at,
  });
  if (level === null) {
    const items = [null, ...role.levels].flatMap((one) => effectiveItems(role, one, specialty));
    const all = [...new Map(items.map((one) => [one.item.id, one])).values()];
    const near: Pool = { items: all, level: null, specialty, at: 'this level' };
    return { near: [near], far: otherSpecialties(role, specialty).map((one) => pool('next level', null, one)) };
  }
  const next = nextLevels(role, level);
  const others = role.levels.filter((one) => one.id !== level.id && !next.includes(one));
  return {
    near: [pool('this level', level, specialty), ...next.map((one) => pool('next level', one, specialty))],
    far: [
      ...others.map((one) => pool('next level', one, null)),
      ...otherSpecialties(role, specialty).map((one) => pool('next level', null, one)),
    ],
  };
}

function otherSpecialties(role: Role, specialty: Specialty | null): Specialty[] {
  return role.specialties.filter((one) => one.id !== specialty?.id);
}

/** Which of the items and areas of a pool a text names. */
type Test = (written: Written, pool: Pool, role: Role) => Candidate[];

const tests: readonly Test[] = [byLink(linkedPart), byLink(looselyLinkedPart), byText, byLabelOrArea, byContainment];

function byLink(find: typeof linkedPart): Test {
  return ({ links }, { items }, role) => {
    for (const { target } of links) {
      const found = find(target, role, items);
      if (found !== null) return [found];
    }
    return [];
  };
}

function byText(written: Written, pool: Pool): Candidate[] {
  const text = normalise(written.text);
  if (text === '') return [];
  return pool.items.filter(({ item, area }) => {
    if (item.plain === text || item.details.some((detail) => normalise(detail) === text)) return true;
    // "Technical: the item" names its area too.
    const name = normalise(area.name);
    return text.startsWith(name) && text.endsWith(item.plain) && isJoint(text.slice(name.length, -item.plain.length));
  });
}

function byLabelOrArea(written: Written, pool: Pool): Candidate[] {
  const area = foldArea(written.text);
  if (area === '') return [];
  const folded = new Map<string, string>();
  const areas = pool.items.filter(({ area: { name } }) => {
    const known = folded.get(name) ?? foldArea(name);
    folded.set(name, known);
    return known === area;
  });
  if (areas.length > 0) {
    const first = areas.find((one) => one.area.kind === 'responsibility') ?? areas[0]!;
    return [{ item: null, area: first.area, level: first.level }];
  }
  const text = normalise(written.text);
  return pool.items.filter(({ item }) => item.plainLabel === text);
}

function byContainment(written: Written, pool: Pool): Candidate[] {
  const text = normalise(written.text);
  if (wordsOf(text).length < 3) return [];
  return pool.items.filter(({ item }) => containsWords(item.plain, text));
}

function hitsIn(written: Written, role: Role, pool: Pool, test: Test): Candidate[] {
  const unique = new Map<string, Candidate>();
  for (const { item, area, level } of test(written, pool, role)) {
    const key = item?.plain ?? `area ${foldArea(area.name)}`;
    if (!unique.has(key)) unique.set(key, { item, area, level });
  }
  return [...unique.values()];
}

/** The person's own level wins over the next ones; several different items within one level are ambiguous. */
function firstHit(written: Written, role: Role, pools: readonly Pool[], test: Test): Match | null {
  for (const pool of pools) {
    const hits = hitsIn(written, role, pool, test);
    if (hits.length > 1) return { kind: 'ambiguous', candidates: hits };
    const [hit] = hits;
    if (hit !== undefined) return { kind: 'found', ...hit, level: pool.level ?? hit.level, at: pool.at };
  }
  return null;
}

/** Responsibilities where there are any; each under the name by which matching finds it first. */
function suggestionsFor(text: string, pools: readonly Pool[]): string[] {
  const names = new Map<string, readonly string[]>();
  const hasResponsibilities = pools.some(({ items }) => items.some(({ area }) => area.kind === 'responsibility'));
  for (const { items } of pools) {
    const labelled = new Set(names.keys());
    const shared = sharedLabels(items);
    for (const { item, area } of items) {
      if (item.isBoilerplate || (hasResponsibilities && area.kind !== 'responsibility')) continue;
      if (!names.has(area.name)) names.set(area.name, [normalise(area.name)]);
      const short = shortName(item, shared);
      const name = labelled.has(short) ? withoutMarks(item.text) : short;
      if (!names.has(name)) names.set(name, item.plainLabel === null ? [item.plain] : [item.plainLabel, item.plain]);
    }
  }
  return nearestByPlain(text, [...names], ([, texts]) => texts).map(([name]) => name);
}

/** The labels that several different items have, normalised: such an item is named by its text. */
function sharedLabels(items: readonly { readonly item: Item }[]): Set<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { item } of items) {
    if (item.plainLabel === null) continue;
    const plain = first.get(item.plainLabel) ?? item.plain;
    first.set(item.plainLabel, plain);
    if (plain !== item.plain) shared.add(item.plainLabel);
  }
  return shared;
}

const communicationWords = new Set(
  'communication communications kommunikation comunicación comunicacion comunicação comunicacao comunicazione'.split(
    ' ',
  ),
);

function isCommunication(text: string): boolean {
  return communicationWords.has(normalise(text));
}

/** An area of the person's own level with the word in its name. */
function communicationIn(pools: readonly Pool[]): Match | null {
  const [own] = pools;
  const hit = own?.items.find(
    ({ area }) => area.kind === 'responsibility' && /\bcommunicat|\bkommunikat|\bcomunica/.test(normalise(area.name)),
  );
  if (own === undefined || hit === undefined) return null;
  return { kind: 'found', item: null, area: hit.area, level: own.level ?? hit.level, at: 'this level' };
}

/** Whole words only: "the plan" is not in "the planet". */
function containsWords(whole: string, part: string): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (!isWordChar(whole[at - 1]) && !isWordChar(whole[at + part.length])) return true;
  }
  return false;
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function isJoint(text: string): boolean {
  return /^[\s:>/-]{1,5}$/.test(text);
}
