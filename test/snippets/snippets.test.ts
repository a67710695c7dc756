import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { textOf } from '../../server/src/core/text.ts';
import { expand } from './expand.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../snippets/one-on-one.json', import.meta.url);
const snippets = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>));

/** The text that a prefix gives on a day. */
function snippetText(prefix: string, day = '2026-11-24'): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const snippet = [...snippets.values()].find((one) => one.prefix === prefix);
  assert.ok(snippet, `there is no ${prefix}`);
  const variables = new Map([
    ['CURRENT_YEAR', year],
    ['CURRENT_MONTH', month],
    ['CURRENT_DATE', date],
  ]);
  return expand(snippet.body.join('\n'), variables);
}

describe('snippets', () => {
  for (const [name, { prefix, description, body }] of snippets) {
    describe(prefix, () => {
      it('has a prefix of the family, a name and a description', () => {
        assert.match(prefix, /^1on1-[a-z]+(?:-[a-z]+)*$/);
        assert.match(name, /^1:1 [a-z]/);
        assert.match(description, /^[A-Z].{10,90}[^.]$/);
      });

      it('gives clean lines', () => {
        const lines = snippetText(prefix).split('\n');
        assert.equal(body.length, lines.length);
        for (const line of lines) assert.doesNotMatch(line, /[ \t]$|\t|\$|undefined/);
        assert.notEqual(lines.at(-1), '');
        lines.forEach((line, index) => assert.ok(line !== '' || lines[index + 1] !== '', 'two blank lines'));
      });

      it('visits its tab stops in order, and ends at one that is there', () => {
        const stops = [...body.join('\n').matchAll(/\$\{(\d+)(?::(?!\+)|\|)/g)].map((match) => Number(match[1]));
        assert.equal(new Set(stops).size, stops.length);
        const visited = stops.filter((stop) => stop > 0);
        assert.deepEqual(
          visited,
          visited.map((_, index) => index + 1),
        );
      });
    });
  }

  it('differ in prefix and text', () => {
    const prefixes = [...snippets.values()].map((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    assert.equal(new Set(prefixes.map((prefix) => snippetText(prefix))).size, prefixes.length);
  });

  for (const [day, label] of [
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ] as const) {
    it(`know the calendar quarter of ${day}`, () => {
      assert.equal(snippetText('1on1-quarter', day), `## ${label}`);
      assert.ok(snippetText('1on1-checkpoint', day).startsWith(`### Checkpoint ${label}\n`));
    });
  }

  describe('are read as what they are called', () => {
    const reading = readingOf(defaultConfiguration, '');
    const noteOf = (source: string) => parseNote(textOf(source), reading);
    const inMeeting = (prefix: string) => noteOf(`## 2026-11-24\n\n${snippetText(prefix)}\n`).meetings[0]!;

    it('document', () => {
      const note = noteOf(`${snippetText('1on1-document')}\n`);
      assert.deepEqual(
        note.frontMatter?.entries.map((entry) => entry.key.text),
        ['report', 'manager', 'role', 'level'],
      );
      assert.deepEqual(note.frontMatter?.problems, []);
      assert.equal(note.report?.text, 'Name of the report');
      assert.equal(note.meetings.length, 1);
      assert.equal(note.regions.flatMap((region) => region.agendas).length, 1);
    });

    it('checkpoint', () => {
      const [checkpoint] = inMeeting('1on1-checkpoint').checkpoints;
      assert.equal(checkpoint?.label?.text, '2026-Q4');
      assert.deepEqual(
        checkpoint.focusAreas.map((area) => [area.title.text, area.targetList.length]),
        [
          ['First responsibility area', 1],
          ['Second responsibility area', 1],
        ],
      );
      for (const { responsibility, goals, targets, ideas } of checkpoint.focusAreas) {
        for (const part of [responsibility, goals, targets, ideas]) assert.equal(part?.entries.length, 1);
      }
    });

    it('focus area', () => {
      const [area] = noteOf(`## 2026-11-24\n\n### Checkpoint\n\n${snippetText('1on1-focus-area')}\n`).meetings[0]!
        .checkpoints[0]!.focusAreas;
      assert.equal(area?.title.text, 'Responsibility area');
    });

    it('summary', () => {
      const [summary] = inMeeting('1on1-summary').summaries;
      assert.deepEqual(
        summary?.entries.map((entry) => entry.title.text),
        ['First responsibility area', 'Second responsibility area'],
      );
    });

    it('standing agenda', () => {
      const [agenda] = noteOf(`# 1:1\n\n${snippetText('1on1-standing-agenda')}\n`).regions.flatMap(
        (one) => one.agendas,
      );
      assert.equal(agenda?.items.length, 3);
    });

    it('experience factor worksheet', () => {
      const [sheet] = noteOf(`# 1:1\n\n${snippetText('1on1-efw')}\n`).regions.flatMap((one) => one.worksheets);
      assert.equal(sheet?.rows.length, 2);
      assert.deepEqual(
        sheet.columns.map((column) => column.label.text),
        ['2026-Q4'],
      );
    });

    it('promise', () => {
      const [entry] = inMeeting('1on1-promise').section.entries;
      assert.equal(entry?.checkbox?.sign, ' ');
    });

    it('private section', () => {
      const { section } = inMeeting('1on1-private');
      assert.ok(section.sections.every((one) => one.isPrivate));
      assert.equal(section.sections.length, 1);
    });
  });

  it('date a meeting', () => assert.ok(snippetText('1on1-meeting').startsWith('## 2026-11-24\n')));
});
