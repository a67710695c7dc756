/** Quick fixes of the findings in a range, and `source.fixAll.oneOnOne`. */
import type { CodeAction } from 'vscode-languageserver-types';
import type { Text } from '../core/text.ts';
import type { Span } from '../core/model.ts';
import type { Diagnostic } from '../rules/run.ts';

export interface ActionRequest {
  readonly uri: string;
  /** The document's version, for versioned edits; null where it is not open. */
  readonly version: number | null;
  readonly range: Span;
  /** All findings of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds asked for; empty means every kind. */
  readonly only: readonly string[];
  /** Texts of the files that edits may touch, by uri. */
  readonly textOf: (uri: string) => Text | null;
  /** The client takes snippet edits in workspace edits. */
  readonly snippets: boolean;
}

export declare function codeActions(request: ActionRequest): CodeAction[];
