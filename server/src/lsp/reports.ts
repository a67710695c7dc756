/** What a client was told of each file's findings, so that the same is not told again. */
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import { normal } from './uris.ts';

export interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export interface Reports {
  /** Notes down what a file's findings are now; the same report as before while they are the same. */
  of(uri: string, items: readonly Diagnostic[]): Report;
  /** The same for an answer that the client may leave aside: it counts as told only once `of` gives it. */
  offered(uri: string, items: readonly Diagnostic[]): Report;
  /** What was last told. */
  last(uri: string): Report | null;
}

export function reportsMade(): Reports {
  const told = new Map<string, Report>();
  const offered = new Map<string, Report>();
  let count = 0;
  const reportIn = (key: string, items: readonly Diagnostic[]): Report =>
    [told.get(key), offered.get(key)].find((report) => report !== undefined && sameFindings(report.items, items)) ?? {
      resultId: String(++count),
      items,
    };
  return {
    of(uri, items) {
      const key = normal(uri);
      const report = reportIn(key, items);
      told.set(key, report);
      offered.delete(key);
      return report;
    },
    offered(uri, items) {
      const key = normal(uri);
      const report = reportIn(key, items);
      if (report !== told.get(key)) offered.set(key, report);
      return report;
    },
    last: (uri) => told.get(normal(uri)) ?? null,
  };
}

function sameFindings(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((item, index) => sameFinding(item, b[index]!));
}

/** The address of a rule's page goes with its code. */
function sameFinding(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    sameRange(a.range, b.range) &&
    sameRelated(a.relatedInformation ?? [], b.relatedInformation ?? [])
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function sameRelated(a: readonly DiagnosticRelatedInformation[], b: readonly DiagnosticRelatedInformation[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ location, message }, index) => {
      const other = b[index]!;
      return (
        message === other.message &&
        location.uri === other.location.uri &&
        sameRange(location.range, other.location.range)
      );
    })
  );
}
