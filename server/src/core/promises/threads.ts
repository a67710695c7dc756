/**
 * The same promise, followed from meeting to meeting. Texts that are equal after folding are found by an index; near
 * ones are looked for only among the open threads of the meetings just before, so that years of notes cost little.
 */
import { distance } from 'fastest-levenshtein';
import type { PromiseCopy, PromiseThread } from '../model.ts';
import { isClosed } from '../state.ts';

/** Where copies stand together: a meeting, or everything that a series has outside dated meetings. */
export interface Sitting {
  readonly copies: readonly PromiseCopy[];
}

/**
 * One thread for each promise, in the order in which they were first seen. `sittings` come earliest first, those
 * without a day last. Two copies in one sitting are two promises; an open copy of a closed promise starts a new thread.
 */
export function threadsOf(sittings: readonly Sitting[]): PromiseThread[] {
  const all: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  let recent: Draft[][] = [];
  for (const { copies } of sittings) {
    if (copies.length === 0) continue;
    const seen: Draft[] = [];
    const isTaken = new Set<Draft>();
    const carry: Carry = (thread, copy) => {
      isTaken.add(thread);
      thread.copies.push(copy);
      if (thread.key !== copy.key) {
        thread.key = copy.key;
        listIn(byKey, indexOf(thread)).push(thread);
      }
      seen.push(thread);
    };
    const unmatched = matchEqual(copies, byKey, carry);
    const pool = recent.flat().filter((thread) => !isTaken.has(thread) && isNearable(thread));
    const fresh: Draft[] = [];
    for (const copy of unmatched) {
      const near = nearest(copy, pool, isTaken);
      if (near !== null) carry(near, copy);
      else fresh.push({ key: copy.key, isPrivate: copy.written.isPrivate, copies: [copy], features: null });
    }
    for (const thread of fresh) {
      all.push(thread);
      listIn(byKey, indexOf(thread)).push(thread);
    }
    recent = [...recent.slice(1 - RECENT), [...seen, ...fresh].slice(0, MOST_NEAR)];
  }
  return all.map(threadOf);
}

/** In how many meetings before its own a near copy is looked for, and among how many of each. */
const RECENT = 3;
const MOST_NEAR = 60;

// ---------------------------------------------------------------------------------------------------------------

interface Draft {
  /** Of its newest copy. */
  key: string;
  readonly isPrivate: boolean;
  readonly copies: PromiseCopy[];
  /** Of `key`, made when it is first compared. */
  features: Features | null;
}

type Carry = (thread: Draft, copy: PromiseCopy) => void;

/** Carries the copies whose text is that of a thread; of several equal ones the same owner's first. Gives the others. */
function matchEqual(copies: readonly PromiseCopy[], byKey: Map<string, Draft[]>, carry: Carry): PromiseCopy[] {
  const groups = new Map<string, PromiseCopy[]>();
  for (const copy of copies) listIn(groups, indexOf({ key: copy.key, isPrivate: copy.written.isPrivate })).push(copy);
  const unmatched: PromiseCopy[] = [];
  for (const [index, group] of groups) {
    const known = [...new Set(byKey.get(index))].filter((thread) => indexOf(thread) === index);
    const open = known.filter((thread) => !isClosed(newestOf(thread).written.state));
    const closed = known.filter((thread) => isClosed(newestOf(thread).written.state)).slice(-group.length);
    // What is done every week leaves a closed thread a week: the older ones can never be carried again.
    if (known.length > 0) byKey.set(index, [...closed, ...open]);
    const rest = matchOwners(group, open, carry);
    for (const copy of rest) {
      const thread = open.shift() ?? (isClosed(copy.written.state) ? closed.pop() : undefined);
      if (thread !== undefined) carry(thread, copy);
      else unmatched.push(copy);
    }
  }
  return unmatched;
}

/** Takes the matched threads out of `open`. */
function matchOwners(group: readonly PromiseCopy[], open: Draft[], carry: Carry): readonly PromiseCopy[] {
  if (group.length === 1 && open.length <= 1) return group;
  const byOwners = new Map<string, Draft[]>();
  for (const thread of open) listIn(byOwners, ownersKey(newestOf(thread))).push(thread);
  const taken = new Set<Draft>();
  const rest = group.filter((copy) => {
    const thread = byOwners.get(ownersKey(copy))?.shift();
    if (thread === undefined) return true;
    taken.add(thread);
    carry(thread, copy);
    return false;
  });
  const left = open.filter((thread) => !taken.has(thread));
  open.splice(0, open.length, ...left);
  return rest;
}

