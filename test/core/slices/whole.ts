/** The judge: one parse of a whole document, and trees of slices put together to one. */
import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Slices } from '../../../server/src/core/slices.ts';

/** The blocks of a document as remark reads it whole, without its front matter. Offsets do not count a byte order mark. */
export function wholeBlocks(source: string, hasFrontMatter: boolean): Nodes[] {
  const processor = unified().use(remarkParse).use(gfmParts);
  if (hasFrontMatter) processor.use(remarkFrontmatter);
  const tree = processor.parse(source);
  if (!hasFrontMatter) return tree.children;
  if (tree.children[0]?.type !== 'yaml') throw new Error('No front matter here');
  return tree.children.slice(1);
}

/** The blocks of all slices, moved to where they stand in the document. */
export function joinedBlocks(slices: Slices<Root>): Nodes[] {
  const bom = slices.text.slice(0, 1) === '\uFEFF' ? 1 : 0;
  return slices.list.flatMap((slice, index) => {
    const start = slices.offsetOf(index);
    const tree = structuredClone(slice.facts);
    move(tree, start - bom, slices.text.positionAt(start).line);
    return tree.children;
  });
}

function move(node: Nodes, offset: number, line: number): void {
  for (const point of [node.position!.start, node.position!.end]) {
    point.offset! += offset;
    point.line += line;
  }
  if ('children' in node) for (const child of node.children) move(child, offset, line);
}

function gfmParts(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem());
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  );
}
