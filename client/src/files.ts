/** Reads files for a server that cannot: in a browser, or where a folder lies on no disk. */
import { FileType, Uri, workspace } from 'vscode';
import { configurationNames, largestFile, markdownName, skippedFolders } from '../../server/src/lsp/protocol.ts';
import type { FilesAnswer, FilesQuestion } from '../../server/src/lsp/protocol.ts';

/** Only for the opened folders and our own role descriptions: for everything else there is nothing. */
export async function answerFiles(question: FilesQuestion, roles: Uri): Promise<FilesAnswer> {
  const uri = Uri.parse(question.kind === 'read' ? question.uri : question.folder);
  const isOurs = isInside(roles, uri);
  if (!isOurs && !(workspace.workspaceFolders ?? []).some((folder) => isInside(folder.uri, uri))) return {};
  if (question.kind === 'read') return { text: await textOf(uri) };
  // In a browser, the files of an extension can be read but not listed.
  if (isOurs) return { uris: builtinRoleNames().map((name) => Uri.joinPath(roles, name).toString()) };
  return { uris: (await filesBelow(uri)).map((file) => file.toString()) };
}

/** Written into the bundle when it is built. */
function builtinRoleNames(): string[] {
  return (process.env.ONE_ON_ONE_ROLES ?? '').split(' ').filter((name) => name !== '');
}

/** Null for what is no file, is too large, or cannot be read. */
export async function textOf(uri: Uri): Promise<string | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largestFile) return null;
    return new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Every markdown and configuration file in a folder and below. */
export async function filesBelow(folder: Uri): Promise<Uri[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const below = entries.map(async ([name, type]): Promise<Uri[]> => {
    const uri = Uri.joinPath(folder, name);
    // A linked folder is neither: its type has a bit more.
    if (type === FileType.Directory) return skippedFolders.includes(name) ? [] : filesBelow(uri);
    const isWanted = markdownName.test(name) || configurationNames.includes(name);
    return type === FileType.File && isWanted ? [uri] : [];
  });
  return (await Promise.all(below)).flat();
}

function isInside(folder: Uri, uri: Uri): boolean {
  const isSamePlace = folder.scheme === uri.scheme && folder.authority === uri.authority;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return isSamePlace && (uri.path === folder.path || uri.path.startsWith(base)) && !uri.path.split('/').includes('..');
}
