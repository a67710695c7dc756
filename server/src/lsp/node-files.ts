/** Files on this computer, and of those only what lies inside the given folders. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isSkipped, isWanted, withoutMark } from './files.ts';
import type { Files } from './files.ts';
import { largestFile } from './protocol.ts';

/**
 * Links are followed to where they lead, and what lies outside is not there. Addresses on other machines (`//host`)
 * are refused: opening one tells that machine who is asking.
 */
export function diskFiles(folders: readonly string[]): Files {
  const roots = Promise.all(folders.map((folder) => realPathOf(pathOn(folder))));
  const isInside = async (path: string): Promise<boolean> =>
    (await roots).some(
      (root) => root !== null && (path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)),
    );

  const bytes = async (uri: string): Promise<Buffer | null> => {
    try {
      const path = await realPathOf(pathOn(uri));
      if (path === null || !(await isInside(path))) return null;
      const facts = await stat(path);
      return facts.isFile() && facts.size <= largestFile ? await readFile(path) : null;
    } catch {
      return null;
    }
  };

  return {
    async read(uri) {
      const found = await bytes(uri);
      return found === null ? null : withoutMark(found.toString('utf8'));
    },
    bytes,
    async list(folder) {
      const start = pathOn(folder);
      const real = await realPathOf(start);
      if (start === null || real === null || !(await isInside(real))) return [];
      const found: string[] = [];
      const rest = [start];
      for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
        for (const entry of await entriesOf(at)) {
          // A linked folder is left out: it leads in a circle, outside, or to what is found anyway.
          if (entry.isDirectory() && !isSkipped(entry.name)) rest.push(join(at, entry.name));
          else if (entry.isFile() && isWanted(entry.name)) found.push(URI.file(join(at, entry.name)).toString());
        }
      }
      return found.sort();
    },
  };
}

function pathOn(uri: string): string | null {
  try {
    const { scheme, authority, path, fsPath } = URI.parse(uri, true);
    const isHere = scheme === 'file' && authority === '' && !path.startsWith('//') && !path.includes('\0');
    return isHere ? fsPath : null;
  } catch {
    return null;
  }
}

async function realPathOf(path: string | null): Promise<string | null> {
  try {
    return path === null ? null : await realpath(path);
  } catch {
    return null;
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
