/** One slice, read when its facts are first asked for. */
import type { Root } from 'mdast';
import { unreadPart, type Unread } from '../bounds.ts';
import { readPlain } from '../plain/read.ts';
import type { Piece } from './cut.ts';
import { parsePiece, type Name } from './markdown.ts';
import { dependsOn, isDeclared, type Declarations, type Names } from './names.ts';

/** Takes from the tree of one slice what is wanted of it. The tree's positions count from the start of `source`. */
export type SliceReader<F> = (tree: Root, source: string) => F;

export interface Slice<F> {
  readonly source: string;
  /** What the reader gives. It is read when first asked for; asking throws only where the reader does. */
  readonly facts: F;
  /** Whether `facts` have been read, so that asking costs nothing. */
  readonly isRead: boolean;
  /** What `look` gives of the slice, kept with it. Always ask with the same `look`: only one answer is kept. */
  once<T>(look: (slice: Slice<F>) => T): T;
  /**
   * The part that is left unread because it is beyond the bounds of hostile input, counted from the start of the
   * slice. The reader is given a tree without it.
   */
  readonly unread: Unread | null;
}

/** A slice of a document with these names. A class, because a long document has ten thousand of them. */
export class NamedSlice<F> implements Slice<F>, Piece {
  readonly source: string;
  readonly place: Piece['place'];
  readonly names: Names;
  readonly declarations: Declarations;
  readonly #read: SliceReader<F>;
  #reading: { readonly facts: F; readonly asked: ReadonlyMap<Name, boolean> } | null = null;
  #unread: Unread | null | undefined;
  #seen: { readonly by: unknown; readonly answer: unknown } | null = null;

  constructor({ source, place }: Piece, declarations: Declarations, names: Names, read: SliceReader<F>) {
    this.source = source;
    this.place = place;
    this.names = names;
    this.declarations = declarations;
    this.#read = read;
  }

  get isRead(): boolean {
    return this.#reading !== null;
  }

  get unread(): Unread | null {
    return (this.#unread ??= unreadPart(this.source));
  }

  get facts(): F {
    return (this.#reading ??= this.#parse()).facts;
  }

  once<T>(look: (slice: Slice<F>) => T): T {
    if (this.#seen?.by !== look) this.#seen = { by: look, answer: look(this) };
    return this.#seen.answer as T;
  }

  /**
   * The slice of the same text under other names: itself where the answers that it was given still hold. `changed`
   * are the labels of which declarations came or went; without it, any may have.
   */
  under(names: Names, changed?: ReadonlySet<string>): NamedSlice<F> {
    if (names === this.names || this.#holdsUnder(names, changed)) return this;
    return new NamedSlice(this, this.declarations, names, this.#read);
  }

  #holdsUnder(names: Names, changed?: ReadonlySet<string>): boolean {
    if (this.#reading === null) return !this.source.includes('[');
    for (const [name, answer] of this.#reading.asked) {
      if (changed && !dependsOn(name, changed)) continue;
      if (isDeclared(names, name, this.declarations) !== answer) return false;
    }
    return true;
  }

  #parse(): { facts: F; asked: ReadonlyMap<Name, boolean> } {
    const piece: Piece = this.unread ? { source: this.source.slice(0, this.unread.span.start), place: 'inner' } : this;
    const isNamed = (name: Name): boolean => isDeclared(this.names, name, this.declarations);
    const { tree, asked } = readPlain(piece, isNamed) ?? parsePiece(piece, isNamed);
    return { facts: this.#read(tree, this.source), asked };
  }
}
