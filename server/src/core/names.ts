/** What a title means. The known names are in `section-names.ts`. */
import type { Meaning } from './model.ts';
import { bareSummaries, sectionNames, type Scope } from './section-names.ts';

export type { Scope };

export type PartMeaning = 'responsibility' | 'goals' | 'targets' | 'ideas';

const parts: readonly Meaning[] = ['responsibility', 'goals', 'targets', 'ideas'];

/** A part of a focus area. */
export function isPart(meaning: Meaning | null): meaning is PartMeaning {
  return meaning !== null && parts.includes(meaning);
}

/**
 * What a section with this title is for. The title may carry emoji, numbering, a trailing colon, parentheses and a
 * quarter label (whose text is passed). `further` are the configuration's names, folded.
 */
export function meaningOf(
  title: string,
  label: string | null,
  scope: Scope,
  further: ReadonlyMap<string, Meaning>,
): Meaning | null {
  const name = coreOf(title, label);
  if (name === '') return null;
  if (focusAreaTitle(title) !== null) return 'focus-area';
  const added = further.get(name);
  if (added !== undefined) return added;
  const known = meaningOfName(name, scope) ?? meaningOfJoined(name, scope);
  if (known !== null || label !== null) return known;
  // `Q4 checkpoint`, `Focus areas for Q4`, `Q4 summary`, `End of Q4 summary`.
  if (!bareQuarter.test(name)) return null;
  const ofQuarter =
    meaningOfName(withoutTrail(name.replace(bareQuarter, ' ')), scope) ??
    meaningOfName(name.replace(bareQuarter, 'quarter'), scope);
  return ofQuarter === 'checkpoint' || ofQuarter === 'focus-areas' || ofQuarter === 'summary' ? ofQuarter : null;
}

/** The number of a quarter that a title names without its year. */
export function bareQuarterIn(title: string): number | null {
  const found = bareQuarter.exec(fold(title));
  return found === null ? null : Number(found[0][1]);
}

/** `Goals & targets` is both; the first name is the section's meaning. */
function meaningOfJoined(name: string, scope: Scope): Meaning | null {
  const meanings = joinedNames(name).map((part) => meaningOfName(part, scope));
  const [first] = meanings;
  if (first === undefined || first === null) return null;
  if (meanings.every((meaning) => meaning === first)) return first;
  return isPart(first) && meanings.every((meaning) => isPart(meaning) || meaning === 'promises') ? first : null;
}

/** The names of a title that joins several; none where it is one. */
function joinedNames(name: string): string[] {
  const names = name.length > 60 ? [] : name.split(/\s*[/&+,]\s*|\s+(?:and|und|et|e|y)\s+/u);
  return names.length > 1 ? names : [];
}

/** Every part of a focus area that a title names: `Goals & targets` names two. */
export function partsNamed(title: string, further: ReadonlyMap<string, Meaning>): readonly PartMeaning[] {
  const first = meaningOf(title, null, 'meeting', further);
  const joined = joinedNames(coreOf(title, null)).map((name) => meaningOfName(name, 'meeting'));
  return [...new Set([first, ...joined.map((meaning) => (meaning === 'promises' ? 'ideas' : meaning))])].filter(isPart);
}

/** `Notes (private)`, or a lock. */
export function saysPrivate(title: string): boolean {
  return /\u{1F512}|[([]\s?(?:private?|priv\u00E9e?|privad[oa]|privat[oa])\s?[)\]]/iu.test(title);
}

function meaningOfName(name: string, scope: Scope): Meaning | null {
  return byName[scope].get(name) ?? null;
}

const byName: Readonly<Record<Scope, ReadonlyMap<string, Meaning>>> = {
  meeting: meaningsIn('meeting'),
  standing: meaningsIn('standing'),
};

/** The first line of the list that holds a name wins. */
function meaningsIn(scope: Scope): ReadonlyMap<string, Meaning> {
  const own = sectionNames.filter(({ scope: only }) => only === undefined || only === scope);
  return new Map(own.toReversed().flatMap(({ meaning, names }) => names.map((name) => [name, meaning] as const)));
}

/** A quarter without its year, `T4` in French. */
const bareQuarter = /(?<![\p{L}\p{N}])[qt][1-4](?![\p{L}\p{N}])/u;

/** Whether a summary's title says no more than "summary". */
export function isBareSummary(title: string, label: string | null): boolean {
  return bareSummaries.includes(coreOf(title, label));
}

/** The name after `Focus area:`, `Focus area 2:` or `Focus area -`; null for any other title. May be empty. */
export function focusAreaTitle(title: string): { readonly name: string; readonly start: number } | null {
  const match = focusAreaPrefix.exec(title);
  if (match === null) return null;
  const rest = title.slice(match[0].length);
  const name = rest.trim();
  return { name, start: match[0].length + (rest.length - rest.trimStart().length) };
}

/** Numbering of a title: `1.`, `2)`, `2.1`, or a digit on a keycap. */
const numbering = String.raw`(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\d\uFE0F?\u20E3)\s*`;
const leadingNumbering = new RegExp(`^${numbering}`, 'u');
const focusAreaPrefix = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${numbering})?(?:focus area|fokusthema|schwerpunkt|axe de travail|\u00E1rea de (?:enfoque|foco)|area di focus)(?: ?#?\d{1,2})? ?[:\u2013\u2014-]`,
  'iu',
);

/** Folds for comparison: lower case, spaces collapsed, ends trimmed. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Title without emoji, numbering, quarter label, parentheses and trailing colon; folded. */
function coreOf(title: string, label: string | null): string {
  let text = fold(title);
  if (label !== null) text = text.replace(fold(label), ' ').replace(bareQuarter, ' ');
  text = text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(leadingNumbering, '');
  return withoutTrail(text);
}

/** What is left of `Focus areas for Q4` without its quarter, and punctuation at the end. */
function withoutTrail(name: string): string {
  const tidy = name
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy.replace(/ (?:for|of|in|für|pour|para|per)(?: the)?$/u, '');
}
