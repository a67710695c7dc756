/** Findings as the protocol shows them. */
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type Range } from 'vscode-languageserver-types';
import type { Span } from '../core/model.ts';
import type { Text } from '../core/text.ts';
import type { Diagnostic } from '../rules/run.ts';

/** `textOf` gives the texts of related places in other files; those without one are left out. */
export function toLspDiagnostic(
  diagnostic: Diagnostic,
  text: Text,
  textOf: (uri: string) => Text | null,
): LspDiagnostic {
  const related = diagnostic.related.flatMap(({ uri, span, message }) => {
    const there = uri === diagnostic.uri ? text : textOf(uri);
    return there === null ? [] : [{ location: { uri, range: rangeOf(there, span) }, message }];
  });
  return {
    range: rangeOf(text, diagnostic.span),
    severity: severities[diagnostic.severity],
    code: diagnostic.rule,
    codeDescription: { href: diagnostic.url },
    source: '1:1',
    message: diagnostic.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

export function rangeOf(text: Text, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