/** At least four words, the same numbers, at most 15 % of the characters different, the same owners or none. */
function nearest(copy: PromiseCopy, pool: readonly Draft[], isTaken: ReadonlySet<Draft>): Draft | null {
  const { key } = copy;
  if (!hasFourWords(key)) return null;
  const own = featuresOf(key);
  let best: Draft | null = null;
  let least = Infinity;
  for (const thread of pool) {
    const longer = Math.max(key.length, thread.key.length);
    const most = Math.floor(longer * 0.15);
    if (Math.abs(key.length - thread.key.length) > most || isTaken.has(thread)) continue;
    if (thread.isPrivate !== copy.written.isPrivate || !mayShareOwners(copy, newestOf(thread))) continue;
    const features = featuresIn(thread);
    if (own.digits !== features.digits || leastDistance(own.letters, features.letters) > most) continue;
    const steps = distance(key, thread.key);
    if (steps > most || steps >= least) continue;
    best = thread;
    least = steps;
  }
  return best;
}

function isNearable(thread: Draft): boolean {
  return !isClosed(newestOf(thread).written.state) && hasFourWords(thread.key);
}

function hasFourWords(key: string): boolean {
  return key.length <= LONGEST && /^\S+(?: \S+){3}/.test(key);
}

/** The distance takes time in proportion to both lengths. */
const LONGEST = 500;

function mayShareOwners(a: PromiseCopy, b: PromiseCopy): boolean {
  return a.owners.length === 0 || b.owners.length === 0 || ownersKey(a) === ownersKey(b);
}

/** What tells two texts apart at a glance. */
interface Features {
  readonly key: string;
  /** Ticket 1234 is not ticket 1235, however near they are. */
  readonly digits: string;
  /** How often each letter stands in it. */
  readonly letters: Uint8Array;
}

function featuresIn(thread: Draft): Features {
  if (thread.features?.key !== thread.key) thread.features = featuresOf(thread.key);
  return thread.features;
}

function featuresOf(key: string): Features {
  const letters = new Uint8Array(32);
  for (let i = 0; i < key.length; i++) letters[key.charCodeAt(i) & 31]!++;
  return { key, digits: key.replace(/\P{Nd}+/gu, ' ').trim(), letters };
}

/** Texts whose letters differ so much cannot be nearer: a cheap look before the dear one. */
function leastDistance(a: Uint8Array, b: Uint8Array): number {
  let more = 0;
  let less = 0;
  for (let i = 0; i < 32; i++) {
    const by = a[i]! - b[i]!;
    if (by > 0) more += by;
    else less -= by;
  }
  return Math.max(more, less);
}

function ownersKey({ owners }: PromiseCopy): string {
  return owners.length <= 1 ? (owners[0] ?? '') : [...owners].sort().join('\n');
}

function indexOf({ key, isPrivate }: Pick<Draft, 'key' | 'isPrivate'>): string {
  return isPrivate ? `private ${key}` : `open ${key}`;
}

function newestOf(thread: Draft): PromiseCopy {
  return thread.copies.at(-1)!;
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key);
  if (list !== undefined) return list;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

/** The thread of these copies, oldest first. */
export function threadOf({ copies, isPrivate }: Pick<PromiseThread, 'copies' | 'isPrivate'>): PromiseThread {
  const newest = copies.at(-1)!;
  const named = copies.findLast(({ owners }) => owners.length > 0);
  const dated = copies.filter(({ day }) => day !== null);
  const { text, written } = newest;
  return {
    text,
    owners: named?.owners ?? [],
    due: written.due,
    state: written.state,
    firstSeen: dated[0]?.day ?? null,
    lastSeen: dated.at(-1)?.day ?? null,
    carried: Math.max(0, copies.filter(({ meeting }) => meeting !== null).length - 1),
    copies,
    newest,
    isPrivate,
  };
}
