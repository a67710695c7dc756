/** The promises of a series: who gave them, and how each was carried from meeting to meeting. */
import type { Document, PromiseCopy, PromiseThread, Region, WrittenPromise } from './model.ts';
import { castOf, sameCast, type Cast } from './promises/cast.ts';
import { namesIn } from './promises/owners.ts';
import { threadOf, threadsOf, type Sitting } from './promises/threads.ts';
import { isOpen } from './state.ts';

/** What is kept of a series to follow its promises on after an edit. */
export interface Followed {
  readonly documents: readonly Document[];
  readonly sources: readonly Source[];
  readonly cast: Cast;
  readonly sittings: readonly Sitting[];
  readonly threads: readonly PromiseThread[];
  /** Which of the threads are open, by index: few of many. */
  readonly open: readonly number[];
  /** For each sitting, which threads its copies belong to, by index. The same as long as nothing else is said. */
  readonly threadsAt: () => readonly (readonly number[])[];
}

/** A region that holds promises, and what decides where its copies stand in their threads. */
interface Source {
  readonly region: Region;
  readonly uri: string;
  readonly day: number | null;
}

/**
 * Follows the promises of a series. What was followed before is taken over as far as an edit left it alone: the result
 * is the same without it. Never throws.
 */
export function followed(documents: readonly Document[], before: Followed | null = null): Followed {
  const sources = sourcesOf(documents);
  const known = before === null ? null : whereChanged(sources, before);
  const isSameCast =
    known?.every(({ was, now }) => sameNames(was, now)) === true && sameCast(documents, before!.documents);
  const cast = isSameCast
    ? before!.cast
    : castOf(
        documents,
        sources.flatMap(({ region }) => region.promises),
      );
  const changed = isSameCast ? new Map(known!.map(({ now, index }) => [index, now])) : null;
  if (changed?.size === 0) return { ...before!, documents, sources };
  const sittings = sources.map((source, index) =>
    changed === null || changed.has(index) ? sittingOf(source, cast) : before!.sittings[index]!,
  );
  const isAlike = isSameCast && known!.every(({ was, now }) => saySame(was, now));
  if (isAlike) return { ...before!, documents, sources, sittings, threads: threadsAfter(before!, known!, sittings) };
  const threads = threadsOf(sittings);
  const open = threads.flatMap(({ state }, index) => (isOpen(state) ? [index] : []));
  return { documents, sources, cast, sittings, threads, open, threadsAt: indexesLater(threads, sittings) };
}

// ---------------------------------------------------------------------------------------------------------------

/** Those of dated meetings first, by day, then everything that stands outside them. */
function sourcesOf(documents: readonly Document[]): Source[] {
  const sources = documents.flatMap(({ uri, note }) =>
    note.gathered(promisingIn).map(({ region, day }): Source => ({ region, uri, day })),
  );
  return sources.sort((a, b) => (a.day ?? Infinity) - (b.day ?? Infinity) || 0);
}

/** A region that holds promises, and its meeting's day. */
function promisingIn(region: Region): readonly Omit<Source, 'uri'>[] {
  return region.promises.length === 0 ? [] : [{ region, day: region.meeting?.date.day ?? null }];
}

interface Changed {
  readonly index: number;
  readonly was: readonly WrittenPromise[];
  readonly now: readonly WrittenPromise[];
}

/** The sources whose region is another one now; null where sources came, went or moved. */
function whereChanged(sources: readonly Source[], before: Followed): Changed[] | null {
  if (sources.length !== before.sources.length) return null;
  const changed: Changed[] = [];
  for (const [index, { region, uri, day }] of sources.entries()) {
    const was = before.sources[index]!;
    if (was.uri !== uri || was.day !== day) return null;
    if (was.region === region) continue;
    if ((was.region.meeting === null) !== (region.meeting === null)) return null;
    changed.push({ index, was: was.region.promises, now: region.promises });
  }
  return changed;
}

/** Whether both show the same names to the cast. */
function sameNames(was: readonly WrittenPromise[], now: readonly WrittenPromise[]): boolean {
  return everyPair(
    was,
    now,
    (a, b) =>
      sameTexts(a.titles, b.titles) &&
      everyPair(a.owners, b.owners, (one, other) => one.form === other.form && sameTexts(one.names, other.names)),
  );
}

/** Whether both say the same, wherever it stands: then the threads run as they ran. */
function saySame(was: readonly WrittenPromise[], now: readonly WrittenPromise[]): boolean {
  return everyPair(
    was,
    now,
    (a, b) =>
      a.text === b.text &&
      a.key === b.key &&
      a.due === b.due &&
      a.state === b.state &&
      a.isPrivate === b.isPrivate &&
      everyPair(a.owners, b.owners, (one, other) => one.text === other.text && one.key === other.key),
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return everyPair(a, b, (one, other) => one === other);
}

function everyPair<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index]!));
}

/** The threads of before, with the copies of changed sources in the place of the old ones. */
function threadsAfter(
  before: Followed,
  changed: readonly Changed[],
  sittings: readonly Sitting[],
): readonly PromiseThread[] {
  const threads = [...before.threads];
  for (const { index } of changed) {
    const was = before.sittings[index]!.copies;
    const now = sittings[index]!.copies;
    before.threadsAt()[index]!.forEach((nth, at) => {
      const { copies, isPrivate } = threads[nth]!;
      threads[nth] = threadOf({ copies: copies.map((copy) => (copy === was[at] ? now[at]! : copy)), isPrivate });
    });
  }
  return threads;
}

/** Made apart from what was followed before: a function made beside it would hold on to every version there ever was. */
function indexesLater(threads: readonly PromiseThread[], sittings: readonly Sitting[]): Followed['threadsAt'] {
  let at: (readonly number[])[] | null = null;
  return () => (at ??= indexesOf(threads, sittings));
}

function indexesOf(threads: readonly PromiseThread[], sittings: readonly Sitting[]): number[][] {
  const indexes = new Map(threads.flatMap(({ copies }, index) => copies.map((copy) => [copy, index] as const)));
  return sittings.map(({ copies }) => copies.map((copy) => indexes.get(copy)!));
}

function sittingOf({ region: { promises, meeting }, uri, day }: Source, cast: Cast): Sitting {
  return { copies: promises.map((written) => copyOf(written, { uri, meeting, day }, cast)) };
}

type Stand = Pick<PromiseCopy, 'uri' | 'meeting' | 'day'>;

/** The first reading whose words are names; else the names of a title above. */
function copyOf(written: WrittenPromise, stand: Stand, cast: Cast): PromiseCopy {
  for (const { form, names, text, key } of written.owners) {
    const owners = cast.owners({ form, names });
    if (owners !== null) return { written, text, key, owners, ownerForm: form, ...stand };
  }
  const { text, key } = written;
  for (const title of written.titles) {
    const names = namesIn(title);
    const owners = names === null ? null : cast.owners({ form: 'title', names });
    if (owners !== null) return { written, text, key, owners, ownerForm: 'title', ...stand };
  }
  return { written, text, key, owners: [], ownerForm: null, ...stand };
}
