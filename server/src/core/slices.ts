/**
 * A document in slices: pieces of markdown that are parsed alone, and give together what one parse of the whole
 * document would. Typing changes one slice; the others stay as they are, with the facts that were read of them.
 */
import { LONGEST_DOCUMENT, mostHeadings, MOST_SLICES } from './bounds.ts';
import type { Span } from './model.ts';
import { cutsFrom, MARK, startsWithHeading, type Piece } from './slices/cut.ts';
import { declarationsOf, namesAfter, type Names } from './slices/names.ts';
import { keyOf, remember, takeReplaced, type Replaced } from './slices/replaced.ts';
import { NamedSlice, type Slice, type SliceReader } from './slices/slice.ts';
import { changeBetween, lastAtMost, linesFrom, textOf, type Change, type Text } from './text.ts';

export type { Slice, SliceReader };

export interface Slices<F> {
  readonly text: Text;
  /** In document order, without gaps; at least one. A slice that did not change is the same object in the next slices. */
  readonly list: readonly Slice<F>[];
  /** The offset in the document where a slice starts; for `list.length`, where the document ends. */
  offsetOf(index: number): number;
  /** The index of the slice that holds an offset; the first one for what stands before it. */
  indexAt(offset: number): number;
  /** The lines of YAML front matter with both fences; null where the document has none. It is part of no slice. */
  readonly frontMatter: string | null;
  /** Where `frontMatter` starts (after a byte order mark) and ends; both 0 where there is none. */
  readonly frontMatterStart: number;
  readonly frontMatterEnd: number;
}

/**
 * Cuts a text into slices; nothing is parsed unless it has to be to find a cut. What did not change is taken from
 * `previous`, which stays as it is, if that was made with the same reader.
 */
export function sliceText<F>(text: Text, read: SliceReader<F>, previous?: Slices<F>): Slices<F> {
  // All slices are made here.
  const before = previous as MadeSlices<F> | undefined;
  if (before?.read !== read) {
    return sliceAgain(text, noSlices(read), { start: 0, endBefore: 0, endAfter: text.length });
  }
  const change = changeBetween(before.text, text);
  return change ? sliceAgain(text, before, change) : before;
}

/** What the next slices are made from. */
interface MadeSlices<F> extends Slices<F> {
  readonly list: readonly NamedSlice<F>[];
  /** Where each slice starts, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly names: Names;
  readonly read: SliceReader<F>;
  /** How many of them start as a heading does. */
  readonly headings: number;
  /** Whether it would have more slices if there were no bounds. */
  readonly isCutShort: boolean;
  readonly replaced: Replaced<NamedSlice<F>>;
}

function sliceAgain<F>(text: Text, before: MadeSlices<F>, change: Change): MadeSlices<F> {
  const { read } = before;
  const frontMatter = frontMatterOf(text);
  const body = frontMatter?.end ?? startOf(text);
  const { first, resume, starts, headings, isCutShort } = cutAgain(text, body, before, change);
  const shift = change.endAfter - change.endBefore;
  const count = first + starts.length + before.list.length - resume;
  const allStarts = new Uint32Array(count + 1);
  allStarts.set(before.starts.subarray(0, first));
  allStarts.set(starts, first);
  for (let from = resume, to = first + starts.length; to < count; from++, to++) {
    allStarts[to] = before.starts[from]! + shift;
  }
  allStarts[count] = text.length;

  const pieces = starts.map((start, index): Piece => {
    const end = first + index + 1;
    return { source: text.slice(start, allStarts[end]), place: end === count ? 'last' : 'inner' };
  });
  const removed = before.list.slice(first, resume);
  const found = findAgain(pieces, removed, before);
  const declarations = pieces.map((piece, index) => found[index]?.declarations ?? declarationsOf(piece));
  const gone = removed.map((slice) => slice.declarations);
  const { names, changed } = namesAfter(before.names, gone, declarations);

  const made = pieces.map(
    (piece, index) => found[index]?.under(names) ?? new NamedSlice(piece, declarations[index]!, names, read),
  );
  const keep = (slices: NamedSlice<F>[]): NamedSlice<F>[] =>
    changed.size === 0 ? slices : slices.map((slice) => slice.under(names, changed));
  const list = keep(before.list.slice(0, first)).concat(made, keep(before.list.slice(resume)));
  const again = new Set(made);
  for (const slice of removed) if (slice.isRead && !again.has(slice)) remember(before.replaced, slice);
  return {
    text,
    list,
    offsetOf: (index) => allStarts[index]!,
    indexAt: (offset) => Math.min(lastAtMost(allStarts, offset), count - 1),
    frontMatter: frontMatter && text.slice(frontMatter.start, frontMatter.end),
    frontMatterStart: frontMatter?.start ?? 0,
    frontMatterEnd: frontMatter?.end ?? 0,
    starts: allStarts,
    names,
    read,
    headings,
    isCutShort,
    replaced: before.replaced,
  };
}

function noSlices<F>(read: SliceReader<F>): MadeSlices<F> {
  return {
    text: textOf(''),
    list: [],
    offsetOf: () => 0,
    indexAt: () => 0,
    frontMatter: null,
    frontMatterStart: 0,
    frontMatterEnd: 0,
    starts: new Uint32Array(1),
    names: new Map(),
    read,
    headings: 0,
    isCutShort: false,
    replaced: { slices: new Map(), length: 0 },
  };
}

