// Loaded before a program. When it ends, it prints how long it took and what all its threads took of the processor. Each
// further thread prints its number, and what it had taken when it sent its first answer: what starting costs. (Linux
// tells; elsewhere threads print nothing.)
import { readFileSync, readlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';

const stderr = 2;
const own = '/proc/thread-self';

if (isMainThread) {
  process.once('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(stderr, `\n${JSON.stringify({ wall: performance.now(), processor: (user + system) / 1000 })}\n`);
  });
} else if (process.platform === 'linux') {
  const thread = path.basename(readlinkSync(own));
  const { postMessage } = parentPort;
  parentPort.postMessage = (...message) => {
    postMessage.apply(parentPort, message);
    parentPort.postMessage = postMessage;
    const start = Number(readFileSync(`${own}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    writeSync(stderr, `\n${JSON.stringify({ thread, start })}\n`);
  };
}
