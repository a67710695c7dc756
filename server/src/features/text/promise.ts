/** A promise as hover text: the thread that its copies make, from meeting to meeting. */
import { formatDay } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import type { PromiseCopy, PromiseThread, TargetState } from '../../core/model.ts';
import { isOpen } from '../../core/state.ts';
import { distanceText, weekdayName } from './date.ts';
import { bullets, escape, paragraphs } from './markdown.ts';

/** `here` is the copy under the cursor. Of a private promise only days and state are said. */
export function promiseText(thread: PromiseThread, here: PromiseCopy | null, context: Context): string {
  const { state, owners, firstSeen, newest } = thread;
  const whose = owners.length === 0 ? ' without an owner' : ` of ${owners.map(escape).join(' and ')}`;
  const head = `**Promise**${thread.isPrivate ? '' : whose}: ${stateNames[state]}`;
  const isElsewhere = here !== null && here !== newest && newest.day !== null;
  return paragraphs(
    head,
    bullets([
      ...dueLine(thread, context),
      firstSeen === null ? 'It stands outside dated meetings' : `First seen: ${formatDay(firstSeen)}`,
      ...carriedLine(thread),
    ]),
    isElsewhere && `What counts is its newest copy, of ${formatDay(newest.day!)}.`,
    rewordedText(thread, here),
    ownerText(newest),
  );
}

const stateNames: Readonly<Record<TargetState, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  done: 'done',
  dropped: 'dropped',
  moved: 'moved elsewhere',
};

function dueLine({ due, state }: PromiseThread, { today }: Context): string[] {
  if (due === null) return isOpen(state) ? ['Due: no day is written'] : [];
  const late = isOpen(state) && due < today ? ', late' : '';
  return [`Due: ${formatDay(due)}, ${weekdayName(due)}, ${distanceText(due, today)}${late}`];
}

function carriedLine({ carried, copies, firstSeen, state }: PromiseThread): string[] {
  if (firstSeen === null) return [];
  if (carried === 0) return isOpen(state) ? ['Not carried into another meeting yet'] : [];
  const days = [...new Set(copies.flatMap(({ day }) => day ?? []))].filter((day) => day !== firstSeen);
  const last = days.slice(-5).map(formatDay);
  const more = days.length > last.length ? '… ' : '';
  return [`Carried ${carried === 1 ? 'once' : `${carried} times`}: ${more}${last.join(', ')}`];
}

/** That two wordings are one promise was decided by us, so it is said. */
function rewordedText({ copies, isPrivate }: PromiseThread, here: PromiseCopy | null): string | null {
  const own = here ?? copies.at(-1)!;
  const other = copies.findLast((copy) => copy.key !== own.key);
  if (other === undefined) return null;
  const where = other.day === null ? 'elsewhere' : `on ${formatDay(other.day)}`;
  const words = isPrivate ? 'Another wording' : `The wording "${escape(other.text)}"`;
  return `${words} ${where} is taken for the same promise, because it is nearly equal.`;
}

function ownerText({ ownerForm, written }: PromiseCopy): string | null {
  if (written.isPrivate) return null;
  if (ownerForm === 'title') return 'Its owner is taken from the title above it.';
  if (ownerForm === 'tag') return 'Its owner is taken from its tag: `TODO` is for the report, `DOTO` for the manager.';
  return null;
}
