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

/**
 * With everything nested in it, lists in lists too. A further line that starts a part of its own (`Goals: text` below the
 * name of a focus area) is nested as well.
 */
export function entryOfItem(item: ItemBlock, at: At, startsPart: (line: Line) => boolean): Entry {
  const parts = item.lines.findIndex((line, index) => index > 0 && startsPart(line));
  const lines = parts < 0 ? item.lines : item.lines.slice(0, parts);
  const nested = item.blocks.flatMap((block): Entry[] => {
    if (block.kind === 'list') return block.items.map((child) => entryOfItem(child, at, startsPart));
    if (block.kind === 'paragraph') return block.lines.map((line) => entryOfLine(line, at));
    return [];
  });
  const [first] = lines;
  const words =
    first === undefined
      ? { start: item.span.end, end: item.span.end }
      : { start: first.span.start, end: lines.at(-1)!.span.end };
  return {
    text: lines.map((line) => line.text).join(' '),
    place: at(item.span),
    words: at(words),
    mark: item.mark,
    checkbox: item.checkbox === null ? null : { sign: item.checkbox.sign, place: at(item.checkbox.span) },
    struck: lines.length > 0 && lines.every((line) => line.struck),
    links: lines.flatMap((line) =>
      line.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
    ),
    entries: [...item.lines.slice(lines.length).map((line) => entryOfLine(line, at)), ...nested],
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
