/** Close Promise: the state is written where the newest copy of its thread says it. */
import type { Document, Place, PromiseThread, Series } from '../model.ts';
import { spanOf } from '../parse.ts';
import { documentAt } from '../query.ts';
import { isClosed } from '../state.ts';
import { sourceOf, type Insertion } from './habits.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

export type Closing = 'done' | 'dropped' | 'moved';

/** The promise whose copy stands at an offset: any copy, its newest is closed. */
export function closePromise(document: Document, series: Series, offset: number, closing: Closing): Writing {
  const thread = promiseAt(document, series, offset);
  if (thread === null) return impossible('There is no promise here.');
  const { written, uri } = thread.newest;
  const holder = documentAt(series, uri);
  if (written.state === closing) return unchanged(holder, written.words);
  const edit = closed(thread, holder, closing);
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

const signs: Readonly<Record<Closing, string>> = { done: 'x', dropped: '-', moved: '>' };

function closed({ newest: { written } }: PromiseThread, { note }: Document, closing: Closing): Insertion | null {
  const { stateAt, words } = written;
  if (stateAt?.form === 'checkbox') return { at: stateAt.place, newText: `[${signs[closing]}]` };
  if (stateAt?.form === 'cell') return { at: stateAt.place, newText: inCaseOf(sourceOf(note, stateAt.place), closing) };
  const span = spanOf(note, words)!;
  const { start } = note.text.lineSpan(note.text.positionAt(span.start).line);
  const at = { ...words, end: words.start };
  if (/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(note.text.slice(start, span.start)))
    return { at, newText: `[${signs[closing]}] ` };
  if (closing === 'moved') return null;
  const tag = stateAt?.form === 'tag' ? stateAt.place.end - words.start + 1 : 0;
  const behind = { ...at, start: words.start + tag, end: words.start + tag };
  return { at: behind, newText: closing === 'done' ? '\u2705 ' : '\u274C ' };
}

/** A status cell keeps its spelling: `open` becomes `done`, `Open` becomes `Done`. */
function inCaseOf(before: string, closing: Closing): string {
  return /^\p{Lu}/u.test(before) ? closing[0]!.toUpperCase() + closing.slice(1) : closing;
}
