/** What a command writes. Commands are pure: they say what is to be written, and the editor writes it. */
import type { Document, Place } from '../model.ts';
import type { Insertion } from './habits.ts';

export type Writing =
  | {
      readonly is: 'edits';
      readonly document: Document;
      readonly edits: readonly Insertion[];
      /** Where to go on writing: an offset in the new text of the first edit. */
      readonly cursor: number;
      /** What belongs to it in other documents of the series. */
      readonly elsewhere: readonly { readonly document: Document; readonly edits: readonly Insertion[] }[];
    }
  /** Where a file of this path is already, it was done before: that one is opened, and nothing is written. */
  | {
      readonly is: 'new-file';
      /** Relative to the workspace folder. */
      readonly path: string;
      readonly text: string;
      readonly cursor: number;
    }
  /** It was done before. */
  | { readonly is: 'unchanged'; readonly document: Document; readonly at: Place | null }
  /** `reason` is a sentence for people that quotes nothing of a note. */
  | { readonly is: 'impossible'; readonly reason: string };

export function edits(document: Document, list: readonly Insertion[], cursor = 0): Writing {
  return { is: 'edits', document, edits: list, cursor, elsewhere: [] };
}

export function unchanged(document: Document, at: Place | null): Writing {
  return { is: 'unchanged', document, at };
}

export function impossible(reason: string): Writing {
  return { is: 'impossible', reason };
}
