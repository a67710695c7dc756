/** What a keystroke, opening and cutting cost in one process, beside parsing one slice and one whole document. */
import type { Root } from 'mdast';
import { defaultConfiguration } from '../server/src/core/configuration.ts';
import { parseNote } from '../server/src/core/parse.ts';
import { readingOf } from '../server/src/core/reading.ts';
import { sliceText, type Slices } from '../server/src/core/slices.ts';
import { parsePiece } from '../server/src/core/slices/markdown.ts';
import { editText, textOf, type Text } from '../server/src/core/text.ts';
import { generate, parseSize } from './documents.mjs';
import { median } from './figures.mjs';

export interface InProcess {
  readonly size: string;
  readonly type: string;
  readonly slices: number;
  /** Counts for one character typed in the middle, the most of all edits. */
  readonly slicesRead: number;
  readonly charactersParsed: number;
  readonly regionsMade: number;
  /** In how many regions something is looked for that was found before: the others keep what was found in them. */
  readonly regionsSearched: number;
  /** The fastest edit over the fastest parse of its slice alone: what neighbours on the machine disturb least. */
  readonly overSliceAlone: number;
  /** The same for a whole note out of the edited text: slices, regions, dates, promises. Null where it was not measured. */
  readonly noteOverSliceAlone: number | null;
  /** Milliseconds, medians. */
  readonly cut: number;
  readonly edit: number;
  readonly note: number | null;
  readonly sliceAlone: number;
  readonly bookkeeping: number;
  readonly wholeParse: number | null;
}

export interface Measure {
  readonly size: string;
  readonly type: string;
  readonly edits: number;
  /** Sizes in bytes up to which the document is parsed whole, and up to which it is read as a note. */
  readonly wholeUpTo: number;
  readonly notesUpTo: number;
  /** `none` shows what it would cost to begin anew with each keystroke, and that the limits notice. */
  readonly reuse: 'all' | 'none';
}

const reading = readingOf(defaultConfiguration, 'doc.md');

export function measure({ size, type, edits, wholeUpTo, notesUpTo, reuse }: Measure): InProcess {
  const source = generate({ type, bytes: parseSize(size) });
  const cut = median(Array.from({ length: 5 }, () => timed(() => sliceText(textOf(source), () => null))))!;
  const wholeParse =
    source.length <= wholeUpTo ? timed(() => parsePiece({ source, place: 'last' }, () => false)) : null;

  let slicesRead = 0;
  let charactersParsed = 0;
  const read = (_: Root, own: string): null => {
    slicesRead++;
    charactersParsed += own.length;
    return null;
  };
  const readAll = (slices: Slices<null>): void => slices.list.forEach((slice) => slice.facts);
  let slices = sliceText(textOf(source), read);
  // A server that is idle has read everything. Where that takes long, the slice that is edited is all that is asked for.
  const ask =
    source.length <= notesUpTo ? readAll : (made: Slices<null>): void => void made.list[made.indexAt(at)]!.facts;
  let note = source.length <= notesUpTo ? parseNote(textOf(source), reading) : null;

  const place = source.indexOf('. ', source.length >> 1) + 1;
  let at = place;
  const times = { edit: [] as number[], note: [] as number[], alone: [] as number[], bookkeeping: [] as number[] };
  const most = { slicesRead: 0, charactersParsed: 0, regionsMade: 0, regionsSearched: 0 };
  let regionsSearched = 0;
  const search = (): never[] => {
    regionsSearched++;
    return [];
  };
  note?.gathered(search);
  ask(slices);
  for (let typed = 0; typed < edits; typed++) {
    at = place + typed;
    slicesRead = charactersParsed = 0;
    const text = editText(slices.text, [{ span: { start: at, end: at }, newText: 'x' }]);
    const edited = withoutPieces(text, reuse);
    let bookkeeping = 0;
    times.edit.push(
      timed(() => {
        bookkeeping = timed(() => (slices = sliceText(edited, read, reuse === 'all' ? slices : undefined)));
        ask(slices);
      }),
    );
    times.bookkeeping.push(bookkeeping);
    most.slicesRead = Math.max(most.slicesRead, slicesRead);
    most.charactersParsed = Math.max(most.charactersParsed, charactersParsed);
    const piece = { source: slices.list[slices.indexAt(at)]!.source, place: 'inner' } as const;
    times.alone.push(timed(() => parsePiece(piece, () => false)));
    if (note === null) continue;
    const before = new Set(note.regions);
    times.note.push(timed(() => (note = parseNote(edited, reading, reuse === 'all' ? note : null))));
    regionsSearched = 0;
    note.gathered(search);
    most.regionsSearched = Math.max(most.regionsSearched, regionsSearched);
    most.regionsMade = Math.max(most.regionsMade, note.regions.filter((region) => !before.has(region)).length);
  }
  const alone = Math.min(...times.alone);
  return {
    size,
    type,
    slices: slices.list.length,
    ...most,
    overSliceAlone: Math.min(...times.edit) / alone,
    noteOverSliceAlone: note && Math.min(...times.note) / alone,
    cut,
    edit: median(times.edit)!,
    note: median(times.note),
    sliceAlone: median(times.alone)!,
    bookkeeping: median(times.bookkeeping)!,
    wholeParse,
  };
}

/** The same text as if it had just been opened, where nothing is to be reused. */
function withoutPieces(text: Text, reuse: Measure['reuse']): Text {
  return reuse === 'all' ? text : textOf(text.toString());
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
