/** "Extends the Senior responsibilities", and the many other ways to say it: sentences → edges. */
import type { AreaKind } from '../model.ts';
import { foldMarks, withoutMarks } from './normalise.ts';

/** What a statement says: the words that name what is extended, what kinds it takes over, and its link. */
export interface Inheritance {
  /** As written, without the words around; empty for "listed above" and the like. */
  readonly names: string;
  readonly kind: AreaKind | null;
  /** The target of the first link; null without one. */
  readonly link: string | null;
  /** "Listed above", "base", "general": the block that all levels share. */
  readonly isShared: boolean;
}

/** Whether a sentence or list item says that a level builds on another. Linear; long texts never are. */
export function isInheritance(text: string): boolean {
  return readInheritance(text) !== null;
}

/** Null where the text says nothing of the kind. */
export function readInheritance(text: string): Inheritance | null {
  if (text.length > 600 || !mayBeInheritance(text)) return null;
  const plain = foldMarks(withoutMarks(text)).replace(/\s*[.:;]$/, '');
  for (const form of forms) {
    const match = form.exec(plain);
    if (match === null) continue;
    const phrase = (match.groups?.['names'] ?? '').trim();
    const names = phrase
      .replace(/^(?:that of|those of|all of|all|the|an?|our|of|from) /i, '')
      .replace(/^(?:the|an?|our|same) /i, '')
      .replace(/^(?:the|an?)$/i, '')
      .replace(/ (?:listed|described|outlined|mentioned|stated|as) above$/i, '');
    // "Include all stakeholders in defining requirements" is a responsibility.
    if (/ (?:in|for|with|to|by|on|when|while|your|their) /i.test(` ${names} `)) continue;
    const shared = names === '' || genericNames.test(names);
    return { names: shared ? '' : trimmed(names), kind: kindIn(plain), link: linkIn(text), isShared: shared };
  }
  return null;
}

/** "Expectations for a level add to the expectations of earlier levels": every level extends the one below. */
export function isCumulative(text: string): boolean {
  if (!addition.test(text)) return false;
  const plain = foldMarks(withoutMarks(text)).toLowerCase();
  if (plain.length > 2000) return false;
  const says = /\b(?:expectations|responsibilities|levels?|competencies|requirements)\b/.test(plain);
  const adds =
    /\b(?:adds? to|builds? on|builds? upon|are cumulative|are additive|includes?) (?:all )?(?:of )?(?:the )?(?:\w{1,20} (?:of|from|at|for) )?(?:the )?(?:earlier|previous|prior|preceding|lower|levels? below)\b/;
  return (
    says && (adds.test(plain) || /\b(?:levels|expectations|responsibilities) are (?:additive|cumulative)\b/.test(plain))
  );
}

/** Nearly every paragraph lacks it, and is done with. */
const addition = /add|build|cumulative|include/i;

/** Nearly every item lacks one of these, and is done with: what is built on, and a word that says so. */
const hint =
  /responsib|requirem|qualif|expectation|criteria|duties|role|level|position|job|above|ext?e?nd|following|alle|^in addition to|^everything/i;
const verb = /exte|extn|exen|ha[sv]|includ|encompass|meet|share|fulfil|satisf|all|same|in addition|everything|build/i;

const kindWords = 'responsibilit\\w{1,6}|requirem\\w{1,6}|qualifications?|expectations?|criteria|duties';
const kinds = `(?:${kindWords})`;
/** What may follow the word that ends a name: not "levels of detail". */
const after = '(?= ?(?:$|[,.:;)]|and\\b|plus\\b|inclu|by\\b|as\\b|with\\b|above|listed|described))';
/** Where the name of a level ends. */
const ending = '(?:,? (?:plus|and|as well|but|with)\\b.*|$)';

/**
 * In this order: the first that fits counts. A bare "Extends" may be a responsibility ("Extends our interfaces"), so
 * it needs a word that only an inheritance has.
 */
