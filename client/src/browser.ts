/** The extension in a browser: the server is a worker beside it. */
import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';
import type { Activated } from './activate.ts';

export { deactivate } from './activate.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (address: string) => Port;

export function activate(context: ExtensionContext): Activated {
  const address = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  // Not the worker itself: VS Code puts a class of its own in the place of `Worker`, by which the client does not know one.
  const newWorker = async (): Promise<MessageTransports> => {
    const worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, {
    canReadFiles: false,
    today: undefined,
    newClient: (options) => new LanguageClient('oneOnOne', '1:1 Notes', newWorker, options),
  });
}
