/** The level words in a title: "Senior X", "Senior Manager, X", "X (Intermediate)", `L3`, "D4 - Developer 4". */
import type { Track } from '../model.ts';
import { foldMarks, foldName, withoutMarks } from './normalise.ts';

export interface LevelTitle {
  /** Lower-case level words in the order of a sentence: `senior`, `manager`. Empty where the title has none. */
  readonly words: readonly string[];
  /** `l3`, `ic3`, `d4`. */
  readonly code: string | null;
  /** The number of the code, of "Level 3", of "Developer 4" or of "Engineer III". */
  readonly number: number | null;
  /** What is left: the name of the role, folded. */
  readonly base: string;
}

/** Grade by level word, where nothing else says one; only ever compared, never shown. */
const ranks = new Map<string, number>([
  ['trainee', 3.5],
  ['apprentice', 3.5],
  ['intern', 4],
  ['graduate', 4.5],
  ['entry', 5],
  ['associate', 5],
  ['junior', 5],
  ['intermediate', 6],
  ['mid', 6],
  ['senior', 7],
  ['lead', 7.5],
  ['staff', 8],
  ['principal', 9],
  ['distinguished', 10],
  ['fellow', 12],
  ['manager', 8],
  ['head', 9.5],
  ['director', 10],
  ['vp', 12],
  ['chief', 13],
  ['cto', 13],
  ['ceo', 13.5],
  ['cfo', 13],
  ['coo', 13],
  ['cpo', 13],
  ['cio', 13],
]);

const spellings = new Map<string, string>([
  ['jr', 'junior'],
  ['sr', 'senior'],
  ['snr', 'senior'],
  ['midlevel', 'mid'],
  ['mid-level', 'mid'],
  ['medior', 'mid'],
  ['interm', 'intermediate'],
  ['entry-level', 'entry'],
  ['internship', 'intern'],
  ['internships', 'intern'],
  ['mgr', 'manager'],
  ['svp', 'senior vp'],
  ['evp', 'senior vp'],
  ['sénior', 'senior'],
  ['directeur', 'director'],
]);

/** Words that make a level of a title only in front of it, alone, or set off from it. */
const prefixes = new Set([...ranks.keys()].filter((word) => word !== 'manager'));
const heads = new Set(['manager', 'director', 'vp', 'head', 'chief', 'cto', 'ceo', 'cfo', 'coo', 'cpo', 'cio']);
const suffixes = new Set(['senior', 'junior', 'intermediate', 'principal', 'mid', 'trainee', 'intern']);

/** Managers of things, not of people: an individual contributor's title. */
const managedThings = new Set(
  'product project program programme contract contracts account accounts community content campaign marketing success release field alliance alliances partner territory vendor brand event events case category knowledge risk compliance procurement office facilities social media renewals deal pricing change configuration'.split(
    ' ',
  ),
);

/**
 * Reads a title. `roleTitle` is the role's: its own words are no level words, so that the Senior Contract Manager of
 * the role Contract Manager is at level `senior`.
 */
export function readLevelTitle(title: string, roleTitle: string): LevelTitle {
  const plain = foldMarks(withoutMarks(title))
    .toLowerCase()
    .replace(/\bvice[ -]president\b/g, 'vp');
  const aside: string[] = [];
  const outside = plain.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    aside.push(inner.trim());
    return ' ';
  });
  const parts = outside
    .split(/\s[-:|]\s|[,:]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const words: string[] = [];
  let code: string | null = null;
  let number: number | null = null;
  const rest: string[] = [];
  const take = (text: string): boolean => {
    const found = codeOf(text);
    if (found === null || code !== null) return false;
    code = found.code;
    number = found.number;
    return true;
  };
  const alone = (text: string): boolean => {
    const tokens = tokensOf(text);
    if (tokens.length === 0 || !tokens.every((token) => ranks.has(token) || token === 'level')) return false;
    words.push(...tokens.filter((token) => token !== 'level'));
    return true;
  };
  for (const part of parts) {
    if (take(part) || alone(part)) continue;
    const split = splitPart(part, roleTitle, parts.length > 1);
    words.push(...split.words);
    number ??= split.number;
    rest.push(split.base);
  }
  for (const inner of aside) if (!take(inner)) alone(inner);
  return { words: [...new Set(words)], code, number, base: rest.filter((one) => one !== '').join(' ') };
}

