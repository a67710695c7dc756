/** What a rule or feature may know besides the documents. Made at the edge (`lsp/workspace.ts`, `cli`), frozen. */
import type { Configuration } from './configuration.ts';
import type { Repository } from './git.ts';
import type { Day, Role } from './model.ts';

export interface Context {
  readonly today: Day;
  readonly configuration: Configuration;
  /** Built-in and workspace roles; a workspace role has replaced a built-in one with the same id. By id. */
  readonly roles: readonly Role[];
  /** The text of the configuration file, for fixes that write into it; null where the defaults are in force. */
  readonly configurationText: string | null;
  /** Those with a remote. Empty where git's own files cannot be read. */
  readonly repositories: readonly Repository[];
}
