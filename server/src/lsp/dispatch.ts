/** Between the connection and the handlers: the life cycle, and a guard around each. Error texts are fixed. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import { invalidParams } from './params.ts';

export interface Handlers {
  /** Gives the answer to `initialize`. Called once. */
  readonly initialize: (params: unknown) => unknown;
  readonly requests: ReadonlyMap<string, RequestHandler>;
  readonly notifications: ReadonlyMap<string, (params: unknown) => unknown>;
  /** Ends the process, or what there is in its place. */
  readonly exit: (code: number) => void;
}

export type RequestHandler = (params: unknown, token: CancellationToken) => unknown;

export const logMethod = 'window/logMessage';

export function dispatch(connection: MessageConnection, handlers: Handlers): void {
  let phase: 'new' | 'running' | 'shut down' = 'new';

  connection.onRequest(async (method: string, params: unknown, token: CancellationToken) => {
    if (phase === 'shut down') return failure(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    if (method === 'initialize') {
      if (phase !== 'new') return failure(ErrorCodes.InvalidRequest, 'The server is initialized already.');
      const answer = await guarded(connection, method, () => handlers.initialize(params));
      if (!(answer instanceof ResponseError)) phase = 'running';
      return answer;
    }
    if (phase === 'new') return failure(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    if (method === 'shutdown') {
      phase = 'shut down';
      return null;
    }
    const handle = handlers.requests.get(method);
    if (handle === undefined) return failure(ErrorCodes.MethodNotFound, 'This request is not offered.');
    if (params === undefined) return invalidParams();
    return guarded(connection, method, () => untilCancelled(token, handle(params, token)));
  });

  const exit = (): void => handlers.exit(phase === 'shut down' ? 0 : 1);
  connection.onClose(exit);
  connection.onNotification(async (method: string, params: unknown) => {
    if (method === 'exit') return exit();
    if (phase !== 'running') return;
    const handle = handlers.notifications.get(method);
    if (handle) await guarded(connection, method, () => handle(params));
  });
}

/** Whatever a handler throws becomes one of two errors; what it says is neither sent nor logged, as it may quote a note. */
async function guarded(connection: MessageConnection, method: string, handle: () => unknown): Promise<unknown> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof ResponseError) return error;
    await logFailure(connection, method, error);
    return failure(ErrorCodes.InternalError, 'The request failed.');
  }
}

export async function logFailure(connection: MessageConnection, what: string, error: unknown): Promise<void> {
  await connection.sendNotification(logMethod, { type: 1, message: `${what}: ${kindOf(error)}` }).catch(() => {});
}

/** The class of an error, never its message. */
export function kindOf(error: unknown): string {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return /^[A-Z]{1,40}$/i.test(name) ? name : 'Error';
}

async function untilCancelled(token: CancellationToken, answer: unknown): Promise<unknown> {
  if (!(answer instanceof Promise)) return answer;
  const cancelled = new Promise<unknown>((resolve) => {
    const give = (): void => resolve(failure(requestCancelled, 'The request was cancelled.'));
    if (token.isCancellationRequested) give();
    else token.onCancellationRequested(give);
  });
  return Promise.race([answer, cancelled]);
}

const requestCancelled = -32800;

function failure(code: number, message: string): ResponseError<void> {
  return new ResponseError(code, message);
}
