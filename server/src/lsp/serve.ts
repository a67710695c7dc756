/** The language server: one table of what it offers, and what starts it. Runs in Node and in a web worker alike. */
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import type { ServerCapabilities } from 'vscode-languageserver';
import { rewriteKind } from '../features/commands.ts';
import { semanticLegend } from '../features/semantic-tokens.ts';
import { checksWith } from './checks.ts';
import { clientOf } from './client.ts';
import type { Client } from './client.ts';
import { executeCommand } from './commands.ts';
import { announcerFor } from './announce.ts';
import { documentDiagnostics, workspaceDiagnostics } from './diagnostics.ts';
import { dispatch, logFailure } from './dispatch.ts';
import type { RequestHandler } from './dispatch.ts';
import { openDocuments } from './documents.ts';
import { clientFiles, noFiles } from './files.ts';
import type { Files } from './files.ts';
import { offersOutline, outlineOffer } from './outline.ts';
import {
  documentMethod,
  knownMethod,
  pageMethod,
  peopleMethod,
  privacyMethod,
  progressMethod,
  quarterMethod,
  serverCommands,
} from './protocol.ts';
import { pageOf } from './pages.ts';
import { privacyOf } from './privacy.ts';
import {
  filesToBeRenamed,
  foldsIn,
  highlightsAt,
  hintsIn,
  lensesIn,
  linksIn,
  referencesTo,
  renameAt,
  renamed,
  selectionsIn,
  symbolsFor,
  symbolsIn,
  tokensIn,
} from './reading.ts';
import { alsoRefreshing } from './refresh.ts';
import { rehearsalWith } from './rehearsal.ts';
import { reportsMade } from './reports.ts';
import { restOf } from './rest.ts';
import { lensesWith } from './lenses.ts';
import { documentUri, uriAskedAbout } from './params.ts';
import { actionResolved, actionsFor, completionAt, completionResolved, definitionAt, hoverAt } from './requests.ts';
import type { Session } from './session.ts';
import { contentOf, contentScheme } from './rule-pages.ts';
import { settingsIn } from './settings.ts';
import { notifications, watchTheDay } from './sync.ts';
import { progressFor } from './progress.ts';
import { knownTo } from './known.ts';
import { documentFor, peopleOf, quarterFor } from './views.ts';
import { workspaceOf } from './workspace.ts';

/** Where the server runs. */
export interface Host {
  readonly version: string;
  /** Null where only the client can read files. */
  readonly filesIn: ((folders: readonly string[]) => Files) | null;
  readonly builtinRoles: string | null;
  /** Ends with the process that started it. */
  watchParent(processId: number): void;
  /** Far more will be read than is kept: takes time to keep the heap small from now on. */
  saveMemory(): void;
  exit(code: number): void;
}

interface Offer {
  readonly method: string;
  readonly capability: (client: Client) => ServerCapabilities;
  readonly handle: (session: Session, params: unknown, token: CancellationToken) => unknown;
}

const offers: readonly Offer[] = [
  { method: 'textDocument/hover', capability: () => ({ hoverProvider: true }), handle: hoverAt },
  { method: 'textDocument/definition', capability: () => ({ definitionProvider: true }), handle: definitionAt },
  {
    method: 'textDocument/completion',
    capability: () => ({ completionProvider: { triggerCharacters: [':', ' ', '@', '|'], resolveProvider: true } }),
    handle: completionAt,
  },
  {
    method: 'textDocument/codeAction',
    capability: ({ resolvesEdits }) => ({
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.oneOnOne', rewriteKind],
        resolveProvider: resolvesEdits,
      },
    }),
    handle: onceRead(actionsFor),
  },
  { method: 'codeAction/resolve', capability: () => ({}), handle: actionResolved },
  { method: 'completionItem/resolve', capability: () => ({}), handle: completionResolved },
  {
    method: 'textDocument/diagnostic',
    capability: ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'one-on-one', interFileDependencies: true, workspaceDiagnostics: true } }
        : {},
    handle: documentDiagnostics,
  },
  { method: 'workspace/diagnostic', capability: () => ({}), handle: workspaceDiagnostics },
  { method: 'textDocument/codeLens', capability: () => ({ codeLensProvider: {} }), handle: onceRead(lensesIn) },
  { method: 'textDocument/inlayHint', capability: () => ({ inlayHintProvider: true }), handle: onceRead(hintsIn) },
  {
    method: 'textDocument/references',
    capability: () => ({ referencesProvider: true }),
    handle: onceRead(referencesTo),
  },
  {
    method: 'textDocument/documentHighlight',
    capability: () => ({ documentHighlightProvider: true }),
    handle: onceRead(highlightsAt),
  },
  {
    method: 'textDocument/rename',
    capability: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
    handle: onceRead(renamed),
  },
  { method: 'textDocument/prepareRename', capability: () => ({}), handle: onceRead(renameAt) },
  { method: 'textDocument/documentLink', capability: () => ({ documentLinkProvider: {} }), handle: onceRead(linksIn) },
  {
    method: 'textDocument/documentSymbol',
    capability: (client) => (offersOutline(client) ? { documentSymbolProvider: true } : {}),
    handle: onceRead(symbolsIn),
  },
  {
    method: 'textDocument/foldingRange',
    capability: (client) => (offersOutline(client) ? { foldingRangeProvider: true } : {}),
    handle: onceRead(foldsIn),
  },
  {
    method: 'textDocument/semanticTokens/full',
    capability: ({ options }) =>
      options.settings?.semanticTokens?.enabled !== false
        ? { semanticTokensProvider: { legend: semanticLegend, full: true, range: true } }
        : {},
    handle: onceRead(tokensIn),
  },
  { method: 'textDocument/semanticTokens/range', capability: () => ({}), handle: onceRead(tokensIn) },
  {
    method: 'textDocument/selectionRange',
    capability: () => ({ selectionRangeProvider: true }),
    handle: onceRead(selectionsIn),
  },
  { method: 'workspace/symbol', capability: () => ({ workspaceSymbolProvider: true }), handle: symbolsFor },
  { method: 'workspace/willRenameFiles', capability: () => ({}), handle: filesToBeRenamed },
  {
    method: 'workspace/executeCommand',
    capability: ({ options: { commands = [] } }) => ({
      executeCommandProvider: { commands: serverCommands.filter((name) => !commands.includes(name)) },
    }),
    handle: executeCommand,
  },
  { method: peopleMethod, capability: () => ({}), handle: peopleOf },
  { method: documentMethod, capability: () => ({}), handle: documentFor },
  { method: knownMethod, capability: () => ({}), handle: knownTo },
  { method: pageMethod, capability: () => ({}), handle: pageOf },
  { method: privacyMethod, capability: () => ({}), handle: privacyOf },
  { method: quarterMethod, capability: () => ({}), handle: quarterFor },
  { method: progressMethod, capability: () => ({}), handle: progressFor },
  { method: 'workspace/textDocumentContent', capability: () => ({}), handle: (_session, params) => contentOf(params) },
];

