/** What is read without the parser is what the parser gives, positions included. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generate, types } from '../../../bench/documents.mjs';
import { unreadPart } from '../../../server/src/core/bounds.ts';
import { readPlain } from '../../../server/src/core/plain/read.ts';
import type { Piece } from '../../../server/src/core/slices/cut.ts';
import { parsePiece } from '../../../server/src/core/slices/markdown.ts';
import { sliceText } from '../../../server/src/core/slices.ts';
import { textOf } from '../../../server/src/core/text.ts';
import { fit, knownDocuments, looseEdit, savedOtherwise } from '../slices/documents.ts';
import { texts } from './texts.ts';

/** `LONG=1` looks at many more. */
const runs = process.env.LONG === '1' ? 200_000 : 800;
const known = knownDocuments();

const isDeclared = (name: string): boolean => name === '=REF' || name === '=CHARTER';

/** Whether a piece is read without the parser. */
function checkPiece(piece: Piece): boolean {
  const plain = readPlain(piece, isDeclared);
  if (plain === null) return false;
  const parsed = parsePiece(piece, isDeclared);
  assert.deepEqual(plain.tree, parsed.tree, JSON.stringify(piece.source));
  for (const [name, answer] of plain.asked) assert.equal(parsed.asked.get(name), answer, name);
  return true;
}

interface Share {
  readonly plain: number;
  readonly all: number;
}

/** How many of the characters in slices are read without the parser. */
function checkDocument(text: string): Share {
  const { list } = sliceText(textOf(text), () => null);
  return list.reduce(
    (sum, { source, unread }, index): Share => {
      const isPlain = unread === null && checkPiece({ source, place: index + 1 < list.length ? 'inner' : 'last' });
      return { plain: sum.plain + (isPlain ? source.length : 0), all: sum.all + source.length };
    },
    { plain: 0, all: 0 },
  );
}

function checkText(source: string): void {
  if (unreadPart(source) === null) checkPiece({ source, place: 'last' });
}

describe('what is read without the markdown parser', function () {
  this.timeout(0);

  it(`is what the parser gives, for ${runs} texts of hard pieces`, () => {
    const unended = texts.map((text) => text.replace(/[\r\n]+$/, ''));
    fc.assert(fc.property(fc.oneof(texts, unended), checkText), { numRuns: runs });
  });

  it('is so after any edit', () => {
    const document = fc.constantFrom(...known.values());
    fc.assert(
      fc.property(document, savedOtherwise, looseEdit, (text, saved, edit) => {
        const source = saved(text);
        const { list } = sliceText(textOf(source), () => null);
        const slice = list[edit.at % list.length]!.source;
        const { span, newText } = fit(edit, slice);
        checkText(slice.slice(0, span.start) + newText + slice.slice(span.end));
      }),
      { numRuns: runs / 2 },
    );
  });

  it('is nearly all of the examples, of the documents of the tests and of generated ones', () => {
    const shares = new Map<string, Share>();
    for (const [name, text] of known) {
      const group = /^(?:examples|test\/notes)/.exec(name)?.[0];
      if (group === undefined) continue;
      const share = shares.get(group) ?? { plain: 0, all: 0 };
      const { plain, all } = checkDocument(text);
      shares.set(group, { plain: share.plain + plain, all: share.all + all });
    }
    for (const type of types.filter((one) => one !== 'refs')) {
      shares.set(type, checkDocument(generate({ type, bytes: 10_000 })));
    }
    for (const [group, { plain, all }] of shares) assert.ok(plain > 0.9 * all, `${group}: ${plain} of ${all}`);
  });

  const plainTexts: Record<string, string> = {
    'nested and loose lists':
      '- One\n  goes on\n\n  more of it\n\n  - Inner\n    * Innermost\n- Two\nlazy\n\n1. a\n2. b\n',
    'task items': '- [ ] @ada writes **it** (due 2026-12-01)\r\n- [x] `done`\r\n- [ ]\r\n',
    'links, references and brackets': '[a](b "c"), [ref], [a][ref], [ref][] and [no] <https://example.org>\n',
    'line breaks': 'one  \ntwo\\\nthree\rfour\n',
    emphasis: '***a** b* _c_ d_e_f **g*h*i** ~~j *k*~~ 2 * 3\n',
    quotes: '> Ada: words\n> and more\n>\n> - a\n> - b\n\nAfter.\n',
    tables: '| A | B |\n| --- | :-: |\n| x **y** | |\n|  | z<br>z |\n\nAfter | it.\n',
    'code and comments': '```js x\na\n\n# b\n```\n<!-- one\n\ntwo -->\n- a\n  ```\n  b\n  ```\n  <!-- c -->\n---\n',
    headings: '# A *b*\n##\n### C  \ntext\n#### D\n#e\n',
  };
  for (const [what, source] of Object.entries(plainTexts)) {
    it(`may be ${what}`, () => assert.ok(checkPiece({ source, place: 'last' })));
  }

  it('is no box below an item without words, which the parser checks elsewhere', () => {
    for (const source of ['-\n[ ] [x] a\n', '-\n\n[x] a\n', '- a\n  -\n  [ ] b\n', '1.\n> [ ] a\n']) checkText(source);
  });

  it('is none of a quote that the last line leaves, which nothing ends', () => {
    for (const source of ['>> a\n>', '>> a\n> ', '>>> a\n>>', '>> a\n>>\n>', '>> a\n>\n', '> a\n>']) checkText(source);
    assert.equal(readPlain({ source: '>> a\n>', place: 'last' }, isDeclared), null);
  });

  it('is no text over the bounds of what people write', () => {
    assert.equal(readPlain({ source: '*a '.repeat(500), place: 'last' }, isDeclared), null);
    assert.equal(readPlain({ source: '- '.repeat(50), place: 'last' }, isDeclared), null);
  });
});
