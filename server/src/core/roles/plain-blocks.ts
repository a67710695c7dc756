/** Headings, paragraphs, lists and tables read without a markdown parser, wherever nothing but these stands. */
import type { Span } from '../model.ts';
import type { Block, Cell, ListItem } from './blocks.ts';
import { linesOf, type Part } from './parts.ts';

/**
 * The blocks of a part of a text, exactly as the markdown parser gives them; null where the part holds anything that is
 * not surely plain: then the parser has to read it. Role descriptions are nearly all plain, and the parser takes
 * twenty times as long. `test/core/roles/plain-blocks.test.ts` compares the two.
 */
export function plainBlocks(part: Part): Block[] | null {
  const { source } = part;
  if (/[\t\0]|\r(?!\n)/.test(source)) return null;
  const walk = walkOf(part);
  const lines = /[^\r\n]+/g;
  let next = 0;
  for (let match = lines.exec(source); match !== null; match = lines.exec(source)) {
    const between = source.slice(next, match.index);
    if (between.indexOf('\n') !== between.lastIndexOf('\n')) walk.blank();
    next = match.index + match[0].length;
    const line = lineAt(match[0], part.start + match.index);
    if (line === null) walk.blank();
    else if (!walk.take(line)) return null;
  }
  return walk.blocks();
}

interface PlainLine {
  readonly content: string;
  readonly indent: number;
  readonly span: Span;
  /** With the spaces behind it, which the parser counts to a paragraph. */
  readonly end: number;
}

interface OpenItem {
  /** Where its text starts: what is indented as far belongs to it. */
  readonly column: number;
  readonly paragraphs: OpenParagraph[];
  readonly items: OpenItem[];
  readonly start: number;
  end: number;
}

interface OpenParagraph {
  readonly start: number;
  end: number;
}

type OpenBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly span: Span }
  | ({ readonly kind: 'paragraph' } & OpenParagraph)
  | { readonly kind: 'list'; readonly mark: string; readonly items: OpenItem[] }
  | OpenTable;

interface OpenTable {
  readonly kind: 'table';
  readonly rows: Cell[][];
  readonly start: number;
  end: number;
  /** Whether the row under its head was there. */
  isTable: boolean;
}

const deepest = 12;

interface Walk {
  /** False where the line is not surely plain. */
  take(line: PlainLine): boolean;
  blank(): void;
  /** Null where the last of it is not surely plain. */
  blocks(): Block[] | null;
}

