/** What both entries share: the server is started at the first 1:1 document, and not before. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { filesMethod } from '../../server/src/lsp/protocol.ts';
import type { FilesQuestion, InitializationOptions } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { calmErrors, hushed } from './calm-errors.ts';
import { commandNames, registerCommands } from './commands/index.ts';
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
  newClient(options: LanguageClientOptions): BaseLanguageClient;
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
    const client = hushed(host.newClient(clientOptions(host, roles, log)));
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

function clientOptions(host: Host, roles: Uri, log: ReturnType<typeof discreetLog>): LanguageClientOptions {
  return {
    // No scheme: documents of a remote repository that is open without a copy on disk count as well.
    documentSelector: [{ language: 'markdown' }, { pattern: '**/.one-on-one.{yaml,yml}' }],
    initializationOptions: (): InitializationOptions => {
      const isOnDisk = (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === 'file');
      return {
        today: host.today,
        builtinRoles: roles.toString(),
        files: host.canReadFiles && isOnDisk ? undefined : 'client',
        commands: commandNames,
        settings: personalSettings(),
        texts: l10n.bundle,
      };
    },
    synchronize: { configurationSection: 'oneOnOne' },
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: calmErrors,
    // Without this the library shows a message of its own.
    initializationFailedHandler: () => false,
    middleware: {
      provideWorkspaceDiagnostics: (known, token, report, next) =>
        workspace.getConfiguration('oneOnOne').get('workspaceDiagnostics', true)
          ? next(known, token, report)
          : { items: [] },
    },
  };
}

function noonOf(day: string | undefined): Date {
  if (day !== undefined) return new Date(`${day}T12:00:00`);
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
}

/** What the user set for this window; the defaults are the manifest's. */
function personalSettings(): InitializationOptions['settings'] {
  const settings = workspace.getConfiguration('oneOnOne');
  const enabled = (key: string): { enabled?: boolean } => ({ enabled: settings.get<boolean>(`${key}.enabled`) });
  return {
    codeLens: enabled('codeLens'),
    inlayHints: enabled('inlayHints'),
    outline: enabled('outline'),
    // The grammar colours the same.
    semanticTokens: { enabled: false },
  };
}
