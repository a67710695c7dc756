/** Findings as the protocol shows them. */
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type Range } from 'vscode-languageserver-types';
import type { Span } from '../core/model.ts';
import type { Text } from '../core/text.ts';
import type { Diagnostic } from '../rules/run.ts';

/** What a client has use for besides the finding itself. */
export interface Shows {
  /** Other places that the finding speaks of. */
  readonly showsRelated: boolean;
  /** The rule's page, which is ours: a client that cannot ask for it has nothing to open. */
  readonly readsContent: boolean;
}

/** `textOf` gives the texts of related places in other files; those without one are left out. */
export function toLspDiagnostic(
  diagnostic: Diagnostic,
  text: Text,
  textOf: (uri: string) => Text | null,
  { showsRelated, readsContent }: Shows = { showsRelated: true, readsContent: true },
): LspDiagnostic {
  const { uri, rule, severity, message, span, url } = diagnostic;
  const shown: LspDiagnostic = {
    range: rangeOf(text, span),
    severity: severities[severity],
    code: rule,
    source: '1:1',
    message,
  };
  if (readsContent) shown.codeDescription = { href: url };
  if (!showsRelated || diagnostic.related.length === 0) return shown;
  const related = diagnostic.related.flatMap((other) => {
    const there = other.uri === uri ? text : textOf(other.uri);
    return there === null
      ? []
      : [{ location: { uri: other.uri, range: rangeOf(there, other.span) }, message: other.message }];
  });
  if (related.length > 0) shown.relatedInformation = related;
  return shown;
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