/** Whether the title says a level by itself. */
export function saysLevel(title: LevelTitle): boolean {
  return title.words.length > 0 || title.code !== null || title.number !== null;
}

/** Whether a level title is that of the role alone, which is the intermediate level. */
export function isRoleTitle(title: string, roleTitle: string): boolean {
  const name = foldName(title);
  return name !== '' && (name === foldName(roleTitle) || name === foldName(baseTitle(roleTitle)));
}

/** The name that most of these titles put a level word before; null where fewer than two share one. */
export function sharedBase(titles: readonly string[], roleTitle: string): string | null {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const read = readLevelTitle(title, roleTitle);
    if (read.base !== '' && read.words.length > 0) counts.set(read.base, (counts.get(read.base) ?? 0) + 1);
  }
  const [best] = [...counts].filter(([, count]) => count >= 2).sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/**
 * The name under which the levels of a role are known: its title, unless no level has that in it ("Data Science" with
 * the levels Data Scientist and Senior Data Scientist) and most share another.
 */
export function ladderName(roleTitle: string, titles: readonly string[]): string {
  const role = foldName(baseTitle(roleTitle));
  const isUsed = titles.some(
    (title) => foldName(readLevelTitle(title, roleTitle).base) === role || isRoleTitle(title, roleTitle),
  );
  return isUsed ? roleTitle : (sharedBase(titles, roleTitle) ?? roleTitle);
}

/** The id of a level by its words alone; another level may have the same. */
export function levelId(title: string, roleTitle: string): string | null {
  const isManager = trackOf(title, roleTitle) === 'manager';
  if (isRoleTitle(title, roleTitle) && !isManager) {
    // A role may be about a single level: "Distinguished Engineer".
    return readLevelTitle(title, '').words.join('-') || 'intermediate';
  }
  const { words, code, number } = readLevelTitle(title, roleTitle);
  if (isManager && !words.some((word) => heads.has(word))) return [...words, 'manager'].join('-');
  if (words.length > 0) return words.join('-');
  if (code !== null) return code;
  if (number !== null) return `level-${number}`;
  return null;
}

/** Every folded name under which a level may be written. */
export function levelNames(title: string, roleTitle: string): Set<string> {
  const names = new Set([foldName(title)]);
  const { words, code, number, base } = readLevelTitle(title, roleTitle);
  const id = levelId(title, roleTitle);
  if (id !== null) names.add(foldName(id));
  if (words.length > 0) {
    names.add(words.join(''));
    names.add(words.join('') + foldName(roleTitle));
    if (words.length === 1 && words[0] === 'mid') names.add('intermediate').add('midlevel');
    if (words.length === 1 && words[0] === 'intermediate') names.add(foldName(base)).add('mid').add('midlevel');
  }
  if (code !== null) names.add(code);
  if (number !== null) names.add(`level${number}`).add(String(number));
  if (isRoleTitle(title, roleTitle)) names.add('intermediate');
  names.delete('');
  return names;
}

/** Where a title stands by its words alone; null where they say nothing. */
export function rankOfWords(words: readonly string[]): number | null {
  const known = words.filter((word) => ranks.has(word));
  const head = known.find((word) => heads.has(word)) ?? known.filter((word) => word !== 'senior').at(-1);
  if (head === undefined) return known.includes('senior') ? ranks.get('senior')! : null;
  let rank = ranks.get(head)!;
  if (head !== 'senior' && known.includes('senior')) {
    if (head === 'staff' || head === 'principal' || head === 'lead') rank += 0.5;
    else rank += 1;
  }
  if (heads.has(head) && known.includes('associate')) rank -= 0.5;
  return rank;
}

/** The ladder of a title. `manager` is for managers of people. */
export function trackOf(title: string, roleTitle: string): Track {
  const { words, base, code } = readLevelTitle(title, roleTitle);
  const whole = foldMarks(withoutMarks(title)).toLowerCase();
  if (/\bchief of staff\b/.test(whole)) return 'other';
  if (words.some((word) => heads.has(word)) || (code !== null && /^e?m\d/.test(code))) return 'manager';
  if (isManagerOfPeople(base) || (isBaseOf(base, roleTitle) && isManagerOfPeople(foldedBase(roleTitle)))) {
    return 'manager';
  }
  return 'ic';
}

