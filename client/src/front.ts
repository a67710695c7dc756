/** The document in front, as the server understands it. Says in a context key whether it is a 1:1 document. */
import { commands, EventEmitter, window } from 'vscode';
import type { Disposable, Event, TextEditor } from 'vscode';
import { documentMethod } from '../../server/src/lsp/protocol.ts';
import type { DocumentAnswer, DocumentQuestion } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

export interface Front extends Disposable {
  /** Null where it is no 1:1 document. */
  readonly document: DocumentAnswer | null;
  readonly onDidChange: Event<void>;
}

/** Asks only a server that runs: looking at a file starts nothing. */
export function frontOf(server: Server): Front {
  const changed = new EventEmitter<void>();
  let document: DocumentAnswer | null = null;
  let asked = 0;
  const look = async (): Promise<void> => {
    const own = ++asked;
    const answer = server.state === 'running' ? await about(window.activeTextEditor, server) : null;
    // Meanwhile another one came in front.
    if (own !== asked) return;
    document = answer;
    void commands.executeCommand('setContext', 'oneOnOne.document', document !== null);
    changed.fire();
  };
  const watching = [
    window.onDidChangeActiveTextEditor(look),
    server.onDidChangeState(look),
    server.onDidChangeViews(look),
  ];
  return {
    get document() {
      return document;
    },
    onDidChange: changed.event,
    dispose() {
      for (const one of [...watching, changed]) one.dispose();
    },
  };
}

async function about(editor: TextEditor | undefined, server: Server): Promise<DocumentAnswer | null> {
  if (editor?.document.languageId !== 'markdown') return null;
  const question: DocumentQuestion = { uri: editor.document.uri.toString() };
  return server.ask<DocumentAnswer>(documentMethod, question);
}