/** `starts` take the place of the slices from `first` up to `resume`, from where on the text was cut as it is now. */
interface Cuts {
  readonly first: number;
  readonly resume: number;
  readonly starts: readonly number[];
  /** How many slices of the whole text start as a heading does. */
  readonly headings: number;
  readonly isCutShort: boolean;
}

/** The cuts of a changed text. How often it may be cut depends on all of it, so one that is cut short is cut anew. */
function cutAgain<F>(text: Text, body: number, before: MadeSlices<F>, change: Change): Cuts {
  const end = before.list.length;
  if (text.length > LONGEST_DOCUMENT) return { first: 0, resume: end, starts: [body], headings: 0, isCutShort: true };
  const most = mostHeadings(text.length);
  if (!before.isCutShort) {
    const cuts = cutAround(text, body, before, change);
    const count = cuts.first + cuts.starts.length + end - cuts.resume;
    if (count < MOST_SLICES && cuts.headings < most) return cuts;
  }
  const starts = [body];
  let headings = startsWithMark(text, body) ? 1 : 0;
  for (const cut of cutsFrom(text, body, body)) {
    if (startsWithMark(text, cut)) headings++;
    if (starts.length === MOST_SLICES || headings > most)
      return { ...butUnchanged(starts, before, change), headings, isCutShort: true };
    starts.push(cut);
  }
  return { ...butUnchanged(starts, before, change), headings, isCutShort: false };
}

/** All starts but those of the slices at both ends that hold the same text as before. */
function butUnchanged<F>(
  all: readonly number[],
  before: MadeSlices<F>,
  { start, endBefore, endAfter }: Change,
): Pick<Cuts, 'first' | 'resume' | 'starts'> {
  const end = before.list.length;
  const most = Math.min(all.length, end);
  const isSame = (index: number): boolean => all[index] === before.starts[index];
  let first = 0;
  while (first < most - 1 && isSame(first) && isSame(first + 1) && all[first + 1]! <= start) first++;
  let tail = 0;
  for (; tail < most - first; tail++) {
    const at = all[all.length - 1 - tail]!;
    if (at < endAfter || at - endAfter !== before.starts[end - 1 - tail]! - endBefore) break;
  }
  return { first, resume: end - tail, starts: all.slice(first, all.length - tail) };
}

/** The cuts around a change, if there may be as many as there are. */
function cutAround<F>(text: Text, body: number, before: MadeSlices<F>, change: Change): Cuts {
  const shift = change.endAfter - change.endBefore;
  const end = before.list.length;

  const resumeAt = (at: number): number => {
    if (at < change.endAfter) return -1;
    const index = lastAtMost(before.starts, at - shift);
    if (index === end || before.starts[index] !== at - shift) return -1;
    // The first slice need not start with a heading, and is cut as one that does.
    const isCutAlike = startsWithHeading(text, at) || (at === body) === (index === 0);
    return isCutAlike ? index : -1;
  };

  let first = 0;
  let from = body;
  if (end > 0 && body === before.starts[0] && change.start >= body) {
    first = before.indexAt(change.start);
    // Its first line says whether it is a slice at all.
    if (first > 0 && change.start < before.starts[first]! + MARK) first--;
    from = before.starts[first]!;
  }
  const starts: number[] = [];
  const cutsUpTo = (resume: number): Cuts => {
    const gone = before.list.slice(first, resume).filter(({ source }) => source.startsWith('#')).length;
    const come = starts.filter((start) => startsWithMark(text, start)).length;
    return { first, resume, starts, headings: before.headings - gone + come, isCutShort: false };
  };
  const resume = resumeAt(from);
  if (resume >= 0) return cutsUpTo(resume);
  starts.push(from);
  for (const cut of cutsFrom(text, from, body)) {
    const resume = resumeAt(cut);
    if (resume >= 0) return cutsUpTo(resume);
    if (starts.length === MOST_SLICES) break;
    starts.push(cut);
  }
  return cutsUpTo(end);
}

/** As every heading does, and next to nothing else. */
function startsWithMark(text: Text, at: number): boolean {
  return text.slice(at, at + 1) === '#';
}

/** The slices that are there already, by piece: none is given twice. */
function findAgain<F>(
  pieces: readonly Piece[],
  removed: readonly NamedSlice<F>[],
  before: MadeSlices<F>,
): (NamedSlice<F> | undefined)[] {
  // As of every document that is opened.
  if (removed.length === 0 && before.replaced.length === 0) return [];
  const reusable = new Map(removed.map((slice) => [keyOf(slice), slice]));
  let present: Set<NamedSlice<F>> | null = null;
  return pieces.map((piece) => {
    const key = keyOf(piece);
    const slice = reusable.get(key);
    if (slice) {
      reusable.delete(key);
      return slice;
    }
    const old = takeReplaced(before.replaced, key);
    // Where two texts were made from one, what the first replaced may still stand in the second.
    return old && !(present ??= new Set(before.list)).has(old) ? old : undefined;
  });
}

/** Where the front matter of a text starts and ends: `---` lines, the first one at the start of the text. */
function frontMatterOf(text: Text): Span | null {
  const start = startOf(text);
  let isOpen = false;
  for (const { line, at } of linesFrom(text, start)) {
    const isFence = FENCE.test(line);
    if (isOpen && isFence) return { start, end: at + line.length };
    if (!isOpen && !isFence) return null;
    isOpen = true;
  }
  return null;
}

const FENCE = /^---[ \t]*[\r\n]*$/;

/** Where the markdown starts: after a byte order mark. */
function startOf(text: Text): number {
  return text.slice(0, 1) === '\uFEFF' ? 1 : 0;
}
