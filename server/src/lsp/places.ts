/** Places as views and answers give them. */
import type { Document, Place } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { rangeOf } from '../features/diagnostics.ts';
import type { ViewPlace } from './protocol.ts';

/** A place of another document becomes the start of this one. */
export function placeIn({ uri, note }: Document, place: Place): ViewPlace {
  return { uri, range: rangeOf(note.text, spanOf(note, place) ?? { start: 0, end: 0 }) };
}
