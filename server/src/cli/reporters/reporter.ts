/** What a reporter is: findings in, text out, pure. One format a file; the list is `index.ts`. */
import type { Position } from '../../core/text.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import type { Paint } from '../terminal.ts';

export interface Report {
  /** The version of the program. */
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Every file that was checked, by path; those without findings too. */
  readonly files: readonly FileReport[];
  /** Findings of this severity and graver ones fail the check. */
  readonly failOn: Severity;
  /** Every rule that may be named, with the level it had. */
  readonly rules: readonly Rule[];
  /** What `--fix` did; null without it. */
  readonly fixed: { readonly fixes: number; readonly files: number } | null;
}

export interface FileReport {
  /** Relative to the current folder where the file is in it, with forward slashes. */
  readonly path: string;
  /** By position. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** By position. */
  readonly suppressed: readonly SuppressedDiagnostic[];
}

/** A finding that its document says is meant. */
export interface SuppressedDiagnostic extends LocatedDiagnostic {
  readonly reason: string | null;
}

export interface LocatedDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Lines and UTF-16 units from 0, as in the Language Server Protocol. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  readonly url: string;
}

export interface Look {
  readonly paint: Paint;
  /** Columns to keep to; null: lines may be of any length. */
  readonly width: number | null;
}

/** The whole output, with its last line break. */
export type Reporter = (report: Report, look: Look) => string;

/** From the gravest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

export function countOf(report: Report, severity: Severity): number {
  return report.files.reduce(
    (sum, file) => sum + file.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    0,
  );
}
