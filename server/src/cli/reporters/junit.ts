/** JUnit XML: a suite per file, a case per finding, one passed case for a file without any. */
import { oneLine } from '../terminal.ts';
import { isAtLeast } from './reporter.ts';
import type { FileReport, LocatedDiagnostic, Report, Reporter } from './reporter.ts';

export const junitReporter: Reporter = (report) => {
  const all = report.files.flatMap((file) => file.diagnostics);
  const tests = report.files.reduce((sum, file) => sum + Math.max(1, file.diagnostics.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="one-on-one" tests="${tests}" failures="${failuresIn(all, report)}" errors="0">`,
    ...report.files.flatMap((file) => suite(file, report)),
    '</testsuites>',
    '',
  ].join('\n');
};

function suite(file: FileReport, report: Report): string[] {
  const name = escaped(file.path);
  const tests = Math.max(1, file.diagnostics.length);
  const failures = failuresIn(file.diagnostics, report);
  const cases =
    file.diagnostics.length === 0
      ? [`    <testcase classname="${name}" name="no findings"/>`]
      : file.diagnostics.flatMap((diagnostic) => testCase(name, diagnostic, report));
  return [
    `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0">`,
    ...cases,
    '  </testsuite>',
  ];
}

/** What does not fail the check does not fail here either; it is told in the case's output. */
function testCase(name: string, { rule, severity, message, range, url }: LocatedDiagnostic, report: Report): string[] {
  const place = `line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const told = escaped(`${place}, ${severity}: ${message} (${url})`);
  const body = isAtLeast(severity, report.failOn)
    ? `<failure type="${severity}" message="${escaped(message)}">${told}</failure>`
    : `<system-out>${told}</system-out>`;
  return [
    `    <testcase classname="${name}" name="${escaped(`${rule} (${place})`)}">`,
    `      ${body}`,
    '    </testcase>',
  ];
}

function failuresIn(diagnostics: readonly LocatedDiagnostic[], report: Report): number {
  return diagnostics.filter(({ severity }) => isAtLeast(severity, report.failOn)).length;
}

/** Control characters have no place in XML 1.0, escaped or not; `oneLine` leaves them out. */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\uFFFE', '')
    .replaceAll('\uFFFF', '');
}
