/** Slices that were replaced not long ago: an undo, or the end of a fence that was just opened, brings them back. */
import type { Piece } from './cut.ts';

/** Kept along all versions of a document. It changes what is read again, never what is found. */
export interface Replaced<S extends Piece> {
  readonly slices: Map<string, S>;
  length: number;
}

/** How many characters are kept. */
const MOST = 1024 * 1024;

export function keyOf({ source, place }: Piece): string {
  return source + place;
}

export function remember<S extends Piece>(replaced: Replaced<S>, slice: S): void {
  takeReplaced(replaced, keyOf(slice));
  replaced.slices.set(keyOf(slice), slice);
  replaced.length += slice.source.length;
  for (const key of replaced.slices.keys()) {
    if (replaced.length <= MOST) return;
    takeReplaced(replaced, key);
  }
}

export function takeReplaced<S extends Piece>(replaced: Replaced<S>, key: string): S | undefined {
  const slice = replaced.slices.get(key);
  if (slice && replaced.slices.delete(key)) replaced.length -= slice.source.length;
  return slice;
}
