/** Runs rules over a series, a configuration file or a role, and gives findings with absolute positions. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Document, Place, Role, Series, Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { isInternship } from '../core/query.ts';
import { rules } from './index.ts';
import type { Seat } from '../core/staffing.ts';
import type { Edit, Finding, Fix, NewFile, Rule, Severity } from './rule.ts';
import { suppressed } from './suppress.ts';
import { cleanText, snippetOf } from './tab-stops.ts';

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
  /** Files to make first. An edge that cannot make files does not offer the fix. */
  readonly creates: readonly NewFile[];
}

export interface DiagnosticEdit {
  readonly uri: string;
  readonly span: Span;
  /** Clean text: without tab stops and without blanks at line ends. */
  readonly newText: string;
  /** The same for clients with snippets, in their syntax; null where there is no tab stop. */
  readonly snippet: string | null;
}

/** A finding that its document says is meant. */
export interface HiddenDiagnostic extends Diagnostic {
  readonly reason: string | null;
}

export interface Checked {
  readonly shown: Diagnostic[];
  readonly hidden: HiddenDiagnostic[];
}

/** All findings of a series but the suppressed ones, in its documents' order, then by position. Switched-off rules do not run. */
export function checkSeries(series: Series, context: Context, list: readonly Rule[] = rules): Diagnostic[] {
  return checkedSeries(series, context, list).shown;
}

