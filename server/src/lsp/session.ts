/** What the handlers of one connection share. */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { CodeLens } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { OutlineOffer } from './outline.ts';
import type { PersonalSettings } from './protocol.ts';
import type { Reports } from './reports.ts';
import type { Rest } from './rest.ts';
import type { Workspace } from './workspace.ts';

export interface Session {
  readonly connection: MessageConnection;
  readonly client: Client;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly reports: Reports;
  /** What this client has asked for, and so wants to hear of. */
  readonly asked: { views: boolean };
  /** Answers `textDocument/codeLens`. */
  readonly lenses: (params: unknown) => CodeLens[];
  readonly outline: OutlineOffer;
  readonly rest: Rest;
  /** What the person at the client has set. */
  readonly settings: { current: PersonalSettings };
  /** Settles once the folders have been read, or that takes too long to wait for. Never fails. */
  ready(): Promise<void>;
}
