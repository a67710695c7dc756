/**
 * Chooses what random tests try. A plain run tries the same each time, so that it says the same on every machine; a long
 * run (`LONG=1`) and `SEED=random` try something new, and `SEED=<number>` repeats what a failure printed.
 */
import fc from 'fast-check';

const { SEED: asked, LONG: isLong } = process.env;
const chosen =
  asked === 'random' || (isLong && !asked) ? Math.trunc(Math.random() * 2 ** 31) : Number(asked ?? 20_260_105);
if (!Number.isSafeInteger(chosen)) throw new TypeError(`SEED is a whole number or "random", not ${asked}`);
if (isLong || asked) console.log(`Random tests start from SEED=${chosen}`);

fc.configureGlobal({ seed: chosen });

/**
 * Runs a property in rounds, each from a seed of its own, so that a long run says how far it is: hours without a word
 * show nothing.
 */
export function inRounds(total: number, run: (round: { numRuns: number; seed: number }) => void): void {
  for (let done = 0, round = 0; done < total; round++) {
    const numRuns = Math.min(roundLength, total - done);
    run({ numRuns, seed: (chosen + round * 7919) % 2 ** 31 });
    done += numRuns;
    tellProgress(done, total);
  }
}

/** In a long run, how much is done. */
export function tellProgress(done: number, total: number): void {
  if (isLong) console.log(`      ${done} of ${total} hold`);
}

const roundLength = 1000;
