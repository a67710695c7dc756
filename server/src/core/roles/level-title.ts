/** The level words in a title: "Senior X", "Senior Manager, X", "X (Intermediate)", `L3`, "D4 - Developer 4". */
import { codeOf, isLevelWord, managedThings, numeral, prefixes, suffixes, tokensOf } from './level-words.ts';
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

/** The name of a role in the forms in which titles are compared with it. */
export interface RoleName {
  readonly written: string;
  /** Letters and digits of the whole, and of the name without what stands beside it. */
  readonly whole: string;
  readonly base: string;
  /** The words of the name, folded. */
  readonly words: string;
}

export function roleName(written: string): RoleName {
  const base = baseTitle(written);
  return { written, whole: foldName(written), base: foldName(base), words: folded(base) };
}

/**
 * Reads a title. The words of the role's name are no level words, so that the Senior Contract Manager of the role Contract
 * Manager is at level `senior`; without a role, every level word counts.
 */
export function readTitle(title: string, { words: role }: Pick<RoleName, 'words'> = { words: '' }): LevelTitle {
  const plain = folded(title);
  const aside: string[] = [];
  const outside = !plain.includes('(')
    ? plain
    : plain.replace(/\(([^()]*)\)/g, (_, inner: string) => {
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
  const alone = (tokens: readonly string[]): boolean => {
    if (tokens.length === 0 || !tokens.every((token) => isLevelWord(token) || token === 'level')) return false;
    words.push(...tokens.filter((token) => token !== 'level'));
    return true;
  };
  for (const part of parts) {
    if (take(part)) continue;
    const tokens = tokensOf(part);
    if (alone(tokens)) continue;
    const split = splitTokens(tokens, role, parts.length > 1);
    words.push(...split.words);
    number ??= split.number;
    rest.push(split.base);
  }
  for (const inner of aside) if (!take(inner)) alone(tokensOf(inner));
  return { words: [...new Set(words)], code, number, base: rest.filter((one) => one !== '').join(' ') };
}

/** Whether the title says a level by itself. */
export function saysLevel(title: LevelTitle): boolean {
  return title.words.length > 0 || title.code !== null || title.number !== null;
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

function folded(title: string): string {
  const plain = foldMarks(withoutMarks(title)).toLowerCase();
  return plain.includes('vice') ? plain.replace(/\bvice[ -]president\b/g, 'vp') : plain;
}

/** Splits "senior contract manager" into its level words and the role's name. */
function splitTokens(
  all: readonly string[],
  role: string,
  isSetOff: boolean,
): { words: string[]; base: string; number: number | null } {
  let tokens = all;
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
