/** The judge of reuse: what is read with the help of an earlier version equals what is read anew, positions included. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Note } from '../../server/src/core/model.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { sliceText, type Slices } from '../../server/src/core/slices.ts';
import { editText, textOf } from '../../server/src/core/text.ts';
import { inRounds, tellProgress } from '../random.ts';
import { fit, hardDocument, knownDocuments, looseEdit, savedOtherwise, type LooseEdit } from './slices/documents.ts';
import { joinedBlocks, wholeBlocks } from './slices/whole.ts';

/**
 * `LONG=1` runs as many sequences of edits as the figures promise, which takes an hour or two; `SEQUENCES=25000` beside it
 * a share of them, for several processes with a `SEED` each.
 */
const sequences = process.env.LONG === '1' ? Number(process.env.SEQUENCES ?? 100_000) : 2_000;
const known = knownDocuments();
const ofEachKnown = Math.ceil((0.3 * sequences) / known.size);
const ofHardOnes = sequences - known.size * ofEachKnown;

const edits = fc.array(looseEdit, { minLength: 1, maxLength: 4 });
const reading = readingOf(defaultConfiguration, 'dana.md');
const tree = (root: Root): Root => root;

describe(`reading again (${sequences} sequences of edits)`, function () {
  // Nothing can hang here but the parser, which is bounded; how long it takes is the machine's affair.
  this.timeout(0);

  it(`gives what reading anew gives, for documents of hard pieces (${ofHardOnes} sequences)`, () => {
    inRounds(ofHardOnes, (round) => fc.assert(fc.property(hardDocument, edits, checkSequence), round));
  });

  it(`does so for every document of the examples and tests, and generated ones (${known.size} × ${ofEachKnown})`, () => {
    for (const [index, source] of [...known.values()].entries()) {
      fc.assert(
        fc.property(savedOtherwise, edits, (saved, list) => checkSequence(saved(source), list)),
        { numRuns: ofEachKnown },
      );
      if (index % 20 === 19) tellProgress((index + 1) * ofEachKnown, known.size * ofEachKnown);
    }
  });

  it('does so where comments open and close private parts across meetings', () => {
    const markedDocument = fc.array(markedLine, { minLength: 6, maxLength: 16 }).map((lines) => lines.join(''));
    const markedEdit = fc
      .tuple(looseEdit, markedLine)
      .map(([edit, newText]): LooseEdit => ({ ...edit, snap: 'line', newText }));
    const markedEdits = fc.array(fc.oneof(markedEdit, looseEdit), { minLength: 1, maxLength: 4 });
    inRounds(sequences / 10, (round) => fc.assert(fc.property(markedDocument, markedEdits, checkSequence), round));
  });
});

/** Marks decide over meetings that no edit touched. */
const markedLine = fc.constantFrom(
  '## 2026-11-09\n\n',
  '## 2026-11-02\n\n',
  '### Topic\n\n',
  '# \u{1F512} 2026\n\n',
  '- [ ] @Dana waits\n\n',
  '<!-- private -->\n\n',
  '<!-- /private -->\n\n',
  '- [ ] @Dana hides <!-- private --> it\n\n',
);

/**
 * After each edit the slices are those of the text made anew; after the last one, together they give the blocks of one
 * parse of the whole document, and the note is the one read anew. Versions before stay what they were.
 */
function checkSequence(source: string, loose: readonly LooseEdit[]): void {
  let text = textOf(source);
  let slices = sliceText(text, tree);
  let note = parseNote(text, reading);
  for (const [index, edit] of loose.entries()) {
    // Some slices stay unread while others change, as in a server that is not idle.
    if (edit.at % 4 === 0) checkWhole(slices);
    const before = slices;
    text = editText(text, [fit(edit, text.toString())]);
    slices = sliceText(text, tree, before);
    note = parseNote(text, reading, note);
    const anew = sliceText(textOf(text.toString()), tree);
    assert.deepEqual(sourcesOf(slices), sourcesOf(anew));
    assert.equal(slices.frontMatterEnd, anew.frontMatterEnd);
    assert.equal(new Set(slices.list).size, slices.list.length);
    if (index % 4 === 1) checkWhole(before);
  }
  checkWhole(slices);
  assert.deepEqual(plain(note), plain(parseNote(textOf(text.toString()), reading)));
}

function checkWhole(slices: Slices<Root>): void {
  const source = slices.text.toString();
  assert.equal(
    (slices.frontMatter ?? source.slice(0, slices.offsetOf(0))) + slices.list.map((slice) => slice.source).join(''),
    slices.frontMatter === null ? source : source.slice(slices.frontMatterStart),
  );
  assert.deepEqual(joinedBlocks(slices), wholeBlocks(source, slices.frontMatter !== null));
}

function sourcesOf(slices: Slices<unknown>): string[] {
  return slices.list.map((slice, index) => `${slices.offsetOf(index)} ${slice.source}`);
}

describe('reading a note again', () => {
  it('is compared by all that regions and meetings hold', () => {
    const source = readFileSync('examples/one-on-ones/dana-reyes.md', 'utf8');
    const { regions } = plain(parseNote(textOf(source), reading)) as { regions: Record<string, unknown>[] };
    const meetings = regions.flatMap(({ meeting }) => (meeting === null ? [] : [meeting as Record<string, unknown>]));
    for (const [holders, keys] of [
      [
        regions,
        ['section', 'checkpoints', 'summaries', 'agendas', 'worksheets', 'promises', 'impossibleDates', 'unread'],
      ],
      [meetings, ['date', 'heading', 'place', 'section', 'promises', 'spoken']],
    ] as const) {
      for (const holder of holders) for (const key of keys) assert.ok(key in holder, key);
    }
    assert.ok(regions.some(({ promises }) => (promises as unknown[]).length > 0));
  });

  it('reads a second byte order mark as text', () => {
    const note = parseNote(textOf('\uFEFF\uFEFF---\nreport: Dana\n---\n\n## 2026-11-02\n'), reading);
    assert.equal(note.frontMatter, null);
    assert.equal(note.meetings.length, 1);
  });

  it('takes over every region that an edit did not touch', () => {
    const source = readFileSync('examples/one-on-ones/dana-reyes.md', 'utf8');
    const before = parseNote(textOf(source), reading);
    const at = source.indexOf('Tired.');
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

/** What an object says, the accessors of its class included. */
function said(value: object): Record<string, unknown> {
  const accessors = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)));
  const names = accessors.flatMap(([name, { get }]) => (get === undefined || name === '__proto__' ? [] : [name]));
  return { ...value, ...Object.fromEntries(names.map((name) => [name, (value as Record<string, unknown>)[name]])) };
}

/** Everything that a note says, with absolute positions instead of anchors. */
function plain(note: Note): unknown {
  const { report, manager, title, regions, order, fileDates, frontMatter } = note;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { anchor, ...rest } = said(value) as { anchor?: never } & Record<string, unknown>;
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
