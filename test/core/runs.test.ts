/** What was found in regions is kept for those that an edit did not touch, and is what a note read anew would find. */
import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Note, RegionReader } from '../../server/src/core/model.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { editText, textOf } from '../../server/src/core/text.ts';

const reading = readingOf(defaultConfiguration, 'dana.md');

/** Meetings a day apart; more than a few runs of them. */
function manyMeetings(count: number): string {
  const days = Array.from({ length: count }, (_, day) => new Date(Date.UTC(2020, 0, 1 + day)));
  return ['# 1:1 Dana', ...days.map((day) => `## ${day.toISOString().slice(0, 10)}\n\n- Went well\n`)].join('\n');
}

/** The titles of the regions, and for how many of them somebody had to look. */
function lookingAt(): { reader: RegionReader<string>; count: () => number } {
  let count = 0;
  const reader: RegionReader<string> = ({ title }) => {
    count++;
    return title === null ? [] : [title.text];
  };
  return {
    reader,
    count() {
      const looked = count;
      count = 0;
      return looked;
    },
  };
}

function edited(note: Note, at: string, newText: string): Note {
  const start = note.text.toString().indexOf(at);
  const text = editText(note.text, [{ span: { start, end: start + at.length }, newText }]);
  return parseNote(text, reading, note);
}

describe('what is found region by region', () => {
  it('is looked for once, and after an edit only near it', () => {
    const { reader, count } = lookingAt();
    let note = parseNote(textOf(manyMeetings(300)), reading);
    assert.equal(note.gathered(reader).length, 301);
    assert.equal(count(), 301);
    note.gathered(reader);
    assert.equal(count(), 0);
    note = edited(note, '2020-06-01', '2020-06-01 (by phone)');
    assert.equal(note.gathered(reader).length, 301);
    assert.ok(count() <= 64);
  });

  it('is complete after regions came and went', () => {
    const { reader } = lookingAt();
    let note = parseNote(textOf(manyMeetings(100)), reading);
    const changes = [
      ['## 2020-02-01', '## 2020-02-01\n\nx\n\n## 2020-02-01 again'],
      ['# 1:1 Dana\n', ''],
      ['## 2020-04-01', 'no heading'],
      ['## 2020-03-01', Array.from({ length: 80 }, (_, nth) => `## Part ${nth}`).join('\n\n')],
      ['## 2020-04-09', ''],
    ] as const;
    for (const [at, newText] of changes) {
      note.gathered(reader);
      note = edited(note, at, newText);
      const anew = parseNote(textOf(note.text.toString()), reading);
      assert.deepEqual(note.gathered(reader), anew.gathered(reader));
    }
  });
});
