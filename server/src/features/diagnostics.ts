/** Findings as the protocol shows them. */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import type { Text } from '../core/text.ts';
import type { Diagnostic } from '../rules/run.ts';

/** `textOf` gives the texts of related places in other files; those without one are left out. */
export declare function toLspDiagnostic(
  diagnostic: Diagnostic,
  text: Text,
  textOf: (uri: string) => Text | null,
): LspDiagnostic;
