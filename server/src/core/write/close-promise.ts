/** Close Promise: the state is written where the newest copy of its thread says it. */
import type { Document, Place, PromiseThread, Series } from '../model.ts';
import { spanOf } from '../parse.ts';
import { documentAt } from '../query.ts';
import { isClosed } from '../state.ts';
import type { Insertion } from './habits.ts';
import { closed, type Closing } from './promises.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/** The promise whose copy stands at an offset: any copy, its newest is closed. */
export function closePromise(document: Document, series: Series, offset: number, closing: Closing): Writing {
  const thread = promiseAt(document, series, offset);
  if (thread === null) return impossible('There is no promise here.');
  const { written, uri } = thread.newest;
  const holder = documentAt(series, uri);
  if (written.state === closing) return unchanged(holder, written.words);
  const edit = closed(thread.newest, series, closing) ?? signed(thread, closing);
  if (edit === null) return impossible('A promise without a checkbox or status has no sign for being moved.');
  return edits(holder, [edit], edit.newText.length);
}

/** The thread of the promise on the line of an offset; null where there is none. */
export function promiseAt({ note }: Document, series: Series, offset: number): PromiseThread | null {
  const line = note.text.lineSpan(note.text.positionAt(offset).line);
  const isOn = (place: Place): boolean => {
    const span = spanOf(note, place);
    return span !== null && span.start <= line.end && line.start <= span.start;
  };
  const isAround = (place: Place): boolean => {
    const span = spanOf(note, place);
    return span !== null && span.start <= offset && offset <= span.end;
  };
  const has = (isHere: (place: Place) => boolean): PromiseThread | null =>
    series.promises.findLast(({ copies }) => copies.some(({ written }) => isHere(written.place))) ?? null;
  return has(isOn) ?? has(isAround);
}

/** Whether it still may be closed. */
export function isOpenThread({ state }: PromiseThread): boolean {
  return !isClosed(state) && state !== 'moved';
}

// ---------------------------------------------------------------------------------------------------------------

/** A sentence has no checkbox, nor has a row without a status: the sign stands before its words, behind a tag. */
function signed({ newest: { written } }: PromiseThread, closing: Closing): Insertion | null {
  if (closing === 'moved') return null;
  const { stateAt, words } = written;
  const start = stateAt?.form === 'tag' ? stateAt.place.end + 1 : words.start;
  return { at: { ...words, start, end: start }, newText: closing === 'done' ? '\u2705 ' : '\u274C ' };
}
