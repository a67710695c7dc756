// Loaded before a program: when it ends, prints how long it took and what all its threads took of the processor.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.once('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write(`\n${JSON.stringify({ wall: performance.now(), processor: (user + system) / 1000 })}\n`);
  });
}
