/** Runs rules over a series, a configuration file or a role, and gives findings with absolute positions. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Role, Series, Span } from '../core/model.ts';
import type { Severity } from './rule.ts';

/** A finding as every edge shows it: command line, server and tests see the same. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  /** Address of the rule's page. */
  readonly url: string;
  readonly fixes: readonly DiagnosticFix[];
  readonly related: readonly { readonly uri: string; readonly span: Span; readonly message: string }[];
}

export interface DiagnosticFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly DiagnosticEdit[];
}

export interface DiagnosticEdit {
  readonly uri: string;
  readonly span: Span;
  readonly newText: string;
  /** Spans inside `newText` for a snippet client's tab stops, in the order to visit. */
  readonly stops: readonly Span[];
}

/** All findings of a series, in its documents' order, then by position. Suppressed and switched-off ones are left out. */
export declare function checkSeries(series: Series, context: Context): Diagnostic[];
export declare function checkConfiguration(file: ConfigurationFile, context: Context): Diagnostic[];
export declare function checkRole(role: Role, context: Context): Diagnostic[];
