/** The words and codes that say a level: "senior", "vp", `L3`, "Engineer III". */

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
export const prefixes = new Set([...ranks.keys()].filter((word) => word !== 'manager'));
export const heads = new Set(['manager', 'director', 'vp', 'head', 'chief', 'cto', 'ceo', 'cfo', 'coo', 'cpo', 'cio']);
export const suffixes = new Set(['senior', 'junior', 'intermediate', 'principal', 'mid', 'trainee', 'intern']);

/** Managers of things, not of people: an individual contributor's title. */
export const managedThings = new Set(
  'product project program programme contract contracts account accounts community content campaign marketing success release field alliance alliances partner territory vendor brand event events case category knowledge risk compliance procurement office facilities social media renewals deal pricing change configuration'.split(
    ' ',
  ),
);

/** Whether the word alone says a level. */
export function isLevelWord(word: string): boolean {
  return ranks.has(word);
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

/** The words of a folded text, in their usual spelling. */
export function tokensOf(text: string): string[] {
  return text
    .split(/[\s/]+/)
    .map((token) => (/^[a-z0-9]*$/.test(token) ? token : token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')))
    .filter((token) => token !== '')
    .flatMap((token) => (spellings.get(token) ?? token).split(' '));
}

/** `l3`, `IC 3`, "Level 3", "Band 4": a code, where it is the whole of the text. */
export function codeOf(text: string): { code: string; number: number } | null {
  const match = /^(?:(level|band|grade|stufe|niveau)\s*)?([a-z]{0,4})[ -]?(\d{1,2}(?:\.\d)?)$/.exec(text);
  if (match === null || (match[1] === undefined && match[2] === '') || counted.has(match[2]!)) return null;
  const letters = match[1] === undefined ? match[2]! : match[2] === '' ? 'level-' : match[2]!;
  return { code: `${letters}${match[3]!}`, number: Number(match[3]) };
}

/** Numbered, but no levels: "Week 1", "Q3", "v2". */
const counted = new Set('week day step part year phase task goal item note q h v w no fy kw tag teil jahr'.split(' '));

/** The number that a word is, in figures or as a Roman numeral. */
export function numeral(token: string): number | null {
  if (/^\d{1,2}$/.test(token)) return Number(token);
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].indexOf(token);
  return roman >= 0 ? roman + 1 : null;
}
