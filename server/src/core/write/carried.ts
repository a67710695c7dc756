/** Open promises as the lines that carry them into the next meeting. */
import { formatDay } from '../calendar.ts';
import { findDue } from '../due.ts';
import type { Context } from '../context.ts';
import { promisesToKeep } from '../follow-through.ts';
import type { Document, PromiseThread, Series } from '../model.ts';
import { documentAt } from '../query.ts';
import { sourceOf } from './habits.ts';

/** Those whose newest copy stands in a meeting: what stands outside meetings is at hand there. Private ones stay where they are. */
function promisesToCarry(series: Series, context: Context): PromiseThread[] {
  return promisesToKeep(series, context).filter(
    ({ newest, isPrivate }) => !isPrivate && newest.meeting !== null && newest.day !== null,
  );
}

/** One item each, in their own words and marks; a due that counts from the day of its meeting becomes a date. */
export function carriedLines(series: Series, context: Context, listMark: string): string[] {
  return promisesToCarry(series, context).map((thread) => {
    const { written, uri } = thread.newest;
    const sign = written.state === 'in-progress' ? '/' : ' ';
    return `${listMark} [${sign}] ${wordsOf(thread, documentAt(series, uri))}`;
  });
}

function wordsOf(thread: PromiseThread, { note }: Document): string {
  const { written, day } = thread.newest;
  const source = sourceOf(note, written.words)
    .replace(/\s*(?:\r\n|\n|\r)\s*/g, ' ')
    // A box that markdown takes for text, as one behind a number or without a blank.
    .replace(/^\[[ \w/<>~-]?\]/, '')
    .trim();
  const isRow = written.dueAt !== null || thread.newest.ownerForm === 'column' || written.stateAt?.form === 'cell';
  if (isRow || thread.newest.ownerForm === 'title') return fromParts(thread, source);
  const due = findDue(source, day);
  if (due === null || findDue(source, null) !== null) return source;
  return `${source.slice(0, due.start)} (due ${formatDay(due.day)})${source.slice(due.end)}`.trim();
}

/** Where owner or due stand beside the text, they are written into it. */
function fromParts({ owners, due, newest }: PromiseThread, source: string): string {
  const isOwned = owners.length > 0 && (newest.ownerForm === 'column' || newest.ownerForm === 'title');
  const own = isOwned ? `${owners.join(' & ')}: ${source}` : source;
  return due === null || findDue(source, null) !== null ? own : `${own} (due ${formatDay(due)})`;
}
