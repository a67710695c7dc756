/**
 * Safe fixes are applied without asking, many at once: any two of them must not care about each other. Every rule with a
 * safe fix meets every other one in one document.
 */
import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/cli/fix.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { Diagnostic, DiagnosticFix } from '../../server/src/rules/run.ts';
import { applyFix } from '../check.ts';
import { readFixture } from '../fixture.ts';
import { openWorkspace, uriOf, type File } from '../workspace.ts';

/** What a safe fix mends, by its rule; each is wrong once or more in the document below. */
const everything: readonly File[] = [
  { path: '.one-on-one.yaml', text: 'rules: { missing-efw-row: info }\n' },
  {
    path: 'one-on-ones/dana.md',
    text: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
cadance: weekly
startd: 2025-03-01
---

# 1:1 Dana Reyes / Sam Osei

<!-- one-on-one-ignore-file overdue-promise: they know -->
<!-- one-on-one-ignore-section late-checkpont: holidays -->

## Standing agenda

- Focus area: Capacity
- Focus area: Written updates
- How are you?

## EFW

| Responsibility | 2026-Q3 |
| --- | --- |
| Technical | growing |

## Tuesday 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Capacity

#### Focus area: Written updates

## Tue 2026-10-05

<!-- one-on-one-ignore-next-line vague-target: on purpose -->

### Checkpoint 2026-Q2

#### Focus area: Technical

#### Focus area: Execution

## Sunday 2026-11-02

- Capacity, once more
`,
  },
];

const safeIds = [
  'focus-area-not-on-agenda',
  'misspelt-key',
  'mislabelled-checkpoint',
  'missing-efw-row',
  'stale-agenda-item',
  'unknown-suppression',
  'unused-suppression',
  'wrong-weekday',
];

describe('safe fixes', function () {
  this.timeout(120_000);

  it('are those of these rules, and each has work in one document', () => {
    const offering = new Set(rules.filter(offersSafeFix).map(({ id }) => id));
    assert.deepEqual([...offering].sort(), safeIds.toSorted());
    const found = new Set(safeFixesIn(everything).map(({ rule }) => rule));
    assert.deepEqual([...found].sort(), safeIds.toSorted());
  });

  it('are the same together and one after the other, whichever comes first', () => checkPairs(everything));

  it('reach an end together, and then there is nothing left to fix', () => checkFixpoint(everything));

  const examples = rules
    .filter(offersSafeFix)
    .flatMap((rule) => rule.examples.filter(({ note }) => hasSafeFix(rule, readFixture(note).files)));
  for (const [index, example] of examples.entries()) {
    it(`do so beside those of the other rules: ${example.title}`, () => {
      for (const other of examples.slice(index)) {
        const files = combined(readFixture(example.note).files, readFixture(other.note).files);
        checkPairs(files, example.today);
        checkFixpoint(files, example.today);
      }
    });
  }
});

interface SafeFix {
  readonly rule: string;
  readonly fix: DiagnosticFix;
}

function offersSafeFix(rule: Rule): boolean {
  return rule.examples.some(({ note, today }) => hasSafeFix(rule, readFixture(note).files, today));
}

function hasSafeFix(rule: Rule, files: readonly File[], today?: string): boolean {
  const { diagnostics } = openWorkspace(files, today, rule.about === 'suppressions' ? rules : [rule]);
  return diagnostics.some((diagnostic) => diagnostic.rule === rule.id && diagnostic.fixes.some(({ safe }) => safe));
}

function safeFixesIn(files: readonly File[], today?: string): SafeFix[] {
  return diagnosticsOf(files, today).flatMap(({ rule, fixes }) => {
    const fix = fixes.find(({ safe }) => safe);
    return fix === undefined ? [] : [{ rule, fix }];
  });
}

/** Of the rules with safe fixes, and of those that a suppression names: what it hides is known only where they run. */
function diagnosticsOf(files: readonly File[], today?: string): readonly Diagnostic[] {
  const text = files.map((file) => file.text).join('');
  const list = rules.filter(({ id }) => safeIds.includes(id) || text.includes(id));
  return openWorkspace(files, today, list).diagnostics;
}

/** Two fixes that touch one another wait for each other: those are left to `checkFixpoint`. */
function checkPairs(files: readonly File[], today?: string): void {
  const fixes = safeFixesIn(files, today);
  for (const one of fixes) {
    const then = safeFixesIn(applyFix(files, one.fix), today);
    const first = applyFix(files, one.fix);
    for (const other of fixes) {
      if (one === other || touch(one.fix, other.fix)) continue;
      const again = then.find(({ rule, fix }) => rule === other.rule && sameText(fix, other.fix, one.fix));
      // The first may have settled what the second was about; then together they must not do harm either.
      const after = again === undefined ? first : applyFix(first, again.fix);
      const together = applyFix(files, { ...one.fix, edits: [...one.fix.edits, ...other.fix.edits] });
      assert.deepEqual(together, after, `${one.rule} with ${other.rule}`);
    }
  }
}

/** The same edits, moved by what the first fix put in or took out before them. */
function sameText(fix: DiagnosticFix, before: DiagnosticFix, applied: DiagnosticFix): boolean {
  return (
    fix.edits.length === before.edits.length &&
    fix.edits.every((edit, index) => {
      const was = before.edits[index]!;
      const shift = applied.edits
        .filter(({ uri, span }) => uri === was.uri && span.end <= was.span.start)
        .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
      return (
        edit.uri === was.uri &&
        edit.newText === was.newText &&
        edit.span.start === was.span.start + shift &&
        edit.span.end === was.span.end + shift
      );
    })
  );
}

function touch(a: DiagnosticFix, b: DiagnosticFix): boolean {
  return a.edits.some((one) =>
    b.edits.some(
      (other) => one.uri === other.uri && one.span.start <= other.span.end && other.span.start <= one.span.end,
    ),
  );
}

function checkFixpoint(files: readonly File[], today?: string): void {
  const run = (state: readonly File[]) =>
    fixAll(
      state,
      (now) => diagnosticsOf(now, today),
      (now, edits) => now.map(({ path, text }) => ({ path, text: applyEdits(text, edits.get(uriOf(path)) ?? []) })),
      () => true,
    );
  const { state, diagnostics } = run(files);
  assert.deepEqual(
    diagnostics.filter(({ fixes }) => fixes.some(({ safe }) => safe)).map(({ rule }) => rule),
    [],
  );
  assert.equal(run(state).fixes, 0);
}

/** The second document below the first, its front matter added to the first one's; other files beside them. */
function combined(first: readonly File[], second: readonly File[]): File[] {
  const [one, two] = [first.at(-1)!, second.at(-1)!].map(({ text }) => splitFrontMatter(text)) as [Split, Split];
  const known = new Set(one.lines.map(keyOf));
  const lines = [...one.lines, ...two.lines.filter((line) => !known.has(keyOf(line)))];
  const front = lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
  const others = [...first.slice(0, -1), ...second.slice(0, -1)];
  const paths = new Set(others.map(({ path }) => path));
  return [
    ...[...paths].map((path) => ({
      path,
      text: [...new Set(others.filter((file) => file.path === path).map(({ text }) => text))].join(''),
    })),
    { path: first.at(-1)!.path, text: `${front}${one.body.trimEnd()}\n\n${two.body.trimStart()}` },
  ];
}

interface Split {
  readonly lines: readonly string[];
  readonly body: string;
}

function splitFrontMatter(text: string): Split {
  const found = /^---\n(?<front>[\s\S]*?)\n?---\n(?<body>[\s\S]*)$/.exec(text)?.groups;
  return found === undefined
    ? { lines: [], body: text }
    : { lines: found.front!.split('\n').filter((line) => line !== ''), body: found.body! };
}

function keyOf(line: string): string {
  return line.split(':')[0]!;
}
