/** Files that a command writes where it was told to. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Call } from './command.ts';
import { UsageError } from './command.ts';
import { readText, realPath, replaceText } from './files.ts';

/**
 * Notes must not be lost to a slip of the hand: only what this command wrote is written over, which `isOwn` tells by its
 * text. Throws `UsageError`.
 */
export function writeOwn(
  given: string,
  text: string,
  isOwn: (before: string) => boolean,
  { folder: from }: Call,
): void {
  const file = resolve(from, given);
  const folder = realPath(dirname(file));
  if (folder === null) throw new UsageError(`There is no folder for ${JSON.stringify(given)}.`);
  const place = join(folder, basename(file));
  if (!existsSync(place)) {
    writeFileSync(place, text, { flag: 'wx' });
    return;
  }
  const before = readText(place);
  if (!isOwn(before.text))
    throw new UsageError(`${JSON.stringify(given)} is there already and is something else. Choose another name.`);
  const refusal = replaceText(place, before, text);
  if (refusal !== null) throw new UsageError(`${JSON.stringify(given)} was not written: ${refusal}.`);
}
