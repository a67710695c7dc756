/** What is said about front matter and dates of notes as people really keep them: little, and the right thing. */
import assert from 'node:assert/strict';
import { applyFix, checkFix, findingsOf } from '../check.ts';
import { readFixture } from '../fixture.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { File } from '../workspace.ts';

const looked = new Set([
  ...[
    'invalid-front-matter',
    'missing-participant',
    'missing-role',
    'misspelt-key',
    'unknown-specialty',
    'unknown-team',
  ],
  ...['impossible-date', 'ambiguous-date', 'wrong-weekday', 'conflicting-dates', 'duplicate-meeting'],
  ...['meeting-out-of-order', 'year-slip', 'assumed-year', 'mixed-date-forms', 'skipped-cadence'],
]);

/** Every finding of these two families as its rule and the text that it marks. */
function said(files: readonly File[]): string[] {
  return findingsOf(files)
    .filter(({ rule }) => looked.has(rule))
    .map(({ rule, uri, span }) => {
      const file = files.find(({ path }) => uri.endsWith(path))!;
      return `${rule}: ${file.text.slice(span.start, span.end)}`;
    });
}

function checkSaid(source: string, expected: readonly string[]): void {
  const { files } = readFixture(source);
  assert.deepEqual(said(files), expected);
  const crlf = files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
  assert.deepEqual(said(crlf), expected, 'with CRLF');
}

function checkSilent(source: string): void {
  checkSaid(source, []);
}

/** The first fix of one rule, on a file with CRLF, gives the fixed file with CRLF. */
function checkFixed(rule: string, source: string, fixed: string, title?: string): void {
  checkFix(source, fixed, { rule: ruleOf(rule), title });
  const crlf = source.replaceAll('\n', '\r\n');
  const files = [{ path: 'one-on-ones/note.md', text: crlf }];
  const fixes = findingsOf(files, { rule: ruleOf(rule) }).flatMap((diagnostic) => diagnostic.fixes);
  const fix = title === undefined ? fixes[0]! : fixes.find((each) => each.title === title)!;
  assert.equal(applyFix(files, fix)[0]!.text, fixed.replaceAll('\n', '\r\n'));
}

function ruleOf(id: string): Rule {
  return rules.find((rule) => rule.id === id)!;
}

const pair = '---\nreport: Dana Reyes\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: senior\n---\n';

