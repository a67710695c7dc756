/** What a file begins with, where it holds one meeting; and what stands behind a label. */
import assert from 'node:assert/strict';
import { parseNote, spanOf } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Note } from '../../server/src/core/model.ts';
import { textOf } from '../../server/src/core/text.ts';

function read(source: string): Note {
  return parseNote(textOf(source), readingOf(defaultConfiguration, 'one-on-ones/dana/2026-11-09.md'));
}

const head = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n';

describe('a file for one meeting', () => {
  it('that begins with its checkpoint has promises behind it', () => {
    const [meeting] = read(
      `${head}## Checkpoint 2026-Q4\n\n### Focus area: Toil\n\n## Actions\n\n- Dana: asks Mei\n`,
    ).meetings;
    assert.equal(meeting!.checkpoints.length, 1);
    assert.deepEqual(
      meeting!.promises.map(({ owners }) => owners[0]?.text),
      ['asks Mei'],
    );
  });
  it('that begins with a private part is not private altogether', () => {
    const [meeting] = read(`${head}## Private\n\n- a\n\n## Topics\n\n- b\n`).meetings;
    assert.deepEqual(
      meeting!.section.sections.map(({ title, isPrivate }) => [title.text, isPrivate]),
      [
        ['Private', true],
        ['Topics', false],
      ],
    );
  });
});

describe('the text behind a label', () => {
  for (const label of ['**Responsibility:** ', '**Responsibility**: ', 'Responsibility: ', '_Responsibility_: ']) {
    it(`is found with its marks: ${label}`, () => {
      const written = 'Run *blameless* reviews, see [the guide](guide.md)';
      const note = read(`${head}## Checkpoint 2026-Q4\n\n### Focus area: Reviews\n\n${label}${written}\n`);
      const [entry] = note.meetings[0]!.checkpoints[0]!.focusAreas[0]!.responsibility!.entries;
      const { start, end } = spanOf(note, entry!.words)!;
      assert.ok(note.text.slice(start, end).endsWith(written), note.text.slice(start, end));
    });
  }
});
