import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { reporters } from '../../server/src/cli/reporters/index.ts';
import type { LocatedDiagnostic, Look, Report } from '../../server/src/cli/reporters/reporter.ts';
import { severities } from '../../server/src/cli/reporters/reporter.ts';
import { colourPaint, oneLine, plainPaint } from '../../server/src/cli/terminal.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Severity } from '../../server/src/rules/rule.ts';

const plain: Look = { paint: plainPaint, width: null };

function finding(changes: Partial<LocatedDiagnostic> = {}): LocatedDiagnostic {
  return {
    rule: 'focus-area-without-targets',
    severity: 'warning',
    message: 'Focus area "Incident response" has no targets. Add at least one.',
    range: { start: { line: 11, character: 4 }, end: { line: 11, character: 34 } },
    fixes: [],
    url: 'one-on-one:/rules/focus-area-without-targets.md',
    ...changes,
  };
}

function report(files: Record<string, LocatedDiagnostic[]>, changes: Partial<Report> = {}): Report {
  const list = Object.entries(files).map(([path, diagnostics]) => ({ path, diagnostics, suppressed: [] }));
  return { version: '1.2.3', today: '2026-11-24', files: list, failOn: 'error', rules, fixed: null, ...changes };
}

function print(format: string, given: Report, look: Look = plain): string {
  return reporters.get(format)!(given, look);
}

describe('the json report', () => {
  it('has exactly the members of the contract', () => {
    const fix = { title: 'Insert targets', safe: false };
    const printed = JSON.parse(print('json', report({ 'a.md': [finding({ fixes: [fix] })], 'b.md': [] })));
    assert.deepEqual(printed, {
      version: 1,
      today: '2026-11-24',
      files: [
        {
          path: 'a.md',
          diagnostics: [
            {
              rule: 'focus-area-without-targets',
              severity: 'warning',
              message: 'Focus area "Incident response" has no targets. Add at least one.',
              range: { start: { line: 11, character: 4 }, end: { line: 11, character: 34 } },
              fixes: [{ title: 'Insert targets', safe: false }],
              url: 'one-on-one:/rules/focus-area-without-targets.md',
            },
          ],
        },
        { path: 'b.md', diagnostics: [] },
      ],
      summary: { files: 2, errors: 0, warnings: 1, infos: 0, hints: 0 },
    });
    assert.deepEqual(Object.keys(printed), ['version', 'today', 'files', 'summary']);
  });

  it('counts every severity', () => {
    const files = { 'a.md': severities.flatMap((severity, index) => Array(index + 1).fill(finding({ severity }))) };
    const { summary } = JSON.parse(print('json', report(files)));
    assert.deepEqual(summary, { files: 1, errors: 1, warnings: 2, infos: 3, hints: 4 });
  });
});

describe('the pretty report', () => {
  it('groups by file, aligns, marks what is fixable and says how', () => {
    const files = {
      'people/dana.md': [
        finding({
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
          severity: 'error',
          rule: 'unknown-role',
          message: 'There is no such role.',
        }),
        finding({
          fixes: [{ title: 'Add it', safe: true }],
          rule: 'focus-area-not-on-agenda',
          message: 'Not on the agenda.',
        }),
      ],
      'people/tomas.md': [],
    };
    assert.equal(
      print('pretty', report(files)),
      `people/dana.md
    3:1  error    There is no such role.  unknown-role
   12:5  warning  Not on the agenda.  focus-area-not-on-agenda (fixable)

2 findings in 1 of 2 files: 1 error, 1 warning.
1 fixable with --fix. \`one-on-one rules ID\` explains a rule.
`
        .replaceAll('    3:1', '   3:1')
        .replaceAll('   12:5', '  12:5'),
    );
  });

  it('says that all is clear, that there is nothing, and what was fixed', () => {
    assert.equal(print('pretty', report({ 'a.md': [] })), 'All clear: 1 file checked, nothing found.\n');
    assert.match(print('pretty', report({})), /^No 1:1 documents/);
    assert.match(
      print('pretty', report({ 'a.md': [] }, { fixed: { fixes: 2, files: 1 } })),
      /^Fixed 2 findings in 1 file\.\n/,
    );
    assert.match(print('pretty', report({ 'a.md': [finding()] }, { fixed: { fixes: 0, files: 0 } })), /nothing to fix/);
  });

  it('keeps to the width of the terminal, words longer than it aside', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé"]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 140 }), (list, width) => {
        const files = { 'a.md': [finding({ message: list.join(' '), fixes: [{ title: 'x', safe: true }] })] };
        const lines = print('pretty', report(files), { paint: plainPaint, width }).split('\n').slice(0, -3);
        for (const line of lines) assert.ok(line.length <= width, `${line.length} > ${width}: ${line}`);
        const shown = lines.slice(1).join(' ').replace(/ +/g, ' ');
        assert.ok(shown.includes(list.join(' ')), shown);
      }),
    );
  });

  it('shows the same with colour and without', () => {
    const files = { 'a.md': [finding(), finding({ severity: 'hint', fixes: [{ title: 'x', safe: true }] })] };
    const coloured = print('pretty', report(files), { paint: colourPaint, width: 80 });
    assert.ok(coloured.includes('\u001b[33mwarning'));
    assert.equal(stripVTControlCharacters(coloured), print('pretty', report(files), { paint: plainPaint, width: 80 }));
  });
});

