/** Headings, rules, code, comments and paragraphs. */
import type { Heading, ListItem } from 'mdast';
import { RULE } from './containers.ts';
import { placeOf, pointAt, skipSpaces, trimSpaces, type Stretch } from './page.ts';
import { mayBeDelimiters } from './tables.ts';
import { add, endParagraph, isQuoted, reach, type Walk } from './walk.ts';

/** Takes the words of a line; gives the line to go on with. Null where they are not surely plain. */
export function takeLeaf(walk: Walk, words: Stretch, indent: number): number | null {
  const { source } = walk.page;
  const { start, end } = words;
  if (indent <= 3) {
    switch (source[start]) {
      case '#':
        if (/^#{1,6}(?: |$)/.test(source.slice(start, Math.min(start + 7, end)))) return takeHeading(walk, words);
        break;
      case '-':
      case '=':
      case '*':
      case '_': {
        const text = source.slice(start, end);
        if (walk.paragraph !== null && UNDERLINE.test(text)) return null;
        if (RULE.test(text)) return takeRule(walk, words);
        break;
      }
      case '`':
      case '~':
        if (source.startsWith('```', start) || source.startsWith('~~~', start)) {
          return indent > 0 ? null : takeCode(walk, words);
        }
        break;
      case '<':
        if (source.startsWith('<!--', start)) return indent > 0 ? null : takeComment(walk, words);
        if (!/^<(?:https?:\/\/|[^a-z/!?])/i.test(source.slice(start, start + 9))) return null;
        break;
      default:
    }
  }
  return takeText(walk, words);
}

const UNDERLINE = /^(?:=+|-+) *$/;

function takeText(walk: Walk, words: Stretch): number | null {
  const { page, open, paragraph } = walk;
  if (paragraph !== null) {
    if (mayBeDelimiters(page.source.slice(words.start, words.end))) return null;
    paragraph.lines.push(words);
    return words.line + 1;
  }
  const container = open.at(-1)?.node;
  const item: ListItem | null = container?.type === 'listItem' && container.children.length === 0 ? container : null;
  const node = { type: 'paragraph' as const, children: [], position: placeOf(page, words) };
  add(walk, node);
  walk.paragraph = { node, lines: [words], item };
  return words.line + 1;
}

function takeHeading(walk: Walk, { line, start, end }: Stretch): number | null {
  const { page, wording } = walk;
  const { source } = page;
  let at = start;
  while (at < end && source[at] === '#') at++;
  const from = skipSpaces(source, at, end);
  const to = trimSpaces(source, from, end);
  // Signs that may close it.
  if ((to > from && source[to - 1] === '#') || !endParagraph(walk)) return null;
  const children = wording.read(page, to > from ? [{ line, start: from, end: to }] : []);
  if (children === null) return null;
  const depth = (at - start) as Heading['depth'];
  add(walk, { type: 'heading', depth, children, position: placeOf(page, { line, start, end }) });
  return line + 1;
}

function takeRule(walk: Walk, words: Stretch): number | null {
  const { page } = walk;
  if (page.source[words.end - 1] === ' ' || !endParagraph(walk)) return null;
  add(walk, { type: 'thematicBreak', position: placeOf(page, words) });
  return words.line + 1;
}

const FENCE = /(?<mark>`{3,}|~{3,}) *(?:(?<lang>[^\s`~\\&]+)(?: +(?<meta>[^\s`~\\&]+))?)?/y;
const CLOSING = /(?:`{3,}|~{3,})(?= *(?:[\r\n]|$))/y;

/** Fenced code. In an item, each line of it is indented as the first one, and none is blank. */
function takeCode(walk: Walk, { line, start, end }: Stretch): number | null {
  const { page } = walk;
  const { source, starts, ends } = page;
  FENCE.lastIndex = start;
  const fence = FENCE.exec(source);
  if (fence === null || FENCE.lastIndex !== end || isQuoted(walk) || !endParagraph(walk)) return null;
  const { mark, lang, meta } = fence.groups!;
  const column = start - starts[line]!;
  const lines: string[] = [];
  for (let next = line + 1; next < starts.length; next++) {
    const at = starts[next]!;
    const first = skipSpaces(source, at, ends[next]!);
    if (column > 0 && (first === ends[next] || first - at < column)) return null;
    CLOSING.lastIndex = first;
    const closing = first - at - column > 3 ? undefined : CLOSING.exec(source)?.[0];
    if (closing?.startsWith(mark!) !== true) {
      lines.push(source.slice(at + column, starts[next + 1] ?? ends[next]));
      continue;
    }
    if (first - at !== column || first + closing.length !== ends[next]) return null;
    const value = lines.join('').replace(/(?:\r\n?|\n)$/, '');
    const position = { start: pointAt(page, line, start), end: pointAt(page, next, ends[next]!) };
    add(walk, { type: 'code', lang: lang ?? null, meta: meta ?? null, value, position });
    reach(walk, next);
    return next + 1;
  }
  return null;
}

/** HTML that is a comment; in an item or a quote, on one line. */
function takeComment(walk: Walk, { line, start }: Stretch): number | null {
  const { page, open } = walk;
  const { source, ends } = page;
  const close = source.indexOf('-->', start + 4);
  if (close < 0 || source[start + 4] === '-' || source[start + 4] === '>' || !endParagraph(walk)) return null;
  let last = line;
  while (ends[last]! < close) last++;
  if (last > line && open.length > 0) return null;
  const end = ends[last]!;
  const position = { start: pointAt(page, line, start), end: pointAt(page, last, end) };
  add(walk, { type: 'html', value: source.slice(start, end), position });
  return last + 1;
}
