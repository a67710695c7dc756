/** Private parts that reach across headings: from the comment that opens one to the next mark, where that closes it. */
import { marksIn } from './glance.ts';
import type { SliceFacts } from './headings.ts';
import type { Slice } from './slices.ts';

/** A block by the index of its slice, and its own among the slice's blocks. */
export interface BlockAt {
  readonly slice: number;
  readonly block: number;
}

export interface PrivateRange {
  readonly opens: BlockAt;
  readonly closes: BlockAt;
}

/** In document order. A part that is never closed is no range: it lasts to the end of the region that it stands in. */
export function privateRanges(slices: readonly Slice<SliceFacts>[]): PrivateRange[] {
  const ranges: PrivateRange[] = [];
  let opens: BlockAt | null = null;
  for (let slice = 0; slice < slices.length; slice++) {
    for (const { mark, index } of marksIn(slices[slice]!)) {
      const at = { slice, block: index };
      if (mark === 'closes' && opens !== null) ranges.push({ opens, closes: at });
      opens = mark === 'opens' ? at : null;
    }
  }
  return ranges;
}

export function isEnclosed(ranges: readonly PrivateRange[], at: BlockAt): boolean {
  // They follow one another: only the last one that opens before it can hold it.
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ranges[middle]!.opens, at)) low = middle + 1;
    else high = middle;
  }
  return low > 0 && isBefore(at, ranges[low - 1]!.closes);
}

function isBefore(a: BlockAt, b: BlockAt): boolean {
  return a.slice < b.slice || (a.slice === b.slice && a.block < b.block);
}
