/** The words of a paragraph, heading or cell: text, emphasis, code, links, line breaks. */
import type { PhrasingContent } from 'mdast';
import { readAngle } from './angles.ts';
import { endBracket, openBracket } from './brackets.ts';
import { readMark } from './marks.ts';
import { placeOf, pointAt, trimSpaces, type Page, type Stretch } from './page.ts';
import { addNode, addText, type Asks, type ReadSign, type Run } from './run.ts';
import { paired } from './spans.ts';

/**
 * The nodes of a run of text, whose lines are given without the spaces before them; null where it is not surely plain.
 */
export function phrasingOf(page: Page, lines: readonly Stretch[], asks: Asks): PhrasingContent[] | null {
  const run: Run = { page, asks, items: [], bracket: null, firstMark: null, marks: 0, isBroken: false };
  const last = lines.length - 1;
  for (const [index, { line, start, end }] of lines.entries()) {
    const words = { line, start, end: trimSpaces(page.source, start, end) };
    const mayBreak = index < last && words.end === end;
    if (!readLine(run, words, mayBreak) || (index < last && !endLine(run, words, end))) return null;
  }
  return paired(run);
}

/** What may stand for something else than itself. */
const SIGNS: ReadonlyMap<string, ReadSign> = new Map<string, ReadSign>([
  ['\\', readEscape],
  ['`', readCode],
  ['*', readMark],
  ['_', readMark],
  ['~', readMark],
  ['[', openBracket],
  [']', endBracket],
  ['<', readAngle],
  ['&', readAmpersand],
  // An image.
  ['!', () => null],
]);
const SIGN = /[\\`*_~[\]<&]|!(?=\[)/g;

function readLine(run: Run, words: Stretch, mayBreak: boolean): boolean {
  const { source } = run.page;
  const { line, end } = words;
  run.isBroken = mayBreak && isBrokenAt(source, words);
  let from = words.start;
  for (;;) {
    SIGN.lastIndex = from;
    const at = SIGN.exec(source)?.index ?? end;
    addText(run, { line, start: from, end: Math.min(at, end) });
    if (at >= end) return true;
    if (run.isBroken && at === end - 1) return true;
    const next = SIGNS.get(source[at]!)!(run, words, at);
    if (next === null) return false;
    from = next;
  }
}

/** Whether a backslash at the end of a line, which no other one escapes, breaks it. */
function isBrokenAt(source: string, { start, end }: Stretch): boolean {
  let at = end;
  while (at > start && source[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

/** Ends a line after which another one comes. Spaces between its words and its end break it if there are two. */
function endLine(run: Run, words: Stretch, end: number): boolean {
  // The text of a link may go on in the next line.
  if (run.bracket !== null) return false;
  const { page, items, isBroken } = run;
  const { line } = words;
  const next = page.starts[line + 1]!;
  if (isBroken || end - words.end >= 2) {
    const start = pointAt(page, line, isBroken ? end - 1 : words.end);
    addNode(run, { type: 'break', position: { start, end: pointAt(page, line + 1, next) } });
  } else {
    items.push({ is: 'text', value: page.source.slice(end, next), line, start: end, endLine: line + 1, end: next });
  }
  return true;
}

function readEscape(run: Run, { line, end }: Stretch, at: number): number {
  const { source } = run.page;
  if (at + 1 === end || !ESCAPABLE.test(source[at + 1]!)) return addText(run, { line, start: at, end: at + 1 });
  const next = at + 2;
  run.items.push({ is: 'text', value: source[at + 1]!, line, start: at, endLine: line, end: next });
  return next;
}

const ESCAPABLE = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;

function readAmpersand(run: Run, { line }: Stretch, at: number): number | null {
  REFERENCE.lastIndex = at;
  return REFERENCE.test(run.page.source) ? null : addText(run, { line, start: at, end: at + 1 });
}

const REFERENCE = /&(?:#\d|#x[\da-f]|[a-z\d]{1,31};)/iy;

/** Code that ends on its line. */
function readCode(run: Run, { line, end }: Stretch, at: number): number | null {
  const { source } = run.page;
  const start = endOfQuotes(source, at, end);
  for (let close = source.indexOf('`', start); close >= 0 && close < end;) {
    const next = endOfQuotes(source, close, end);
    if (next - close === start - at) {
      const value = unpadded(source.slice(start, close));
      addNode(run, { type: 'inlineCode', value, position: placeOf(run.page, { line, start: at, end: next }) });
      return next;
    }
    close = source.indexOf('`', next);
  }
  return null;
}

function endOfQuotes(source: string, at: number, end: number): number {
  while (at < end && source[at] === '`') at++;
  return at;
}

function unpadded(code: string): string {
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
  return isPadded ? code.slice(1, -1) : code;
}
