/** Git's files on disk, for what `core/git.ts` asks. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoriesAround, type Repository } from '../core/git.ts';
import { pathBelow, realPath, withSlashes } from './files.ts';

/** Reads inside the folder alone: a link that leads outside is not there. Never throws. */
export function repositoriesIn(folder: string, paths: readonly string[], largestFile: number): readonly Repository[] {
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const asking = repositoriesAround(paths, { root: withSlashes(folder), uriOf });
  let step = asking.next();
  while (!step.done) step = asking.next(bytesOf(folder, step.value, largestFile));
  return step.value;
}

function bytesOf(folder: string, path: string, largestFile: number): Uint8Array | null {
  try {
    const file = realPath(join(folder, path));
    if (file === null || pathBelow(folder, file) === null) return null;
    const facts = statSync(file);
    return facts.isFile() && facts.size <= largestFile ? readFileSync(file) : null;
  } catch {
    return null;
  }
}
