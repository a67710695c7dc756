/**
 * What can be said of a long document before all of it is read. It has to stay true: what is found in the recent part is
 * found in the whole documents, too, in the same place and the same words.
 */
import type { Context } from '../core/context.ts';
import type { Document, Series } from '../core/model.ts';
import { keepsRoutine } from '../core/query.ts';
import { recentPart } from '../core/recent-part.ts';
import { oneSeries } from '../core/series.ts';
import type { Rule } from './rule.ts';

/** The rules that need no history. */
export function firstRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ needs }) => needs !== 'history');
}

/** Less is read at once: it takes no longer than somebody notices. In characters. */
export const worthALook = 100_000;

/**
 * The documents of a series as far as they have to be read for a first look; null where it is not worth one, since little
 * of their old parts is unread.
 */
export function partForFirstLook(documents: readonly Document[], context: Context): readonly Document[] | null {
  const { documents: recent, unread } = recentPart(documents, context);
  return unread < worthALook ? null : recent;
}

/** What `firstRules` look at; null where it has to be the whole documents, since how grave a finding is hangs on them. */
export function firstLookAt(recent: readonly Document[], context: Context): Series | null {
  const series = oneSeries(recent, context);
  return keepsRoutine(series, context) ? series : null;
}
