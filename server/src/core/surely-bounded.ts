/** A quick look at the signs of a text: nearly all that people write is surely within the bounds of `bounds.ts`. */

export interface Costs {
  readonly depth: number;
  readonly marks: number;
  readonly line: number;
  readonly cell: number;
  readonly link: number;
}

/**
 * What a text costs at most, in the measure of `bounds.ts`: as if it were one run of text, and each line a lazy one and
 * an underline. Infinite where its lines have to be looked at.
 */
export function costAtMost(source: string, costs: Costs): number {
  const { length } = source;
  let [lines, marks, angles, cheap, cells, links] = [0, 0, 0, 0, 0, 0];
  for (let at = 0, isLineStart = true; at < length; at++) {
    const code = source.charCodeAt(at);
    if (isLineStart) {
      lines++;
      if (!isShallow(source, at, costs.depth)) return Infinity;
    }
    isLineStart = code === LF || code === CR;
    if (code >= A && code <= Z) continue;
    if (code === STAR || code === UNDERSCORE || code === TILDE) marks++;
    else if (code === ANGLE) angles++;
    else if (code === BAR) cells++;
    else if (code === OPEN || code === CLOSE || code === QUOTE || code === EXCLAMATION) cheap++;
    if (code !== CLOSE) continue;
    const next = source.charCodeAt(at + 1);
    if (next === OPEN || next === PARENTHESIS) links++;
  }
  if (marks > costs.marks || angles > costs.marks) return Infinity;
  const ofRun = length * (marks + 2 * angles + cheap / 4);
  return ofRun + lines * (costs.line + 3 * length) + cells * costs.cell + links * costs.link;
}

const [LF, CR, EXCLAMATION, PARENTHESIS, STAR, ANGLE] = [10, 13, 33, 40, 42, 60];
const [OPEN, CLOSE, UNDERSCORE, QUOTE, A, Z, BAR, TILDE] = [91, 93, 95, 96, 97, 122, 124, 126];

/** Whether so few marks of containers start a line that there is no need to count them. */
function isShallow(source: string, start: number, most: number): boolean {
  let at = start;
  while (at < source.length && STARTING.includes(source[at]!)) at++;
  // A footnote holds whatever its line holds.
  return at - start <= most && !(source[at] === '[' && source[at + 1] === '^');
}

const STARTING = ' \t>-+*.)0123456789';
