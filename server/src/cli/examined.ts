/** What the rules say about one subject, or about the series of one group of files: plain data, so that any thread may find it. */
import { join } from 'node:path';
import type { Seat } from '../core/staffing.ts';
import { textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Checked, Diagnostic, HiddenDiagnostic } from '../rules/run.ts';
import { replaceText } from './files.ts';
import { fixAll } from './fix.ts';
import type { FileReport, LocatedDiagnostic, SuppressedDiagnostic } from './reporters/reporter.ts';
import { seriesSubjects } from './subjects.ts';
import type { Subject } from './subjects.ts';
import type { Workspace } from './workspace.ts';

export type FixMode = 'write' | 'leave';

/** Files that can be read without the others of their workspace. */
export interface Group {
  /** In the workspace. */
  readonly paths: readonly string[];
  /** Those of them that findings are wanted of. */
  readonly asked: readonly string[];
}

export interface Examined {
  /** Each file that was asked for, in the order of the subject. */
  readonly files: readonly FileReport[];
  readonly seats: readonly Seat[];
  readonly troubles: readonly { readonly path: string; readonly why: string }[];
  readonly fixes: number;
  readonly fixedFiles: number;
}

/** All series of a group that were asked for. Seats are given of the others too, where teams are counted. */
export function examineGroup(workspace: Workspace, { paths, asked }: Group, fixes: FixMode): Examined {
  const territory = workspace.territoryAt(paths[0]!);
  const isAsked = (path: string) => asked.includes(path);
  const all = seriesSubjects(workspace, territory, paths).map((subject): Examined => {
    const isWanted = subject.sources.some(({ path }) => isAsked(path));
    return isWanted ? examineSubject(workspace, subject, isAsked, fixes) : { ...nothing, seats: subject.seats() };
  });
  return {
    files: all.flatMap((one) => one.files),
    seats: all.flatMap((one) => one.seats),
    troubles: all.flatMap((one) => one.troubles),
    fixes: all.reduce((sum, one) => sum + one.fixes, 0),
    fixedFiles: all.reduce((sum, one) => sum + one.fixedFiles, 0),
  };
}

const nothing: Examined = { files: [], seats: [], troubles: [], fixes: 0, fixedFiles: 0 };

export function examineSubject(
  workspace: Workspace,
  subject: Subject,
  isAsked: (path: string) => boolean,
  fixes: FixMode,
): Examined {
  const troubles: { path: string; why: string }[] = [];
  const onTrouble: OnTrouble = (path, why) => troubles.push({ path, why });
  const asked = new Set(subject.sources.filter(({ path }) => isAsked(path)).map(({ uri }) => uri));
  const settled = settle(subject, asked, fixes, onTrouble);
  const fixedFiles = settled.fixes > 0 ? writeChanges(workspace, subject, settled.subject, onTrouble) : 0;
  const files = settled.subject.sources
    .filter(({ uri }) => asked.has(uri))
    .map(({ uri, path, text: source }) => {
      const text = textOf(source);
      const { shown, hidden } = settled.checked;
      return {
        path,
        diagnostics: located(shown, uri, text),
        suppressed: hidden.flatMap((one) => meant(one, uri, text)),
      };
    });
  const seats = settled.subject.seats();
  return { files, seats, troubles, fixes: fixedFiles > 0 ? settled.fixes : 0, fixedFiles };
}

type OnTrouble = (path: string, why: string) => void;

function settle(subject: Subject, asked: ReadonlySet<string>, fixes: FixMode, onTrouble: OnTrouble) {
  let checked = guarded(subject, onTrouble);
  if (fixes === 'leave') return { subject, checked, fixes: 0 };
  const mayEdit = (uri: string) => asked.has(uri);
  const check = (now: Subject): readonly Diagnostic[] => {
    if (now !== subject) checked = guarded(now, onTrouble);
    return checked.shown;
  };
  const settled = fixAll(subject, check, (now, edits) => now.edited(edits), mayEdit);
  return { subject: settled.state, checked, fixes: settled.fixes };
}

/** Where a rule throws, the others go on. Its message is not shown: it may quote a note. */
function guarded(subject: Subject, onTrouble: OnTrouble): Checked {
  try {
    return subject.check(rules);
  } catch {
    const each = rules.map((rule: Rule): Checked => {
      try {
        return subject.check([rule]);
      } catch (error) {
        onTrouble(
          subject.sources[0]!.path,
          `the rule ${rule.id} failed (${error instanceof Error ? error.name : 'unknown'})`,
        );
        return { shown: [], hidden: [] };
      }
    });
    return { shown: each.flatMap(({ shown }) => shown), hidden: each.flatMap(({ hidden }) => hidden) };
  }
}

/** How many files were written. */
function writeChanges(workspace: Workspace, before: Subject, after: Subject, onTrouble: OnTrouble): number {
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

function meant(diagnostic: HiddenDiagnostic, uri: string, text: Text): SuppressedDiagnostic[] {
  return located([diagnostic], uri, text).map((one) => ({ ...one, reason: diagnostic.reason }));
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
