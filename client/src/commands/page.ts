/** Commands that open a page which the server makes. Nothing is written to the disk until somebody saves it. */
import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { pageMethod } from '../../../server/src/lsp/protocol.ts';
import type { PageAnswer, PageQuestion } from '../../../server/src/lsp/protocol.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { documentOf, tell } from './writing.ts';

export function opensPage(id: string, kind: PageQuestion['kind']): Command {
  return {
    id,
    async run(app, argument) {
      const page = await pageAbout(app, argument, kind);
      if (page === undefined) return tell(l10n.t('Open a 1:1 document first.'));
      if (page === null) return tell(l10n.t('This file is no 1:1 document.'));
      await showUnsaved(page);
    },
  };
}

/** Undefined where no file is in front. */
export async function pageAbout(
  { server }: App,
  argument: unknown,
  kind: PageQuestion['kind'],
): Promise<PageAnswer | null | undefined> {
  const uri = documentOf(argument);
  if (uri === null) return undefined;
  const question: PageQuestion = { kind, uri };
  return server.ask<PageAnswer>(pageMethod, question);
}

/** With the name that it would be saved under, from where its links lead to the notes. */
async function showUnsaved({ text, uri }: PageAnswer): Promise<void> {
  if (uri === null) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
    return;
  }
  const unsaved = Uri.parse(uri).with({ scheme: 'untitled', authority: '' });
  const document = await workspace.openTextDocument(unsaved);
  // Shown first: once the text is there, nothing more comes to the front.
  await window.showTextDocument(document);
  const edit = new WorkspaceEdit();
  edit.replace(unsaved, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}
