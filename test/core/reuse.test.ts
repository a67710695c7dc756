/** A note read with the help of an earlier one equals a note read anew, positions included. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Note } from '../../server/src/core/model.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { editText, textOf } from '../../server/src/core/text.ts';

const folder = new URL('../../examples/one-on-ones/', import.meta.url);
const examples = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8').slice(0, 12_000));

const documents = [
  ...examples,
  ...examples.map((text) => text.replaceAll('\n', '\r\n')),
  '# 1:1\n\n## 2026-Q4\n\n### Checkpoint\n\n- Focus area: Toil\n\n### 2026-11-02\n\n- a\n\n### 2026-11-09\n\n- b\n\n## 2026-Q3\n\n### 2026-09-28\n\n- c\n',
  '## January 5\n\n- a\n\n## December 29, 2025\n\n- b\n\n## Dec 22\n\n- c\n',
  '---\ndate: 2026-11-02\n---\n\n# Weekly\n\n## Agenda\n\n- a\n\n## Actions\n\n- [ ] b\n',
];

/** What people type and paste in such a document. */
const snippets = [
  'x',
  '\n',
  '\r\n',
  '- [ ] @sam asks\n',
  '## 2026-10-05\n\n',
  '\n## 2026-12-07\n',
  '# ',
  '#',
  '\n### Checkpoint 2026-Q4\n\n#### Focus area: Toil\n\n',
  '\n## FY27-Q2\n\n',
  '\n```\n',
  '\n---\n',
  '<!--',
  '-->',
  '\n**Goals**\n\n- a\n',
  '| a | b |\n| --- | --- |\n| c | d |\n',
  '\uFEFF',
  '> ',
  '\n## 03/04/2026\n',
  '\n## March 3\n',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  newText: fc.oneof(fc.constant(''), fc.constantFrom(...snippets)),
});

describe('reading a note again', () => {
  it('gives what reading it anew gives, after any edits', function () {
    this.timeout(120_000);
    const runs = process.env.LONG === '1' ? 20_000 : 150;
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        const reading = readingOf(defaultConfiguration, 'dana.md');
        let text = textOf(source);
        let note = parseNote(text, reading);
        for (const { at, length, newText } of edits) {
          const start = Math.floor(at * text.length);
          text = editText(text, [{ span: { start, end: Math.min(text.length, start + length) }, newText }]);
          note = parseNote(text, reading, note);
        }
        assert.deepEqual(plain(note), plain(parseNote(textOf(text.toString()), reading)));
      }),
      { numRuns: runs },
    );
  });

  it('reads a second byte order mark as text', () => {
    const note = parseNote(
      textOf('\uFEFF\uFEFF---\nreport: Dana\n---\n\n## 2026-11-02\n'),
      readingOf(defaultConfiguration, 'a.md'),
    );
    assert.equal(note.frontMatter, null);
    assert.equal(note.meetings.length, 1);
  });

  it('takes over every region that an edit did not touch', () => {
    const reading = readingOf(defaultConfiguration, 'dana.md');
    const before = parseNote(textOf(examples[0]!), reading);
    const at = examples[0]!.indexOf('Tired.');
    const after = parseNote(
      editText(before.text, [{ span: { start: at, end: at }, newText: 'Very ' }]),
      reading,
      before,
    );
    const changed = after.regions.filter((region) => !before.regions.includes(region));
    assert.deepEqual(
      changed.map(({ section }) => section?.title.text),
      ['2026-11-23'],
    );
  });
});

/** Everything that a note says, with absolute positions instead of anchors. */
function plain(note: Note): unknown {
  const { report, manager, title, regions, order, fileDates, frontMatter } = note;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { anchor, ...rest } = value as { anchor?: never } & Record<string, unknown>;
    const entries = Object.entries(rest).map(([key, inner]) => [key, walk(inner)]);
    const result = Object.fromEntries(entries) as Record<string, unknown>;
    if (anchor === undefined) return result;
    const offset = note.offsetOf(anchor);
    assert.notEqual(offset, null, 'a place of this note');
    if (typeof result.start !== 'number' || typeof result.end !== 'number') return { ...result, at: offset };
    return { ...result, start: result.start + offset!, end: result.end + offset! };
  };
  return walk({ report, manager, title, regions, order, fileDates, frontMatter });
}