function walkOf(part: Part): Walk {
  const done: OpenBlock[] = [];
  const open: OpenItem[] = [];
  let paragraph: OpenParagraph | null = null;
  let table: OpenTable | null = null;
  let isSure = true;
  const leave = (indent: number): void => {
    while (open.length > 0 && open.at(-1)!.column > indent) open.pop();
  };
  const reach = (end: number): void => {
    for (const item of open) item.end = end;
  };

  const takeHeading = ({ content, indent, span }: PlainLine): boolean => {
    const match = /^(#{1,6}) +(\S.*)$/.exec(content);
    if (match === null || indent > 0 || content.endsWith('#')) return false;
    open.length = 0;
    paragraph = null;
    const start = span.end - match[2]!.length;
    done.push({ kind: 'heading', depth: match[1]!.length, text: match[2]!, span: { start, end: span.end } });
    return true;
  };

  const takeItem = ({ indent, span, end }: PlainLine, [mark, space, content]: Marked): boolean => {
    const within = open.length;
    leave(indent);
    const around = open.at(-1);
    const before = around === undefined ? done.at(-1) : undefined;
    const last = mark.at(-1)!;
    const isNext = before?.kind === 'list' && before.mark === last;
    // A number other than 1 may only go on with a list; a paragraph above would take it for text.
    if (/^\d/.test(mark) && !isNext && (paragraph !== null || around !== undefined || mark !== `1${last}`))
      return false;
    if (/^\d/.test(mark) && paragraph !== null && within === open.length) return false;
    if (indent - (around?.column ?? 0) > 3 || open.length >= deepest || !isPlain(content)) return false;
    const start = span.end - content.length;
    paragraph = { start, end };
    const column = indent + mark.length + space.length;
    const item: OpenItem = { column, paragraphs: [paragraph], items: [], start: span.start, end };
    if (around !== undefined) around.items.push(item);
    else if (isNext) before.items.push(item);
    else done.push({ kind: 'list', mark: last, items: [item] });
    open.push(item);
    reach(end);
    return true;
  };

  const takeText = ({ content, indent, span, end }: PlainLine): boolean => {
    if (!isPlain(content)) return false;
    if (paragraph === null) {
      leave(indent);
      const around = open.at(-1);
      if (indent - (around?.column ?? 0) > 3) return false;
      const opened = { start: span.start, end };
      if (around !== undefined) around.paragraphs.push(opened);
      paragraph = opened;
      if (around === undefined) {
        const block: OpenBlock = { kind: 'paragraph', ...opened };
        done.push(block);
        paragraph = block;
      }
    }
    paragraph.end = end;
    reach(end);
    return true;
  };

  const takeRow = ({ content, indent, span: { start }, end }: PlainLine): boolean => {
    if (indent > 0 || paragraph !== null || content.length < 2 || !content.endsWith('|') || content.includes('\\')) {
      return false;
    }
    if (table === null) {
      open.length = 0;
      table = { kind: 'table', rows: [cellsOf(content, start)], start, end, isTable: false };
      done.push(table);
      return true;
    }
    table.end = end;
    if (table.isTable) return table.rows.push(cellsOf(content, start)) > 0;
    table.isTable = /^\|(?: *:?-+:? *\|)+$/.test(content) && cellsOf(content, start).length === table.rows[0]!.length;
    return table.isTable;
  };

  return {
    take(line) {
      if (line.content.startsWith('|')) return takeRow(line);
      // A line right under a table is a row too, whatever it is.
      if (table !== null) return false;
      if (line.content.startsWith('#')) return takeHeading(line);
      const marked = markedText(line.content);
      return marked === null ? takeText(line) : takeItem(line, marked);
    },
    blank() {
      paragraph = null;
      isSure &&= table?.isTable ?? true;
      table = null;
    },
    blocks() {
      this.blank();
      return isSure ? done.map((block) => closed(block, part)) : null;
    },
  };
}

function closed(block: OpenBlock, part: Part): Block {
  if (block.kind === 'heading') return block;
  if (block.kind === 'paragraph') {
    const span = { start: block.start, end: block.end };
    return { kind: 'paragraph', lines: linesOf(part, span), span };
  }
  if (block.kind === 'table') return { kind: 'table', rows: block.rows, span: { start: block.start, end: block.end } };
  const items = block.items.map((item) => closedItem(item, part));
  return { kind: 'list', items, span: { start: items[0]!.span.start, end: items.at(-1)!.span.end } };
}

function closedItem({ paragraphs, items, start, end }: OpenItem, part: Part): ListItem {
  const [first, ...more] = paragraphs.map((paragraph) => linesOf(part, { start: paragraph.start, end: paragraph.end }));
  return { lines: first!, more: more.flat(), items: items.map((item) => closedItem(item, part)), span: { start, end } };
}

/** What stands between the bars of a row that starts and ends with one. */
function cellsOf(row: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  for (let bar = 0, next = row.indexOf('|', 1); next >= 0; bar = next, next = row.indexOf('|', bar + 1)) {
    const line = lineAt(row.slice(bar + 1, next), offset + bar + 1);
    const at = offset + bar;
    cells.push(line === null ? { text: '', span: { start: at, end: at } } : { text: line.content, span: line.span });
  }
  return cells;
}

/** Null where nothing but spaces stands on it. */
function lineAt(text: string, offset: number): PlainLine | null {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  if (from === to) return null;
  return {
    content: text.slice(from, to),
    indent: from,
    span: { start: offset + from, end: offset + to },
    end: offset + text.length,
  };
}

/** The mark, the space behind it and the text. */
type Marked = readonly [string, string, string];

function markedText(content: string): Marked | null {
  const match = /^([-*+]|\d{1,9}[.)])( {1,4})(\S.*)$/.exec(content);
  return match === null ? null : [match[1]!, match[2]!, match[3]!];
}

/** Text that can start nothing but a paragraph, or go on with one. */
function isPlain(content: string): boolean {
  // Space that markdown keeps and this project trims, at either end.
  if (content.trim() !== content) return false;
  if (/^[\p{L}("'$%&@/{!,.;]/u.test(content)) return true;
  if (/^\p{N}/u.test(content)) return !/^\d{1,9}[.)](?:\s|$)/.test(content);
  if (content.startsWith('[')) return !content.includes(']:');
  if (/^[*_-]/.test(content)) return /^[*_-]{1,3}[\p{L}\p{N}[("'`]/u.test(content);
  return /^`{1,2}[^`]/.test(content) || /^[^\p{ASCII}\s]/u.test(content);
}
