/** What the language client is told. Loaded with it, at the first 1:1 document: no other window has to pay for it. */
import { l10n, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import type { Host } from './activate.ts';
import { calmErrors } from './calm-errors.ts';
import { commandNames } from './commands/index.ts';
import type { discreetLog } from './log.ts';

export { hushed } from './calm-errors.ts';

export function clientOptions(host: Host, roles: Uri, log: ReturnType<typeof discreetLog>): LanguageClientOptions {
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
