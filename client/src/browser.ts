/** The extension in a browser: the server is a worker beside it. */
import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

export { deactivate } from './activate.ts';

declare class Worker {
  constructor(address: string);
}

export function activate(context: ExtensionContext): void {
  const address = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  const newWorker = (): Promise<never> => Promise.resolve(new Worker(address) as never);
  activateWith(context, {
    canReadFiles: false,
    today: undefined,
    newClient: (options) => new LanguageClient('oneOnOne', '1:1 Notes', newWorker, options),
  });
}
