/** What the titles of a role's levels say, each read once: their ids, names and ladders. */
import type { Track } from '../model.ts';
import { readTitle, roleName, saysLevel, type LevelTitle, type RoleName } from './level-title.ts';
import { heads, managedThings } from './level-words.ts';
import { foldMarks, foldName, withoutMarks } from './normalise.ts';

/** How titles are read in a role of this name. It remembers: make one for each role that is read, and let it go. */
export interface Titles {
  readonly role: RoleName;
  read(title: string): LevelTitle;
  /** Whether the title says a level, or is that of the role alone. */
  isLevel(title: string): boolean;
  /** Whether the title is that of the role alone, which is the intermediate level. */
  isRole(title: string): boolean;
  /** The id of a level by its words alone; another level may have the same. */
  idOf(title: string): string | null;
  /** Every folded name under which the level may be written. */
  namesOf(title: string): ReadonlySet<string>;
  /** The ladder of a title. `manager` is for managers of people. */
  trackOf(title: string): Track;
}

export function titlesOf(roleTitle: string): Titles {
  const role = roleName(roleTitle);
  const read = remembered((title) => readTitle(title, role));
  const isRole = remembered((title) => {
    const name = foldName(title);
    return name !== '' && (name === role.whole || name === role.base);
  });
  const titles: Titles = {
    role,
    read,
    isLevel: (title) => saysLevel(read(title)) || isRole(title),
    isRole,
    idOf: remembered((title) => levelId(title, titles)),
    namesOf: remembered((title) => levelNames(title, titles)),
    trackOf: remembered((title) => trackOf(title, titles)),
  };
  return titles;
}

/** The name that most of these titles put a level word before; null where fewer than two share one. */
export function sharedBase(list: readonly string[], titles: Titles): string | null {
  const counts = new Map<string, number>();
  for (const title of list) {
    const read = titles.read(title);
    if (read.base !== '' && read.words.length > 0) counts.set(read.base, (counts.get(read.base) ?? 0) + 1);
  }
  const [best] = [...counts].filter(([, count]) => count >= 2).sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/**
 * Titles read against the name under which the levels of the role are known: its title, unless no level has that in it
 * ("Data Science" with the levels Data Scientist and Senior Data Scientist) and most share another.
 */
export function onLadder(list: readonly string[], titles: Titles): Titles {
  const { role } = titles;
  const isUsed = list.some((title) => foldName(titles.read(title).base) === role.base || titles.isRole(title));
  const shared = isUsed ? null : sharedBase(list, titles);
  return shared === null || shared === role.written ? titles : titlesOf(shared);
}

// ---------------------------------------------------------------------------------------------------------------

function levelId(title: string, titles: Titles): string | null {
  const isManager = titles.trackOf(title) === 'manager';
  if (titles.isRole(title) && !isManager) {
    // A role may be about a single level: "Distinguished Engineer".
    return readTitle(title).words.join('-') || 'intermediate';
  }
  const { words, code, number } = titles.read(title);
  if (isManager && !words.some((word) => heads.has(word))) return [...words, 'manager'].join('-');
  if (words.length > 0) return words.join('-');
  if (code !== null) return code;
  if (number !== null) return `level-${number}`;
  return null;
}

function levelNames(title: string, titles: Titles): Set<string> {
  const names = new Set([foldName(title)]);
  const { words, code, number, base } = titles.read(title);
  const id = titles.idOf(title);
  if (id !== null) names.add(foldName(id));
  if (words.length > 0) {
    names.add(words.join(''));
    names.add(words.join('') + titles.role.whole);
    if (words.length === 1 && words[0] === 'mid') names.add('intermediate').add('midlevel');
    if (words.length === 1 && words[0] === 'intermediate') names.add(foldName(base)).add('mid').add('midlevel');
  }
  if (code !== null) names.add(code);
  if (number !== null) names.add(`level${number}`).add(String(number));
  if (titles.isRole(title)) names.add('intermediate');
  names.delete('');
  return names;
}

function trackOf(title: string, { read, role }: Titles): Track {
  const { words, base, code } = read(title);
  const whole = foldMarks(withoutMarks(title)).toLowerCase();
  if (/\bchief of staff\b/.test(whole)) return 'other';
  if (words.some((word) => heads.has(word)) || (code !== null && /^e?m\d/.test(code))) return 'manager';
  const isOfRole = base === '' || foldName(base) === role.base;
  return isManagerOfPeople(base) || (isOfRole && isManagerOfPeople(role.words)) ? 'manager' : 'ic';
}

function isManagerOfPeople(base: string): boolean {
  const tokens = base.split(' ').filter((token) => token !== '');
  const at = tokens.findIndex((token) => token === 'manager' || token === 'managers');
  if (at < 0) return tokens.some((token) => token === 'director' || token === 'vp');
  return at === 0 || !managedThings.has(tokens[at - 1]!);
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = { value: make(text) }));
    return found.value;
  };
}
