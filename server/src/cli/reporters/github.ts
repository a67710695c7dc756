/** GitHub Actions workflow commands: annotations on the lines of a pull request. */
import type { Severity } from '../../rules/rule.ts';
import { oneLine } from '../terminal.ts';
import type { LocatedDiagnostic, Reporter } from './reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

export const githubReporter: Reporter = (report) =>
  report.files.flatMap((file) => file.diagnostics.map((diagnostic) => annotation(file.path, diagnostic))).join('');

function annotation(path: string, { rule, severity, message, range }: LocatedDiagnostic): string {
  const properties: [string, string | number][] = [
    ['file', path],
    ['line', range.start.line + 1],
    ['endLine', range.end.line + 1],
  ];
  // Columns only count where the annotation stays on one line.
  if (range.start.line === range.end.line) {
    properties.push(['col', range.start.character + 1], ['endColumn', range.end.character + 1]);
  }
  properties.push(['title', `1:1 ${rule}`]);
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${commands[severity]} ${written}::${data(message)}\n`;
}

function data(text: string): string {
  return oneLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
