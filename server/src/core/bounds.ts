/** Bounds for hostile input: what is beyond them is not parsed. A look at the text is enough to tell. */
import type { Span } from './model.ts';

export interface Unread {
  readonly reason: string;
  readonly span: Span;
}

export const LONGEST_DOCUMENT = 8 * 1024 * 1024;
export const LONGEST_SLICE = 64 * 1024;

/** The part of a slice that is not to be parsed; null where all may be. */
export function unreadPart(source: string): Unread | null {
  if (source.length <= LONGEST_SLICE) return null;
  const heading = /^#{1,6}(?:[ \t][^\r\n]*)?(?:\r\n?|\n)/.exec(source.slice(0, 1024));
  return { reason: 'too long', span: { start: heading?.[0].length ?? 0, end: source.length } };
}
