/** Further items of a list, in its own hand. */
import type { Note, Place } from '../model.ts';
import { indentationOf, linesAfter, listMarkOf, sourceOf, type Insertion } from './habits.ts';

/**
 * An item right after another one, with its indentation and mark; a numbered list goes on counting. An item that is only
 * a mark, as in a document that was just made, waits to be filled.
 */
export function itemAfter(note: Note, item: Place, text: string): Insertion {
  const mark = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]*$)/.exec(sourceOf(note, item))?.[0];
  if (mark !== undefined) return { at: { ...item, start: item.start + mark.length }, newText: ` ${text}` };
  return linesAfter(note, item, [startOfItem(note, item) + text]);
}

function startOfItem(note: Note, item: Place): string {
  const indentation = indentationOf(note, item);
  const mark = /^(?:[-*+]|(\d{1,9})([.)]))[ \t]+/.exec(sourceOf(note, item));
  if (mark === null) return `${indentation}${listMarkOf(note)} `;
  return indentation + (mark[1] === undefined ? mark[0] : `${Number(mark[1]) + 1}${mark[2]} `);
}
