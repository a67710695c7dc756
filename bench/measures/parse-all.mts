/**
 * Parses every document of a folder with remark, slice by slice, in as many threads as are asked for, and does nothing else with it:
 * `parse-all.mts FOLDER THREADS` prints milliseconds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parsePiece } from '../../server/src/core/slices/markdown.ts';
import { sliceText } from '../../server/src/core/slices.ts';
import { textOf } from '../../server/src/core/text.ts';

if (isMainThread) {
  const [folder = '', count = '1'] = process.argv.slice(2);
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const begin = performance.now();
  const threads = Array.from({ length: Number(count) }, (_, own) => {
    const share = files.filter((_, index) => index % Number(count) === own);
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    return new Promise<number>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
  });
  await Promise.all(threads);
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ wall: performance.now() - begin, processor: (user + system) / 1000 }));
  process.exit();
} else {
  let blocks = 0;
  for (const file of workerData as string[]) {
    const { list } = sliceText(textOf(readFileSync(file, 'utf8')), () => null);
    for (const [index, { source }] of list.entries()) {
      const place = index + 1 < list.length ? 'inner' : 'last';
      blocks += parsePiece({ source, place }, () => false).tree.children.length;
    }
  }
  parentPort!.postMessage(blocks);
}
