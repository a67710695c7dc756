/** Everybody whose notes the server knows. */
import { commands, EventEmitter } from 'vscode';
import type { Disposable, Event } from 'vscode';
import { peopleMethod } from '../../server/src/lsp/protocol.ts';
import type { PeopleAnswer } from '../../server/src/lsp/protocol.ts';
import { hasDocument } from './first-document.ts';
import type { Server } from './server.ts';

export interface People extends Disposable {
  /**
   * Starts the server where the folders hold a 1:1 document. Null where they hold none, or it does not run. The same
   * answer until something changed.
   */
  get(): Promise<PeopleAnswer | null>;
  /** There is another answer now. */
  readonly onDidChange: Event<void>;
}

export function peopleOf(server: Server): People {
  const changed = new EventEmitter<void>();
  let known: Promise<PeopleAnswer | null> | undefined;
  /** The answer that views were given last, as text. */
  let shown = '';
  const ask = async (): Promise<PeopleAnswer | null> => {
    const isNeeded = server.state !== 'off' || (await hasDocument());
    const mayAsk = isNeeded && server.state !== 'stopped';
    const answer = mayAsk ? await server.ask<PeopleAnswer>(peopleMethod, {}) : null;
    void commands.executeCommand('setContext', 'oneOnOne.people', answer?.people.length ? 'some' : 'none');
    return answer;
  };
  // Views are drawn anew only for another answer: while they are, a click on what they showed goes nowhere.
  const askAgain = async (): Promise<void> => {
    if (known === undefined) return;
    const next = ask();
    known = next;
    const isSame = JSON.stringify(await next) === shown;
    if (!isSame && known === next) changed.fire();
  };
  const watching = [server.onDidChangeViews(askAgain), server.onDidChangeState(askAgain)];
  return {
    async get() {
      const answer = await (known ??= ask());
      shown = JSON.stringify(answer);
      return answer;
    },
    onDidChange: changed.event,
    dispose() {
      for (const one of [...watching, changed]) one.dispose();
    },
  };
}
