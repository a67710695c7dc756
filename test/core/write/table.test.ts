/** A table stays as tidy, or as untidy, as it was. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/text.ts';
import { spanOf } from '../../../server/src/core/parse.ts';
import type { Insertion } from '../../../server/src/core/write/habits.ts';
import { cellChange, columnAfter, rowAtEnd } from '../../../server/src/core/write/table.ts';
import type { Note, Place } from '../../../server/src/core/model.ts';
import { openFixture } from '../../workspace.ts';

const head = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n# 1:1\n\n## EFW\n\n';

/** The table after edits; with both kinds of line breaks. */
function checkTable(before: string, edit: (note: Note, table: Place) => readonly Insertion[], after: string): void {
  for (const eol of ['\n', '\r\n']) {
    const text = `${head}${before}\n\n## 2026-09-28\n\n- Tea\n`.replaceAll('\n', eol);
    const [sheet] = openFixture(text).series[0]!.worksheets;
    const { note } = sheet!.document;
    const edits = edit(note, sheet!.worksheet.place).map(({ at, newText }) => ({ span: spanOf(note, at)!, newText }));
    const [, rest] = applyEdits(text, edits).replaceAll('\r\n', '\n').split('## EFW\n\n');
    assert.equal(rest!.split('\n\n## ')[0], after);
    if (eol === '\r\n') assert.doesNotMatch(applyEdits(text, edits), /[^\r]\n/);
  }
}

const padded = '| Area   | 2026-Q1 |\n| ------ | :-----: |\n| A \\| B | growing |\n| C      |         |';
const tight = 'Area|2026-Q1\n-|-\nA|growing\nC';

describe('a table', () => {
  it('gets a column', () => {
    checkTable(
      padded,
      (note, table) => columnAfter(note, table, 1, '2026-Q2', ['thriving']),
      '| Area   | 2026-Q1 | 2026-Q2  |\n| ------ | :-----: | :------: |\n| A \\| B | growing | thriving |\n| C      |         |          |',
    );
    checkTable(
      tight,
      (note, table) => columnAfter(note, table, 1, '2026-Q2', ['thriving', '']),
      'Area|2026-Q1 | 2026-Q2\n-|- | ---\nA|growing | thriving\nC | |',
    );
    checkTable(
      '|Area|2026-Q2|Notes|\n|---|---|---|\n|A|growing|x|',
      (note, table) => columnAfter(note, table, 0, '2026-Q3', ['']),
      '|Area|2026-Q3|2026-Q2|Notes|\n|---|---|---|---|\n|A||growing|x|',
    );
  });
  it('gets a row', () => {
    checkTable(padded, (note, table) => rowAtEnd(note, table, ['D']), `${padded}\n| D      |         |`);
    checkTable(
      padded,
      (note, table) => rowAtEnd(note, table, ['Influence']),
      '| Area      | 2026-Q1 |\n| --------- | :-----: |\n| A \\| B    | growing |\n| C         |         |\n| Influence |         |',
    );
  });
  it('gets another text in a cell', () => {
    checkTable(
      padded,
      (note, table) => cellChange(note, table, 1, 1, 'thriving'),
      '| Area   | 2026-Q1  |\n| ------ | :------: |\n| A \\| B | growing  |\n| C      | thriving |',
    );
    checkTable(tight, (note, table) => cellChange(note, table, 0, 1, 'expert'), 'Area|2026-Q1\n-|-\nA|expert\nC');
  });
});
