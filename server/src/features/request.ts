/** What every feature is given: the document in front, its series and the context. */
import type { Context } from '../core/context.ts';
import type { Document, Series, Span } from '../core/model.ts';
import type { Seat } from '../core/staffing.ts';

export interface Request {
  readonly document: Document;
  readonly series: Series;
  readonly context: Context;
  /** Who has which seat in the teams of the configuration. Empty until all notes were read. */
  readonly seats?: () => readonly Seat[];
}

/** A place in any file, for clients to open; `span` counts UTF-16 units in that file's text. */
export interface Target {
  readonly uri: string;
  readonly span: Span;
}
