/** Addresses of files. Two spellings of one address are the same once they are `normal`. */
import { URI } from 'vscode-uri';

/** The spelling used as a key. Never throws: an address that cannot be read is its own spelling. */
export function normal(uri: string): string {
  const before = known.get(uri);
  if (before !== undefined) return before;
  const spelling = spelledNormally(uri);
  if (known.size === mostKnown) known.clear();
  known.set(uri, spelling);
  return spelling;
}

/** Each request asks for the same few addresses many times. */
const known = new Map<string, string>();
const mostKnown = 4096;

function spelledNormally(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

/** The path of a file below a folder, decoded, without a slash in front; null where the file is not below it. */
export function pathBelow(folder: string, uri: string): string | null {
  const [outer, inner] = [normal(folder), normal(uri)];
  const base = outer.endsWith('/') ? outer : `${outer}/`;
  return inner.startsWith(base) ? decoded(inner.slice(base.length)) : null;
}

/** The whole path of an address without its first slash, for a file that belongs to no folder. */
export function pathOf(uri: string): string {
  try {
    return URI.parse(uri, true).path.replace(/^\//, '');
  } catch {
    return decoded(uri);
  }
}

/** The folder one step outwards, without a slash at its end, whether `uri` is a file or a folder. */
export function folderOf(uri: string): string {
  return uri.replace(/\/+$/, '').replace(/\/[^/]*$/, '');
}

/** The address of a path below a folder. */
export function below(folder: string, path: string): string {
  return normal(`${folder.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
