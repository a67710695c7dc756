/** What a heading of a role description is for, by its words. */
import { distance } from 'fastest-levenshtein';
import type { AreaKind } from '../model.ts';
import { normalise, wordsOf } from './normalise.ts';

export type SectionKind =
  | AreaKind
  | 'grade'
  | 'levels'
  | 'shared'
  | 'specialties'
  | 'ladder'
  /** Says something about the role that nobody can work on: hiring, performance indicators, project ideas. */
  | 'ignored'
  /** Only holds sections: "About the role". */
  | 'wrapper';

/** The kind of section that a heading starts; null for any other heading: a level, an area, a specialty, prose. */
export function sectionKind(title: string): SectionKind | null {
  const text = normalise(title).replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');
  if (text === '') return null;
  for (const [kind, pattern] of containers) if (pattern.test(text)) return kind;
  return areaKind(text);
}

/** Whether a heading names something to hold items. */
export function isAreaKind(kind: SectionKind | null): kind is AreaKind {
  return kind === 'responsibility' || kind === 'requirement' || kind === 'nice-to-have';
}

/** The name of an area whose list stands right under a section heading. */
export function flatName(kind: AreaKind): string {
  if (kind === 'requirement') return 'Requirements';
  return kind === 'nice-to-have' ? 'Nice-to-haves' : 'Responsibilities';
}

/** In this order: the first that fits counts. */
const containers: readonly (readonly [SectionKind, RegExp])[] = [
  ['ignored', /(?:performance|success) (?:indicators?|metrics?)(?: \(.*\))?$|\bkpis?$/],
  ['ignored', /(?:hiring|interview(?:ing)?|application|recruiting) (?:process|plan)$/],
  [
    'ignored',
    /^(?:projects?|areas of interest|interests)(?:$| (?:you|we|to|for|that)\b)|^(?:example|sample|possible) projects?/,
  ],
  [
    'ignored',
    /^(?:compensation|benefits|salary|about us|about the company|our values|how to apply|apply|resources|links|references|see also|changelog|table of contents|contents)$/,
  ],
  [
    'ladder',
    /(?:career|job|role) (?:ladder|path|paths|progression|track|tracks)$|^(?:previous|next)(?: and next| and previous)? (?:roles?|levels?|steps?)$/,
  ],
  ['grade', /^(?:.* )?(?:job|pay|salary) (?:grades?|bands?)$|^(?:job )?grades?$/],
  [
    'shared',
    /^(?:all|every|each|any)(?: \w+)? (?:levels?|roles?|engineers?|developers?|managers?|programmers?|titles?)$|^(?:shared|common|base|baseline)(?: expectations| levels?)?$|^(?:everyone|all of us|shared|baseline)$/,
  ],
  [
    'levels',
    /^(?:.* )?(?:levels|level definitions|seniority levels|titles)$|^level(?:l?ing)?(?: (?:of|for|guide|framework)\b.*)?$|^stufen$|^niveaux$|^niveles$/,
  ],
  [
    'specialties',
    /^(?:.* )?(?:speciali?t(?:y|ies)|speciali[sz]ations?|segments?|distinctions?|spezialisierungen|focus teams)$/,
  ],
  [
    'wrapper',
    /^(?:(?:about )?(?:the |this )?(?:role|position|job)|(?:role|job|position) (?:description|overview|summary|details)|overview|summary|introduction|description|expectations by level|expectations per level)$/,
  ],
];

const nicePatterns = [
  /^nice[ -]to[ -]haves?\b|\bnice[ -]to[ -]haves?$/,
  /^bonus(?: points?)?\b|^extra (?:credit|points)|^pluses$|^(?:also )?a plus$/,
  /^(?:preferred|desirable|desired|ideal(?:ly)?|optional)\b/,
  /\b(?:preferred|desirable|desired)(?: (?:requirements?|qualifications?|skills?|experience))?$/,
  /^(?:wunschenswert|wünschenswert|von vorteil|souhaité|deseable)\b/,
];

