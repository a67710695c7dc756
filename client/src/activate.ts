/** What both entries share: the server is started at the first 1:1 document, and not before. */
import { l10n, Uri, window } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { filesMethod } from '../../server/src/lsp/protocol.ts';
import type { FilesQuestion } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { registerCommands } from './commands/index.ts';
import { answerFiles } from './files.ts';
import { firstDocument } from './first-document.ts';
import { frontOf } from './front.ts';
import { serverInLanguageStatus } from './language-status.ts';
import { discreetLog } from './log.ts';
import { peopleOf } from './people.ts';
import { previewMarksOf } from './preview/marks.ts';
import { withProgress } from './preview/progress.ts';
import type { MarkdownIt } from './preview/progress.ts';
import { quarterPanelOf } from './quarter/panel.ts';
import { serverOf } from './server.ts';
import type { Server } from './server.ts';
import { quarterInStatusBar } from './status-bar.ts';
import { registerViews } from './views/index.ts';

export interface Host {
  /** The server can read files of this computer by itself. */
  readonly canReadFiles: boolean;
  /** An ISO day, in place of the clock's. */
  readonly today: string | undefined;
  /** Loads the language client first, which is most of the program. */
  newClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}

let server: Server | undefined;

/** What VS Code's markdown preview asks of an extension that adds to it. */
export interface Activated {
  extendMarkdownIt<Given extends MarkdownIt>(md: Given): Given;
}

export function activateWith(context: ExtensionContext, host: Host): Activated {
  const roles = Uri.joinPath(context.extensionUri, 'server/roles');
  const log = discreetLog(window.createOutputChannel('1:1 Notes', { log: true }));
  const own = serverOf(async () => {
    const { clientOptions, hushed } = await import('./language-client.ts');
    const client = hushed(await host.newClient(clientOptions(host, roles, log)));
    client.onRequest(filesMethod, (question: FilesQuestion) => answerFiles(question, roles));
    return client;
  });
  server = own;
  const front = frontOf(own);
  const people = peopleOf(own);
  const quarter = quarterPanelOf({ server: own, front, media: Uri.joinPath(context.extensionUri, 'media') });
  const marks = previewMarksOf(own);
  const today = (): Date => noonOf(host.today);
  const app: App = { server: own, front, people, quarter, roles, today };
  context.subscriptions.push(
    ...[log, own, front, people, quarter, marks],
    ...registerCommands(app),
    ...registerViews(app),
    ...quarterInStatusBar(front),
    serverInLanguageStatus(own),
    firstDocument(() => void own.start()),
  );
  return { extendMarkdownIt: (md) => withProgress(md, marks.areasOf, l10n.t) };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function noonOf(day: string | undefined): Date {
  if (day !== undefined) return new Date(`${day}T12:00:00`);
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
}
