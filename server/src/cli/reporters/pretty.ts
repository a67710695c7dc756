/** Findings for people: grouped by file, aligned, with what can be fixed marked and a summary that says how. */
import type { Severity } from '../../rules/rule.ts';
import { count, oneLine, wrap } from '../terminal.ts';
import type { Colour, Paint } from '../terminal.ts';
import { countOf, severities } from './reporter.ts';
import type { FileReport, LocatedDiagnostic, Look, Report, Reporter } from './reporter.ts';

const colours: Record<Severity, Colour> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' };
const nouns: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'information', hint: 'hint' };
const severityWidth = Math.max(...severities.map((severity) => severity.length));
/** Narrower than this, wrapping does more harm than good. */
const leastMessageWidth = 30;

export const prettyReporter: Reporter = (report, look) => {
  const withFindings = report.files.filter((file) => file.diagnostics.length > 0);
  const blocks = withFindings.map((file) => fileBlock(file, look));
  return [...blocks, summary(report, look.paint)].join('\n');
};

function fileBlock(file: FileReport, look: Look): string {
  const positions = file.diagnostics.map(positionOf);
  const positionWidth = Math.max(...positions.map((position) => position.length));
  const lines = file.diagnostics.map((diagnostic, index) =>
    findingLines(diagnostic, positions[index]!.padStart(positionWidth), look),
  );
  return `${look.paint('underline', oneLine(file.path))}\n${lines.join('')}`;
}

/** Position, severity, message, rule and mark in one line; on a narrow terminal the message goes on below itself. */
function findingLines(diagnostic: LocatedDiagnostic, position: string, { paint, width }: Look): string {
  const severity = paint(colours[diagnostic.severity], diagnostic.severity.padEnd(severityWidth));
  const indent = 2 + position.length + 2 + severityWidth + 2;
  const tail = isFixable(diagnostic) ? `${diagnostic.rule} (fixable)` : diagnostic.rule;
  const room = width === null ? Infinity : Math.max(width - indent, leastMessageWidth);
  const lines = wrap(oneLine(diagnostic.message), room);
  const last = lines.at(-1)!;
  const painted = isFixable(diagnostic)
    ? `${paint('dim', diagnostic.rule)} ${paint('green', '(fixable)')}`
    : paint('dim', diagnostic.rule);
  if (last.length + 2 + tail.length <= room) lines[lines.length - 1] = `${last}  ${painted}`;
  else lines.push(painted);
  return `  ${paint('dim', position)}  ${severity}  ${lines.join(`\n${' '.repeat(indent)}`)}\n`;
}

function summary(report: Report, paint: Paint): string {
  const lines: string[] = [];
  if (report.fixed) {
    const { fixes, files } = report.fixed;
    lines.push(
      fixes === 0
        ? 'There was nothing to fix.'
        : paint('green', `Fixed ${count(fixes, 'finding')} in ${count(files, 'file')}.`),
    );
  }
  const all = report.files.flatMap((file) => file.diagnostics);
  if (all.length === 0) return [...lines, allClear(report, paint)].join('\n') + '\n';
  const counts = severities
    .map((severity) => ({ severity, number: countOf(report, severity) }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => paint(colours[severity], countedSeverity(number, severity)));
  const withFindings = report.files.filter((file) => file.diagnostics.length > 0).length;
  const what = paint(
    'bold',
    `${count(all.length, report.fixed ? 'finding' : 'finding')}${report.fixed ? ' left' : ''}`,
  );
  lines.push(`${what} in ${withFindings} of ${count(report.files.length, 'file')}: ${counts.join(', ')}.`);
  const advice = howToFix(all, report.fixed !== null);
  if (advice) lines.push(advice);
  return lines.join('\n') + '\n';
}

function allClear(report: Report, paint: Paint): string {
  if (report.files.length === 0) return 'No 1:1 documents, role files or configuration here.';
  return paint('green', `All clear: ${count(report.files.length, 'file')} checked, nothing found.`);
}

function howToFix(all: readonly LocatedDiagnostic[], isFixed: boolean): string | null {
  const safe = all.filter(isFixable).length;
  const choices = all.filter((diagnostic) => diagnostic.fixes.length > 0 && !isFixable(diagnostic)).length;
  const parts: string[] = [];
  if (safe > 0 && !isFixed) parts.push(`${safe} fixable with --fix`);
  if (choices > 0) parts.push(`${choices} with a quick fix to choose in the editor`);
  return parts.length > 0 ? `${parts.join(', ')}. \`one-on-one rules ID\` explains a rule.` : null;
}

function isFixable(diagnostic: LocatedDiagnostic): boolean {
  return diagnostic.fixes.some((fix) => fix.safe);
}

function countedSeverity(number: number, severity: Severity): string {
  return severity === 'info' ? `${number} information` : count(number, nouns[severity]);
}

/** As editors count, from 1. */
function positionOf(diagnostic: LocatedDiagnostic): string {
  return `${diagnostic.range.start.line + 1}:${diagnostic.range.start.character + 1}`;
}
