/** Which files are 1:1 documents. */
import type { Configuration } from './configuration.ts';
import type { Note, Recognition } from './model.ts';

export declare function recognise(note: Note, path: string, configuration: Configuration): Recognition;

/** A cheap look, by path, name and the first lines, at whether a file is worth parsing. Never misses a document. */
export declare function mayBeDocument(source: string, path: string, configuration: Configuration): boolean;
