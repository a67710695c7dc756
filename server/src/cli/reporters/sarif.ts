/** SARIF 2.1.0. Every rule is declared, so that "ran and found nothing" closes what an earlier run had found. */
import type { Rule, RuleLevel } from '../../rules/rule.ts';
import { ruleUrl } from '../../rules/run.ts';
import { safeJson } from '../terminal.ts';
import { fingerprinted } from './fingerprint.ts';
import type { FileReport, LocatedDiagnostic, Report, Reporter, SuppressedDiagnostic } from './reporter.ts';

type Level = 'none' | 'note' | 'warning' | 'error';

const levels: Record<RuleLevel, Level> = {
  off: 'none',
  hint: 'note',
  info: 'note',
  warning: 'warning',
  error: 'error',
};

export const sarifReporter: Reporter = (report) => {
  const places = new Map(report.rules.map((rule, index) => [rule.id, index]));
  return `${safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(report) },
        columnKind: 'utf16CodeUnits',
        artifacts: report.files.map((file) => ({ location: artifact(file.path) })),
        results: report.files.flatMap((file, index) => results(file, index, places)),
      },
    ],
  })}\n`;
};

function driver(report: Report) {
  return {
    name: 'one-on-one',
    semanticVersion: report.version,
    rules: report.rules.map(reportingDescriptor),
  };
}

function reportingDescriptor(rule: Rule) {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { enabled: rule.level !== 'off', level: levels[rule.level] },
    properties: { tags: [rule.step] },
  };
}

/** What is suppressed is a result too, and says so: then a viewer knows that it was looked at. */
function results(file: FileReport, index: number, places: ReadonlyMap<string, number>) {
  return fingerprinted(file).map(({ diagnostic, fingerprint }) => {
    const ruleIndex = places.get(diagnostic.rule);
    return {
      ruleId: diagnostic.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: levels[diagnostic.severity],
      message: { text: diagnostic.message },
      locations: [
        { physicalLocation: { artifactLocation: { ...artifact(file.path), index }, region: region(diagnostic) } },
      ],
      partialFingerprints: { 'finding/v1': fingerprint },
      ...('reason' in diagnostic ? { suppressions: [suppression(diagnostic)] } : {}),
    };
  });
}

function suppression({ reason }: SuppressedDiagnostic) {
  return { kind: 'inSource', ...(reason === null ? {} : { justification: reason }) };
}

/** Paths in the current folder are relative to the root of the sources; others stand as they are. */
function artifact(path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return path.startsWith('../') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

/** SARIF counts lines and columns from 1; the end column is the one after the last character. */
function region({ range }: LocatedDiagnostic) {
  return {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}
