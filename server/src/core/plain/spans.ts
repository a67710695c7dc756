/** Marks of emphasis and strikes, paired as the markdown parser pairs them. */
import type { PhrasingContent, Text } from 'mdast';
import { pointAt, type Page } from './page.ts';
import type { Run } from './run.ts';

export type Item = TextItem | MarkItem | NodeItem;

export interface TextItem {
  readonly is: 'text';
  readonly value: string;
  readonly line: number;
  readonly start: number;
  /** A line break ends where the next line starts. */
  readonly endLine: number;
  readonly end: number;
}

/** A run of one sign that may start or end a span. What is paired is taken from it. */
export interface MarkItem {
  readonly is: 'mark';
  readonly sign: string;
  readonly line: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface NodeItem {
  readonly is: 'node';
  readonly node: PhrasingContent;
}

type Kind = 'strike' | 'attention';

/** Inside a span or a link, strikes come first. */
const INSIDE: readonly Kind[] = ['strike', 'attention'];

/** In a run of text, that kind comes first whose mark was read first. */
export function paired({ page, items, firstMark }: Run): PhrasingContent[] {
  return firstMark === null
    ? joined(page, items)
    : pairedAs(page, items, firstMark === '~' ? INSIDE : ['attention', 'strike']);
}

export function pairedInside(page: Page, items: readonly Item[]): PhrasingContent[] {
  return items.some((item) => item.is === 'mark') ? pairedAs(page, items, INSIDE) : joined(page, items);
}

function pairedAs(page: Page, items: readonly Item[], order: readonly Kind[]): PhrasingContent[] {
  let result = [...items];
  for (const kind of order) result = pairKind(page, result, kind);
  return joined(page, result);
}

function pairKind(page: Page, items: Item[], kind: Kind): Item[] {
  const isOfKind = (item: Item): item is MarkItem => item.is === 'mark' && (item.sign === '~') === (kind === 'strike');
  for (let index = 0; index < items.length; index++) {
    const closing = items[index]!;
    if (!isOfKind(closing) || !closing.closes) continue;
    let open = index - 1;
    for (; open >= 0; open--) {
      const opening = items[open]!;
      if (
        isOfKind(opening) &&
        opening.opens &&
        (kind === 'strike' ? sizeOf(opening) === sizeOf(closing) : fits(opening, closing))
      )
        break;
    }
    if (open < 0) continue;
    const opening = items[open] as MarkItem;
    const use = kind === 'strike' ? sizeOf(closing) : sizeOf(opening) > 1 && sizeOf(closing) > 1 ? 2 : 1;
    const position = {
      start: pointAt(page, opening.line, opening.end - use),
      end: pointAt(page, closing.line, closing.start + use),
    };
    const children = pairedInside(page, items.slice(open + 1, index));
    const type = kind === 'strike' ? 'delete' : use === 2 ? 'strong' : 'emphasis';
    opening.end -= use;
    closing.start += use;
    const before = sizeOf(opening) > 0 ? [opening] : [];
    const after = sizeOf(closing) > 0 ? [closing] : [];
    items.splice(open, index - open + 1, ...before, { is: 'node', node: { type, children, position } }, ...after);
    // What is left of the closing mark may close another one.
    index = open + before.length;
  }
  return items.map((item) => (isOfKind(item) ? textOf(page, item) : item));
}

function sizeOf({ start, end }: MarkItem): number {
  return end - start;
}

function fits(opening: MarkItem, closing: MarkItem): boolean {
  if (opening.sign !== closing.sign) return false;
  const isBoth = opening.closes || closing.opens;
  return !(isBoth && sizeOf(closing) % 3 !== 0 && (sizeOf(opening) + sizeOf(closing)) % 3 === 0);
}

function textOf({ source }: Page, { line, start, end }: MarkItem): TextItem {
  return { is: 'text', value: source.slice(start, end), line, start, endLine: line, end };
}

/** Neighbouring texts are one. */
function joined(page: Page, items: readonly Item[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let text: Text | null = null;
  for (const item of items) {
    if (item.is === 'node') {
      nodes.push(item.node);
      text = null;
      continue;
    }
    const { value, line, start, endLine, end } = item.is === 'mark' ? textOf(page, item) : item;
    if (text === null) {
      text = { type: 'text', value, position: { start: pointAt(page, line, start), end: pointAt(page, endLine, end) } };
      nodes.push(text);
    } else {
      text.value += value;
      text.position!.end = pointAt(page, endLine, end);
    }
  }
  return nodes;
}
