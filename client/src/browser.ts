/** The extension in a browser: the server is a worker beside it. */
import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { BrowserMessageReader, MessageTransports } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';
import type { Activated } from './activate.ts';

export { deactivate } from './activate.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (address: string) => Port;

export function activate(context: ExtensionContext): Activated {
  const address = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  return activateWith(context, {
    canReadFiles: false,
    today: undefined,
    async newClient(options) {
      const library = await import('vscode-languageclient/browser');
      // Not the worker itself: VS Code puts a class of its own in the place of `Worker`, by which the client knows none.
      const newWorker = (): Promise<MessageTransports> => {
        const worker = new Worker(address);
        const reader = new library.BrowserMessageReader(worker);
        return Promise.resolve({ reader, writer: new library.BrowserMessageWriter(worker) });
      };
      return new library.LanguageClient('oneOnOne', '1:1 Notes', newWorker, options);
    },
  });
}
