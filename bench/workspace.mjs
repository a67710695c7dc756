// A folder of generated notes, each of another report.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate, parseSize } from './documents.mjs';

/** Makes a new folder with `count` documents of `size`, such as 30KB, each with its own report. Gives its path. */
export function newWorkspace(count, size) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  // A workspace ends the search for one further up.
  mkdirSync(path.join(folder, '.git'));
  mkdirSync(path.join(folder, 'one-on-ones'));
  for (let number = 0; number < count; number++) {
    const name = `report-${String(number).padStart(4, '0')}`;
    const text = generate({ bytes: parseSize(size), seed: 1000 + number });
    writeFileSync(path.join(folder, 'one-on-ones', `${name}.md`), text.replace(/^report: .*$/m, `report: ${name}`));
  }
  return folder;
}
