/** A text folded for comparison: case, marks, punctuation and emoji aside; the text itself where nothing is left. */
export function keyOf(text: string): string {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? text.trim() : key;
}
