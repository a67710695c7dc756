/** The bundles, as they are shipped: built once for a run, and only where a source is newer. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const sources = ['server/src', 'client/src', 'server/roles', 'scripts/build.mjs'];

export function ensureBuilt(...bundles: readonly string[]): void {
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  const old = bundles.filter((bundle) => timeOf(join(root, bundle)) < newest);
  if (old.length > 0) execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), ...old], { stdio: 'inherit' });
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return timeOf(path);
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
