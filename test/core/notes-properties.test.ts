/** What holds for the documents of `test/notes/`, however they are cut, joined, or written a little differently. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Region } from '../../server/src/core/model.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { mayBeDocument, recognise } from '../../server/src/core/recognise.ts';
import { textOf } from '../../server/src/core/text.ts';
import { corpus, ordinary, type Sample } from '../notes.ts';
import { openWorkspace } from '../workspace.ts';
import { understood } from './understood.ts';

/** `LONG=1` looks at many more. */
const runs = process.env.LONG === undefined ? 40 : 5000;

function read({ path, settings }: Sample, text: string): string[] {
  const { documents, series } = openWorkspace([...settings, { path, text }], undefined, []);
  return understood(documents[0]!, series[0] ?? null);
}

/** What is understood of a document as it is. */
const asItIs = new Map(corpus.map((each) => [each.path, read(each, each.text)]));

/** Reads a text and looks at all of it; every place lies in the text. */
function checkTotal(text: string): void {
  const note = parseNote(textOf(text), readingOf(defaultConfiguration, 'one-on-ones/x.md'));
  const length = note.regions.reduce((sum, region: Region) => sum + region.length, 0);
  assert.ok(length <= text.length);
  const { documents, series } = openWorkspace([{ path: 'one-on-ones/x.md', text }], undefined, []);
  for (const line of understood(documents[0]!, series[0] ?? null)) assert.equal(typeof line, 'string');
}

const sample = fc.constantFrom(...corpus);
const document = fc.constantFrom(...corpus, ...ordinary).map(({ text }) => text);
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('reading the corpus', function () {
  // How long it takes is the machine's affair.
  this.timeout(0);

  it('never fails, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), checkTotal), { numRuns: runs });
  });

  it('never fails on what somebody has typed so far', () => {
    const prefix = fc.tuple(document, place).map(([text, at]) => text.slice(0, Math.floor(text.length * at)));
    fc.assert(fc.property(prefix, checkTotal), { numRuns: runs });
  });

  it('never fails on documents cut and pasted into each other', () => {
    const splice = fc.tuple(document, document, place, place, place).map(([one, other, at, from, length]) => {
      const start = Math.floor(other.length * from);
      const cut = Math.floor(one.length * at);
      return one.slice(0, cut) + other.slice(start, start + Math.floor(other.length * length)) + one.slice(cut);
    });
    fc.assert(fc.property(splice, checkTotal), { numRuns: runs });
  });

  const variants: readonly { readonly of: string; readonly vary: (sample: Sample) => string }[] = [
    { of: 'line ends', vary: ({ text }) => text.replaceAll(/\r?\n/g, '\r\n') },
    { of: 'a byte order mark', vary: ({ text }) => `\uFEFF${text.replace(/^\uFEFF/, '')}` },
    { of: 'blanks at the ends of lines', vary: ({ text }) => eachLine(text, (line) => `${line}  `) },
    { of: 'the level of headings', vary: ({ text }) => (/^#{6}\s/m.test(text) ? text : eachLine(text, deeper)) },
    { of: 'list marks', vary: ({ text }) => eachLine(text, (line) => line.replace(/^(\s*)-(?=\s)/, '$1*')) },
  ];
  for (const { of, vary } of variants) {
    it(`does not depend on ${of}`, () => {
      for (const each of corpus) {
        const varied = vary(each);
        if (varied !== each.text) assert.deepEqual(read(each, varied), asItIs.get(each.path), each.path);
      }
    });
  }

  it('does not depend on several of these at once', () => {
    const some = fc.tuple(sample, fc.subarray([...variants]));
    fc.assert(
      fc.property(some, ([each, chosen]) => {
        const text = chosen.reduceRight((varied, { vary }) => vary({ ...each, text: varied }), each.text);
        assert.deepEqual(read(each, text), asItIs.get(each.path), each.path);
      }),
      { numRuns: runs / 2 },
    );
  });

  it('needs no more than the first lines to know which files are worth reading', () => {
    for (const { path, text } of corpus) {
      const note = parseNote(textOf(text), readingOf(defaultConfiguration, path));
      if (recognise(note, path, defaultConfiguration).recognised)
        assert.ok(mayBeDocument(text, path, defaultConfiguration), path);
    }
  });
});

/** Outside front matter, code and comments, where a line is what it looks like. */
function eachLine(text: string, change: (line: string) => string): string {
  let closing: RegExp | null = null;
  return text
    .split('\n')
    .map((line, index) => {
      if (closing !== null) {
        if (closing.test(line)) closing = null;
        return line;
      }
      closing =
        /^\uFEFF?---\s*$/.test(line) && index === 0
          ? /^---\s*$/
          : (fences.find(([open]) => open.test(line))?.[1] ?? null);
      return closing === null && !/^(?: {4}|=+\s*$|-+\s*$)/.test(line) ? change(line) : line;
    })
    .join('\n');
}

const fences: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*```/, /^\s*```/],
  [/^\s*~~~/, /^\s*~~~/],
  [/^<!--(?!.*-->)/, /-->/],
];

/** One level deeper, as far as there is room; the title stays the title. */
function deeper(line: string): string {
  return /^#{2,5}\s/.test(line) ? `#${line}` : line;
}
