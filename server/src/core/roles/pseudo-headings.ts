/** Blocks → titles and what stands between them; some titles only look like headings. */
import type { Span } from '../model.ts';
import { joined, type Block, type ListItem } from './blocks.ts';
import { isInheritance } from './inheritance.ts';
import { withoutMarks } from './normalise.ts';
import { isAreaKind, sectionKind } from './section-kinds.ts';

export type Content = Exclude<Block, { readonly kind: 'heading' }>;

export interface Title {
  readonly kind: 'title';
  readonly title: string;
  readonly form: 'heading' | 'bold' | 'label' | 'item';
  readonly depth: number;
  readonly span: Span;
}

/** Everything but headings without words, in order. The depth of what only looks like a heading is 0. */
export function titlesAndContent(blocks: readonly Block[]): (Title | Content)[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading') {
      if (withoutMarks(block.text) === '') return [];
      const { text, depth, span } = block;
      return [{ kind: 'title' as const, title: text, form: 'heading' as const, depth, span }];
    }
    if (block.kind === 'paragraph') {
      return isOnlyGrade(blocks, index) ? [block] : (titleInParagraph(block, blocks[index + 1]) ?? [block]);
    }
    return block.kind === 'list' ? partsOfList(block) : [block];
  });
}

/** A bold grade is that of the heading it stands below, unless there are several: then they are titles. */
function isOnlyGrade(blocks: readonly Block[], index: number): boolean {
  if (!isBoldGrade(blocks[index]!)) return false;
  const before = blocks.slice(0, index).findLastIndex(({ kind }) => kind === 'heading');
  const after = blocks.findIndex(({ kind }, at) => at > index && kind === 'heading');
  return blocks.slice(before + 1, after < 0 ? undefined : after).filter(isBoldGrade).length === 1;
}

function isBoldGrade(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.lines.length !== 1) return false;
  return (
    /^(?:\*\*|__)(?:job )?grade[ :#]{1,3}\d/i.test(block.lines[0]!.text) && boldTitle(block.lines[0]!.text) !== null
  );
}

/** A bold-only paragraph, or a short one that ends in a colon before a list. */
function titleInParagraph(block: Block & { kind: 'paragraph' }, next: Block | undefined): (Title | Content)[] | null {
  // A bold line may also stand right above the lines or the list it is the title of.
  const [first, ...rest] = block.lines;
  if (first === undefined) return null;
  const bold = boldTitle(first.text);
  if (bold !== null) {
    const title: Title = { kind: 'title', title: bold, form: 'bold', depth: 0, span: first.span };
    if (rest.length === 0) return [title];
    if (!isAreaKind(sectionKind(bold))) return null;
    return [title, { kind: 'paragraph', lines: rest, span: { start: rest[0]!.span.start, end: block.span.end } }];
  }
  if (next?.kind !== 'list') return null;
  // Or right above the list, at the end of what is said of the heading before.
  const last = rest.at(-1);
  const end = last === undefined ? null : boldTitle(last.text);
  if (last !== undefined && end !== null) {
    const lines = block.lines.slice(0, -1);
    const span = { start: block.span.start, end: lines.at(-1)!.span.end };
    return [
      { kind: 'paragraph', lines, span },
      { kind: 'title', title: end, form: 'bold', depth: 0, span: last.span },
    ];
  }
  if (rest.length > 0) return null;
  const label = labelTitle(first.text, 4);
  return label === null ? null : [{ kind: 'title', title: label, form: 'label', depth: 0, span: first.span }];
}

function boldTitle(text: string): string | null {
  const match = /^(?:\*\*|__)([^*_]{1,120})(?:\*\*|__)\s*:?$/.exec(text.trim());
  if (match === null) return null;
  const title = match[1]!.trim();
  return title.split(/\s+/).length <= 10 && !/[.!?]$/.test(title) ? title : null;
}

/** A text that ends in a colon and is a known section or at most `limit` words long. */
function labelTitle(text: string, limit: number): string | null {
  if (text.length > 160) return null;
  const plain = withoutMarks(text);
  if (!/[:\uFF1A]$/.test(plain) || isInheritance(text)) return null;
  const title = plain.slice(0, -1).trim();
  if (title === '') return null;
  const words = title.split(/\s+/).length;
  return words <= limit || (words <= 10 && isAreaKind(sectionKind(title))) ? title : null;
}

/** List items that are titles of the list nested in them become pseudo-headings; the others stay a list. */
function partsOfList(list: Block & { kind: 'list' }): (Title | Content)[] {
  const isOutline = list.items.length > 1 && list.items.every(isBareLabel);
  const parts: (Title | Content)[] = [];
  let plain: ListItem[] = [];
  const flush = (): void => {
    const first = plain[0];
    const last = plain.at(-1);
    if (first && last)
      parts.push({ kind: 'list', items: plain, span: { start: first.span.start, end: last.span.end } });
    plain = [];
  };
  for (const item of list.items) {
    const first = item.lines[0];
    const title = first && item.items.length > 0 ? labelTitle(joined(item.lines), 3) : null;
    if (first === undefined || (title === null && !isOutline)) {
      plain.push(item);
      continue;
    }
    flush();
    parts.push({ kind: 'title', title: title ?? first.text, form: 'item', depth: 0, span: first.span });
    const inner = [...strayItems(item), ...item.items];
    parts.push({ kind: 'list', items: inner, span: { start: inner[0]!.span.start, end: item.span.end } });
  }
  flush();
  return parts;
}

/** "Impact", with or without a colon, over a nested list. */
function isBareLabel(item: ListItem): boolean {
  const [first, ...rest] = item.lines;
  if (first === undefined || item.items.length === 0 || !rest.every(({ text }) => strayMark.test(text))) return false;
  const words = withoutMarks(first.text).replace(/:$/, '').split(/\s+/);
  return words.length <= 3 && !/[.!?;,]$/.test(first.text);
}

/** A list mark without the space that makes it one. */
const strayMark = /^[-*+](?=[^\s\-*+])/;

function strayItems(item: ListItem): ListItem[] {
  return item.lines.slice(1).map(({ text, span }) => {
    const line = { text: text.replace(strayMark, ''), span: { start: span.start + 1, end: span.end } };
    return { lines: [line], more: [], items: [], span };
  });
}
