/** Questions about promises that rules and features share. */
import type { Context } from './context.ts';
import type { DatedMeeting, OwnerForm, PromiseThread, Series } from './model.ts';
import { startOfRecent } from './quarters.ts';
import { isOpen } from './state.ts';

export function isOverdue({ state, due }: PromiseThread, context: Context): boolean {
  return isOpen(state) && due !== null && due < context.today;
}

/**
 * Open promises that are worth a word: their newest copy stands in the current or the past two quarters or outside all
 * dated meetings, or they are due in that time. A box that nobody ticked for years is history.
 */
export function promisesToKeep({ openThreads }: Series, context: Context): PromiseThread[] {
  const from = startOfRecent(context);
  return openThreads.filter(({ newest: { day }, due }) => day === null || day >= from || (due !== null && due >= from));
}

/** Earliest first; meetings that lie ahead are only prepared. */
export function heldMeetings(series: Series, context: Context): DatedMeeting[] {
  return series.meetings.filter(({ day }) => day <= context.today);
}

/** Open promises that neither of the two meetings after their last copy has; those past their date are overdue instead. */
export function forgottenPromises(series: Series, context: Context): PromiseThread[] {
  const held = 1 + series.meetings.findLastIndex(({ day }) => day <= context.today);
  const lastTwo = series.meetings.slice(Math.max(0, held - 2), held).map(({ meeting }) => meeting);
  return promisesToKeep(series, context).filter((thread) => {
    const { meeting, day } = thread.newest;
    const isPast = meeting !== null && day !== null && day <= context.today && !lastTwo.includes(meeting);
    return isPast && !isOverdue(thread, context);
  });
}

/** How the series writes owners most often; null where no promise has one. */
export function usualOwnerForm(series: Series): OwnerForm | null {
  const counts = new Map<OwnerForm, number>();
  for (const { copies } of series.promises) {
    for (const { ownerForm } of copies) {
      if (ownerForm !== null) counts.set(ownerForm, (counts.get(ownerForm) ?? 0) + 1);
    }
  }
  let best: OwnerForm | null = null;
  for (const [form, count] of counts) if (best === null || count > counts.get(best)!) best = form;
  return best;
}

/** The promise as a message names it; what is private is never quoted. */
export function quotedPromise({ text, owners, isPrivate }: PromiseThread): string {
  if (isPrivate) return 'A private promise';
  const shown = text.length <= 80 ? text : `${text.slice(0, 80).trimEnd()}\u2026`;
  return owners.length === 0 ? `"${shown}"` : `"${shown}" (${owners.join(', ')})`;
}
