/** Files are about to get other names: paths of role descriptions in front matter follow them. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { valueOf } from '../core/front-matter.ts';
import { spanOf } from '../core/parse.ts';
import { fileNamed, findRole } from '../core/roles/catalogue.ts';
import { sourceOf } from '../core/write/habits.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

/** A file, or a folder with everything below it. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** A path in front matter that leads to a role description. */
export interface NamedRoleFile {
  /** Of the document, and of the role description. */
  readonly uri: string;
  readonly target: string;
  readonly written: string;
  readonly quote: string;
  readonly range: Range;
}

/** Only paths: an id or title says the same wherever the file is. They hold on to nothing of the series. */
export function namedRoleFiles({ series, context }: Request): NamedRoleFile[] {
  return series.documents.flatMap(({ uri, note }): NamedRoleFile[] => {
    const value = valueOf(note.frontMatter, 'role');
    const role = value === null || !/\.(?:md|markdown)$/i.test(value.text) ? null : findRole(context.roles, value.text);
    const span = value === null ? null : spanOf(note, value.place);
    if (value === null || role === null || span === null) return [];
    const quote = /^['"]/.exec(sourceOf(note, value.place))?.[0] ?? '';
    const range = rangeOf(note.text, span);
    return [{ uri, target: fileNamed(role, value.text), written: value.text, quote, range }];
  });
}

/** `named` are those of all documents. Null where nothing changes. */
export function willRenameFiles(named: readonly NamedRoleFile[], renamings: readonly Renaming[]): WorkspaceEdit | null {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  const moved = (uri: string): string => {
    const found = renamings.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    return found === undefined ? uri : found.to + uri.slice(found.from.length);
  };
  for (const { uri, target, written, quote, range } of named) {
    if (moved(target) === target && moved(uri) === uri) continue;
    const isRelative = /^\.{1,2}\//.test(written);
    const newText = isRelative ? relative(moved(uri), moved(target)) : rebased(written, target, moved(target));
    if (newText === null || newText === written) continue;
    changes[uri] = [{ range, newText: quote + newText + quote }];
  }
  return Object.keys(changes).length === 0 ? null : { changes };
}

/** From a file to another one, with `./` or `../` in front. */
function relative(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...there.slice(shared)].map(decoded).join('/');
}

/** A path that counts from the workspace folder: what stands before it in the address stays the folder. */
function rebased(path: string, from: string, to: string): string | null {
  const own = path.replace(/^\/+/, '');
  const old = from.split('/').map(decoded).join('/');
  const base = old.slice(0, old.length - own.length);
  const now = to.split('/').map(decoded).join('/');
  return old.endsWith(own) && now.startsWith(base)
    ? path.slice(0, path.length - own.length) + now.slice(base.length)
    : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
