/** The server in a web worker. It has no files of its own: the client reads them. */
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { checkedReader } from './messages.ts';
import { serve } from './serve.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

serve(createMessageConnection(checkedReader(new BrowserMessageReader(self)), new BrowserMessageWriter(self)), {
  version: process.env.ONE_ON_ONE_VERSION ?? '',
  filesIn: null,
  builtinRoles: null,
  watchParent: () => {},
  saveMemory: () => {},
  exit: () => self.close(),
});
