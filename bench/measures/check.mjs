// `one-on-one check` over a folder of documents, on one core and on all, beside having remark parse the slices of the same
// documents, and reading them as we do, and nothing else.
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../servers.mjs';
import { newWorkspace } from '../workspace.mjs';

const program = path.join(root, 'server/dist/cli.cjs');
const watch = path.join(root, 'bench/measures/tell-usage.mjs');

export function measureCheck(documents, size) {
  const folder = newWorkspace(documents, size);
  try {
    const cores = os.availableParallelism();
    const parse = parsed(folder, cores, 'remark');
    const read = parsed(folder, cores, 'ours');
    const all = checked(folder, []);
    const one = checked(folder, ['--jobs', '1']);
    return {
      documents,
      size,
      cores,
      parse: parse.wall,
      read: read.wall,
      check: all.wall,
      overParse: all.wall / parse.wall,
      processorOverParse: all.processor / parse.processor,
      processorOverRead: all.processor / read.processor,
      oneCore: one.wall,
      oneCoreOverAll: one.wall / all.wall,
      isSame: all.output === one.output,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parsed(folder, cores, how) {
  // Bundled as the product is, so that both start alike.
  const script = path.join(root, 'bench/out/parse-all.mjs');
  const entry = path.join(root, 'bench/measures/parse-all.mts');
  buildSync({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'esm', target: 'node20' });
  const args = [script, path.join(folder, 'one-on-ones'), String(cores), how];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function checked(folder, flags) {
  const args = ['--import', watch, program, 'check', '--today', '2026-11-24', '--format', 'json', ...flags];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status === null || status > 1) throw new Error(`check failed: ${stderr.slice(0, 400)}`);
  const usage = JSON.parse(stderr.trim().split('\n').at(-1));
  return { ...usage, output: stdout };
}
