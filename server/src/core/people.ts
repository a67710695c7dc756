/** Who a document is about, and with whom. */
import { findDates } from './dates.ts';
import { valueOf } from './front-matter.ts';
import type { Entry, FrontMatter, Section, Words } from './model.ts';
import { fold } from './names.ts';

export interface People {
  readonly report: Words | null;
  readonly manager: Words | null;
}

/**
 * Front matter first, then lines such as `Employee: X` before the first section, then a title such as
 * `1:1 Dana Reyes / Sam Osei`, which names the report first. The text is asked for only where it may name somebody.
 */
export function peopleOf(
  frontMatter: FrontMatter | null,
  opening: () => Section | null,
  title: () => Words | null,
): People {
  const report = unlinked(valueOf(frontMatter, 'report'));
  const manager = unlinked(valueOf(frontMatter, 'manager'));
  return report === null || manager === null
    ? peopleBelow({ report, manager }, opening(), title())
    : { report, manager };
}

function peopleBelow({ report, manager }: People, opening: Section | null, title: Words | null): People {
  const lines = opening?.sections.flatMap((section) => (section.form === 'heading' ? [] : [section])) ?? [];
  const entries = opening?.entries ?? [];
  const named = title === null ? null : pairInTitle(title);
  return {
    report:
      report ??
      lineFor(/^(?:report|employee|person|mitarbeiter(?:in)?|collaborat(?:eur|rice)|emplead[oa])$/i, entries, lines) ??
      named?.[0] ??
      null,
    manager:
      manager ?? lineFor(/^(?:manager(?:in)?|f\u00FChrungskraft|responsable)$/i, entries, lines) ?? named?.[1] ?? null,
  };
}

/** The names in a title that says 1:1 and two people, as `1:1 Dana Reyes / Sam Osei`; null for any other title. */
export function pairInTitle(title: Words): readonly [Words, Words] | null {
  const names = namesInTitle(title.text);
  const words = (name: string): Words => ({ text: name, place: title.place });
  return names === null ? null : [words(names[0]), words(names[1])];
}

/** The same of a plain text. */
export function namesInTitle(title: string): readonly [string, string] | null {
  const text = title.replace(/\([^()]*\)/g, ' ');
  const word = oneOnOne.exec(text);
  if (word === null) return null;
  const before = withoutNoise(text.slice(0, word.index));
  const after = withoutNoise(withoutDate(text.slice(word.index + word[0].length)));
  if ((before === '') === (after === '')) return null;
  const names = (before + after).split(between);
  const [first, second] = names;
  if (first === undefined || second === undefined || names.length !== 2 || !isName(first) || !isName(second))
    return null;
  return [first, second];
}

// ---------------------------------------------------------------------------------------------------------------

function lineFor(key: RegExp, entries: readonly Entry[], sections: readonly Section[]): Words | null {
  for (const { text, words } of entries) {
    const colon = text.indexOf(':');
    if (colon < 0 || !key.test(text.slice(0, colon).trim())) continue;
    const name = nameIn(text.slice(colon + 1));
    if (name !== null)
      return { text: name, place: { ...words, start: Math.max(words.start, words.end - name.length) } };
  }
  for (const { title, entries: below } of sections) {
    const [first] = below;
    const name = first !== undefined && key.test(title.text) ? nameIn(first.text) : null;
    if (name !== null) return { text: name, place: first!.words };
  }
  return null;
}

/** Brackets aside, as of a link. */
function nameIn(text: string): string | null {
  const name = text.replace(/^[\s[@"']+|[\s\]"']+$/g, '');
  return isName(name) ? name : null;
}

/** `"[[people/dana|Dana Reyes]]"` names Dana Reyes. */
function unlinked(words: Words | null): Words | null {
  const link = words === null ? null : /^\[\[(?:[^[\]|]*\|)?(?<name>[^[\]|]+)\]\]$/.exec(words.text);
  return words === null || link === null ? words : { ...words, text: link.groups!.name!.trim() };
}

const oneOnOne = /(?<![\p{L}\p{N}:/.-])(?:1[:-]1s?|1[ -]?on[ -]?1s?|one[ -]on[ -]ones?|121s?)(?![\p{L}\p{N}])/iu;
const between = /\s*(?:[/&|,+\u00D7\u2194\u21C4]|<-?>)\s*|\s+(?:and|und|et|[exy]|with|mit|avec|con|com)\s+/iu;

/** Joints and words for the document itself, at either end. */
function withoutNoise(text: string): string {
  let rest = text;
  for (;;) {
    const shorter = rest.replace(noiseFirst, '').replace(noiseLast, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

const noise = '(?:notes?|running|log|meetings?|weekly|sync|between|zwischen|entre|with|mit|avec|con|com|for|von)';
const noiseFirst = new RegExp(`^[^\\p{L}]+|^${noise}(?![\\p{L}\\p{N}])`, 'iu');
const noiseLast = new RegExp(`(?<![^\\p{L}.)])[^\\p{L}.)]+$|(?<![\\p{L}\\p{N}])${noise}$`, 'iu');

function withoutDate(text: string): string {
  const [date] = findDates(text, { allowYearless: true });
  if (date === undefined) return text;
  const start = Math.min(date.start, date.weekday?.start ?? date.start);
  return text.slice(0, start);
}

/** One to four words in capitals, particles such as `van` aside, and none of those that titles are made of. */
function isName(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.split(' ');
  const isPerson = words.every((word) => nameWord.test(word) && !titleWords.has(fold(word)));
  return isPerson && words.length <= 5 && /^\p{Lu}|^\p{Lo}/u.test(text);
}

const nameWord =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'\u2019.-]*|al|bin|da|de|del|der|di|do|dos|du|la|le|ter|van|von|y|zu|[dl]['\u2019]\p{Lu}\p{L}*)$/u;

const titleWords: ReadonlySet<string> = new Set([
  'agenda',
  'agendas',
  'answers',
  'career',
  'check-ins',
  'checklist',
  'coaching',
  'conversations',
  'employee',
  'employees',
  'feedback',
  'goals',
  'growth',
  'guide',
  'guidelines',
  'handbook',
  'how',
  'leads',
  'manager',
  'managers',
  'meeting',
  'meetings',
  'mentoring',
  'notes',
  'performance',
  'planning',
  'practices',
  'questions',
  'report',
  'reports',
  'retros',
  'reviews',
  'standups',
  'team',
  'teams',
  'template',
  'templates',
  'tips',
  'topics',
  'tricks',
]);
