/** What the client library shall do when the connection fails: nothing, and say nothing. `server.ts` starts a new one. */
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { BaseLanguageClient, ErrorHandler } from 'vscode-languageclient';

/** A client that starts itself again would do so beside the one that takes its place. */
export const calmErrors: ErrorHandler = {
  error: () => ({ action: ErrorAction.Continue, handled: true }),
  closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
};

/** Makes a client write its errors into the log, whatever it would rather do: nobody asked for a message. */
export function hushed<Client extends BaseLanguageClient>(client: Client): Client {
  const error = client.error.bind(client);
  client.error = (message, data) => error(message, data, false);
  return client;
}
