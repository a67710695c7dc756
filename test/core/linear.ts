import assert from 'node:assert/strict';
import { processorTime } from '../time.ts';

/**
 * Four times the text takes about four times as long, whatever it repeats. The best of some runs counts, so that a busy
 * machine does not fail a test; a quadratic reading is far above the bound.
 */
export function checkLinear(piece: string, read: (text: string) => unknown): void {
  const small = timeOf(piece, 4096, read);
  const large = timeOf(piece, 16384, read);
  assert.ok(large < 9 * small + 40, `${JSON.stringify(piece)}: ${small} ms, four times as much: ${large} ms`);
}

function timeOf(piece: string, length: number, read: (text: string) => unknown): number {
  const text = piece.repeat(Math.ceil(length / piece.length));
  return processorTime(() => read(text));
}
