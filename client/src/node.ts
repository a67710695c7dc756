/** The extension where Node is: on a desktop, or on the far side of a remote window. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';
import type { Activated } from './activate.ts';

export { deactivate } from './activate.ts';

export function activate(context: ExtensionContext): Activated {
  const server = { module: context.asAbsolutePath('server/dist/node.cjs'), transport: TransportKind.ipc };
  return activateWith(context, {
    canReadFiles: true,
    // Tests run on a day of their own.
    today: process.env['ONE_ON_ONE_TODAY'],
    newClient: (options) => new LanguageClient('oneOnOne', '1:1 Notes', server, options),
  });
}
