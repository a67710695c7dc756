/** The language server as the rest of the client sees it: started where it is needed, asked, and watched. */
import { commands, EventEmitter } from 'vscode';
import type { Disposable, Event } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { viewsChangedMethod } from '../../server/src/lsp/protocol.ts';
import { endings } from './endings.ts';

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

export function serverOf(newClient: () => Promise<BaseLanguageClient>): Server {
  const changed = new EventEmitter<ServerState>();
  const viewsChanged = new EventEmitter<void>();
  const ends = endings();
  /** One that runs. Each is used once: the next start takes a new one. */
  let client: BaseLanguageClient | undefined;
  let starting: Promise<boolean> | undefined;
  let state: ServerState = 'off';
  const become = (next: ServerState): void => {
    if (state === next) return;
    state = next;
    void commands.executeCommand('setContext', 'oneOnOne.server', state);
    changed.fire(state);
  };
  const started = (): Promise<boolean> => (starting ??= begin());
  const begin = async (): Promise<boolean> => {
    do {
      // Nobody is told before `starting` is set: those who are told ask at once, and there shall not be two.
      const made = await newClient().catch(() => null);
      become('starting');
      if (made !== null && (await runs(made))) return true;
    } while (ends.another(Date.now()));
    starting = undefined;
    become('stopped');
    return false;
  };
  const runs = async (made: BaseLanguageClient): Promise<boolean> => {
    made.onNotification(viewsChangedMethod, () => viewsChanged.fire());
    made.onDidChangeState(() => {
      if (client === made && !made.isRunning()) ended();
    });
    const isUp = await made.start().then(
      // It may have ended since.
      () => made.isRunning(),
      () => false,
    );
    if (!isUp) return false;
    client = made;
    become('running');
    return true;
  };
  /** By itself. */
  const ended = (): void => {
    client = undefined;
    starting = undefined;
    if (ends.another(Date.now())) void started();
    else become('stopped');
  };
  const stop = async (): Promise<void> => {
    await starting;
    const own = client;
    client = undefined;
    starting = undefined;
    await own?.stop().catch(() => {});
  };
  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    onDidChangeViews: viewsChanged.event,
    start: started,
    async restart() {
      await stop();
      ends.forget();
      return started();
    },
    async ask<Answer>(method: string, params: unknown) {
      if (!(await started())) return null;
      return (await client?.sendRequest<Answer>(method, params).catch(() => null)) ?? null;
    },
    stop,
    dispose() {
      changed.dispose();
      viewsChanged.dispose();
    },
  };
}