const responsibilityPatterns = [
  /^(?:what|things) (?:you|you'll|you will|we|they|they'll)(?: will)? (?:do|be doing|can expect|are responsible for|own|work on)\b/,
  /^what(?: .*)? (?:you|they) can expect\b|^what(?: .*)? (?:does|do)\b/,
  /^(?:as an? .*|in this (?:role|position|job)),? you(?:'ll| will| are| can| should)\b/,
  /^you(?:'ll| will)(?: be)?$|^you(?:'ll| will) (?:be )?(?:responsible|doing)/,
  /^(?:your )?(?:duties|tasks|accountabilities|day[ -]to[ -]day|deliverables)(?: and .*)?$/,
  /^(?:your |key |main |core |role |job |level |primary )?expectations?(?: (?:of|for|at|in|and) .*)?$/,
  /^(?!how\b|what\b|who\b|why\b).* expectations?$/,
  /^(?:aufgaben|verantwortung|verantwortlichkeiten|responsabilités|responsabilidades|responsabilità)\b|\b(?:aufgaben|verantwortlichkeiten)$/,
];

const requirementPatterns = [
  /^(?:about you|who you are|you have|you are|you bring|you must|must[ -]haves?|your profile|what you(?:'ll)? (?:need|bring)|what (?:we|we're) (?:look|looking) for)\b/,
  /^an? .* must(?: have| be)?$|^you (?:should|may|might|could) (?:apply|be a (?:good )?(?:fit|match))\b|^(?:prerequisites?|qualifications?)\b/,
  /^(?:anforderungen|voraussetzungen|exigences|requisitos|requisiti)\b|\banforderungen$/,
];

const kindWords: readonly (readonly [string, AreaKind])[] = [
  ['responsibilities', 'responsibility'],
  ['responsibility', 'responsibility'],
  ['requirements', 'requirement'],
  ['requirement', 'requirement'],
  ['qualifications', 'requirement'],
];

/** What may follow the word in the middle of a heading: "Responsibilities & Requirements", "Requirements for X". */
const connectors = new Set(['and', 'or', 'for', 'of', 'at', 'in', 'to', 'by', 'as', 'include', 'on']);

/**
 * Nice-to-haves before requirements ("Preferred requirements"); responsibilities before requirements where a heading
 * is for both, since only those can be chosen as a focus area.
 */
function areaKind(text: string): AreaKind | null {
  const short = text.length <= 160 ? text : '';
  if (nicePatterns.some((pattern) => pattern.test(short))) return 'nice-to-have';
  const found = kindsInWords(short);
  if (found.has('responsibility')) return 'responsibility';
  if (found.has('requirement')) return 'requirement';
  if (responsibilityPatterns.some((pattern) => pattern.test(short))) return 'responsibility';
  return requirementPatterns.some((pattern) => pattern.test(short)) ? 'requirement' : null;
}

function kindsInWords(text: string): Set<AreaKind> {
  const found = new Set<AreaKind>();
  // What stands in parentheses or behind a colon comments on the heading.
  const clean = text.replace(/\([^()]*\)/g, ' ').trim();
  if (/^(?:how|what|who|why|where)\b/.test(clean)) return found;
  const spaced = clean.replace(/[&+/,]|\band\b/g, ' and ').replace(/[:-] /g, ' : ');
  const words = spaced.split(/\s+/).filter((word) => word !== '');
  words.forEach((word, index) => {
    const kind = kindOfWord(word.replace(/\P{L}/gu, ''));
    if (kind === null) return;
    const following = words[index + 1];
    if (following === undefined || following === ':' || connectors.has(following)) found.add(kind);
  });
  return found;
}

/** Misspelt by up to two letters still counts, with the right first letter. */
function kindOfWord(word: string): AreaKind | null {
  if (word.length < 8 || word.length > 20) return null;
  for (const [name, kind] of kindWords) {
    if (word === name) return kind;
    if (word[0] === name[0] && Math.abs(word.length - name.length) <= 2 && distance(word, name) <= 2) return kind;
  }
  return null;
}

/** Headings that name an area in so many frameworks that they never are a level, a specialty or a group. */
export function isUsualArea(title: string): boolean {
  const words = wordsOf(title).filter((word) => word !== 'and' && word !== 'the');
  return words.length > 0 && words.length <= 4 && words.every((word) => usualAreas.has(word));
}

const usualAreas = new Set(
  (
    'technical technology technologies execution collaboration communication influence maturity leadership impact scope teamwork ' +
    'delivery general mentoring mentorship quality planning ownership skills skill culture values people process ' +
    'growth judgment mastery trust feedback strategy product business design autonomy complexity knowledge expertise'
  ).split(' '),
);
