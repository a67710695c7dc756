/** The commands that write: by name, and as what the light bulb offers. */
import type { Document } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { closePromise, isOpenThread, promiseAt } from '../core/write/close-promise.ts';
import type { Closing } from '../core/write/promises.ts';
import { closeQuarter } from '../core/write/close-quarter.ts';
import { insertStandingAgenda } from '../core/write/insert-agenda.ts';
import { startQuarter } from '../core/write/insert-checkpoint.ts';
import { startMeeting } from '../core/write/start-meeting.ts';
import type { Writing } from '../core/write/writing.ts';
import type { Request } from './request.ts';

export const rewriteKind = 'refactor.rewrite.oneOnOne';

export interface Rewrite {
  readonly title: string;
  readonly kind: string;
  readonly writing: Writing;
}

type DocumentCommand = (request: Request) => Writing;

const documentCommands: ReadonlyMap<string, DocumentCommand> = new Map([
  ['oneOnOne.startMeeting', ({ document, series, context }) => startMeeting(document, series, context)],
  ['oneOnOne.insertCheckpoint', ({ document, series, context }) => startQuarter(document, series, context)],
  ['oneOnOne.startQuarter', ({ document, series, context }) => startQuarter(document, series, context)],
  ['oneOnOne.closeQuarter', ({ series, context }) => closeQuarter(series, context)],
  ['oneOnOne.insertStandingAgenda', ({ document, series, context }) => insertStandingAgenda(document, series, context)],
]);

/** What a command of a whole document writes; null for any other name. */
export function writingOf(command: string, request: Request): Writing | null {
  return documentCommands.get(command)?.(request) ?? null;
}

export function closingAt({ document, series }: Request, offset: number, closing: Closing): Writing {
  return closePromise(document, series, offset, closing);
}

/** Those that would write something: all of them where rewrites were asked for, else those about what stands at the offset. */
export function rewrites(request: Request, offset: number, asked: 'rewrites' | 'anything'): Rewrite[] {
  const closing = closings(request, offset);
  if (asked === 'anything' && !isOnHeading(request.document, offset)) return closing;
  const all = offered.flatMap(({ command, title, kind }): Rewrite[] => {
    const writing = writingOf(command, request);
    return writing?.is === 'edits' || writing?.is === 'new-file'
      ? [{ title, kind: `${rewriteKind}.${kind}`, writing }]
      : [];
  });
  return [...closing, ...all];
}

// ---------------------------------------------------------------------------------------------------------------

const offered = [
  { command: 'oneOnOne.startMeeting', title: 'Start a meeting today', kind: 'meeting' },
  { command: 'oneOnOne.insertCheckpoint', title: 'Insert the checkpoint of this quarter', kind: 'checkpoint' },
  {
    command: 'oneOnOne.closeQuarter',
    title: 'Close the quarter: draft its summary, add its worksheet column',
    kind: 'summary',
  },
  { command: 'oneOnOne.insertStandingAgenda', title: 'Insert a standing agenda', kind: 'agenda' },
] as const;

const outcomes: readonly (readonly [Closing, string])[] = [
  ['done', 'Close the promise: done'],
  ['dropped', 'Close the promise: dropped'],
  ['moved', 'Close the promise: moved'],
];

function closings({ document, series }: Request, offset: number): Rewrite[] {
  const thread = promiseAt(document, series, offset);
  if (thread === null || !isOpenThread(thread)) return [];
  return outcomes.flatMap(([closing, title]): Rewrite[] => {
    const writing = closePromise(document, series, offset, closing);
    return writing.is === 'edits' ? [{ title, kind: `${rewriteKind}.promise`, writing }] : [];
  });
}

/** The document's title, or the heading of a meeting or quarter. */
function isOnHeading({ note }: Document, offset: number): boolean {
  const { line } = note.text.positionAt(offset);
  return note.regions.some(({ kind, section }) => {
    if (section === null || (kind !== 'title' && kind !== 'meeting' && kind !== 'quarter')) return false;
    const span = spanOf(note, section.title.place);
    return span !== null && note.text.positionAt(span.start).line === line;
  });
}
