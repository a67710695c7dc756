/** GitLab's code quality report. */
import type { Severity } from '../../rules/rule.ts';
import { safeJson } from '../terminal.ts';
import { fingerprinted } from './fingerprint.ts';
import type { FileReport, Reporter } from './reporter.ts';

const grades: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' };

export const gitlabReporter: Reporter = (report) => `${safeJson(report.files.flatMap(issues))}\n`;

/** GitLab counts lines from 1 and compares two reports by fingerprint. */
function issues(file: FileReport) {
  return fingerprinted(file).map(({ diagnostic: { rule, severity, message, range }, fingerprint }) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: grades[severity],
    location: { path: file.path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
}
