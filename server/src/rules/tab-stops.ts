/** Text that a fix writes, with marks where a client with snippets puts its tab stops, in the order to visit. */

/** A private-use character, which notes do not hold: a place to type. */
export const stop = '\uE000';

/** The text for clients without snippets: no marks, and no blanks before a line's end that waited for typing. */
export function cleanText(text: string): string {
  if (!text.includes(stop)) return text;
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line) => (line.includes(stop) ? line.replaceAll(stop, '').trimEnd() : line))
    .join('');
}

/** The text in snippet syntax; null where it has no tab stop. */
export function snippetOf(text: string): string | null {
  if (!text.includes(stop)) return null;
  let count = 0;
  return text.replace(/[\\$}]/g, '\\$&').replaceAll(stop, () => `\${${++count}}`);
}
