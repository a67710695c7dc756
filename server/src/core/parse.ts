/** Text in, note out. */
import type { Note, Place, Span } from './model.ts';
import type { Reading } from './reading.ts';
import type { Text } from './text.ts';

/**
 * Reads a document. Never throws; a pure function of `text` and `reading`. With the note of an earlier version of the
 * same document, whatever did not change is the same object in the result.
 */
export declare function parseNote(text: Text, reading: Reading, previous?: Note | null): Note;

/** The absolute span of a place; null where the place belongs to another document. */
export declare function spanOf(note: Note, place: Place): Span | null;
