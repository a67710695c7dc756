/** Waits for the first 1:1 document. A folder with nothing but ordinary markdown never starts the server. */
import { Disposable, FileType, Range, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { configurationNames, looksLikeDocument } from '../../server/src/lsp/protocol.ts';
import { filesBelow, textOf } from './files.ts';

const firstLines = 40;

/** Calls `found` once. */
export function firstDocument(found: () => void): Disposable {
  const listeners: Disposable[] = [];
  const waiting = Disposable.from({ dispose: () => listeners.splice(0).forEach((listener) => listener.dispose()) });
  const finish = (): void => {
    if (listeners.length === 0) return;
    waiting.dispose();
    found();
  };
  const opened = async (document: TextDocument): Promise<void> => {
    if (looksRight(document) || (await isCovered(document))) finish();
  };
  listeners.push(
    workspace.onDidOpenTextDocument((document) => void opened(document)),
    // A document that is only just being written.
    workspace.onDidChangeTextDocument(({ document }) => looksRight(document) && finish()),
  );
  for (const document of workspace.textDocuments) void opened(document);
  return waiting;
}

/** Whether the opened folders hold a file that looks like a 1:1 document, or a configuration. */
export async function hasDocument(): Promise<boolean> {
  const files = (await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => filesBelow(uri)))).flat();
  const isNamed = (file: Uri): boolean =>
    configurationNames.includes(file.path.slice(file.path.lastIndexOf('/') + 1)) ||
    looksLikeDocument(pathInFolder(file), '');
  if (files.some(isNamed)) return true;
  for (const file of files) {
    const text = (await textOf(file)) ?? '';
    if (looksLikeDocument('', text.split('\n', firstLines).join('\n'))) return true;
  }
  return false;
}

function looksRight(document: TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  return looksLikeDocument(pathInFolder(document.uri), document.getText(new Range(0, 0, firstLines, 0)));
}

/** How the folders above the opened ones are called says nothing of what is in them. */
function pathInFolder(uri: Uri): string {
  return workspace.asRelativePath(uri, false);
}

/** A configuration may name documents that no one else would take for one. */
async function isCovered(document: TextDocument): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(document.uri)?.uri;
  if (document.languageId !== 'markdown' || root === undefined) return false;
  for (let folder = document.uri; folder.path.length > root.path.length;) {
    folder = Uri.joinPath(folder, '..');
    for (const name of configurationNames) if (await isFile(Uri.joinPath(folder, name))) return true;
  }
  return false;
}

async function isFile(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.File) !== 0,
    () => false,
  );
}
