// A new folder with one server at work in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEditor } from './client/editor.mjs';

/** Gives what `work` gives; the folder and the server are gone then. */
export async function inNewFolder(server, files, work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return await withServer(server, folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function withServer(server, folder, work) {
  const editor = await startEditor(server, folder);
  try {
    return await work({ editor, uriOf: (name) => pathToFileURL(path.join(folder, name)).href });
  } finally {
    await editor.stop();
  }
}
