/**
 * Reads the texts of notes in small pieces, before anything is asked that needs all of them, and says first what their
 * recent part gives.
 */
import type { Context } from '../core/context.ts';
import type { Document, Note, Region, Series } from '../core/model.ts';
import { readOn } from '../core/region.ts';
import { firstLookAt, partForFirstLook, worthALook } from '../rules/first-look.ts';
import type { Diagnostic } from '../rules/run.ts';
import { isMadeOf, type Entry, type Group } from './note-groups.ts';

type IsTimeUp = () => boolean;
type Check = (series: Series, context: Context) => readonly Diagnostic[];

/** What can be said before all is read: nothing yet, this, or null where it need not be said apart. */
export type FirstFindings = 'unread' | readonly Diagnostic[] | null;

/** Reads on until the time is up, the recent part first: somebody may wait for it. Gives whether any is left. */
export function readOnIn(entries: readonly Entry[], recent: readonly Document[] | null, isTimeUp: IsTimeUp): boolean {
  if (recent?.some(({ note }) => readOnAt(note.regions, isTimeUp))) return true;
  return entries.some((entry) => {
    if (isWhole(entry)) return false;
    const isLeft = readOnAt(newIn(entry), isTimeUp);
    if (!isLeft) entry.whole = noteIn(entry);
    return isLeft;
  });
}

/** The part of a group's documents that is looked at first; null where it is not worth a look of its own. */
export function recentIn(
  group: Group,
  entries: readonly Entry[],
  documents: readonly Document[],
  context: Context,
): readonly Document[] | null {
  if (isMadeOf(group.look, documents, context)) return group.look!.recent;
  // After an edit, next to nothing is new.
  const isMuchNew = sum(entries.flatMap((entry) => newIn(entry).map(({ length }) => length))) >= worthALook;
  const recent = isMuchNew ? partForFirstLook(documents, context) : null;
  group.look = { documents, context, recent, list: null };
  return recent;
}

/** Findings in the recent part, which is read until the time is up. `group.look` has to be that of `recentIn`. */
export function firstFindingsIn(
  { look }: Group,
  entries: readonly Entry[],
  check: Check,
  isTimeUp: IsTimeUp,
): FirstFindings {
  if (look === null || look.recent === null || entries.every(isWhole)) return null;
  if (look.list !== null) return look.list;
  if (look.recent.some(({ note }) => readOnAt(note.regions, isTimeUp))) return 'unread';
  const series = firstLookAt(look.recent, look.context);
  return series === null ? null : (look.list = check(series, look.context));
}

/** Time for one slice. */
export function afterOne(): IsTimeUp {
  let asked = 0;
  return () => asked++ > 0;
}

// ---------------------------------------------------------------------------------------------------------------

function noteIn({ read }: Entry): Note | null {
  return read?.document?.note ?? null;
}

function isWhole(entry: Entry): boolean {
  const note = noteIn(entry);
  return note === null || note === entry.whole;
}

/** The regions that were not there when all was last read. */
function newIn(entry: Entry): readonly Region[] {
  return isWhole(entry) ? [] : changedIn(noteIn(entry)!.regions, entry.whole?.regions ?? []);
}

function readOnAt(regions: readonly Region[], isTimeUp: IsTimeUp): boolean {
  return regions.some((region) => readOn(region, isTimeUp));
}

/** The items between those that both lists start and end with. */
function changedIn<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  const most = Math.min(now.length, before.length);
  let head = 0;
  while (head < most && now[head] === before[head]) head++;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
  return now.slice(head, now.length - tail);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
