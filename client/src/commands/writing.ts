/** Commands whose text the server makes: it sends an edit, which one undo takes back. */
import { l10n, Uri, window } from 'vscode';
import type { CommandAnswer, CommandArgument, ServerCommand } from '../../../server/src/lsp/protocol.ts';
import type { App } from '../app.ts';
import { openPlace } from '../open.ts';
import type { Command } from './command.ts';

const shortMilliseconds = 5000;

/** A command about the whole document in front, or the one that a menu names. */
export function writesIntoDocument(id: ServerCommand): Command {
  return {
    id,
    async run(app, argument) {
      const uri = documentOf(argument);
      if (uri === null) return tell(l10n.t('Open a 1:1 document first.'));
      await write(app, id, { uri });
    },
  };
}

/** Has the server write, goes where the cursor belongs then, and says why nothing was written. */
export async function write(app: App, command: ServerCommand, argument: Partial<CommandArgument>): Promise<void> {
  const answer = await app.server.ask<CommandAnswer>('workspace/executeCommand', { command, arguments: [argument] });
  if (answer === null)
    return tell(l10n.t('The language server of 1:1 Notes does not run. "1:1: Restart Server" starts it.'));
  if (answer.place !== null) await openPlace(answer.place);
  if (answer.outcome === 'unchanged') window.setStatusBarMessage(l10n.t('It is there already.'), shortMilliseconds);
  if (answer.reason !== null) tell(answer.reason);
}

/** In answer to a command, and at no other time. */
export function tell(text: string): void {
  void window.showInformationMessage(text);
}

/** The document that a command is about: what a menu or an item of a view gives, else the one in front. */
export function documentOf(argument: unknown): string | null {
  if (argument instanceof Uri) return argument.toString();
  // An item of a view, or what a lens gives.
  const named = (argument as { uri?: unknown } | undefined | null)?.uri;
  if (typeof named === 'string') return named;
  return window.activeTextEditor?.document.uri.toString() ?? null;
}
