// What starting costs: from the process to the answer to `initialize`, loading and activating the extension, and how large
// what is installed is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { processorTime } from '../client/process.mjs';
import { startEditor } from '../client/editor.mjs';
import { median } from '../figures.mjs';
import { ours, root } from '../servers.mjs';
import { makePackage } from '../../scripts/package.mjs';

export async function measureStart(times) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    const samples = [];
    const processor = [];
    for (let time = 0; time < times; time++) {
      const editor = await startEditor({ ...ours, settles: 'at once' }, folder);
      samples.push(editor.initializeMs);
      processor.push(processorTime(editor.pid).ran);
      await editor.stop();
    }
    const activations = Array.from({ length: times }, activated);
    const { bytes, files } = makePackage();
    const server = statSync(path.join(root, 'server/dist/node.cjs')).size;
    return {
      initialize: median(samples),
      initializeProcessor: median(processor),
      times,
      activate: median(activations.map(({ load, activate }) => load + activate)),
      activateProcessor: median(activations.map(({ processor }) => processor)),
      bundleKB: server / 1024,
      packageKB: bytes / 1024,
      packageFiles: files,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One activation, in a process of its own. What VS Code itself does meanwhile is not in it. */
function activated() {
  const script = path.join(root, 'bench/measures/activate.mjs');
  const args = [script, path.join(root, 'client/dist/node.cjs')];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
