/** What is open while a text is read line by line: containers in each other, and in the innermost one a paragraph. */
import type { BlockContent, Blockquote, List, ListItem, Paragraph, PhrasingContent, Root } from 'mdast';
import { pointAt, skipSpaces, type Page, type Stretch } from './page.ts';

/** How the words of paragraphs, headings and cells are read. */
export interface Wording {
  /** The nodes of a run of lines; null where they are not surely plain. */
  read(page: Page, lines: readonly Stretch[]): PhrasingContent[] | null;
  /** What `[ ]` at the start of an item is. */
  readonly boxes: 'checks' | 'words';
  /** Whether anybody asks what quotes hold and names are defined as; if not, they only keep their place. */
  readonly asides: 'read' | 'left out';
}

export interface Walk {
  readonly page: Page;
  readonly wording: Wording;
  readonly root: Root;
  readonly open: Container[];
  paragraph: OpenParagraph | null;
  /** Whether an item without words stands anywhere before. */
  hasEmptyItem: boolean;
  /** Whether a blank line stands before the line that is read. */
  isBlankBefore: boolean;
}

export interface Container {
  readonly node: Blockquote | ListItem;
  /** Null for a quote. */
  readonly list: List | null;
  /** How far what belongs to an item is indented; 0 for a quote. */
  readonly size: number;
  /** Whether nothing stands beside the mark of an item. */
  readonly isEmpty: boolean;
}

export interface OpenParagraph {
  readonly node: Paragraph;
  readonly lines: Stretch[];
  /** The item that starts with it. */
  readonly item: ListItem | null;
}

/** Deeper than people nest. */
export const DEEPEST = 12;

export function childrenOf({ open, root }: Walk): Root['children'] {
  return (open.at(-1)?.node ?? root).children;
}

export function isQuoted({ open }: Walk): boolean {
  return open.some(({ list }) => list === null);
}

/** Puts a block where the walk is. */
export function add(walk: Walk, block: BlockContent): void {
  const children = childrenOf(walk);
  const container = walk.open.at(-1)?.node;
  if (container?.type === 'listItem' && walk.isBlankBefore && children.length > 0) container.spread = true;
  children.push(block);
}

/** What is open reaches to the end of a line. */
export function reach({ page, open }: Walk, line: number): void {
  for (const { node, list } of open) {
    node.position!.end = pointAt(page, line, page.ends[line]!);
    if (list !== null) list.position!.end = pointAt(page, line, page.ends[line]!);
  }
}

/** Ends the paragraph that is open, if any; false where its words are not surely plain. */
export function endParagraph(walk: Walk): boolean {
  if (walk.paragraph === null) return true;
  const { page, wording } = walk;
  const { source } = page;
  const { node, lines, item } = walk.paragraph;
  walk.paragraph = null;
  const first = lines[0]!;
  const last = lines.at(-1)!;
  node.position!.end = pointAt(page, last.line, last.end);
  // It may define a name.
  if (source[first.start] === '[' && source.slice(first.start, last.end).includes(']:')) {
    return leaveOutDefinitions(walk, node, lines);
  }

  // The parser takes words below such an item for its own, as far as boxes go.
  if (walk.hasEmptyItem && item === null && checkAt(source, first) !== null) return false;
  const isChecked = item === null || wording.boxes === 'words' ? null : checkAt(source, first);
  if (isChecked !== null && skipSpaces(source, first.start + 3, first.end) < first.end) {
    item!.checked = isChecked;
    lines[0] = { ...first, start: first.start + 4 };
  } else if (isChecked !== null && lines.length > 1) return false;
  const children = wording.read(page, lines);
  if (children === null) return false;
  node.children = children;
  const head = children[0];
  if (lines[0] !== first && head?.type === 'text') node.position!.start = { ...head.position!.start };
  return true;
}

/** Lines that each define a name, and nothing else, outside of anything; false where that is not sure. */
function leaveOutDefinitions(walk: Walk, node: Paragraph, lines: readonly Stretch[]): boolean {
  const { page, open, root, wording } = walk;
  if (wording.asides === 'read' || open.length > 0) return false;
  if (!lines.every(({ start, end }) => DEFINITION.test(page.source.slice(start, end)))) return false;
  root.children[root.children.length - 1] = { type: 'definition', identifier: '', url: '', position: node.position };
  return true;
}

/** The whole of a line: a name, and an address without a title. */
const DEFINITION = /^\[[^\s[\]\\][^[\]\\]*\]: *[^\s<>()"'\\]+ *$/;

/** Whether the box at the start of a line is checked; null where none is there. */
function checkAt(source: string, { start, end }: Stretch): boolean | null {
  const box = /^\[([ x])\](?: |$)/i.exec(source.slice(start, Math.min(start + 4, end)));
  return box === null ? null : box[1] !== ' ';
}
