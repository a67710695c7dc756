/** Markdown text → its blocks, in order, with the source of every text. Bounded. */
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { ListItem as MarkdownItem, Nodes, Root, RootContent, Table } from 'mdast';
import type { Span } from '../model.ts';
import { htmlTables } from './html-tables.ts';
import { partsToParse, type Part } from './parts.ts';

export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly span: Span }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly span: Span }
  | { readonly kind: 'diagram'; readonly text: string; readonly span: Span };

/** A line of text without the space around it. */
export interface Line {
  readonly text: string;
  readonly span: Span;
}

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
  const parts = partsToParse(withoutSpans(text, tables));
  if (parts === null) return [];
  const blocks = parts.flatMap((part) => parsed(part).children.flatMap((node) => blockOf(node, text)));
  for (const table of tables) blocks.push({ kind: 'table', ...table });
  return blocks.sort((a, b) => a.span.start - b.span.start);
}

const plain = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [noInlines] })
  .freeze();
const withTables = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [gfmTable(), noInlines], fromMarkdownExtensions: [gfmTableFromMarkdown()] })
  .freeze();

/** The tree of a part, with offsets in the whole text. */
function parsed({ source, start }: Part): Root {
  const tree = (source.includes('|') ? withTables : plain).parse(source);
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // The start and end of some neighbours are one object, so each gets one of its own.
    if (node.position) node.position = shifted(node.position, start);
    if ('children' in node) waiting.push(...node.children);
  }
  return tree;
}

type Place = NonNullable<Nodes['position']>;

function shifted({ start, end }: Place, by: number): Place {
  return { start: { ...start, offset: (start.offset ?? 0) + by }, end: { ...end, offset: (end.offset ?? 0) + by } };
}

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

function blockOf(node: RootContent, text: string): Block[] {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, ...contentOf(node.children, text, span) }];
    case 'paragraph':
      return [{ kind: 'paragraph', lines: linesOf(text, span), span }];
    case 'list':
      return [{ kind: 'list', items: node.children.map((item) => itemOf(item, text)), span }];
    case 'table':
      return [{ kind: 'table', rows: rowsOf(node, text), span }];
    case 'code':
      return node.lang === 'mermaid' ? [{ kind: 'diagram', text: node.value, span }] : [];
    default:
      return [];
  }
}

function itemOf(node: MarkdownItem, text: string): ListItem {
  const span = spanOf(node);
  const paragraphs = node.children.filter((child) => child.type === 'paragraph');
  const lists = node.children.filter((child) => child.type === 'list');
  const [first, ...more] = paragraphs;
  const heading = first ? undefined : node.children.find((child) => child.type === 'heading');
  const head = first ?? heading;
  return {
    lines: head ? linesOf(text, contentOf(head.children, text, spanOf(head)).span) : [],
    more: more.flatMap((paragraph) => linesOf(text, spanOf(paragraph))),
    items: lists.flatMap((list) => list.children.map((item) => itemOf(item, text))),
    span,
  };
}

function rowsOf(table: Table, text: string): Cell[][] {
  return table.children.map((row) => row.children.map((cell) => contentOf(cell.children, text, spanOf(cell))));
}

type Positioned = { readonly position?: { readonly start: { offset?: number }; readonly end: { offset?: number } } };

function contentOf(children: readonly Positioned[], text: string, around: Span): { text: string; span: Span } {
  const first = children[0];
  const last = children.at(-1);
  if (first === undefined || last === undefined) return { text: '', span: { start: around.start, end: around.start } };
  const span = { start: spanOf(first).start, end: spanOf(last).end };
  return { text: oneLine(text.slice(span.start, span.end)), span };
}

function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]+/g;
  const source = text.slice(span.start, span.end);
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = span.start + match.index + match[0].indexOf(line);
    lines.push({ text: line.replace(/\s*\\$/, ''), span: { start, end: start + line.length } });
  }
  return lines;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ').trim();
}

function spanOf(node: Positioned): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
