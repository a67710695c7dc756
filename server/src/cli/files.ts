/** Files on disk: finding, reading and carefully writing them. Paths are absolute unless they are said to be relative. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

export const configurationNames: readonly string[] = ['.one-on-one.yaml', '.one-on-one.yml'];
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The nearest folder, from `folder` upwards, that holds a configuration or is a repository; null without one. */
export function workspaceFolderOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if ([...configurationNames, '.git'].some((name) => existsSync(join(at, name)))) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * The files below a folder whose name is wanted, relative to it with forward slashes, sorted. Symbolic links are left
 * out: one that leads outside must not be followed, and one that leads inside would bring the same file twice.
 * A folder that may not be read is told to `onTrouble` and left out.
 */
export function filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
  onTrouble: (path: string, error: unknown) => void,
): string[] {
  const found: string[] = [];
  const rest = [''];
  for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
    for (const entry of entriesOf(folder, at, onTrouble)) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) rest.push(path);
      else if (entry.isFile() && isWanted(entry.name)) found.push(path);
    }
  }
  return found.sort(byPath);
}

/** The order of paths, the same on every machine. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path below `folder` in the form the model uses, with forward slashes; null where it is not below. */
export function pathBelow(folder: string, file: string): string | null {
  const path = relative(folder, file);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return withSlashes(path);
}

export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The path without symbolic links; null where nothing is there. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const byteOrderMark = '\ufeff';

/** A text as editors see it, without its byte order mark, and what is needed to write it back as it was. */
export interface FileText {
  readonly text: string;
  readonly bytes: Buffer;
  /** Written as UTF-8, so that it can be written back without changing what was not edited. */
  readonly isUtf8: boolean;
}

/** Throws what the file system throws. */
export function readText(file: string): FileText {
  return textOfBytes(readFileSync(file));
}

export function textOfBytes(bytes: Buffer): FileText {
  let text: string;
  let isUtf8 = true;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = bytes.toString('utf8');
    isUtf8 = false;
  }
  return { text: text.startsWith(byteOrderMark) ? text.slice(1) : text, bytes, isUtf8 };
}

/** Why a file was not written, in words for people. */
export type Refusal = 'its text has changed meanwhile' | 'it is not written in UTF-8';

/**
 * Writes a new text in the place of `before`, with its byte order mark and its permissions: all of it or nothing.
 * A file that is no longer what was read is left alone. Throws what the file system throws.
 */
export function replaceText(file: string, before: FileText, text: string): Refusal | null {
  if (!before.isUtf8) return 'it is not written in UTF-8';
  const mark = before.bytes[0] === 0xef && before.bytes[1] === 0xbb && before.bytes[2] === 0xbf ? byteOrderMark : '';
  // Beside the file, so that the rename stays within one file system.
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(draft, mark + text, { flag: 'wx', flush: true });
    chmodSync(draft, statSync(file).mode & 0o7777);
    if (!readFileSync(file).equals(before.bytes)) return 'its text has changed meanwhile';
    renameSync(draft, file);
    return null;
  } finally {
    rmSync(draft, { force: true });
  }
}

function entriesOf(folder: string, path: string, onTrouble: (path: string, error: unknown) => void): Dirent[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true });
  } catch (error) {
    onTrouble(path, error);
    return [];
  }
}