/** A title without what stands in parentheses or after "- Job Family". */
export function baseTitle(title: string): string {
  return withoutMarks(title)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s[-\u2013\u2014|:]\s*job famil(?:y|ies)\s*$/i, '')
    .replace(/\s+(?:roles?|job famil(?:y|ies)|career (?:ladder|framework|path))\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isManagerOfPeople(base: string): boolean {
  const tokens = base.split(' ').filter((token) => token !== '');
  const at = tokens.findIndex((token) => token === 'manager' || token === 'managers');
  if (at < 0) return tokens.some((token) => token === 'director' || token === 'vp');
  return at === 0 || !managedThings.has(tokens[at - 1]!);
}

function isBaseOf(base: string, roleTitle: string): boolean {
  return base === '' || foldName(base) === foldName(baseTitle(roleTitle));
}

function foldedBase(roleTitle: string): string {
  return foldMarks(baseTitle(roleTitle))
    .toLowerCase()
    .replace(/\bvice[ -]president\b/g, 'vp');
}

/** Splits "senior contract manager" into its level words and the role's name. */
function splitPart(
  part: string,
  roleTitle: string,
  isSetOff: boolean,
): { words: string[]; base: string; number: number | null } {
  const role = foldedBase(roleTitle);
  let tokens = tokensOf(part);
  const words: string[] = [];
  let number: number | null = null;
  const last = tokens.at(-1) ?? '';
  const trailing = numeral(last);
  if (trailing !== null && tokens.length > 1) {
    number = trailing;
    tokens = tokens.slice(0, -1);
    if (tokens.at(-1) === 'level') tokens = tokens.slice(0, -1);
  }
  if (tokens.join(' ') === role && role !== '') return { words, base: role, number };
  while (tokens.length > 0 && prefixes.has(tokens[0]!)) {
    if (tokens.slice(0).join(' ') === role && role !== '') break;
    if (tokens[0] === 'chief' && tokens[1] === 'of') break;
    words.push(tokens[0]!);
    tokens = tokens.slice(1);
  }
  if (tokens[0] === 'level') tokens = tokens.slice(1);
  if (tokens.join(' ') === role && role !== '') return { words, base: role, number };
  if (tokens[0] === 'manager' && (tokens.length === 1 || tokens[1] === 'of' || isSetOff)) {
    words.push('manager');
    tokens = tokens.slice(1);
  } else if (tokens.length > 1 && tokens.at(-1) === 'manager' && !managedThings.has(tokens.at(-2)!)) {
    words.push('manager');
    tokens = tokens.slice(0, -1);
  } else if (tokens.length > 1 && tokens.at(-1) === 'director') {
    words.push('director');
    tokens = tokens.slice(0, -1);
  } else if (tokens.length > 1 && suffixes.has(tokens.at(-1)!)) {
    words.push(tokens.at(-1)!);
    tokens = tokens.slice(0, -1);
  }
  if (words.length > 0 && (tokens[0] === 'of' || tokens[0] === 'for')) tokens = tokens.slice(1);
  return { words, base: tokens.join(' '), number };
}

function tokensOf(text: string): string[] {
  return text
    .split(/[\s/]+/)
    .map((token) => (/^[a-z0-9]*$/.test(token) ? token : token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')))
    .filter((token) => token !== '')
    .flatMap((token) => (spellings.get(token) ?? token).split(' '));
}

/** `l3`, `IC 3`, "Level 3", "Band 4": a code, where it is the whole of the text. */
function codeOf(text: string): { code: string; number: number } | null {
  const match = /^(?:(level|band|grade|stufe|niveau)\s*)?([a-z]{0,4})[ -]?(\d{1,2}(?:\.\d)?)$/.exec(text);
  if (match === null || (match[1] === undefined && match[2] === '') || counted.has(match[2]!)) return null;
  const letters = match[1] === undefined ? match[2]! : match[2] === '' ? 'level-' : match[2]!;
  return { code: `${letters}${match[3]!}`, number: Number(match[3]) };
}

/** Numbered, but no levels: "Week 1", "Q3", "v2". */
const counted = new Set('week day step part year phase task goal item note q h v w no fy kw tag teil jahr'.split(' '));

function numeral(token: string): number | null {
  if (/^\d{1,2}$/.test(token)) return Number(token);
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].indexOf(token);
  return roman >= 0 ? roman + 1 : null;
}
