/** What a client was told of each file's findings, so that the same is not told again. */
import type { Diagnostic } from 'vscode-languageserver';
import { normal } from './uris.ts';

export interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export interface Reports {
  /** Notes down what a file's findings are now; the same report as before while they are the same. */
  of(uri: string, items: readonly Diagnostic[]): Report;
  /** What was last told. */
  last(uri: string): Report | null;
  forget(uri: string): void;
}

export function reportsMade(): Reports {
  const reports = new Map<string, Report & { readonly text: string }>();
  let count = 0;
  return {
    of(uri, items) {
      const text = JSON.stringify(items);
      const before = reports.get(normal(uri));
      if (before?.text === text) return before;
      const report = { resultId: String(++count), items, text };
      reports.set(normal(uri), report);
      return report;
    },
    last: (uri) => reports.get(normal(uri)) ?? null,
    forget: (uri) => void reports.delete(normal(uri)),
  };
}
