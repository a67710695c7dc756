/** All documents of one report, seen together. */
import type { Context } from './context.ts';
import type { Document, Series } from './model.ts';

/** Groups documents by report (case and spacing folded); a document without one is a series of its own. By path. */
export declare function seriesOf(documents: readonly Document[], context: Context): Series[];
