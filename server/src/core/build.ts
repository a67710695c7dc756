/**
 * One slice's mdast in, plain blocks out: what a slice says by itself, whatever stands around it. All spans count
 * from the start of the slice. The tree is dropped afterwards; blocks are small.
 */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from './model.ts';

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | CommentBlock | OpaqueBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly span: Span;
  /** The text without `#`s. */
  readonly content: Span;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly lines: readonly Line[];
}

/** One source line of a paragraph. */
export interface Line {
  readonly text: string;
  readonly span: Span;
  readonly struck: boolean;
  readonly links: readonly LinkSpan[];
  /** Nothing stands before it on its line of the source, not even a blank. */
  readonly isFlush: boolean;
  /** Bold text that the line starts with. */
  readonly bold: { readonly text: string; readonly span: Span } | null;
}

export interface LinkSpan {
  readonly text: string;
  readonly target: string;
  readonly span: Span;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly ItemBlock[];
}

export interface ItemBlock {
  readonly span: Span;
  readonly mark: string;
  readonly checkbox: { readonly sign: string; readonly span: Span } | null;
  /** The first paragraph; empty where the item starts with something else. */
  readonly lines: readonly Line[];
  /** What follows the first paragraph. */
  readonly blocks: readonly Block[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly span: Span;
  readonly rows: readonly (readonly CellSpan[])[];
}

export interface CellSpan {
  readonly text: string;
  readonly span: Span;
  readonly parts: readonly { readonly text: string; readonly span: Span }[];
  readonly links: readonly LinkSpan[];
}

export interface CommentBlock {
  readonly kind: 'comment';
  readonly text: string;
  readonly span: Span;
}

/** Code, quotes, rules and other HTML: they hold no structure, but they end what stands before them. */
export interface OpaqueBlock {
  readonly kind: 'opaque';
  readonly span: Span;
}

/** Never throws on a tree that the parser made of `source`. */
export function blocksOf(tree: Root, source: string): Block[] {
  return tree.children.flatMap((node) => blockOf(node, source));
}

function blockOf(node: RootContent | BlockContent | DefinitionContent, source: string): Block[] {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          depth: node.depth,
          text: plain(node.children),
          span,
          content: contentOf(node.children, span),
        },
      ];
    case 'paragraph':
      return [{ kind: 'paragraph', span, lines: linesOf(node, source) }];
    case 'list':
      return [listOf(node, source)];
    case 'table':
      return [{ kind: 'table', span, rows: node.children.map((row) => row.children.map(cellOf)) }];
    case 'html':
      return htmlOf(node.value, span);
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return [{ kind: 'opaque', span }];
  }
}

function listOf(node: List, source: string): ListBlock {
  return { kind: 'list', span: spanOf(node), items: node.children.map((item) => itemOf(item, source)) };
}

const itemStart = /^(?<mark>[-*+]|\d{1,9}[.)])(?:[ \t]+(?<box>\[(?<sign>[^\]\r\n])\])(?=[ \t\r\n]|$))?/;

function itemOf(node: ListItem, source: string): ItemBlock {
  const span = spanOf(node);
  const start = itemStart.exec(source.slice(span.start, span.start + 40));
  const mark = start?.groups?.mark ?? '-';
  const box = start?.groups?.box;
  const boxStart = box === undefined ? 0 : span.start + start![0].length - box.length;
  const [first, ...rest] = node.children;
  const hasText = first?.type === 'paragraph';
  let lines = hasText ? linesOf(first, source) : [];
  // The parser knows only `[ ]` and `[x]`; other signs are still text.
  if (box !== undefined && lines[0]?.text.startsWith(box))
    lines = [withoutStart(lines[0], box.length), ...lines.slice(1)];
  return {
    span,
    mark,
    checkbox:
      box === undefined ? null : { sign: start!.groups!.sign!, span: { start: boxStart, end: boxStart + box.length } },
    lines,
    blocks: (hasText ? rest : node.children).flatMap((child) => blockOf(child, source)),
  };
}

function withoutStart(line: Line, length: number): Line {
  const text = line.text.slice(length);
  const spaces = text.length - text.trimStart().length;
  return {
    ...line,
    text: text.trim(),
    span: { start: Math.min(line.span.start + length + spaces, line.span.end), end: line.span.end },
  };
}

function htmlOf(value: string, span: Span): Block[] {
  const comments: Block[] = [];
  let at = 0;
  for (;;) {
    const start = value.indexOf('<!--', at);
    const end = start < 0 ? -1 : value.indexOf('-->', start + 4);
    if (end < 0) break;
    comments.push({
      kind: 'comment',
      text: value.slice(start + 4, end).trim(),
      span: { start: span.start + start, end: span.start + end + 3 },
    });
    at = end + 3;
  }
  return comments.length > 0 ? comments : [{ kind: 'opaque', span }];
}

