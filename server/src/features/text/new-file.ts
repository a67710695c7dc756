/** A file that is made by an edit of the workspace. */
import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';

/** Refused by the client where there is such a file by now: nothing is written over. */
export function changesOfNewFile(file: {
  readonly uri: string;
  readonly text: string;
}): (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri: file.uri, options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri: file.uri, version: null },
      edits: [{ range: { start, end: start }, newText: file.text }],
    },
  ];
}
