// A folder of generated notes, each of another report.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate, parseSize } from './documents.mjs';

/** Makes a new folder with `count` documents of `size`, such as 30KB, each with its own report. Gives its path. */
export function newWorkspace(count, size) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  // A workspace: the search for one ends here.
  mkdirSync(path.join(folder, '.git'));
  mkdirSync(path.join(folder, 'one-on-ones'));
  for (let number = 0; number < count; number++) {
    const text = generate({ bytes: parseSize(size), seed: 1000 + number });
    writeFileSync(path.join(folder, documentIn(number)), text.replace(/^report: .*$/m, `report: Report ${number}`));
  }
  return folder;
}

/** The path of a document in such a folder. */
export function documentIn(number) {
  return `one-on-ones/report-${String(number).padStart(4, '0')}.md`;
}