/** The same, and the suppressed ones beside it. */
export function checkedSeries(series: Series, context: Context, list: readonly Rule[] = rules): Checked {
  const steps = checkingSeries(series, context, list);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, with a pause after each rule for whoever must not be kept waiting. */
export function* checkingSeries(
  series: Series,
  context: Context,
  list: readonly Rule[] = rules,
): Generator<void, Checked> {
  const locate: Locate = (place) => locateIn(series.documents, place);
  const found: Diagnostic[] = [];
  for (const rule of list) {
    if (rule.about !== 'series' || isOff(rule, context) || !concerns(rule, series)) continue;
    for (const finding of rule.check(series, context)) {
      const diagnostic = stamped(rule, finding, context, locate);
      if (diagnostic !== null) found.push(diagnostic);
    }
    yield;
  }
  const hasRun = (rule: Rule): boolean =>
    list.some(({ id }) => id === rule.id) && !isOff(rule, context) && concerns(rule, series) && series.role !== null;
  const { shown, hidden, uses } = suppressed(found, series, context, hasRun);
  for (const rule of list) {
    if (rule.about !== 'suppressions' || isOff(rule, context)) continue;
    for (const finding of rule.check(uses, context)) {
      const diagnostic = stamped(rule, finding, context, locate);
      if (diagnostic !== null) shown.push(diagnostic);
    }
  }
  const order = new Map(series.documents.map((document, index) => [document.uri, index]));
  const byPlace = (a: Diagnostic, b: Diagnostic): number =>
    (a.uri === b.uri ? 0 : order.get(a.uri)! - order.get(b.uri)!) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end;
  return { shown: shown.sort(byPlace), hidden };
}

/** Findings in the configuration file itself, by position. */
export function checkConfiguration(
  file: ConfigurationFile,
  context: Context,
  list: readonly Rule[] = rules,
): Diagnostic[] {
  const locate: Locate = ({ anchor, start, end }) =>
    anchor === file.anchor ? { uri: file.uri, span: { start, end } } : null;
  return list.flatMap((rule) => {
    if (rule.about !== 'configuration' || isOff(rule, context)) return [];
    return [...rule.check(file, context)].flatMap((finding) => stamped(rule, finding, context, locate) ?? []);
  });
}

/** Findings in a role description of the workspace, by position. */
export function checkRole(role: Role, context: Context, list: readonly Rule[] = rules): Diagnostic[] {
  return list.flatMap((rule) => {
    if (rule.about !== 'role' || isOff(rule, context)) return [];
    return [...rule.check(role, context)].map(({ at, ...finding }) => ({
      rule: rule.id,
      severity: gravity(rule, finding, context),
      uri: role.source.uri,
      span: at,
      message: finding.message,
      url: ruleUrl(rule.id),
      fixes: [],
      related: [],
    }));
  });
}

/** Findings in the configuration file and in the documents of those whose seats these are, but the suppressed ones. */
export function checkStaffing(
  file: ConfigurationFile,
  seats: readonly Seat[],
  context: Context,
  list: readonly Rule[] = rules,
): Diagnostic[] {
  return list.flatMap((rule) => {
    if (rule.about !== 'staffing' || isOff(rule, context)) return [];
    const hidden = new Set(seats.filter(({ ignores }) => ignores.has(rule.id)).map(({ at }) => at.uri));
    return [...rule.check(file, seats, context)]
      .filter(({ at }) => !hidden.has(at.uri))
      .map(({ at: { uri, span }, message }) => ({
        rule: rule.id,
        severity: gravity(rule, {}, context),
        uri,
        span,
        message,
        url: ruleUrl(rule.id),
        fixes: [],
        related: [],
      }));
  });
}

/** The virtual address of a rule's page; the language server gives its text. */
export function ruleUrl(id: string): string {
  return `one-on-one:/rules/${id}.md`;
}

// ---------------------------------------------------------------------------------------------------------------

interface Located {
  readonly uri: string;
  readonly span: Span;
}

type Locate = (place: Place) => Located | null;

/** Whether a run over this series can find anything by the rule. */
function concerns(rule: Rule, series: Series): boolean {
  if (rule.about === 'staffing') return false;
  if (rule.about !== 'series' || rule.documents === 'all') return true;
  return (rule.documents === 'internship') === isInternship(series);
}

function isOff(rule: Rule, context: Context): boolean {
  return (context.configuration.rules.get(rule.id) ?? rule.level) === 'off';
}

function locateIn(documents: readonly Document[], place: Place): Located | null {
  for (const document of documents) {
    const span = spanOf(document.note, place);
    if (span !== null) return { uri: document.uri, span };
  }
  return null;
}

/** A configured severity stands; circumstances change only the rule's own. */
function gravity(rule: Rule, finding: Pick<Finding, 'severity'>, context: Context): Severity {
  const configured = context.configuration.rules.get(rule.id);
  const severity = configured ?? finding.severity ?? rule.level;
  return severity === 'off' ? 'hint' : severity;
}

/** Null where the finding stands in no document of the run. */
function stamped(rule: Rule, finding: Finding, context: Context, locate: Locate): Diagnostic | null {
  const located = locate(finding.at);
  if (located === null) return null;
  return new Stamped(rule, finding, gravity(rule, finding, context), located, locate);
}

/** A class because there are hundreds for each keystroke: an object literal with an accessor costs fifty times as much. */
class Stamped implements Diagnostic {
  readonly rule: string;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly url: string;
  readonly related: Diagnostic['related'];
  readonly #finding: Finding;
  readonly #locate: Locate;
  #fixes: readonly DiagnosticFix[] | null = null;

  constructor(
    rule: Rule,
    finding: Finding,
    readonly severity: Severity,
    { uri, span }: Located,
    locate: Locate,
  ) {
    this.rule = rule.id;
    this.uri = uri;
    this.span = span;
    this.message = finding.message;
    this.url = ruleUrl(rule.id);
    this.related = finding.related === undefined ? [] : relatedIn(finding.related, locate);
    this.#finding = finding;
    this.#locate = locate;
  }

  /** Worked out when somebody asks: most are never asked for. */
  get fixes(): readonly DiagnosticFix[] {
    return (this.#fixes ??= fixesOf(this.#finding).flatMap((fix) => fixOf(fix, this.#locate)));
  }
}

function relatedIn(related: NonNullable<Finding['related']>, locate: Locate): Diagnostic['related'] {
  return related.flatMap(({ at, message }) => {
    const there = locate(at);
    return there === null ? [] : [{ uri: there.uri, span: there.span, message }];
  });
}

function fixesOf({ fixes = [] }: Finding): readonly Fix[] {
  return typeof fixes === 'function' ? fixes() : fixes;
}

function fixOf(fix: Fix, locate: Locate): DiagnosticFix[] {
  const edits = fix.edits.flatMap((edit: Edit): DiagnosticEdit[] => {
    const located = locate(edit.at);
    return located === null ? [] : [{ ...located, newText: cleanText(edit.newText), snippet: snippetOf(edit.newText) }];
  });
  if (edits.length < fix.edits.length) return [];
  const elsewhere = (fix.elsewhere ?? []).map((edit) => ({ ...edit, snippet: null }));
  const { title, safe = false, creates = [] } = fix;
  return [{ title, safe: safe && creates.length === 0, edits: [...edits, ...elsewhere], creates }];
}
