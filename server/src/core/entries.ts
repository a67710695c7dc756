/** List items, lines and tables of a slice's blocks as entries of a section. */
import type { CellSpan, ItemBlock, Line, TableBlock } from './build.ts';
import type { Cell, Entry, Place, Span, Table } from './model.ts';

/** Where a span of the block's slice stands in its region. */
export type At = (span: Span) => Place;

export function entryOfLine(line: Line, at: At): Entry {
  return {
    text: line.text,
    place: at(line.span),
    words: at(line.span),
    mark: null,
    checkbox: null,
    struck: line.struck,
    links: line.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
    entries: [],
  };
}

/** With everything nested in it, lists in lists too. */
export function entryOfItem(item: ItemBlock, at: At): Entry {
  const nested = item.blocks.flatMap((block): Entry[] => {
    if (block.kind === 'list') return block.items.map((child) => entryOfItem(child, at));
    if (block.kind === 'paragraph') return block.lines.map((line) => entryOfLine(line, at));
    return [];
  });
  const first = item.lines[0];
  const words =
    first === undefined
      ? { start: item.span.end, end: item.span.end }
      : { start: first.span.start, end: item.lines.at(-1)!.span.end };
  return {
    text: item.lines.map((line) => line.text).join(' '),
    place: at(item.span),
    words: at(words),
    mark: item.mark,
    checkbox: item.checkbox === null ? null : { sign: item.checkbox.sign, place: at(item.checkbox.span) },
    struck: item.lines.length > 0 && item.lines.every((line) => line.struck),
    links: item.lines.flatMap((line) =>
      line.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
    ),
    entries: nested,
  };
}

export function tableOf(block: TableBlock, at: At): Table {
  const cell = (source: CellSpan): Cell => ({
    text: source.text,
    place: at(source.span),
    parts: source.parts.map((part) => ({ text: part.text, place: at(part.span) })),
    links: source.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
  });
  const [header = [], ...rows] = block.rows.map((row) => row.map(cell));
  return { place: at(block.span), header, rows };
}
