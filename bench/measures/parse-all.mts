/**
 * Parses every document of a folder, slice by slice, in as many threads as are asked for, and does nothing else with it:
 * `parse-all.mts FOLDER THREADS remark` prints milliseconds; with `ours`, plain slices are read without the parser.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Piece } from '../../server/src/core/slices/cut.ts';
import { parsePiece } from '../../server/src/core/slices/markdown.ts';
import { sliceText } from '../../server/src/core/slices.ts';
import { textOf } from '../../server/src/core/text.ts';

if (isMainThread) {
  const [folder = '', count = '1', how = 'remark'] = process.argv.slice(2);
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const begin = performance.now();
  const threads = Array.from({ length: Number(count) }, (_, own) => {
    const share = files.filter((_, index) => index % Number(count) === own);
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { files: share, how } });
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
  const { files, how } = workerData as { files: string[]; how: string };
  let blocks = 0;
  for (const file of files) {
    const { list } = sliceText(textOf(readFileSync(file, 'utf8')), (tree) => tree.children.length);
    list.forEach((slice, index) => {
      if (slice.unread !== null) return;
      const place = index === list.length - 1 ? 'last' : 'inner';
      blocks += how === 'remark' ? childrenOf({ source: slice.source, place }) : slice.facts;
    });
  }
  parentPort!.postMessage(blocks);
}

function childrenOf(piece: Piece): number {
  return parsePiece(piece, () => false).tree.children.length;
}
