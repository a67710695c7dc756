/**
 * A document in slices: pieces of markdown that are parsed alone, and give together what one parse of the whole
 * document would. Typing changes one slice; the others stay as they are, with the facts that were read of them.
 */
import type { Root } from 'mdast';
import type { Span } from './model.ts';
import { changeBetween, type Text } from './text.ts';
import { cutsFrom } from './slices/cut.ts';
import { parseSlice, type SlicePlace } from './slices/markdown.ts';

/** Takes from the tree of one slice what is wanted of it. The tree's positions count from the start of `source`. */
export type SliceReader<F> = (tree: Root, source: string) => F;

export interface Slice<F> {
  readonly source: string;
  /** What the reader gives. It is read when first asked for; asking never throws unless the reader does. */
  readonly facts: F;
  /** Whether `facts` have been read, so that asking costs nothing. */
  readonly isRead: boolean;
  /** The part that was left unread because it is beyond the bounds of hostile input; the reader does not see it. */
  readonly unread: Unread | null;
}

export interface Unread {
  readonly reason: string;
  /** Counted from the start of the slice. */
  readonly span: Span;
}

export interface Slices<F> {
  readonly text: Text;
  /** In document order, without gaps. A slice that did not change is the same object in the next slices. */
  readonly list: readonly Slice<F>[];
  /** The offset in the document where a slice starts; for `list.length`, where the document ends. */
  offsetOf(index: number): number;
  /** The index of the slice that holds an offset; -1 in what stands before the first slice. */
  indexAt(offset: number): number;
  /** The lines of YAML front matter with both fences; null where the document has none. It is part of no slice. */
  readonly frontMatter: string | null;
  /** Where `frontMatter` starts and ends; both 0 where there is none. A byte order mark stands before it. */
  readonly frontMatterStart: number;
  readonly frontMatterEnd: number;
}

/** Cuts a text into slices. What did not change is taken from `previous`, if that was made with the same reader. */
export function sliceText<F>(text: Text, read: SliceReader<F>, previous?: Slices<F>): Slices<F> {
  if (previous && !changeBetween(previous.text, text)) return previous;
  const source = text.toString();
  const bom = source.startsWith('\uFEFF') ? 1 : 0;
  const frontMatter = FRONT_MATTER.exec(source.slice(bom))?.[0] ?? null;
  const body = bom + (frontMatter?.length ?? 0);
  const starts = [body, ...cutsFrom(text, body, body), text.length];
  const spare = new Map<string, Slice<F>[]>();
  for (const [index, slice] of (previous?.list ?? []).entries()) {
    const key = keyOf(slice.source, index === previous!.list.length - 1 ? 'last' : 'inner');
    spare.set(key, [...(spare.get(key) ?? []), slice]);
  }
  const list: Slice<F>[] = [];
  for (let index = 0; index + 1 < starts.length; index++) {
    const own = text.slice(starts[index]!, starts[index + 1]!);
    const place = index + 2 === starts.length ? 'last' : 'inner';
    list.push(spare.get(keyOf(own, place))?.shift() ?? sliceOf(own, place, read));
  }
  return {
    text,
    list,
    offsetOf: (index) => starts[index]!,
    indexAt: (offset) => starts.findLastIndex((start, index) => start <= offset && index < list.length),
    frontMatter,
    frontMatterStart: frontMatter === null ? 0 : bom,
    frontMatterEnd: frontMatter === null ? 0 : body,
  };
}

const FRONT_MATTER = /^---[ \t]*(?:\r\n?|\n)(?:(?!---[ \t]*(?:[\r\n]|$))[^\r\n]*(?:\r\n?|\n))*---[ \t]*(?:\r\n?|\n|$)/;

function keyOf(source: string, place: SlicePlace): string {
  return place + source;
}

function sliceOf<F>(source: string, place: SlicePlace, read: SliceReader<F>): Slice<F> {
  let facts: { readonly value: F } | null = null;
  return {
    source,
    get facts() {
      facts ??= { value: read(parseSlice(source, place, () => false).tree, source) };
      return facts.value;
    },
    get isRead() {
      return facts !== null;
    },
    unread: null,
  };
}
