/** Folding of texts and names for comparison. Every function is linear, total and pure. */

const quotes = /[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g;
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const trailing = /[.,;:!?\u2026]/;

/** What may start or end a mark of markdown. */
const marks = new Set('\\![]*`_~<');
const anyMark = /[\\![\]*`_~<&]/;

/** What `foldMarks` has another form for: anything beyond ASCII, a backtick, more than single spaces. */
const foldable = /[^\x20-\x7E]|`| {2}/;

/** Without it, the classes of letters and digits are short. */
const beyondAscii = /[^\0-\x7F]/;

/** Spaces that are not single or not plain, and what may be either or unseen: the rest needs no collapsing. */
const untidy = / {2}|[^\x20-\x7E]/;

const references = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
]);

/** The text for comparison: marks and links removed, quotes, dashes and case folded, no trailing punctuation. */
export function normalise(text: string): string {
  return normaliseShown(withoutMarks(text));
}

/** The same of a text that has no marks any more. */
export function normaliseShown(shown: string): string {
  return dropTrailing(foldMarks(shown).toLowerCase());
}

/**
 * The text as a person reads it: markdown marks, link targets, tags and attribute lists removed, spaces collapsed.
 * Case and punctuation stay.
 */
export function withoutMarks(markdown: string): string {
  if (!anyMark.test(markdown)) return collapsed(markdown);
  const source = markdown.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39);/g, (reference) => references.get(reference)!);
  const search = searchIn(source);
  let result = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at]!;
    if (!marks.has(char)) {
      const end = nextMark(source, at);
      result += source.slice(at, end);
      at = end;
    } else if (char === '\\' && /[\p{P}\p{S}]/u.test(source[at + 1] ?? '')) {
      result += source[at + 1];
      at += 2;
    } else if (char === '!' && source[at + 1] === '[') {
      at++;
    } else if (char === ']' && (source[at + 1] === '(' || source[at + 1] === '[')) {
      const end = search(source[at + 1] === '(' ? ')' : ']', at + 1, 2000);
      at = end < 0 ? at + 1 : end + 1;
    } else if (char === '[' || char === ']' || char === '*' || char === '`') {
      if (char === '*' && /\s|^$/.test(source[at - 1] ?? '') && /\s|^$/.test(source[at + 1] ?? '')) result += char;
      at++;
    } else if (char === '_') {
      if (/[\p{L}\p{N}]/u.test(source[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(source[at + 1] ?? '')) result += char;
      at++;
    } else if (char === '~' && source[at + 1] === '~') {
      at += 2;
    } else if (char === '<' && /[a-z/!]/i.test(source[at + 1] ?? '')) {
      const end = search('>', at, 300);
      if (end < 0) result += char;
      else if (/^<br/i.test(source.slice(at, at + 3))) result += ' ';
      at = end < 0 ? at + 1 : end + 1;
    } else {
      result += char;
      at++;
    }
  }
  return collapsed(result);
}

function collapsed(text: string): string {
  if (!untidy.test(text)) return text.trim();
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && !marks.has(text[at]!)) at++;
  return at;
}

/** Quotes, dashes and spaces folded to their plain forms. */
export function foldMarks(text: string): string {
  if (!foldable.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name for comparison: letters and digits only, case folded, so that `L 3`, `l-3` and `L3` are one. */
export function foldName(text: string): string {
  const plain = withoutMarks(text);
  if (!beyondAscii.test(plain)) return plain.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The words of a text, folded: letters, digits and what joins them (`on-call`, `1:1`, `c++`). */
export function wordsOf(text: string): string[] {
  const plain = foldMarks(text).toLowerCase();
  return plain
    .split(beyondAscii.test(plain) ? /[^\p{L}\p{N}\p{M}'+#]+/u : /[^a-z0-9'+#]+/)
    .filter((word) => word !== '' && word !== "'");
}

/** An area name for comparison: the parts around `and`, `&`, `/` and commas in any order. */
export function foldArea(name: string): string {
  return normalise(name)
    .split(/\band\b|[&,/+]/)
    .map((part) => foldName(part))
    .filter((part) => part !== '')
    .sort()
    .join(' ');
}

/** A plain name as it appears in an address: `Senior Engineer` is `senior-engineer`. Never empty. */
export function slugOf(name: string): string {
  return slugWords(name).join('-') || 'untitled';
}

/** The same of the first words alone. */
export function shortSlugOf(name: string, most: number): string {
  if (beyondAscii.test(name)) return slugWords(name).slice(0, most).join('-') || 'untitled';
  const words: string[] = [];
  const folded = name.toLowerCase();
  plainWord.lastIndex = 0;
  for (let found = plainWord.exec(folded); found !== null && words.length < most; found = plainWord.exec(folded)) {
    words.push(found[0]);
  }
  return words.join('-') || 'untitled';
}

const plainWord = /[a-z0-9]+/g;

function slugWords(name: string): readonly string[] {
  if (!beyondAscii.test(name)) return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/**
 * Finds a char's offset from a place on, not further than `limit` away. What was searched in vain is not searched again,
 * so that a long line is read once.
 */
function searchIn(source: string): (char: string, from: number, limit: number) => number {
  const free = new Map<string, number>();
  return (char, from, limit) => {
    const end = Math.min(source.length, from + limit);
    for (let at = Math.max(from, free.get(char) ?? 0); at < end; at++) if (source[at] === char) return at;
    free.set(char, Math.max(end, free.get(char) ?? 0));
    return -1;
  };
}

function dropTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && (trailing.test(text[end - 1]!) || text[end - 1] === ' ')) end--;
  return text.slice(0, end);
}
