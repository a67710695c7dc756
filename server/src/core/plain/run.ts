/** A run of text while it is read: a paragraph, the words of a heading or of a cell. */
import type { PhrasingContent } from 'mdast';
import type { Page, Stretch } from './page.ts';
import type { Item } from './spans.ts';

export interface Run {
  readonly page: Page;
  readonly asks: Asks;
  readonly items: Item[];
  /** The bracket that is open: where it stands, and the index of its item. */
  bracket: { readonly line: number; readonly start: number; readonly index: number } | null;
  /** The sign of the first mark that was read. */
  firstMark: string | null;
  /** How many marks were read that may pair. */
  marks: number;
  /** Whether a backslash ends the line that was read. */
  isBroken: boolean;
}

/** Whether the document defines a label, normalised. */
export type Asks = (label: string) => boolean;

/**
 * Reads what a sign at an offset starts, in a stretch that ends where its words do; gives where to go on. Null where that
 * is not sure.
 */
export type ReadSign = (run: Run, stretch: Stretch, at: number) => number | null;

export function addText({ page, items }: Run, { line, start, end }: Stretch): number {
  if (end > start) {
    items.push({ is: 'text', value: page.source.slice(start, end), line, start, endLine: line, end });
  }
  return end;
}

export function addNode({ items }: Run, node: PhrasingContent): void {
  items.push({ is: 'node', node });
}
