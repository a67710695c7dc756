/** Markdown text → its blocks, in order, with the source of every text. Bounded. */
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { ListItem as MarkdownItem, RootContent, Table } from 'mdast';
import type { Span } from '../model.ts';
import { htmlTables } from './html-tables.ts';
import { linesOf, partsOf, textAt, together, type Line, type Part } from './parts.ts';
import { plainTree } from './plain-tree.ts';

export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly span: Span }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly span: Span }
  | { readonly kind: 'diagram'; readonly text: string; readonly span: Span };

export interface ListItem {
  /** The lines of the item's own text. */
  readonly lines: readonly Line[];
  /** Further paragraphs of the item. */
  readonly more: readonly Line[];
  readonly items: readonly ListItem[];
  readonly span: Span;
}

export interface Cell {
  /** Markdown as written, with `<br>` and list tags still in it. */
  readonly text: string;
  readonly span: Span;
}

/**
 * Marks and links inside texts are not parsed: texts are kept as written, which is also what keeps hostile emphasis
 * and brackets harmless.
 */
const noInlines = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

/**
 * The blocks of a text, in order; none where the text as a whole is beyond the bounds of what a person writes, and
 * none of a part of it that is. Never throws.
 */
export function blocksOf(text: string): Block[] {
  const tables = htmlTables(text);
  const blocks: Block[] = tables.map((table) => ({ kind: 'table', ...table }));
  const others: Part[] = [];
  for (const part of partsOf(withoutSpans(text, tables))) {
    const plain = plainBlocks(part);
    if (plain === null) others.push(part);
    else blocks.push(...plain);
  }
  for (const part of together(others)) blocks.push(...parsedBlocks(part));
  return blocks.sort((a, b) => a.span.start - b.span.start);
}

/** The blocks of a part, read without the markdown parser; null where that has to read it. */
export function plainBlocks(part: Part): Block[] | null {
  return plainTree(part.source)?.children.flatMap((node) => blockOf(node, part)) ?? null;
}

/** The blocks of a part, read by the markdown parser. */
export function parsedBlocks(part: Part): Block[] {
  const tree = (part.source.includes('|') ? withTables : plain).parse(part.source);
  return tree.children.flatMap((node) => blockOf(node, part));
}

const plain = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [noInlines] })
  .freeze();
const withTables = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [gfmTable(), noInlines], fromMarkdownExtensions: [gfmTableFromMarkdown()] })
  .freeze();

/** Blank lines inside an HTML table end it for the parser, so it is read before and kept from it. */
function withoutSpans(text: string, blocks: readonly { readonly span: Span }[]): string {
  let result = '';
  let at = 0;
  for (const { span } of blocks) {
    result += text.slice(at, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    at = span.end;
  }
  return result + text.slice(at);
}

/** The text of lines on one line. */
export function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}

function blockOf(node: RootContent, part: Part): Block[] {
  const span = spanOf(node, part);
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, ...contentOf(node.children, part, span) }];
    case 'paragraph':
      return [{ kind: 'paragraph', lines: linesOf(part, span), span }];
    case 'list':
      return [{ kind: 'list', items: node.children.map((item) => itemOf(item, part)), span }];
    case 'table':
      return [{ kind: 'table', rows: rowsOf(node, part), span }];
    case 'code':
      return node.lang === 'mermaid' ? [{ kind: 'diagram', text: node.value, span }] : [];
    default:
      return [];
  }
}

function itemOf(node: MarkdownItem, part: Part): ListItem {
  const paragraphs = node.children.filter((child) => child.type === 'paragraph');
  const lists = node.children.filter((child) => child.type === 'list');
  const [first, ...more] = paragraphs;
  const heading = first ? undefined : node.children.find((child) => child.type === 'heading');
  const head = first ?? heading;
  return {
    lines: head ? linesOf(part, contentOf(head.children, part, spanOf(head, part)).span) : [],
    more: more.flatMap((paragraph) => linesOf(part, spanOf(paragraph, part))),
    items: lists.flatMap((list) => list.children.map((item) => itemOf(item, part))),
    span: spanOf(node, part),
  };
}

function rowsOf(table: Table, part: Part): Cell[][] {
  return table.children.map((row) => row.children.map((cell) => contentOf(cell.children, part, spanOf(cell, part))));
}

type Positioned = { readonly position?: { readonly start: { offset?: number }; readonly end: { offset?: number } } };

function contentOf(children: readonly Positioned[], part: Part, around: Span): { text: string; span: Span } {
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return { text: '', span: { start: around.start, end: around.start } };
  const span = { start: spanOf(first, part).start, end: spanOf(last, part).end };
  return { text: oneLine(textAt(part, span)), span };
}

function oneLine(text: string): string {
  return (/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]\s*/g, ' ') : text).trim();
}

/** In the whole text. */
function spanOf(node: Positioned, { start }: Part): Span {
  return { start: start + (node.position?.start.offset ?? 0), end: start + (node.position?.end.offset ?? 0) };
}
