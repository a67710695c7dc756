import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, changeBetween, editText, textOf, type Text } from '../../server/src/core/text.ts';
import { fit, hardDocument, looseEdit } from './slices/documents.ts';

/** The lines of a text, found in the plainest way: each with its line break. */
const linesOf = (source: string): string[] => source.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$|^$|(?<=[\r\n])$/g) ?? [''];

const longDocument = fc
  .tuple(hardDocument, fc.integer({ min: 1, max: 40 }))
  .map(([source, times]) => Array.from({ length: times }, () => source).join('words\r\n'));

function checkText(text: Text, source: string): void {
  assert.equal(text.toString(), source);
  assert.equal(text.length, source.length);
  const lines = linesOf(source);
  assert.equal(text.lineCount, lines.length);
  let at = 0;
  for (const [line, content] of lines.entries()) {
    const end = at + content.replace(/[\r\n]+$/, '').length;
    assert.deepEqual(text.lineSpan(line), { start: at, end });
    assert.equal(text.offsetAt({ line, character: 0 }), at);
    assert.equal(text.offsetAt({ line, character: 1_000_000 }), end);
    assert.deepEqual(text.positionAt(at), { line, character: 0 });
    assert.deepEqual(text.positionAt(end), { line, character: end - at });
    at += content.length;
  }
}

describe('text', () => {
  it('counts lines as LF, CRLF and lone CR make them', () => {
    fc.assert(
      fc.property(longDocument, (source) => checkText(textOf(source), source)),
      { numRuns: 200 },
    );
  });

  it('is the same after edits as when made anew, also where an edit tears or makes a CRLF', () => {
    const edits = fc.array(looseEdit, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(longDocument, edits, (source, loose) => {
        let text = textOf(source);
        for (const one of loose) {
          const edit = fit(one, text.toString());
          const expected = applyEdits(text.toString(), [edit]);
          text = editText(text, [edit]);
          checkText(text, expected);
          assert.equal(text.eol, textOf(expected).eol);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('applies several edits at once', () => {
    const text = editText(textOf('Ada\r\nGrace\r\n'), [
      { span: { start: 3, end: 4 }, newText: '' },
      { span: { start: 5, end: 5 }, newText: '- ' },
      { span: { start: 5, end: 10 }, newText: 'Alan' },
    ]);
    assert.equal(text.toString(), 'Ada\n- Alan\r\n');
    assert.equal(text.lineCount, 3);
  });

  it('shares all pieces that an edit does not touch', () => {
    const source = 'One line of notes about this and that.\n'.repeat(5000);
    const text = textOf(source);
    const edited = editText(text, [{ span: { start: 100_000, end: 100_000 }, newText: 'x' }]);
    const kept = edited.pieces.filter((piece) => text.pieces.includes(piece));
    assert.ok(edited.pieces.length - kept.length <= 2, `${edited.pieces.length - kept.length} new pieces`);
    assert.ok(Math.max(...edited.pieces.map((piece) => piece.source.length)) < 10_000);
  });

  it('stays in pieces of some KB when much is typed in one place', () => {
    let text = textOf('# Notes\n');
    for (let i = 0; i < 3000; i++) {
      text = editText(text, [{ span: { start: text.length, end: text.length }, newText: 'ten chars\n' }]);
    }
    assert.equal(text.lineCount, 3002);
    assert.ok(text.pieces.length < 20, `${text.pieces.length} pieces`);
  });

  it('clamps positions and offsets that lie outside', () => {
    const text = textOf('one\r\ntwo');
    assert.deepEqual(text.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(text.positionAt(99), { line: 1, character: 3 });
    assert.equal(text.offsetAt({ line: -1, character: 5 }), 0);
    assert.equal(text.offsetAt({ line: 9, character: 0 }), 8);
    assert.equal(text.offsetAt({ line: 0, character: 4 }), 3);
    assert.deepEqual(textOf('').lineSpan(3), { start: 0, end: 0 });
  });

  it('finds where two texts differ', () => {
    fc.assert(
      fc.property(longDocument, looseEdit, fc.boolean(), (source, loose, afresh) => {
        const before = textOf(source);
        const edit = fit(loose, source);
        const edited = editText(before, [edit]);
        const after = afresh ? textOf(edited.toString()) : edited;
        const change = changeBetween(before, after);
        if (change === null) return assert.equal(after.toString(), source);
        const { start, endBefore, endAfter } = change;
        assert.equal(source.slice(0, start) + after.slice(start, endAfter) + source.slice(endBefore), after.toString());
        assert.ok(endBefore - start <= edit.span.end - edit.span.start && endAfter - start <= edit.newText.length);
      }),
      { numRuns: 300 },
    );
  });
});
