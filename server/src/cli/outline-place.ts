/** Where things stand, in the shape of `outline --format json`. */
import type { Context } from '../core/context.ts';
import type { Document, Place, Series } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';

export interface OutlineRequest {
  readonly document: Document;
  readonly series: Series;
  readonly context: Context;
  /** The path to show for a document that is not this one. */
  readonly pathOf: (document: Document) => string;
}

/** An outline that is being made. */
export interface Outlining extends OutlineRequest {
  readonly isPrivate: (place: Place, document: Document) => boolean;
}

/** Where something begins; with the path only where that is another file than the one asked about. */
export function at(
  place: Place,
  document: Document,
  { document: own, pathOf }: OutlineRequest,
): { line: number; path?: string } {
  const line = lineOf(place, document);
  return document === own ? { line } : { line, path: pathOf(document) };
}

export function lineOf(place: Place, { note }: Document): number {
  return note.text.positionAt(spanOf(note, place)?.start ?? 0).line;
}
