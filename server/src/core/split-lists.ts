/**
 * A label written right below a list, without a blank line. Markdown takes it for the end of the last item's text; whoever
 * wrote it began something new.
 */
import type { Block, ItemBlock, Line, ListBlock } from './build.ts';

/** The list up to such a label, the label as a paragraph, what follows it, and so on. Never throws. */
export function splitList(list: ListBlock, isLabel: (line: Line) => boolean): Block[] {
  const blocks: Block[] = [];
  let items: ItemBlock[] = [];
  const close = (): void => {
    const [first] = items;
    if (first === undefined) return;
    blocks.push({ kind: 'list', span: { start: first.span.start, end: items.at(-1)!.span.end }, items });
    items = [];
  };
  for (const item of list.items) {
    const split = splitItem(item, isLabel);
    items.push(split?.item ?? item);
    if (split === null) continue;
    close();
    blocks.push(...split.rest);
  }
  close();
  return blocks;
}

function splitItem(item: ItemBlock, isLabel: (line: Line) => boolean): { item: ItemBlock; rest: Block[] } | null {
  const { lines, blocks, span } = item;
  const at = lines.findIndex((line, index) => index > 0 && line.isFlush && isLabel(line));
  if (at > 0) {
    const moved = lines.slice(at);
    const end = lines[at - 1]!.span.end;
    const paragraph: Block = {
      kind: 'paragraph',
      span: { start: moved[0]!.span.start, end: moved.at(-1)!.span.end },
      lines: moved,
    };
    return {
      item: { ...item, lines: lines.slice(0, at), blocks: [], span: { ...span, end } },
      rest: [paragraph, ...blocks],
    };
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'list') continue;
    const [first, ...rest] = splitList(block, isLabel);
    if (first === undefined || rest.length === 0) continue;
    return {
      item: { ...item, blocks: [...blocks.slice(0, index), first], span: { ...span, end: first.span.end } },
      rest: [...rest, ...blocks.slice(index + 1)],
    };
  }
  return null;
}
