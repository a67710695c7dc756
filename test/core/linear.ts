import assert from 'node:assert/strict';

/**
 * Four times the text takes about four times as long, whatever it repeats. The best of some runs counts, so that a busy
 * machine does not fail a test; a quadratic reading is far above the bound.
 */
export function checkLinear(piece: string, read: (text: string) => unknown): void {
  const small = fastest(piece.repeat(Math.ceil(4096 / piece.length)), read);
  const large = fastest(piece.repeat(Math.ceil(16384 / piece.length)), read);
  assert.ok(large < 9 * small + 40, `${JSON.stringify(piece)}: ${small} ms, four times as much: ${large} ms`);
}

function fastest(text: string, read: (text: string) => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 4; run++) {
    const began = performance.now();
    read(text);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
