/** What a keystroke, opening and cutting cost in one process, beside parsing one slice and one whole document. */
import type { Root } from 'mdast';
import { sliceText, type Slices } from '../server/src/core/slices.ts';
import { parsePiece } from '../server/src/core/slices/markdown.ts';
import { editText, textOf } from '../server/src/core/text.ts';
import { generate, parseSize } from './documents.mjs';

export interface InProcess {
  readonly size: string;
  readonly type: string;
  readonly slices: number;
  /** Counts for one character typed in the middle, the most of all edits. */
  readonly slicesRead: number;
  readonly charactersParsed: number;
  readonly largestSlice: number;
  /** The fastest edit over the fastest parse of its slice alone: what neighbours on the machine disturb least. */
  readonly overSliceAlone: number;
  /** Milliseconds, medians. */
  readonly cut: number;
  readonly edit: number;
  readonly sliceAlone: number;
  readonly bookkeeping: number;
  readonly readAll: number | null;
  readonly wholeParse: number | null;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** `wholeUpTo` is the size in bytes up to which the whole document is parsed at once, and all slices are read. */
export function measure(size: string, type: string, edits: number, wholeUpTo: number): InProcess {
  const source = generate({ type, bytes: parseSize(size) });
  const cut = median(Array.from({ length: 5 }, () => timed(() => sliceText(textOf(source), () => null))));

  let slicesRead = 0;
  let charactersParsed = 0;
  const read = (_: Root, own: string): null => {
    slicesRead++;
    charactersParsed += own.length;
    return null;
  };
  const isSmall = source.length <= wholeUpTo;
  let slices: Slices<null> = sliceText(textOf(source), read);
  const readAll = isSmall ? timed(() => slices.list.forEach((slice) => slice.facts)) : null;
  const wholeParse = isSmall ? timed(() => parsePiece({ source, place: 'last' }, () => false)) : null;

  const place = source.indexOf('. ', source.length >> 1) + 1;
  const samples = { edit: [] as number[], alone: [] as number[], bookkeeping: [] as number[], read: [] as number[][] };
  for (let typed = 0; typed < edits; typed++) {
    slicesRead = charactersParsed = 0;
    const at = place + typed;
    let bookkeeping = 0;
    const edit = timed(() => {
      bookkeeping = timed(() => {
        slices = sliceText(editText(slices.text, [{ span: { start: at, end: at }, newText: 'x' }]), read, slices);
      });
      void slices.list[slices.indexAt(at)]!.facts;
    });
    const piece = { source: slices.list[slices.indexAt(at)]!.source, place: 'inner' } as const;
    samples.read.push([slicesRead, charactersParsed]);
    samples.edit.push(edit);
    samples.bookkeeping.push(bookkeeping);
    samples.alone.push(timed(() => parsePiece(piece, () => false)));
  }
  return {
    size,
    type,
    slices: slices.list.length,
    slicesRead: Math.max(...samples.read.map(([count]) => count!)),
    charactersParsed: Math.max(...samples.read.map(([, length]) => length!)),
    largestSlice: Math.max(...slices.list.map((slice) => slice.source.length)),
    overSliceAlone: Math.min(...samples.edit) / Math.min(...samples.alone),
    cut,
    edit: median(samples.edit),
    sliceAlone: median(samples.alone),
    bookkeeping: median(samples.bookkeeping),
    readAll,
    wholeParse,
  };
}
