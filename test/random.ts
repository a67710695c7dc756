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
