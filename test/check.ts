/** One helper per kind of expectation. Tests say what a person would see; only these helpers call the product. */
import assert from 'node:assert/strict';
import { applyEdits } from '../server/src/core/text.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import type { Diagnostic } from '../server/src/rules/run.ts';
import { readFixture, type FixtureFile } from './fixture.ts';
import { defaultToday, openWorkspace, uriOf, type File } from './workspace.ts';

interface Options {
  readonly today?: string;
  /** Only this rule's findings count. */
  readonly rule?: Rule;
}

/** The findings over some files, of one rule or of all. */
export function findingsOf(files: readonly File[], { today = defaultToday, rule }: Options = {}): Diagnostic[] {
  // What a suppression hides is known only where all rules have run.
  const list = rule === undefined || rule.about === 'suppressions' ? rules : [rule];
  const { diagnostics } = openWorkspace(files, today, list);
  return diagnostics.filter((diagnostic) => rule === undefined || diagnostic.rule === rule.id);
}

/** The findings of marked text are exactly the marked ones. Gives them back. */
export function checkFindings(source: string, options: Options = {}): Diagnostic[] {
  const { files } = readFixture(source);
  const diagnostics = findingsOf(files, options);
  assert.equal(annotated(files, diagnostics), annotated(files, null));
  return diagnostics;
}

/** The first fix of the first finding, or the one with this title, gives `fixed`; marks in `source` are not compared. */
export function checkFix(
  source: string,
  fixed: string,
  { title, ...options }: Options & { title?: string } = {},
): void {
  const files = readFixture(source).files;
  const fixes = findingsOf(files, options).flatMap((diagnostic) => diagnostic.fixes);
  const fix = title === undefined ? fixes[0] : fixes.find((candidate) => candidate.title === title);
  assert.ok(
    fix,
    `no fix${title === undefined ? '' : ` "${title}"`} among: ${fixes.map((each) => each.title).join('; ')}`,
  );
  const after = applyFix(files, fix);
  const expected = readFixture(fixed).files[0]!;
  // What is shown may be a file that the fix has made.
  const shown = after.find(({ path }) => path === expected.path) ?? after[0]!;
  assert.equal(shown.text, expected.text);
}

/** The files after a fix, those that it makes last. */
export function applyFix(files: readonly File[], fix: Diagnostic['fixes'][number]): File[] {
  const made = fix.creates.map(({ uri, text }) => ({ path: uri.slice(uriOf('').length), text }));
  const edited = files.map(({ path, text }) => ({
    path,
    text: applyEdits(
      text,
      fix.edits.filter(({ uri }) => uri === uriOf(path)),
    ),
  }));
  return [...edited, ...made];
}

/** Files with a line of `^^^ message` under each finding; `null` stands for the marks of the fixture itself. */
function annotated(files: readonly FixtureFile[], diagnostics: readonly Diagnostic[] | null): string {
  return files
    .map(({ path, text, marks }) => {
      const expected = marks.map((mark) => ({ ...mark }));
      const found =
        diagnostics === null
          ? expected
          : diagnostics
              .filter(({ uri }) => uri === uriOf(path))
              .map(({ span, message }) => ({ ...span, message: shortened(message, span, expected) }));
      return `//- ${path}\n${withMarks(text, found)}`;
    })
    .join('\n');
}

/** A mark may give only the start of a message. */
function shortened(message: string, span: { start: number; end: number }, marks: FixtureFile['marks']): string {
  const mark = marks.find(
    (each) => each.start === span.start && each.end === span.end && message.includes(each.message),
  );
  return mark?.message ?? message;
}

function withMarks(text: string, marks: FixtureFile['marks']): string {
  let offset = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const start = offset;
      offset += line.length + 1;
      const here = marks
        .filter((mark) => mark.start >= start && mark.start < offset)
        .map((mark) => markLine(mark, start));
      return [line, ...here.sort()];
    })
    .join('\n');
}

function markLine(mark: FixtureFile['marks'][number], lineStart: number): string {
  return `${' '.repeat(mark.start - lineStart)}${'^'.repeat(Math.max(1, mark.end - mark.start))} ${mark.message}`;
}
