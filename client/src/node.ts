/** The extension where Node is: on a desktop, or on the far side of a remote window. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate.ts';
import type { Activated } from './activate.ts';

export { deactivate } from './activate.ts';

export function activate(context: ExtensionContext): Activated {
  return activateWith(context, {
    canReadFiles: true,
    // Tests run on a day of their own.
    today: process.env['ONE_ON_ONE_TODAY'],
    async newClient(options) {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const server = { module: context.asAbsolutePath('server/dist/node.cjs'), transport: TransportKind.ipc };
      return new LanguageClient('oneOnOne', '1:1 Notes', server, options);
    },
  });
}
