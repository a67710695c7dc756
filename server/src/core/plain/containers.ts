/** Quotes and list items: which go on in a line, and which start there. */
import type { List, ListItem } from 'mdast';
import { placeOf, skipSpaces, type Stretch } from './page.ts';
import { add, childrenOf, DEEPEST, endParagraph, isQuoted, type Walk } from './walk.ts';

/** How many of the open containers go on in a line, and where what they hold starts. Blank lines belong to any item. */
export function stayIn({ page, open }: Walk, line: number): { readonly depth: number; readonly at: number } {
  const { source, starts, ends } = page;
  const end = ends[line]!;
  let at = starts[line]!;
  let depth = 0;
  for (const { list, size } of open) {
    const first = skipSpaces(source, at, end);
    if (list === null) {
      if (first === end || source[first] !== '>' || first - at > 3) break;
      at = afterQuoteMark(source, first, end);
    } else if (first === end) at = Math.min(at + size, end);
    else if (first - at >= size) at += size;
    else break;
    depth++;
  }
  return { depth, at };
}

/** `taken` where nothing is left of the line, else where its words start and how far they are indented. */
export type Content = 'taken' | { readonly start: number; readonly indent: number };

/** Closes what does not go on in a line, and starts what starts there. Null where that is not sure. */
export function changeContainers(walk: Walk, place: Stretch, depth: number): Content | null {
  const { source } = walk.page;
  const { line, end } = place;
  const isInParagraph = walk.paragraph !== null;
  const isLeaving = depth < walk.open.length;
  if (isLeaving) {
    const left = leaveContainers(walk, place, depth);
    if (left !== 'left') return left;
  }
  // What stands below a mark without words is in its item only if it comes at once.
  if (walk.open.some(({ isEmpty }) => isEmpty)) return null;
  let at = place.start;
  for (let isFirst = true; ; isFirst = false) {
    const first = skipSpaces(source, at, end);
    const indent = first - at;
    if (first === end) {
      walk.isBlankBefore = true;
      return 'taken';
    }
    // Code, unless a paragraph goes on.
    if (indent > 3) return walk.paragraph === null ? null : { start: first, indent };
    const mark = source[first] === '>' ? '>' : markAt(source, first, end);
    if (mark === null || RULE.test(source.slice(first, end))) return { start: first, indent };
    if (walk.open.length >= DEEPEST) return null;
    if (mark === '>') {
      if (!startQuote(walk, { line, start: first, end })) return null;
      at = afterQuoteMark(source, first, end);
      continue;
    }
    const words = skipSpaces(source, first + mark.length, end);
    const mayInterrupt = words < end && (mark.length === 1 || mark.slice(0, -1) === '1');
    if (isInParagraph && !mayInterrupt && !(isLeaving && goesOnWithList(walk, mark))) {
      // Such a mark is a word of the paragraph.
      const isWord = walk.paragraph !== null && words < end && isFirst;
      return isWord ? { start: first, indent } : null;
    }
    const space = words === end ? 1 : words - first - mark.length;
    // More spaces start code.
    if (space > 4 || !endParagraph(walk)) return null;
    startItem(walk, { line, start: first, end }, mark, { size: indent + mark.length + space, isEmpty: words === end });
    if (words === end) return 'taken';
    at = words;
  }
}

/** A line of one sign, three times or more. */
export const RULE = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/** `taken` where the line goes on with the paragraph of an item that it does not belong to. */
function leaveContainers(walk: Walk, { line, start, end }: Stretch, depth: number): 'left' | 'taken' | null {
  const { page, open, paragraph } = walk;
  const first = skipSpaces(page.source, start, end);
  if (paragraph !== null) {
    const is = first - start > 3 ? 'words' : startOfBlock(page.source.slice(first, end));
    if (is === null) return null;
    if (is === 'words') {
      if (open.slice(depth).some(({ list }) => list === null)) return null;
      paragraph.lines.push({ line, start: first, end });
      return 'taken';
    }
  }
  if (!endParagraph(walk)) return null;
  const count = open.length - depth;
  open.length = depth;
  if (!isQuoted(walk) || walk.wording.asides === 'left out') return 'left';
  // A list in a quote that does not go on ends somewhere else.
  const mark = first - start > 3 ? null : markAt(page.source, first, end);
  return count === 1 && mark !== null && goesOnWithList(walk, mark) ? 'left' : null;
}

/** What the words of a line would be; null where that is not sure. */
function startOfBlock(words: string): 'block' | 'words' | null {
  if (/^(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}) +[^ ]|>)/.test(words) || RULE.test(words)) return 'block';
  return /^(?:[-*+#`~<_=|:]|\d{1,9}[.)](?: |$))/.test(words) ? null : 'words';
}

/** The mark of an item, which a space or the end of the line follows. */
function markAt(source: string, at: number, end: number): string | null {
  const sign = source[at]!;
  if (sign !== '-' && sign !== '*' && sign !== '+' && (sign < '0' || sign > '9')) return null;
  MARK.lastIndex = at;
  const mark = MARK.exec(source)?.[0];
  return mark !== undefined && at + mark.length <= end ? mark : null;
}

const MARK = /(?:[-*+]|\d{1,9}[.)])(?=[ \r\n]|$)/y;

/** A space behind the mark belongs to it. */
function afterQuoteMark(source: string, at: number, end: number): number {
  return at + 1 < end && source[at + 1] === ' ' ? at + 2 : at + 1;
}

function startQuote(walk: Walk, place: Stretch): boolean {
  // Of blank lines in a quote in an item it is hard to say whose they are.
  if (walk.open.some(({ list }) => list !== null) || !endParagraph(walk)) return false;
  const node = { type: 'blockquote' as const, children: [], position: placeOf(walk.page, place) };
  add(walk, node);
  walk.open.push({ node, list: null, size: 0, isEmpty: false });
  walk.isBlankBefore = false;
  return true;
}

function startItem(
  walk: Walk,
  place: Stretch,
  mark: string,
  { size, isEmpty }: { readonly size: number; readonly isEmpty: boolean },
): void {
  const { page, open } = walk;
  let list: List;
  if (goesOnWithList(walk, mark)) {
    list = childrenOf(walk).at(-1) as List;
    if (walk.isBlankBefore) list.spread = true;
  } else {
    const start = mark.length > 1 ? Number(mark.slice(0, -1)) : null;
    const position = placeOf(page, place);
    list = { type: 'list', ordered: start !== null, start, spread: false, children: [], position };
    add(walk, list);
  }
  const node: ListItem = {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [],
    position: placeOf(page, place),
  };
  list.children.push(node);
  open.push({ node, list, size, isEmpty });
  walk.hasEmptyItem ||= isEmpty;
  walk.isBlankBefore = false;
}

function goesOnWithList(walk: Walk, mark: string): boolean {
  const before = childrenOf(walk).at(-1);
  return before?.type === 'list' && signOf(walk, before) === mark.at(-1);
}

/** The sign that all items of a list have. */
function signOf({ page }: Walk, list: List): string {
  let at = list.children[0]!.position!.start.offset!;
  while (list.ordered === true && page.source[at]! >= '0' && page.source[at]! <= '9') at++;
  return page.source[at]!;
}
