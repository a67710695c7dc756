// Loaded before a server that is started with `--expose-gc`: at SIGUSR2 it clears up, and writes how many bytes of the
// heap are in use into the file that TELL_HEAP names.
import { renameSync, writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const file = process.env.TELL_HEAP;
  // Whole, or not there: somebody waits for it.
  writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
  renameSync(`${file}.new`, file);
});