describe('odd notes', () => {
  describe('that are no 1:1 documents, or hold nothing of ours', () => {
    it('a README in the folder for 1:1s', () =>
      checkSilent(
        '//- one-on-ones/README.md\n# How we meet\n\nWe started on 2026-02-30, or so.\n\n## Agenda\n\n- How are you?\n',
      ));
    it('a README with the front matter of a site', () =>
      checkSilent(
        '//- one-on-ones/README.md\n---\ntitle: 1:1s\ndata: 2026-11-02\nroles: [all]\n---\n\n# How we meet\n',
      ));
    it('a changelog', () =>
      checkSilent(
        '//- CHANGELOG.md\n# Changelog\n\n## 1.2.0 - 2026-02-30\n\n- Fixed\n\n## 2026-02-30\n\n## 2026-02-30\n',
      ));
    it('a changelog in the folder for 1:1s', () =>
      checkSilent(
        '//- one-on-ones/CHANGELOG.md\n# Changelog\n\n## [1.2.0] - 2026-02-30\n\n- Fixed\n\n## [1.1.0] - 2026-02-30\n',
      ));
    it('minutes', () =>
      checkSilent(
        '//- minutes/2026-11-02.md\n---\ndate: 2026-11-03\nattendees: [Ada Park, Dana Reyes]\n---\n\n# Tuesday 2026-11-02\n',
      ));
    it('a template', () =>
      checkSilent(
        '//- one-on-ones/templates/weekly.md\n---\nreport: {{name}}\ndate: <% tp.date.now() %>\n---\n\n## {{date}}\n',
      ));
    it('a scratch file', () => checkSilent('//- one-on-ones/scratch.md\ncall Ada back\n'));
  });

  describe('without the routine', () => {
    it('a plain log', () => checkSilent('## 2026-11-02\n\n- Rota\n\n## 2026-11-09\n\n- Budget\n'));
    it('a file per meeting, with attendees', () =>
      checkSilent(
        '//- 1on1s/dana/2026-11-02.md\n---\nattendees: [Dana Reyes, Sam Osei]\ndate: 2026-11-02\n---\n\n- Rota\n',
      ));
    it('a title that names both', () => checkSilent('# 1:1 Dana Reyes / Sam Osei\n\n## 2026-11-02\n\n- Rota\n'));
    it('half of a year without years, with the year in the name', () =>
      checkSaid(
        `//- one-on-ones/Dana 2026.md\n${['Nov 2', 'Oct 26', 'Oct 19', 'Oct 12'].map((day) => `## ${day}\n\n- Rota\n`).join('\n')}`,
        ['assumed-year: Nov 2'],
      ));
  });

  describe('with odd dates', () => {
    it('in many forms, all of them right', () =>
      checkSilent(
        `${pair}\n## Mon, Nov 2, 2026 🎉\n\n## 2026-11-09 (Mon)\n\n## [[2026-11-16]]\n\n## 1. Monday 23rd November 2026 at 10:00\n`,
      ));
    it('in German', () =>
      checkSaid(
        `${pair}\n## Besprechung am Mo., 02.11.2026\n\n### Themen\n\n- Rufbereitschaft\n\n## Mi., 9. November 2026\n\n## 23.11.2026\n`,
        ['wrong-weekday: Mi'],
      ));
    it('half-written', () => {
      for (const half of ['2026', '2026-1', '2026-11', '2026-11-', 'Nov', 'Mon', 'Mon,', '11/', '1.', '']) {
        checkSilent(`${pair}\n## 2026-11-02\n\n- Rota\n\n## ${half}\n`);
      }
    });
    it('that do not exist, in prose and code', () =>
      checkSilent(`${pair}\n## 2026-11-02\n\n- The report said 2026-02-30\n\n\`\`\`\n2026-02-30\n\`\`\`\n`));
    it('two meetings on a day, each with a time', () =>
      checkSilent(`${pair}\n## 2026-11-02 10:00\n\n- Rota\n\n## 2026-11-02 15:30\n\n- Budget\n`));
    it('a running file that is named for its first day', () =>
      checkSilent(`//- one-on-ones/2026-10-05.md\n${pair}\n## 2026-10-05\n\n## 2026-10-12\n\n## 2026-10-19\n`));
    it('a file named in the other numeric order', () =>
      checkSilent(`//- one-on-ones/dana/02-11-2026.md\n${pair.replace('level', 'date: 2026-11-02\nlevel')}\n- Rota\n`));
  });

  describe('whose year is written by the fix', () => {
    const forms = [
      ...[
        ['Nov 2', 'Nov 2, 2026'],
        ['November 2nd', 'November 2nd, 2026'],
        ['2 Nov', '2 Nov 2026'],
        ['2. November', '2. November 2026'],
      ],
      ...[
        ['2 de noviembre', '2 de noviembre de 2026'],
        ['25.11.', '25.11.2026'],
        ['11/25', '11/25/2026'],
        ['Nov 2 (Mon)', 'Nov 2, 2026 (Mon)'],
      ],
    ] as const;
    for (const [without, written] of forms) {
      it(`${without!}: ${written!}`, () => {
        const path = '//- one-on-ones/Dana 2026.md\n';
        checkFix(`${path}${pair}\n## ${without!}\n`, `${path}${pair}\n## ${written!}\n`, {
          rule: ruleOf('assumed-year'),
        });
        checkSilent(`${path}${pair}\n## ${written!}\n`);
      });
    }
  });

  describe('with a year that was copied', () => {
    it('for the first two weeks of January', () =>
      checkSaid(
        `${pair}\n## 2025-12-15\n\n## 2025-12-22\n\n## 2025-12-29\n\n## 2025-01-05\n\n## 2025-01-12\n\n## 2026-01-19\n`,
        ['year-slip: 2025-01-05', 'year-slip: 2025-01-12'],
      ));
    it('in a file too short to show its order', () =>
      checkSaid(`${pair}\n## 2025-12-22\n\n## 2025-12-29\n\n## 2025-01-05\n`, ['year-slip: 2025-01-05']));
    it('with the newest first', () =>
      checkSaid(`${pair}\n## 2025-01-05\n\n## 2025-12-29\n\n## 2025-12-22\n\n## 2025-12-15\n`, [
        'year-slip: 2025-01-05',
      ]));
    it('a year ahead', () =>
      checkSaid(`${pair}\n## 2026-11-02\n\n## 2026-11-09\n\n## 2026-11-16\n\n## 2027-11-23\n`, [
        'year-slip: 2027-11-23',
      ]));
    it('and the weekday shows it: the weekday stays', () =>
      checkFixed(
        'year-slip',
        `${pair}\n## Mon 2025-12-22\n\n## Mon 2025-12-29\n\n## Mon 2025-01-05\n`,
        `${pair}\n## Mon 2025-12-22\n\n## Mon 2025-12-29\n\n## Mon 2026-01-05\n`,
      ));
    it('but not a parental leave', () =>
      checkSilent(`${pair}\n## 2024-09-02\n\n## 2024-09-09\n\n## 2025-11-03\n\n## 2025-11-10\n`));
  });

  describe('out of order', () => {
    it('are not spoken of where no order is kept', () =>
      checkSilent(
        `${pair}\n## 2026-10-05\n\n## 2026-11-09\n\n## 2026-10-12\n\n## 2026-11-02\n\n## 2026-10-19\n\n## 2026-10-06\n`,
      ));
    it('nor where quarters run one way and weeks the other', () =>
      checkSilent(
        `${pair}\n## 2026-Q4\n\n### 2026-10-05\n\n### 2026-10-12\n\n### 2026-10-19\n\n## 2026-Q3\n\n### 2026-07-06\n\n### 2026-07-13\n`,
      ));
    it('the last one moves up with its subsections, and the rules between meetings stay between them', () =>
      checkFixed(
        'meeting-out-of-order',
        `${pair}\n## 2026-10-05\n\n- Rota\n\n---\n\n## 2026-10-19\n\n- Leave\n\n---\n\n## 2026-10-26\n\n- Budget\n\n---\n\n## 2026-10-12\n\n### Notes\n\n- Interviews\n`,
        `${pair}\n## 2026-10-05\n\n- Rota\n\n---\n\n## 2026-10-12\n\n### Notes\n\n- Interviews\n\n---\n\n## 2026-10-19\n\n- Leave\n\n---\n\n## 2026-10-26\n\n- Budget\n`,
      ));
    it('the first one moves to the end, before what is no meeting', () =>
      checkFixed(
        'meeting-out-of-order',
        `${pair}\n## 2026-10-26\n\n- Budget\n\n## 2026-10-05\n\n- Rota\n\n## 2026-10-12\n\n## 2026-10-19\n\n- Leave\n\n## Links\n\n- [Handbook](h.md)\n`,
        `${pair}\n## 2026-10-05\n\n- Rota\n\n## 2026-10-12\n\n## 2026-10-19\n\n- Leave\n\n## 2026-10-26\n\n- Budget\n\n## Links\n\n- [Handbook](h.md)\n`,
      ));
    it('the last one moves below the end where the file has no line break at its end', () =>
      checkFixed(
        'meeting-out-of-order',
        `${pair}\n## 2026-10-26\n\n## 2026-10-05\n\n## 2026-10-12\n\n## 2026-10-19\n\n- Leave`,
        `${pair}\n## 2026-10-05\n\n## 2026-10-12\n\n## 2026-10-19\n\n- Leave\n\n## 2026-10-26`,
      ));
  });

  describe('with odd front matter', () => {
    it('quoted, commented, and empty keys wait for their values', () =>
      checkFixed(
        'missing-role',
        '---\n# the pair\nreport: "Dana Reyes"\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: # not yet\n---\n\n## 2026-11-02\n',
        '---\n# the pair\nreport: "Dana Reyes"\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: senior # not yet\n---\n\n## 2026-11-02\n',
        'Insert level senior (Senior Site Reliability Engineer)',
      ));
    it('that is never closed is none', () =>
      checkSilent('---\nreport: [Dana\nmanager: Sam\n\n## 2026-11-02\n\n- Rota\n'));
    it('broken: said once, and nothing about what it may hold', () =>
      checkSaid(
        '---\nreport: Dana Reyes\n  manager: Sam Osei\nrole: x: y\n---\n\n## 2026-10-05\n\n### Checkpoint\n\n- Focus area: Toil\n',
        ['invalid-front-matter: D'],
      ));
    it('a misspelt manager is not missing, too', () =>
      checkSaid(`${pair.replace('manager', 'manger')}\n## 2026-11-02\n`, ['misspelt-key: manger']));
    it('keys of other tools', () =>
      checkSilent(
        `${pair.replace('level', 'tags: [weekly]\ntype: note\ntitle: Dana\ncreated: 2025-03-01\nreports: 12\nlast: 2026\nlevel')}\n## 2026-11-02\n`,
      ));
    it('an internship is asked for neither role nor level', () =>
      checkSilent('---\nkind: internship\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-02\n'));
    it('fifty files without a role: one finding', () => {
      const files = Array.from({ length: 50 }, (_, week) => {
        const day = new Date(Date.UTC(2025, 10, 3 + 7 * week)).toISOString().slice(0, 10);
        return {
          path: `1on1s/dana/${day}.md`,
          text: `---\nreport: Dana Reyes\nmanager: Sam Osei\ndate: ${day}\n---\n\n- Rota\n`,
        };
      });
      assert.deepEqual(said(files), ['missing-role: ---']);
    });
  });
});
