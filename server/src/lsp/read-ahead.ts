/**
 * Reads the texts of notes in small pieces, before anything is asked that needs all of them, and says first what their
 * recent part gives.
 */
import type { Context } from '../core/context.ts';
import { headingsIn } from '../core/glance.ts';
import type { Document, Note, Region, Series } from '../core/model.ts';
import { cutAhead } from '../core/parse.ts';
import { readOn } from '../core/region.ts';
import { firstLookAt, partForFirstLook, worthALook } from '../rules/first-look.ts';
import type { Diagnostic } from '../rules/run.ts';
import { isMadeOf, type Entry, type Group, type Left } from './note-groups.ts';
import type { IsTimeUp } from './slices.ts';

type Check = (series: Series, context: Context) => readonly Diagnostic[];

/** What can be said before all is read: nothing yet, this, or null where it need not be said apart. */
export type FirstFindings = 'unread' | readonly Diagnostic[] | null;

/** Whether the text is so long, and so much of it new, that its headings are to be looked at before it is read. */
export function isToBeLookedAt({ file: { text }, note, ahead }: Entry): boolean {
  if (text === note?.text || Math.abs(text.length - (note?.text.length ?? 0)) < worthALook) return false;
  return ahead?.slices.text !== text || ahead.at < ahead.slices.list.length;
}

/** Looks at headings until the time is up. Gives whether any may be left. */
export function lookAhead(entry: Entry, isTimeUp: IsTimeUp): boolean {
  if (!isToBeLookedAt(entry)) return false;
  const { text } = entry.file;
  if (entry.ahead?.slices.text !== text) {
    entry.ahead = { slices: cutAhead(text, entry.ahead?.slices ?? entry.note), at: 0 };
    if (isTimeUp()) return true;
  }
  const { ahead } = entry;
  const { list } = ahead.slices;
  while (ahead.at < list.length) {
    headingsIn(list[ahead.at++]!);
    if (isTimeUp()) return true;
  }
  return false;
}

/** Reads on until the time is up, the recent part first: somebody may wait for it. Gives whether any may be left. */
export function readOnIn(group: Group, entries: readonly Entry[], isTimeUp: IsTimeUp): boolean {
  if (group.look?.left.some((left) => readOnAt(left, isTimeUp))) return true;
  return entries.some((entry) => {
    if (isWhole(entry)) return false;
    const note = noteIn(entry)!;
    if (entry.left?.note !== note) entry.left = { note, regions: newIn(entry), at: 0 };
    const isLeft = readOnAt(entry.left, isTimeUp);
    if (!isLeft) entry.whole = note;
    return isLeft;
  });
}

/** Finds out which part of a group's documents is looked at first: `group.look` has it then. */
export function findRecent(
  group: Group,
  entries: readonly Entry[],
  documents: readonly Document[],
  context: Context,
): void {
  if (isMadeOf(group.look, documents, context)) return;
  // After an edit, next to nothing is new.
  const isMuchNew = sum(entries.flatMap((entry) => newIn(entry).map(({ length }) => length))) >= worthALook;
  const recent = isMuchNew ? partForFirstLook(documents, context) : null;
  const left = (recent ?? []).map(({ note }): Left => ({ note, regions: note.regions, at: 0 }));
  group.look = { documents, context, recent, left, list: null };
}

/** Findings in the recent part, which is read until the time is up. `group.look` has to be that of `findRecent`. */
export function firstFindingsIn(
  { look }: Group,
  entries: readonly Entry[],
  check: Check,
  isTimeUp: IsTimeUp,
): FirstFindings {
  if (look === null || look.recent === null || entries.every(isWhole)) return null;
  if (look.list !== null) return look.list;
  if (look.left.some((left) => readOnAt(left, isTimeUp))) return 'unread';
  const series = firstLookAt(look.recent, look.context);
  return series === null ? null : (look.list = check(series, look.context));
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

function readOnAt(left: Left, isTimeUp: IsTimeUp): boolean {
  for (; left.at < left.regions.length; left.at++) if (readOn(left.regions[left.at]!, isTimeUp)) return true;
  return false;
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