// ---------------------------------------------------------------------------------------------------------------
// Inline content

interface LineDraft {
  text: string;
  struck: boolean | null;
  links: LinkSpan[];
  bold: Line['bold'];
}

/** A paragraph as its source lines, each with its plain text. */
function linesOf(node: Paragraph, source: string): Line[] {
  const { start, end } = spanOf(node);
  const firstLine = node.position!.start.line;
  const drafts: LineDraft[] = [];
  const draftAt = (line: number): LineDraft => {
    while (drafts.length <= line) drafts.push({ text: '', struck: null, links: [], bold: null });
    return drafts[line]!;
  };
  const add = (line: number, text: string, isStruck: boolean): void => {
    const draft = draftAt(line);
    draft.text += text;
    // The sign of `- [-] ~~text~~` is not struck out itself.
    const isSign = text.includes('[') && draft.text === text && /^\[[^\]]\]$/.test(text.trim());
    if (!isSign && /\S/.test(text)) draft.struck = isStruck && draft.struck !== false;
  };
  const walk = (children: readonly PhrasingContent[], isStruck: boolean): void => {
    for (const child of children) {
      const line = child.position!.start.line - firstLine;
      if (child.type === 'text') {
        if (!/[\r\n]/.test(child.value)) add(line, child.value, isStruck);
        else child.value.split(/\r\n|\r|\n/).forEach((text, index) => add(line + index, text, isStruck));
      } else if (child.type === 'inlineCode') {
        add(line, child.value, isStruck);
      } else if (child.type === 'image') {
        add(line, child.alt ?? '', isStruck);
      } else if (child.type === 'html' || child.type === 'break' || child.type === 'footnoteReference') {
        draftAt(line);
      } else if ('children' in child) {
        const draft = draftAt(line);
        if (child.type === 'link')
          draft.links.push({ text: plain(child.children), target: child.url, span: spanOf(child) });
        if (child.type === 'strong' && draft.text.trim() === '' && draft.bold === null) {
          draft.bold = { text: plain(child.children), span: spanOf(child) };
        }
        walk(child.children, isStruck || child.type === 'delete');
      }
    }
  };
  walk(node.children, false);
  const spans = lineSpans(source, start, end);
  return spans.flatMap((span, index) => {
    const draft = drafts[index];
    if (draft === undefined) return [];
    const text = collapse(draft.text);
    if (text === '') return [];
    const isFlush = span.start === 0 || '\r\n'.includes(source[span.start - 1]!);
    return [{ text, span, struck: draft.struck === true, links: draft.links, isFlush, bold: draft.bold }];
  });
}

/** The lines between two offsets, without indentation, quote marks aside, and without trailing blanks. */
function lineSpans(source: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at <= end) {
    let stop = at;
    while (stop < end && source[stop] !== '\n' && source[stop] !== '\r') stop++;
    let from = at;
    while (from < stop && (source[from] === ' ' || source[from] === '\t')) from++;
    let to = stop;
    while (to > from && (source[to - 1] === ' ' || source[to - 1] === '\t')) to--;
    spans.push({ start: from, end: to });
    if (stop >= end) break;
    at = stop + (source[stop] === '\r' && source[stop + 1] === '\n' ? 2 : 1);
  }
  return spans;
}

function cellOf(cell: TableCell): CellSpan {
  const links: LinkSpan[] = [];
  const groups: PhrasingContent[][] = [[]];
  for (const child of cell.children) {
    if (child.type === 'html' && /^<br ?\/?>$/i.test(child.value.trim())) groups.push([]);
    else groups.at(-1)!.push(child);
    if (child.type === 'link') links.push({ text: plain(child.children), target: child.url, span: spanOf(child) });
  }
  const span = cell.children.length === 0 ? spanOf(cell) : contentOf(cell.children, spanOf(cell));
  const parts = groups
    .map((children) => ({ text: plain(children), span: contentOf(children, span) }))
    .filter((part) => part.text !== '');
  return { text: parts.map((part) => part.text).join(' '), span, parts, links };
}

function contentOf(children: readonly PhrasingContent[], whole: Span): Span {
  if (children.length === 0) return { start: whole.end, end: whole.end };
  return { start: spanOf(children[0]!).start, end: spanOf(children.at(-1)!).end };
}

function plain(children: readonly PhrasingContent[]): string {
  const [only] = children;
  const isText = children.length === 1 && only!.type === 'text';
  return collapse(isText ? only.value : toString(children, { includeHtml: false }));
}

/** Most texts have nothing to collapse, and a look costs less than the work. */
function collapse(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

const UNEVEN = /[^\S ]| {2}|^ | $/;

/** Every node that the parser makes has a position. */
function spanOf(node: { position?: { start: { offset?: number }; end: { offset?: number } } }): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
