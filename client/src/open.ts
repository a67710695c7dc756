/** Opens what a place of the server names. */
import { Range, Uri, window } from 'vscode';
import type { TextEditor, ViewColumn } from 'vscode';
import type { ViewPlace } from '../../server/src/lsp/protocol.ts';

/** The cursor goes to the start of the place. */
export function openPlace({ uri, range: { start } }: ViewPlace, viewColumn?: ViewColumn): Thenable<TextEditor> {
  const selection = new Range(start.line, start.character, start.line, start.character);
  return window.showTextDocument(Uri.parse(uri), { selection, viewColumn });
}
