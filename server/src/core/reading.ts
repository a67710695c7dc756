/** How to read a document: what the configuration adds to the known names and forms. */
import type { Configuration } from './configuration.ts';
import type { Meaning } from './model.ts';

/** Compare by `===`: notes are reused only under the same reading. */
export interface Reading {
  /** Further section titles, folded, by meaning. */
  readonly aliases: ReadonlyMap<string, Meaning>;
  readonly numericOrder: 'mdy' | 'dmy' | null;
}

export declare function readingOf(configuration: Configuration): Reading;
