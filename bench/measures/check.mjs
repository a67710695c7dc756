// `one-on-one check` over a folder of documents, on one core and on all, beside having remark parse the slices of the same
// documents, and reading them as we do, and nothing else.
import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import { threadTimes } from '../client/process.mjs';
import { root } from '../servers.mjs';
import { newWorkspace } from '../workspace.mjs';

const program = path.join(root, 'server/dist/cli.cjs');
const watch = path.join(root, 'bench/measures/tell-usage.mjs');

export async function measureCheck(documents, size) {
  const folder = newWorkspace(documents, size);
  try {
    const cores = os.availableParallelism();
    const parse = parsed(folder, cores, 'remark');
    const read = parsed(folder, cores, 'ours');
    const all = await checked(folder, []);
    const one = await checked(folder, ['--jobs', '1']);
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
      ...told('one', one),
      ...told('all', all),
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

async function checked(folder, flags) {
  const args = ['--import', watch, program, 'check', '--today', '2026-11-24', '--format', 'json', ...flags];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const threads = new Map();
  const watching = setInterval(() => threadTimes(child.pid).forEach((times, id) => threads.set(id, times)), 20);
  const [output, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  clearInterval(watching);
  if (status === null || status > 1) throw new Error(`check failed: ${errors.slice(0, 400)}`);
  const lines = errors.trim().split('\n').filter(Boolean);
  const usage = JSON.parse(lines.at(-1));
  const started = lines.slice(0, -1).flatMap((line) => (line.startsWith('{"thread"') ? [JSON.parse(line)] : []));
  return { ...usage, output, main: String(child.pid), threads, started };
}

/**
 * Where the processor time of a run went: the main thread, each thread that examines, all those of the runtime (its
 * compiler, its collector); how long all waited for a processor; and how much of each thread that examines had gone by
 * when its first group was done.
 */
function told(name, { processor, main, threads, started }) {
  const ran = (id) => threads.get(id)?.ran ?? 0;
  const sum = (list) => list.reduce((total, one) => total + one, 0);
  const crew = started.map(({ thread }) => ran(thread));
  const seconds = (times) => times.map((time) => (time / 1000).toFixed(1)).join(' + ') || 'none';
  const waited = sum([...threads.values()].map((one) => one.waited));
  return {
    [`${name}Processor`]: processor,
    [`${name}Main`]: ran(main),
    [`${name}Threads (s)`]: seconds(crew),
    [`${name}UntilFirstGroup (s)`]: seconds(started.map(({ start }) => start)),
    [`${name}Runtime`]: Math.max(0, sum([...threads.keys()].map(ran)) - ran(main) - sum(crew)),
    [`${name}Waited`]: waited,
  };
}
