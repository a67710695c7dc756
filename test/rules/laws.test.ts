/** What holds for every rule. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describeRule } from '../../server/src/rules/describe.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Example, Rule } from '../../server/src/rules/rule.ts';
import type { Diagnostic } from '../../server/src/rules/run.ts';
import { applyFix, checkFindings, checkFix, findingsOf } from '../check.ts';
import { readFixture } from '../fixture.ts';
import { uriOf, type File } from '../workspace.ts';

const notRules = new Set([
  'index.ts',
  'rule.ts',
  'run.ts',
  'suppress.ts',
  'first-look.ts',
  'describe.ts',
  'tab-stops.ts',
]);

describe('every rule', () => {
  it('has a file named like its id, and a line in the list', () => {
    const files = readdirSync(new URL('../../server/src/rules/', import.meta.url)).filter(
      (name) => !notRules.has(name),
    );
    assert.deepEqual(rules.map(({ id }) => `${id}.ts`).sort(), files.filter((name) => name.endsWith('.ts')).sort());
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('says in plain words what it is for', () => {
        assert.match(rule.summary, /^[A-Z].*\.$/s);
        assert.ok(rule.why.length > 60);
        assert.ok(describeRule(rule).includes(rule.why));
      });
      it('has a bad example and a good one', () => {
        assert.ok(
          rule.examples.some((example) => marksOf(example) > 0),
          'no bad example',
        );
        assert.ok(
          rule.examples.some((example) => marksOf(example) === 0),
          'no good example',
        );
      });
      for (const example of rule.examples) {
        it(`${example.title}: finds what is marked`, () => {
          const diagnostics = checkFindings(example.note, { today: example.today, rule });
          for (const { span, message } of diagnostics) {
            assert.match(message, /[.?]$/, 'a message is a sentence');
            assert.ok(span.end >= span.start);
          }
        });
        if (example.fixed !== undefined) {
          it(`${example.title}: the first fix writes what is shown`, () =>
            checkFix(example.note, example.fixed!, { today: example.today, rule }));
        }
        it(`${example.title}: no other rule disagrees with the good text`, () => {
          if (marksOf(example) > 0) return;
          const found = findingsOf(readFixture(example.note).files, { today: example.today });
          assert.deepEqual(
            found.filter(({ rule: id }) => id === rule.id),
            [],
          );
        });
        it(`${example.title}: every fix applies, keeps the rest, and leaves nothing to fix in its place`, () =>
          checkAllFixes(rule, example));
        it(`${example.title}: the same with CRLF and a byte order mark`, () => checkSameFindings(rule, example));
        it(`${example.title}: half-written, it never throws, and its fixes lie in the text`, () =>
          checkPrefixes(rule, example));
      }
    });
  }
});

function marksOf(example: Example): number {
  return readFixture(example.note).files.reduce((count, file) => count + file.marks.length, 0);
}

function checkAllFixes(rule: Rule, example: Example): void {
  const { files } = readFixture(example.note);
  const before = findingsOf(files, { today: example.today, rule });
  for (const fix of before.flatMap((diagnostic) => diagnostic.fixes)) {
    const after = applyFix(files, fix);
    assert.ok(!overlap(fix.edits), `"${fix.title}" has edits that overlap`);
    for (const edit of fix.edits) {
      const file = files.find(({ path }) => edit.uri.endsWith(path))!;
      assert.ok(
        edit.span.start >= 0 && edit.span.end <= file.text.length && edit.span.start <= edit.span.end,
        'edits lie in the text',
      );
    }
    assert.ok(blanksAtLineEnds(after) <= blanksAtLineEnds(files), 'no blanks at line ends');
    const left = findingsOf(after, { today: example.today, rule });
    assert.ok(left.length <= before.length, `"${fix.title}" adds findings`);
    assert.ok(
      !left.some((diagnostic) => diagnostic.fixes.some(({ title }) => title === fix.title)),
      `"${fix.title}" is offered again`,
    );
  }
}

function overlap(edits: Diagnostic['fixes'][number]['edits']): boolean {
  return edits.some((one, index) =>
    edits
      .slice(index + 1)
      .some((other) => one.uri === other.uri && one.span.start < other.span.end && other.span.start < one.span.end),
  );
}

function blanksAtLineEnds(files: readonly File[]): number {
  return files.reduce((count, { text }) => count + [...text.matchAll(/[ \t]+$/gm)].length, 0);
}

/** Findings by rule, line and message: what does not change with line breaks. */
function seen(files: readonly File[], rule: Rule, today?: string): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return findingsOf(files, { today, rule }).map(({ uri, span, message }) => {
    const text = texts.get(uri.slice('file:///'.length))!;
    const line = text.slice(0, span.start).split('\n').length;
    return `${uri}:${line} ${text.slice(span.start, span.end)}: ${message}`;
  });
}

function checkSameFindings(rule: Rule, example: Example): void {
  const { files } = readFixture(example.note);
  const plain = seen(files, rule, example.today);
  const crlf = files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
  const marked = files.map(({ path, text }) => ({ path, text: `\uFEFF${text}` }));
  assert.deepEqual(seen(crlf, rule, example.today), plain);
  assert.deepEqual(seen(marked, rule, example.today), plain);
  // A fix writes the line breaks that the file has, and what it writes is the same in every other way.
  const fixed = (of: readonly File[]): string[] =>
    findingsOf(of, { today: example.today, rule })
      .flatMap(({ fixes }) => fixes)
      .flatMap((fix) => applyFix(of, fix).map(({ text }) => text));
  assert.deepEqual(
    fixed(crlf),
    fixed(files).map((text) => text.replaceAll('\n', '\r\n')),
  );
}

function checkPrefixes(rule: Rule, example: Example): void {
  const { files } = readFixture(example.note);
  const last = files.at(-1)!;
  const lines = last.text.split('\n');
  for (let count = 0; count <= lines.length; count++) {
    for (const eol of ['\n', '\r\n']) {
      const text = (eol === '\n' ? '' : '\uFEFF') + lines.slice(0, count).join(eol);
      const found = findingsOf([...files.slice(0, -1), { path: last.path, text }], { today: example.today, rule });
      for (const edit of found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits))) {
        if (edit.uri !== uriOf(last.path)) continue;
        assert.ok(0 <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= text.length);
      }
    }
  }
}
