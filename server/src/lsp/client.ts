/** What the client at the other end can do. Everything it does not say, it cannot. */
import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import { objectIn } from './params.ts';
import type { InitializationOptions } from './protocol.ts';

export interface Client {
  /** It asks for diagnostics; else they are sent. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  readonly tellsFolders: boolean;
  readonly showsRelated: boolean;
  readonly snippets: boolean;
  readonly snippetEdits: boolean;
  readonly documentChanges: boolean;
  readonly appliesEdits: boolean;
  readonly preparesRename: boolean;
  readonly tellsRenames: boolean;
  readonly createsFiles: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of an action once it is chosen. */
  readonly resolvesEdits: boolean;
  readonly registersOutline: boolean;
  readonly nestsSymbols: boolean;
  readonly readsContent: boolean;
  readonly hoverKind: MarkupKind;
  /** Null where it does not say. */
  readonly processId: number | null;
  readonly folders: readonly string[];
  readonly options: InitializationOptions;
}

/** Throws `invalidParams`. */
export function clientOf(params: unknown): Client {
  const { capabilities, processId, initializationOptions, ...rest } = objectIn(params);
  const { workspace, textDocument } = (capabilities ?? {}) as ClientCapabilities;
  const hoverKinds = textDocument?.hover?.contentFormat ?? ['plaintext'];
  return {
    pullsDiagnostics: Boolean(textDocument?.diagnostic),
    refreshesDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    watchesFiles: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    tellsFolders: Boolean(workspace?.workspaceFolders),
    showsRelated: Boolean(
      textDocument?.publishDiagnostics?.relatedInformation ?? textDocument?.diagnostic?.relatedInformation,
    ),
    snippets: Boolean(textDocument?.completion?.completionItem?.snippetSupport),
    snippetEdits: Boolean(workspace?.workspaceEdit?.snippetEditSupport && workspace.workspaceEdit.documentChanges),
    documentChanges: Boolean(workspace?.workspaceEdit?.documentChanges),
    preparesRename: Boolean(textDocument?.rename?.prepareSupport),
    tellsRenames: Boolean(workspace?.fileOperations?.willRename),
    appliesEdits: Boolean(workspace?.applyEdit),
    createsFiles: Boolean(
      workspace?.workspaceEdit?.documentChanges && workspace.workspaceEdit.resourceOperations?.includes('create'),
    ),
    refreshesLenses: Boolean(workspace?.codeLens?.refreshSupport),
    refreshesHints: Boolean(workspace?.inlayHint?.refreshSupport),
    codeActionLiterals: Boolean(textDocument?.codeAction?.codeActionLiteralSupport),
    resolvesEdits: Boolean(
      textDocument?.codeAction?.dataSupport && textDocument.codeAction.resolveSupport?.properties.includes('edit'),
    ),
    nestsSymbols: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    registersOutline: Boolean(
      textDocument?.documentSymbol?.dynamicRegistration && textDocument.foldingRange?.dynamicRegistration,
    ),
    readsContent: Boolean(workspace?.textDocumentContent),
    hoverKind: hoverKinds.includes('markdown') ? 'markdown' : 'plaintext',
    processId: typeof processId === 'number' ? processId : null,
    folders: foldersIn(rest),
    options: (isObject(initializationOptions) ? initializationOptions : {}) as InitializationOptions,
  };
}

function foldersIn({ workspaceFolders, rootUri }: Record<string, unknown>): readonly string[] {
  if (Array.isArray(workspaceFolders)) return workspaceFolders.flatMap(folderUri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

export function folderUri(folder: unknown): string[] {
  return isObject(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
