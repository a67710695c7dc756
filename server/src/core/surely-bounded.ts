/** A quick look at the signs of a text: nearly all that people write is surely within the bounds of `bounds.ts`. */

export interface Costs {
  readonly depth: number;
  readonly container: number;
  readonly marks: number;
  readonly line: number;
  readonly cell: number;
  readonly link: number;
  readonly emphasis: number;
  readonly code: number;
  readonly escape: number;
}

/**
 * What a text costs at most, in the measure of `bounds.ts`: as if it were one run of text, and each line a lazy one and
 * an underline. Infinite where its lines have to be looked at.
 */
export function costAtMost(source: string, costs: Costs): number {
  // What a footnote is made of may stand elsewhere, too.
  if (source.includes('[^')) return Infinity;
  let containers = 0;
  for (const [start] of source.matchAll(STARTS)) {
    if (start.length > costs.depth) return Infinity;
    containers += start.length;
  }
  let [lines, marks, angles, cheap, code, cells, links, escapes] = [1, 0, 0, 0, 0, 0, 0, 0];
  // Faster than a look at each character.
  SIGN.lastIndex = 0;
  while (SIGN.test(source)) {
    const at = SIGN.lastIndex;
    const sign = source[at - 1]!;
    if (sign === '\n' || sign === '\r') lines++;
    else if (sign === '<') angles++;
    else if (sign === '|') cells++;
    else if (sign === '&' || sign === '\\') escapes++;
    else if ('*_~'.includes(sign)) marks++;
    else {
      cheap++;
      if (sign === '`') code++;
      if (sign === ']' && (source[at] === '(' || source[at] === '[')) links++;
    }
  }
  if (marks > costs.marks || angles > costs.marks) return Infinity;
  return (
    source.length * (marks + 2 * angles + cheap / 4) +
    containers * costs.container +
    lines * (costs.line + 3 * source.length) +
    cells * costs.cell +
    links * costs.link +
    marks * costs.emphasis +
    code * costs.code +
    escapes * costs.escape
  );
}

const SIGN = /[\n\r*_~<[\]`!|&\\]/g;
/** Each container, and each two columns before it, takes at least one of these signs at the start of a line. */
const STARTS = /(?:^|[\n\r])[ \t>+*.)\d-]+/g;
