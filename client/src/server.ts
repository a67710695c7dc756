/** The language server as the rest of the client sees it: started where it is needed, asked, and watched. */
import { commands, EventEmitter } from 'vscode';
import type { Disposable, Event } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { viewsChangedMethod } from '../../server/src/lsp/protocol.ts';

/** `off`: nobody needed it yet. `stopped`: it ended and will not start by itself. */
export type ServerState = 'off' | 'starting' | 'running' | 'stopped';

export interface Server extends Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** What views show may have changed. */
  readonly onDidChangeViews: Event<void>;
  /** Starts it where it does not run yet; gives whether it runs. Never fails. */
  start(): Promise<boolean>;
  /** Ends and starts it. Never fails. */
  restart(): Promise<boolean>;
  /** Starts it where it does not run yet. Null where it does not start, or gives no answer. Never fails. */
  ask<Answer>(method: string, params: unknown): Promise<Answer | null>;
  stop(): Promise<void>;
}

export function serverOf(newClient: () => BaseLanguageClient): Server {
  const changed = new EventEmitter<ServerState>();
  const viewsChanged = new EventEmitter<void>();
  let client: BaseLanguageClient | undefined;
  let state: ServerState = 'off';
  const become = (next: ServerState): void => {
    if (state === next) return;
    state = next;
    void commands.executeCommand('setContext', 'oneOnOne.server', state);
    changed.fire(state);
  };
  const make = (): BaseLanguageClient => {
    const made = newClient();
    made.onDidChangeState(({ newState }) => {
      if (newState === State.Running) become('running');
      else become(newState === State.Starting ? 'starting' : 'stopped');
    });
    made.onNotification(viewsChangedMethod, () => viewsChanged.fire());
    return made;
  };
  const started = async (): Promise<boolean> => {
    client ??= make();
    return client.start().then(
      () => true,
      () => {
        // One that did not start never will: the next try takes another.
        client = undefined;
        become('stopped');
        return false;
      },
    );
  };
  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    onDidChangeViews: viewsChanged.event,
    start: started,
    async restart() {
      if (client?.isRunning()) await client.stop().catch(() => {});
      return started();
    },
    async ask<Answer>(method: string, params: unknown) {
      if (!(await started())) return null;
      return client!.sendRequest<Answer>(method, params).catch(() => null);
    },
    async stop() {
      if (client?.isRunning()) await client.stop();
    },
    dispose() {
      changed.dispose();
      viewsChanged.dispose();
    },
  };
}
