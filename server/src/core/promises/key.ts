/** A text folded for comparison: case, marks, punctuation and emoji aside; the text itself where nothing is left. */
export function keyOf(text: string): string {
  const said = (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase().replace(carryRemark, '');
  const key = ascii.test(said)
    ? said
        .replace(/'/g, '')
        .replace(/[^a-z\d]+/g, ' ')
        .trim()
    : said
        .replace(/['\u2019]/g, '')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim();
  return key === '' ? text.trim() : key;
}

/** Of which fewer signs have to be told apart. */
const ascii = /^\p{ASCII}*$/u;

/** What people write behind a promise when they copy it again: `(again…)`, `(still open)`, `(carried over)`. */
const carryRemark =
  /\((?:again|still(?: open)?|carried(?: over)?|continued|from last (?:time|week)|nochmal|immer noch|encore|toujours|otra vez|de nuevo|ancora|de novo|ainda)\P{L}*\)\s*$/u;
