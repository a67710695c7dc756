/** Everything that the rules say about the files asked for, with what is safe to fix fixed where that was asked. */
import { join } from 'node:path';
import { textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Diagnostic } from '../rules/run.ts';
import { byPath, replaceText } from './files.ts';
import { fixAll } from './fix.ts';
import type { FileReport, LocatedDiagnostic } from './reporters/reporter.ts';
import { subjectsOf } from './subjects.ts';
import type { Subject } from './subjects.ts';
import type { Workspace } from './workspace.ts';

export interface ExaminationRequest {
  /** By path in the workspace. */
  readonly isAsked: (path: string) => boolean;
  readonly fixes: 'write' | 'leave';
  /** Told which file something went wrong with, and what. The rest goes on. */
  readonly onTrouble: (path: string, why: string) => void;
}

export interface Examination {
  /** By path: every document, role file in use and configuration that was asked for. */
  readonly files: readonly FileReport[];
  readonly fixes: number;
  readonly fixedFiles: number;
}

/** Never throws for what stands in a file: a rule that does is a trouble. */
export function examine(workspace: Workspace, request: ExaminationRequest): Examination {
  const files = new Map<string, LocatedDiagnostic[]>();
  let fixes = 0;
  let fixedFiles = 0;
  for (const subject of subjectsOf(workspace, request.isAsked)) {
    const asked = new Map(subject.sources.filter(({ path }) => request.isAsked(path)).map((one) => [one.uri, one]));
    const settled = settle(subject, asked, request);
    const written = settled.fixes > 0 ? writeChanges(workspace, subject, settled.subject, request) : 0;
    if (written > 0) fixes += settled.fixes;
    fixedFiles += written;
    for (const { uri, path, text } of settled.subject.sources) {
      if (asked.has(uri))
        files.set(path, [...(files.get(path) ?? []), ...located(settled.diagnostics, uri, textOf(text))]);
    }
  }
  const sorted = [...files].sort(([a], [b]) => byPath(a, b));
  return { files: sorted.map(([path, found]) => ({ path, diagnostics: found.sort(byPosition) })), fixes, fixedFiles };
}

function settle(subject: Subject, asked: ReadonlyMap<string, unknown>, { fixes, onTrouble }: ExaminationRequest) {
  const check = (now: Subject) => guarded(now, onTrouble);
  if (fixes === 'leave') return { subject, diagnostics: check(subject), fixes: 0 };
  const mayEdit = (uri: string) => asked.has(uri);
  const settled = fixAll(subject, check, (now, edits) => now.edited(edits), mayEdit);
  return { subject: settled.state, diagnostics: settled.diagnostics, fixes: settled.fixes };
}

/** Where a rule throws, the others go on. Its message is not shown: it may quote a note. */
function guarded(subject: Subject, onTrouble: ExaminationRequest['onTrouble']): readonly Diagnostic[] {
  try {
    return subject.check(rules);
  } catch {
    return rules.flatMap((rule: Rule) => {
      try {
        return subject.check([rule]);
      } catch (error) {
        onTrouble(
          subject.sources[0]!.path,
          `the rule ${rule.id} failed (${error instanceof Error ? error.name : 'unknown'})`,
        );
        return [];
      }
    });
  }
}

/** How many files were written. */
function writeChanges(
  workspace: Workspace,
  before: Subject,
  after: Subject,
  { onTrouble }: ExaminationRequest,
): number {
  let written = 0;
  for (const { uri, path, text } of after.sources) {
    const original = before.sources.find((source) => source.uri === uri);
    if (!original || original.text === text) continue;
    const refusal = replaceFile(workspace, path, original.text, text);
    if (refusal === null) written++;
    else onTrouble(path, `it was not fixed: ${refusal}`);
  }
  return written;
}

function replaceFile(workspace: Workspace, path: string, original: string, text: string): string | null {
  const file = workspace.read(path);
  // Read again, so that all of the document's bytes need not be kept: the text must still be the one that was checked.
  if (!file || file.text !== original) return 'its text has changed meanwhile';
  try {
    return replaceText(join(workspace.folder, path), file, text);
  } catch (error) {
    return `it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}

/** A file may be in several subjects. */
function byPosition(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end) || byPath(a.rule, b.rule);
}

function compare(a: LocatedDiagnostic['range']['start'], b: LocatedDiagnostic['range']['start']): number {
  return a.line - b.line || a.character - b.character;
}

function located(diagnostics: readonly Diagnostic[], uri: string, text: Text): LocatedDiagnostic[] {
  const own = diagnostics.filter((diagnostic) => diagnostic.uri === uri);
  return own.map(({ rule, severity, message, span, fixes, url }) => ({
    rule,
    severity,
    message,
    range: { start: text.positionAt(span.start), end: text.positionAt(span.end) },
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    url,
  }));
}
