// What starting costs: from the process to the answer to `initialize`, and how large what is installed is.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEditor } from '../client/editor.mjs';
import { median } from '../figures.mjs';
import { ours, root } from '../servers.mjs';
import { makePackage } from '../../scripts/package.mjs';

export async function measureStart(times) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    const samples = [];
    for (let time = 0; time < times; time++) {
      const editor = await startEditor({ ...ours, settles: 'at once' }, folder);
      samples.push(editor.initializeMs);
      await editor.stop();
    }
    const { bytes, files } = makePackage();
    const server = statSync(path.join(root, 'server/dist/node.cjs')).size;
    return {
      initialize: median(samples),
      times,
      bundleKB: server / 1024,
      packageKB: bytes / 1024,
      packageFiles: files,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