const forms: readonly RegExp[] = [
  /^(?:this (?:role|level|position) )?exte?nds?(?: the following)? ?: ?(?<names>\S.{0,200})$/i,
  new RegExp(
    `^ex(?:te?)?ends? (?:all )?(?:of )?(?:the )?${kinds}(?: and ${kinds})? (?:of|for|from) (?<names>\\S.{0,140}?)${ending}`,
    'i',
  ),
  new RegExp(`^ex(?:te?)?ends? (?<names>.{0,160}?)\\b(?:level )?${kinds}`, 'i'),
  new RegExp(`^ex(?:te?)?ends? (?<names>\\S.{0,160}?) (?:role|level|position|job)${after}`, 'i'),
  /^ex(?:te?)?ends? (?<names>(?:the )?(?:listed )?above)\b/i,
  new RegExp(
    `\\bex(?:te?)?ends? (?:up)?(?:on )?(?<names>(?:the|that of|those of|all) .{0,160}?)\\b(?:level )?(?:(?:role|position|level)s?|${kindWords})${after}`,
    'i',
  ),
  new RegExp(
    `\\b(?:ha(?:s|ve)|includes?|meets?|shares?|fulfil{1,2}s?) (?:all (?:of )?(?:the )?|(?:the )?same |the (?=[a-z]{6,20}s ))${kinds}(?: and ${kinds})? (?:of|as|for|from) (?<names>\\S.{0,140}?)${ending}`,
    'i',
  ),
  new RegExp(
    `\\b(?:ha(?:s|ve)|includes?|encompass(?:es)?|meets?|fulfil{1,2}s?) (?<names>all (?:of )?(?:the )?.{0,120}?)\\b(?:level )?${kinds}`,
    'i',
  ),
  new RegExp(
    `^all (?:of )?(?:the )?${kinds}(?: and ${kinds})? (?:of|for|from|in|listed for) (?<names>\\S.{0,140}?)${ending}`,
    'i',
  ),
  new RegExp(
    `^all (?:of )?(?:the )?(?<names>.{0,120}?)\\b(?:level )?${kinds},? (?:plus|and|as well|listed above)\\b`,
    'i',
  ),
  new RegExp(`^(?:the )?same ${kinds}(?: and ${kinds})? (?:as|of) (?<names>\\S.{0,140}?)${ending}`, 'i'),
  new RegExp(`^in addition to (?<names>.{0,140}?)\\b(?:level )?${kinds}`, 'i'),
  /^in addition to (?<names>\S.{0,140}?) (?:role|level|position)\b/i,
  /\bare (?:also )?(?<names>[^\s,.][^,.]{0,100}?) (?:who|that) (?:also )?(?:meet|fulfil|satisfy)\w{0,3} (?:all )?(?:of )?the following\b/i,
  new RegExp(
    `^everything (?:in|from|of|for|at|expected of) (?<names>\\S.{0,140}?)(?: (?:role|level|position))?${ending}`,
    'i',
  ),
  new RegExp(`^builds? (?:up)?on (?<names>.{0,140}?)\\b(?:level )?(?:(?:role|level)s?|${kindWords})${after}`, 'i'),
  /^alle (?:aufgaben|anforderungen) (?:von|der|des|eines) (?<names>\S.{0,140}?)(?:,? (?:plus|und|sowie)\b.*|$)/i,
];

function mayBeInheritance(text: string): boolean {
  return hint.test(text) && verb.test(text);
}

const genericNames =
  /^(?:above|(?:listed|described|outlined) above|base(?:[- ]?level|line|-)?|general|common|shared|core|standard|main|level|previous list|above listed|these|those|job)$/i;

function trimmed(names: string): string {
  return names
    .replace(/,? (?:plus\b|and (?:includes?|also|adds?|the following)\b).*$/i, '')
    .replace(/\s+(?:above|below|role|level|position|roles|levels)$/i, '')
    .replace(/'s?$/i, '')
    .trim();
}

function kindIn(text: string): AreaKind | null {
  const responsibilities = /\bresponsibilit|\bduties\b/i.test(text);
  const requirements = /\brequirem|\bqualification/i.test(text);
  if (responsibilities === requirements) return null;
  return responsibilities ? 'responsibility' : 'requirement';
}

function linkIn(text: string): string | null {
  return /\]\(\s{0,3}<?([^()\s<>]{1,300})/.exec(text)?.[1] ?? null;
}