describe('the github report', () => {
  it('is one workflow command per finding, escaped', () => {
    const nasty = finding({ message: '100% of "A, B: C"\n::error::no', severity: 'hint' });
    assert.equal(
      print('github', report({ 'people/a,b:c%.md': [nasty] })),
      '::notice file=people/a%2Cb%3Ac%25.md,line=12,endLine=12,col=5,endColumn=35,title=1%3A1 focus-area-without-targets::100%25 of "A, B: C" ::error::no\n',
    );
  });

  it('gives no columns where a finding goes over several lines', () => {
    const long = finding({ range: { start: { line: 1, character: 0 }, end: { line: 4, character: 2 } } });
    assert.doesNotMatch(print('github', report({ 'a.md': [long] })), /col/i);
  });
});

describe('the gitlab report', () => {
  const issuesOf = (files: Record<string, LocatedDiagnostic[]>) => JSON.parse(print('gitlab', report(files)));

  it('has what the code quality widget reads', () => {
    const [issue] = issuesOf({ 'a.md': [finding()] });
    assert.deepEqual(Object.keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
    assert.deepEqual(issue.location, { path: 'a.md', lines: { begin: 12, end: 12 } });
    assert.equal(issue.severity, 'major');
  });

  it('keeps the fingerprint of a finding that moved, and tells equal ones apart', () => {
    const moved = finding({ range: { start: { line: 50, character: 0 }, end: { line: 50, character: 1 } } });
    const [before] = issuesOf({ 'a.md': [finding()] });
    const [after, second] = issuesOf({ 'a.md': [moved, moved] });
    assert.equal(after.fingerprint, before.fingerprint);
    assert.notEqual(second.fingerprint, after.fingerprint);
    assert.notEqual(issuesOf({ 'b.md': [finding()] })[0].fingerprint, before.fingerprint);
  });
});

describe('the junit report', () => {
  it('has a failure for what fails the check and a passed case for the rest', () => {
    const files = { 'a.md': [finding({ severity: 'error' }), finding({ severity: 'hint' })], 'b.md': [] };
    const xml = print('junit', report(files));
    assert.match(
      xml,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="one-on-one" tests="3" failures="1"/,
    );
    assert.equal(xml.match(/<failure /g)!.length, 1);
    assert.equal(xml.match(/<system-out>/g)!.length, 1);
    assert.match(xml, /<testcase classname="b.md" name="no findings"\/>/);
    assert.equal(print('junit', report(files, { failOn: 'hint' })).match(/<failure /g)!.length, 2);
  });

  it('is well formed whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, path) => {
        const xml = print('junit', report({ [path]: [finding({ message })] }, { failOn: 'hint' }));
        assertWellFormed(xml);
      }),
    );
  });
});

/** Enough of XML for what we write: tags nest, and no text holds what would have to be escaped. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const tag = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g;
  const rest = xml.replace(/^<\?xml[^>]*\?>\n/, '').replace(tag, (_, closing, name, _attributes, empty) => {
    if (closing) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
    return '';
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest.replace(/&(?:amp|lt|gt|quot);/g, ''), /[<&\ufffe\uffff]|[^\P{Cc}\t\n]/u);
}

describe('the sarif report', () => {
  const runOf = (given: Report) => JSON.parse(print('sarif', given)).runs[0];

  it('declares every rule, and names them by id and place', () => {
    const run = runOf(report({ 'a.md': rules.map(({ id }) => finding({ rule: id })) }));
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
    for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
    assert.equal(runOf(report({})).tool.driver.rules.length, rules.length);
  });

  it('counts from 1 in UTF-16 units', () => {
    const run = runOf(report({ 'a.md': [finding()] }));
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const { region } = run.results[0].locations[0].physicalLocation;
    assert.deepEqual(region, { startLine: 12, startColumn: 5, endLine: 12, endColumn: 35 });
  });

  it('uses the levels of SARIF', () => {
    const levels = (severity: Severity) => runOf(report({ 'a.md': [finding({ severity })] })).results[0].level;
    assert.deepEqual(severities.map(levels), ['error', 'warning', 'note', 'note']);
  });

  it('writes addresses, relative to the sources where they are inside', () => {
    const uriOf = (path: string) =>
      runOf(report({ [path]: [finding()] })).results[0].locations[0].physicalLocation.artifactLocation;
    assert.deepEqual(uriOf('1:1 notes/100%.md'), { uri: '1%3A1%20notes/100%25.md', uriBaseId: '%SRCROOT%', index: 0 });
    assert.deepEqual(uriOf('/home/x y.md'), { uri: 'file:///home/x%20y.md', index: 0 });
    assert.deepEqual(uriOf('../x.md'), { uri: '../x.md', index: 0 });
  });
});

describe('every report', () => {
  it('ends with a line break and holds nothing that a terminal obeys or that turns text around', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u001b[2J', '\u202etxt.exe', 'a\r\nb', '\u009b31m', '\u2066x'),
    );
    fc.assert(
      fc.property(text, text, (message, path) => {
        for (const format of reporters.keys()) {
          const printed = print(format, report({ [path]: [finding({ message })] }));
          assert.ok(printed.endsWith('\n'), format);
          assert.doesNotMatch(printed, /[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, format);
        }
      }),
    );
  });

  it('keeps the message: the escapes of JSON give it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const given = report({ 'a.md': [finding({ message })] });
        assert.equal(JSON.parse(print('json', given)).files[0].diagnostics[0].message, message);
        assert.equal(JSON.parse(print('gitlab', given))[0].description, message);
        assert.equal(JSON.parse(print('sarif', given)).runs[0].results[0].message.text, message);
      }),
    );
  });

  it('keeps emoji and accents', () => {
    const text = 'Zoë 👩‍👩‍👧 – “Führung” ✔';
    assert.equal(oneLine(text), text);
  });
});
