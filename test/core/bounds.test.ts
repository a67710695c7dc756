import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BOUNDS, isSurelyBounded, reasonInLines, unreadPart } from '../../server/src/core/bounds.ts';
import { parsePiece } from '../../server/src/core/slices/markdown.ts';
import { sliceText } from '../../server/src/core/slices.ts';
import { textOf } from '../../server/src/core/text.ts';
import { processorTime } from '../time.ts';

const KB = 1024;

/** Texts that keep a markdown parser busy for long, by what they are made of. */
const hostile: Record<string, string> = {
  quotes: '>',
  'items in items': '- + ',
  'nested items': '- a\n  - b\n',
  'quotes and items': '> a\n\n- b\n\n',
  'lazy lines': '> a\nb\n\n',
  'underlined headings': 'a\n=\n',
  headings: '# a\n',
  'open comments': 'a <!--',
  instructions: 'a <?',
  emphasis: '*a_ ',
  'opened and closed emphasis': 'a* *a',
  brackets: '[',
  'links without end': '[a](b "',
  images: '![',
  'code marks': 'a`` `',
  strikes: '~a~~ ',
  footnotes: '[^a]: ',
  definitions: '[a]: b "\n',
  cells: '|a',
  rows: '|a|b|\n',
  'a table of emphasis': '|*a_ \n',
  words: 'word ',
  lines: 'word\n',
  'lone carriage returns': 'word\r',
  'closed brackets': ']:',
  'doubtful fences': 'a\n ```\n\n',
  'tags above headings': '<b>\n# a\n\n',
};

function made(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

/** The processor's milliseconds to cut a text and read all its slices, the best of some. */
function timeToRead(source: string): number {
  const read = (): void => {
    const slices = sliceText(textOf(source), (root) => root.children.length);
    for (const slice of slices.list) assert.ok(slice.facts >= 0);
  };
  const first = processorTime(read, 1);
  return first < 400 ? Math.min(first, processorTime(read, 2)) : first;
}

function longestSlice(source: string): number {
  const { list } = sliceText(textOf(source), () => null);
  return Math.max(...list.map((slice) => (slice.unread ? 0 : slice.source.length)));
}

describe('bounds', () => {
  for (const [name, piece] of Object.entries(hostile)) {
    it(`hold for ${name}`, function () {
      this.timeout(0);
      const [small, middle, large] = [10 * KB, 100 * KB, 1000 * KB].map((size) => timeToRead(made(piece, size)));
      // Ten times the text may cost ten times as long, and twice that on a busy machine; never a hundred times.
      assert.ok(middle! < 1000 || middle! < 30 * small!, `10 KB: ${small} ms, 100 KB: ${middle} ms`);
      assert.ok(large! < 1000 || large! < 30 * middle!, `100 KB: ${middle} ms, 1 MB: ${large} ms`);
      assert.ok(large! < 60_000, `1 MB: ${large} ms`);
      assert.ok(longestSlice(made(piece, 100 * KB)) <= BOUNDS.length);
    });
  }

  it('keep what is within them linear: twice the text takes about twice as long', function () {
    this.timeout(0);
    for (const piece of ['- a\n  - b\n', '> a\n\n- b\n\n', '- [ ] **a** [b](c) `d`\n', '1. word\n', '|a|b|\n']) {
      const [half, whole] = [4 * KB, 8 * KB].map((size) => {
        return processorTime(() => parsePiece({ source: made(piece, size), place: 'last' }, () => false), 5);
      });
      assert.ok(whole! < 3.5 * half! || whole! < 40, `${JSON.stringify(piece)}: ${half} ms, then ${whole} ms`);
    }
  });

  it('name what is beyond them', () => {
    const reasons = {
      '> > ': 'depth',
      '*a': 'marks',
      '> a\nb\n\n': 'work',
      '- [b](c)\n': 'work',
    };
    for (const [piece, reason] of Object.entries(reasons)) {
      assert.equal(unreadPart(made(piece, 30 * KB))?.reason, reason, piece);
    }
    assert.equal(unreadPart(made('word ', 65 * KB))?.reason, 'length');
  });

  it('leave ordinary notes alone, long as they may be', () => {
    const notes = [
      '- [ ] **Ada**: ask [the team](https://example.org/a_b_c) about `roll_out` by 2026-12-01\n',
      '| **Ada** | [plan](https://example.org) | 2026-12-01 | on the way, *not* done |\n',
      '- Grace: read the plan\n  and say what is missing in it\n    - only then the next one\n',
      '1. first the plan, then the [rollout](x)\n',
      '- [ ] [plan](https://example.org/a) and [rollout](https://example.org/b) with [Ada][ada]\n',
      '> quoted from a long mail\n',
      'A paragraph of *words* with a <br> in it that goes on for a while.\n\n',
    ];
    for (const piece of notes) {
      const source = `## 2026-11-02\n\n${piece.startsWith('|') ? '| a | b | c | d |\n|---|---|---|---|\n' : ''}${made(piece, 20 * KB).replace(/\n[^\n]*$/, '\n')}`;
      assert.equal(unreadPart(source), null, piece);
    }
  });

  it('are told by a quick look as by one at each line', () => {
    const piece = fc.constantFrom(...Object.values(hostile), ' ', '\n', '> ', '1. ', 'words\n');
    const text = fc.tuple(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 1, max: 300 }), fc.string());
    fc.assert(
      fc.property(text, ([pieces, times, rest]) => {
        const source = pieces.join('').repeat(times) + rest;
        if (isSurelyBounded(source)) assert.equal(reasonInLines(source), null);
      }),
      { numRuns: 500 },
    );
    assert.ok(
      isSurelyBounded(`## 2026-11-02\n\n${made('- [ ] **Ada**: ask [the team](x) about `roll_out`\n', 3 * KB)}`),
    );
    assert.ok(!isSurelyBounded(made('> ', KB)));
  });

  it('spare the heading above', () => {
    const source = `## 2026-11-02\r\n${made('*a', 30 * KB)}`;
    assert.deepEqual(unreadPart(source), { reason: 'marks', span: { start: 15, end: source.length } });
    const heading = `## ${made('*a', 500)}${'['.repeat(4000)}\n`;
    assert.equal(unreadPart(heading + made('*a', 30 * KB))?.span.start, 0);
  });
});
