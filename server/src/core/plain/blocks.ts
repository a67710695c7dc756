/** The blocks of a text, read line by line. */
import type { Root } from 'mdast';
import { changeContainers, stayIn } from './containers.ts';
import { takeLeaf } from './leaves.ts';
import { pointAt, skipSpaces, type Page } from './page.ts';
import { takeTable } from './tables.ts';
import { endParagraph, isQuoted, reach, type Walk, type Wording } from './walk.ts';

/** The tree of a text without tabs; null where it is not surely plain. */
export function treeOf(page: Page, wording: Wording): Root | null {
  const last = page.ends.length - 1;
  const position = { start: pointAt(page, 0, 0), end: pointAt(page, last, page.source.length) };
  const root: Root = { type: 'root', children: [], position };
  const walk: Walk = { page, wording, root, open: [], paragraph: null, hasEmptyItem: false, isBlankBefore: false };
  for (let line = 0; line <= last;) {
    const next = takeLine(walk, line);
    if (next === null) return null;
    line = next;
  }
  return endParagraph(walk) ? root : null;
}

/** The line to go on with; null where this one is not surely plain. */
function takeLine(walk: Walk, line: number): number | null {
  const { source, ends } = walk.page;
  const end = ends[line]!;
  const { depth, at } = stayIn(walk, line);
  if (skipSpaces(source, at, end) === end) return takeBlank(walk, line, depth) ? line + 1 : null;
  const content = changeContainers(walk, { line, start: at, end }, depth);
  if (content === null) return null;
  reach(walk, line);
  if (content === 'taken') return line + 1;
  const { start, indent } = content;
  const words = { line, start, end };
  const table = indent === 0 ? takeTable(walk, words) : undefined;
  const next = table === undefined ? takeLeaf(walk, words, indent) : table;
  walk.isBlankBefore = false;
  return next;
}

function takeBlank(walk: Walk, line: number, depth: number): boolean {
  if (!endParagraph(walk)) return false;
  // A quote that the last line leaves, where no line break ends it, reaches to its end or not.
  const { starts, ends, source } = walk.page;
  const isUnended = starts[line]! < ends[line]! && ends[line] === source.length;
  if (isUnended && walk.open.slice(depth).some(({ list }) => list === null)) return false;
  walk.open.length = depth;
  walk.isBlankBefore = true;
  if (!isQuoted(walk) || walk.wording.asides === 'left out') return true;
  // A quote reaches as far as its marks do, and what is in it perhaps as well.
  reach(walk, line);
  return walk.open.every(({ list }) => list === null);
}
