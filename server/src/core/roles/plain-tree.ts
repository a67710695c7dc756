/** Role descriptions are nearly all plain: they are read without the markdown parser, their words left as they are written. */
import type { Root } from 'mdast';
import { treeOf } from '../plain/blocks.ts';
import { pageOf, pointAt, trimSpaces } from '../plain/page.ts';
import type { Wording } from '../plain/walk.ts';

/**
 * The tree that the markdown parser gives without marks and links in it, but for what quotes hold and how names are
 * defined; null where the parser has to read the text itself.
 */
export function plainTree(source: string): Root | null {
  return /[\t\0\uFEFF]/.test(source) ? null : treeOf(pageOf(source), asWritten);
}

const asWritten: Wording = {
  read(page, lines) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    const end = trimSpaces(page.source, last.start, last.end);
    const position = { start: pointAt(page, first.line, first.start), end: pointAt(page, last.line, end) };
    return [{ type: 'text', value: page.source.slice(first.start, end), position }];
  },
  boxes: 'words',
  asides: 'left out',
};
