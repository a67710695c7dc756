/** The stable JSON of `check --format json`. Members are only ever added. */
import { safeJson } from '../terminal.ts';
import { countOf } from './reporter.ts';
import type { Reporter } from './reporter.ts';

export const jsonReporter: Reporter = (report) =>
  `${safeJson({
    version: 1,
    today: report.today,
    files: report.files.map((file) => ({
      path: file.path,
      diagnostics: file.diagnostics.map((diagnostic) => ({
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: diagnostic.message,
        range: {
          start: { line: diagnostic.range.start.line, character: diagnostic.range.start.character },
          end: { line: diagnostic.range.end.line, character: diagnostic.range.end.character },
        },
        fixes: diagnostic.fixes.map((fix) => ({ title: fix.title, safe: fix.safe })),
        url: diagnostic.url,
      })),
    })),
    summary: {
      files: report.files.length,
      errors: countOf(report, 'error'),
      warnings: countOf(report, 'warning'),
      infos: countOf(report, 'info'),
      hints: countOf(report, 'hint'),
    },
  })}\n`;
