/** Front-matter keys that are a slip of the finger away from a known one. */
import { cadenceOf } from './cadence.ts';
import type { Context } from './context.ts';
import { findDates } from './dates.ts';
import { entryFor, isKnownKey, knownKeys } from './front-matter.ts';
import type { FrontMatterEntry, Note } from './model.ts';
import { fold } from './names.ts';
import { nearest } from './nearest.ts';
import { findLevel, findRole } from './roles/catalogue.ts';

export interface MisspeltKey {
  readonly entry: FrontMatterEntry;
  /** The known key as we call it, and in the spelling that was meant. */
  readonly key: string;
  readonly spelling: string;
}

/**
 * Keys one letter off (two from six letters on) whose value is one that the known key could have. A key that stands in
 * the front matter already is not meant again, and well-known keys of other tools are left alone.
 */
export function misspeltKeys({ frontMatter }: Note, context: Context): MisspeltKey[] {
  const found: MisspeltKey[] = [];
  for (const entry of frontMatter?.entries ?? []) {
    const written = fold(entry.key.text);
    if (isKnownKey(written) || foreignKeys.has(written)) continue;
    const free = [...knownKeys].filter(
      ([key]) => entryFor(frontMatter, key) === null && !found.some((other) => other.key === key),
    );
    const spelling = nearest(
      written,
      free.flatMap(([, spellings]) => spellings),
    );
    const key = free.find(([, spellings]) => spelling !== null && spellings.includes(spelling))?.[0];
    if (spelling === null || key === undefined || !fits(entry, key, context)) continue;
    found.push({ entry, key, spelling: inCaseOf(entry.key.text, spelling) });
  }
  return found;
}

const foreignKeys = new Set(
  (
    'name note notes data tag tags type title created time page rate late state status start end updated width term terms ' +
    'reporter reports managers roles levels teams dates kinds rule rules kin rank term item items link links'
  ).split(' '),
);

/** Renaming is done without asking, so the value has to speak for it. */
function fits({ kind, value, items }: FrontMatterEntry, key: string, { roles, configuration }: Context): boolean {
  if (key === 'attendees') return kind === 'list' ? items.every(({ text }) => isName(text)) : isNameIn(value);
  if (value === null) return false;
  const { text } = value;
  switch (key) {
    case 'report':
    case 'manager':
    case 'with':
      return isName(text);
    case 'role':
      return findRole(roles, text) !== null;
    case 'level':
      return roles.some((role) => findLevel(role, text) !== null);
    case 'specialty':
      return true;
    case 'team':
      return (
        configuration.teams.size === 0 || [...configuration.teams.keys()].some((team) => fold(team) === fold(text))
      );
    case 'cadence':
      return cadenceOf(fold(text)) !== null;
    case 'started':
    case 'ends':
    case 'date':
      return findDates(text).length > 0;
    case 'share':
      return /^\d{1,3} ?%$/.test(text);
    case 'kind':
      return /^(?:one-on-one|internship)$/i.test(text);
    default:
      return false;
  }
}

function isNameIn(value: FrontMatterEntry['value']): boolean {
  return value !== null && isName(value.text);
}

/** One to five words, the first with a capital: a person, or several between commas. */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !/\d/.test(text) && text.split(' ').length <= 5;
}

function inCaseOf(written: string, spelling: string): string {
  return /^\p{Lu}/u.test(written) ? spelling[0]!.toUpperCase() + spelling.slice(1) : spelling;
}
