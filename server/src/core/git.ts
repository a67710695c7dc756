/**
 * Git's own files: which notes a repository tracks, and whether it has a remote. Nothing is run. Files are asked for by
 * path, so that each edge reads them in its own way; every loop is bounded by the length of what was read.
 */
import { parentFolders, resolvedPath } from './paths.ts';

/** A repository with a remote, and what of the workspace it tracks. Paths are relative to the workspace folder. */
export interface Repository {
  /** With a closing slash; empty for the workspace folder itself. */
  readonly folder: string;
  /** The markdown files in the index. */
  readonly tracked: ReadonlySet<string>;
  /** The `.gitignore` at its root; a text of null where there is none. */
  readonly ignoreFile: { readonly uri: string; readonly text: string | null };
  /** Where a configuration for all of it would lie. */
  readonly configurationUri: string;
}

/** Yields the path of a file to read, and takes its bytes, or null where there is no such file. */
export type Asking<T> = Generator<string, T, Uint8Array | null>;

export interface Surroundings {
  /** The absolute path of the workspace folder with forward slashes, for a `.git` file that names an absolute one. */
  readonly root: string;
  readonly uriOf: (path: string) => string;
}

/**
 * The repositories that files with these paths lie in, as far as they lie inside the workspace. What cannot be read is
 * no repository. Never throws.
 */
export function* repositoriesAround(paths: Iterable<string>, around: Surroundings): Asking<Repository[]> {
  const found: Repository[] = [];
  for (const folder of parentFolders(paths)) {
    const repository = yield* repositoryAt(folder, around);
    if (repository !== null) found.push(repository);
  }
  return found;
}

function* repositoryAt(folder: string, { root, uriOf }: Surroundings): Asking<Repository | null> {
  const own = yield* gitFolderOf(folder, root);
  if (own === null) return null;
  const link = textIn(yield `${own}commondir`);
  const common = link === null ? own : resolvedPath(own, `${link.trim()}/`, root);
  const config = common === null ? null : textIn(yield `${common}config`);
  if (config === null || !hasRemote(config)) return null;
  const index = yield `${own}index`;
  const tracked = index === null ? null : trackedPaths(index, hashLength(config), isMarkdown);
  if (tracked === null || tracked.length === 0) return null;
  const path = `${folder}.gitignore`;
  return {
    folder,
    tracked: new Set(tracked.map((name) => folder + name)),
    ignoreFile: { uri: uriOf(path), text: textIn(yield path) },
    configurationUri: uriOf(`${folder}.one-on-one.yaml`),
  };
}

/** `.git` itself, or where a `.git` file says that it is, as in a worktree or a submodule. With a closing slash. */
function* gitFolderOf(folder: string, root: string): Asking<string | null> {
  if ((yield `${folder}.git/HEAD`) !== null) return `${folder}.git/`;
  const link = textIn(yield `${folder}.git`);
  const target = link === null ? undefined : /^gitdir: ([^\r\n]+)/.exec(link)?.[1];
  return target === undefined ? null : resolvedPath(folder, `${target.trim()}/`, root);
}

/** Whether a repository's `config` has a remote with an address, whatever it is. */
export function hasRemote(config: string): boolean {
  let isInRemote = false;
  for (const line of config.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const section = /^[ \t]*\[[ \t]*([\w.-]+)[ \t]*(?:"[^"\]]*"[ \t]*)?\]/.exec(line);
    if (section !== null) isInRemote = /^remote(?:\.|$)/i.test(section[1]!);
    const rest = section === null ? line : line.slice(section[0].length);
    if (isInRemote && /^[ \t]*(?:url|pushurl)[ \t]*=[ \t]*[^ \t]/i.test(rest)) return true;
  }
  return false;
}

/** The length of an object name in bytes. */
function hashLength(config: string): number {
  return /^[ \t]*objectformat[ \t]*=[ \t]*sha256\b/im.test(config) ? 32 : 20;
}

/**
 * The paths in an index of version 2, 3 or 4 that are wanted, relative to the repository's root. Null where it is none
 * of these, is damaged, or leaves paths to a shared index: then it is not known what is tracked.
 */
export function trackedPaths(
  index: Uint8Array,
  hash: number,
  isWanted: (path: string) => boolean,
): readonly string[] | null {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  if (index.length < 12 + hash || view.getUint32(0) !== signature) return null;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return null;
  const count = view.getUint32(8);
  const end = index.length - hash;
  const paths: string[] = [];
  let at = 12;
  let wanted = 0;
  let previous: Uint8Array = new Uint8Array();
  for (let number = 0; number < count; number++) {
    const flags = at + statLength + hash;
    if (flags + 2 > end) return null;
    const isExtended = version > 2 && (view.getUint16(flags) & 0x4000) !== 0;
    const start = flags + (isExtended ? 4 : 2);
    const name = version === 4 ? compressedName(index, start, end, previous) : plainName(index, start, end);
    if (name === null) return null;
    // Entries of version 2 and 3 are padded to a multiple of eight, with at least one zero.
    at = version === 4 ? name.end : at + ((name.end - 1 - at + 8) & ~7);
    previous = name.bytes;
    const path = utf8.decode(name.bytes);
    if (!isWanted(path)) continue;
    wanted += path.length;
    if (wanted > mostCharacters) return null;
    paths.push(path);
  }
  return hasSharedIndex(view, at, end) ? null : paths;
}

// ---------------------------------------------------------------------------------------------------------------

/** `DIRC`. */
const signature = 0x44495243;
/** `link`, the extension that says which shared index the others are in. */
const sharedIndex = 0x6c696e6b;
/** Times, device, inode, mode, owner, group and size of an entry. */
const statLength = 40;
/** As long as a path of any file system that notes lie on. */
const longestName = 4096;
/** Of all wanted paths together: names that repeat one another make a small index say a lot. */
const mostCharacters = 16 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

interface Name {
  readonly bytes: Uint8Array;
  /** Behind the zero that ends it. */
  readonly end: number;
}

function plainName(index: Uint8Array, start: number, end: number): Name | null {
  const zero = index.indexOf(0, start);
  return zero < 0 || zero >= end ? null : { bytes: index.subarray(start, zero), end: zero + 1 };
}

/** How many bytes of the name before are dropped, and then what follows the rest of it. */
function compressedName(index: Uint8Array, start: number, end: number, previous: Uint8Array): Name | null {
  let at = start;
  let byte = index[at++]!;
  let dropped = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    if (at >= end || dropped > longestName) return null;
    byte = index[at++]!;
    dropped = ((dropped + 1) << 7) | (byte & 0x7f);
  }
  const rest = plainName(index, at, end);
  if (rest === null || dropped > previous.length) return null;
  const kept = previous.length - dropped;
  // A damaged index could make every name a little longer than the one before.
  if (kept + rest.bytes.length > longestName) return null;
  const bytes = new Uint8Array(kept + rest.bytes.length);
  bytes.set(previous.subarray(0, kept));
  bytes.set(rest.bytes, kept);
  return { bytes, end: rest.end };
}

function hasSharedIndex(view: DataView, start: number, end: number): boolean {
  for (let at = start; at + 8 <= end; at += 8 + view.getUint32(at + 4)) {
    if (view.getUint32(at) === sharedIndex) return true;
  }
  return false;
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function textIn(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : utf8.decode(bytes);
}
