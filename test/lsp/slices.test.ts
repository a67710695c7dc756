import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inSlices } from '../../server/src/lsp/slices.ts';

describe('long work in small pieces', () => {
  it('leaves turns to whatever comes in, also where two such works go on at once', async () => {
    let isAnswered = false;
    let turns = 0;
    const work = (): boolean => {
      // So long that a timer falls due meanwhile.
      for (const end = performance.now() + 3; performance.now() < end;);
      return !isAnswered && ++turns < 500;
    };
    const answer = readFile(new URL(import.meta.url)).then(() => (isAnswered = true));
    await Promise.all([answer, inSlices(work), inSlices(work)]);
    assert.ok(turns < 500, 'nothing was answered before all work was done');
  });
});