/** For what is gathered from all of a document: its text is read first, with pauses while other requests are answered. */
function onceRead(handle: Offer['handle']): Offer['handle'] {
  return async (session, params, token) => {
    await session.workspace.readAhead(documentUri(params));
    return handle(session, params, token);
  };
}

/** How long a question about findings waits for the folders to be read; then it is answered from what is known. */
const longestWaitMilliseconds = 3000;

export function serve(connection: MessageConnection, host: Host): void {
  const requests = new Map<string, RequestHandler>();
  const told = new Map<string, (params: unknown) => unknown>();
  dispatch(connection, { initialize, requests, notifications: told, exit: host.exit });
  connection.listen();

  function initialize(params: unknown): unknown {
    const client = clientOf(params);
    if (client.processId !== null) host.watchParent(client.processId);
    const documents = openDocuments();
    const sources = {
      checks: checksWith((rule, error) => void logFailure(connection, rule, error)),
      options: client.options,
      builtinRoles: client.options.builtinRoles ?? host.builtinRoles,
      filesIn: filesFor(client),
      saveMemory: host.saveMemory,
    };
    const workspace = workspaceOf({ ...sources, documents });
    let reading: Promise<void> = Promise.resolve();
    const parts: Omit<Session, 'lenses' | 'outline' | 'rest'> = {
      connection,
      client,
      documents,
      workspace,
      reports: reportsMade(),
      asked: { views: false },
      settings: { current: settingsIn(client.options.settings) },
      ready: () => atLatest(longestWaitMilliseconds, reading),
    };
    const session: Session = {
      ...parts,
      lenses: lensesWith(parts),
      outline: outlineOffer(parts),
      rest: restOf(parts, (uri, told) => announcer.read(uri, told)),
    };
    const announcer = alsoRefreshing(announcerFor(session), session);
    let folders = client.folders;
    const changes = notifications(
      session,
      announcer,
      { get: () => folders, set: (now) => (folders = now) },
      rehearsalWith(session, sources),
    );
    for (const [method, handle] of changes) told.set(method, handle);
    // A client may be asked for files only once it knows our answer to this; before that it knows no such question.
    const initialized = new Promise<void>((resolve) => told.set('initialized', () => resolve()));
    const failed = (error: unknown): Promise<void> => logFailure(connection, 'reading', error);
    const mayRead = client.options.files === 'client' ? initialized : Promise.resolve();
    const basics = mayRead.then(workspace.loadBuiltIn).catch(failed);
    reading = basics.then(() => workspace.load(folders)).catch(failed);
    for (const { method, handle } of offers)
      requests.set(method, async (asked, token) => {
        await basics;
        const uri = uriAskedAbout(asked);
        if (uri !== null) await workspace.lookAhead(uri);
        return handle(session, asked, token);
      });
    void initialized.then(() => {
      if (client.watchesFiles) watchFiles();
      session.outline.follow();
      watchTheDay(session, announcer);
      void reading.then(announcer.all);
    });
    return { serverInfo: { name: 'one-on-one', version: host.version }, capabilities: capabilitiesFor(client) };
  }

  function filesFor(client: Client): (folders: readonly string[]) => Files {
    const throughClient = clientFiles((method, question) => connection.sendRequest(method, question));
    if (client.options.files === 'client') return () => throughClient;
    return host.filesIn ?? (() => noFiles);
  }

  function watchFiles(): void {
    const files = ['**/*.{md,markdown}', '**/.one-on-one.{yaml,yml}', '**/.gitignore', '**/.git/{index,config}'];
    const watchers = files.map((globPattern) => ({ globPattern }));
    const registrations = [{ id: 'files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } }];
    connection.sendRequest('client/registerCapability', { registrations }).catch(() => {});
  }
}

/** Waits for the work, but no longer than this. */
async function atLatest(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** Role descriptions, and the folders they are in. */
const renamedFiles = [
  { scheme: 'file', pattern: { glob: '**/*.{md,markdown}', matches: 'file' } },
  { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
];

function capabilitiesFor(client: Client): ServerCapabilities {
  return Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: client.tellsFolders },
        ...(client.tellsRenames ? { fileOperations: { willRename: { filters: renamedFiles } } } : {}),
        ...(client.readsContent ? { textDocumentContent: { schemes: [contentScheme] } } : {}),
      },
    },
    ...offers.map(({ capability }) => capability(client)),
  ) as ServerCapabilities;
}
