import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll, safeEdits } from '../../server/src/cli/fix.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import type { Diagnostic, DiagnosticEdit } from '../../server/src/rules/run.ts';

const anything = () => true;

function edit(uri: string, start: number, end: number, newText: string): DiagnosticEdit {
  return { uri, span: { start, end }, newText, snippet: null };
}

function finding(edits: readonly DiagnosticEdit[], safe = true): Diagnostic {
  return {
    rule: 'some-rule',
    severity: 'warning',
    uri: edits[0]?.uri ?? 'a',
    span: { start: 0, end: 0 },
    message: '',
    url: '',
    fixes: [{ title: 'Do it', safe, edits, creates: [] }],
    related: [],
  };
}

describe('safe fixes', () => {
  it('are applied with all their edits or not at all, and never touch each other', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(5));
    const edits = fc.array(
      fc.tuple(fc.constantFrom('a', 'b'), span).map(([uri, [start, length]]) => edit(uri, start, start + length, 'x')),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 8 }), (list) => {
        // A fix whose own edits overlap is a mistake of its rule.
        const diagnostics = list.map((own) =>
          finding(
            own.slice(0, 1).concat(
              own
                .slice(1)
                .filter(({ uri }) => uri !== own[0]!.uri)
                .slice(0, 1),
            ),
          ),
        );
        const { edits: chosen, fixes } = safeEdits(diagnostics, anything);
        for (const own of chosen.values()) assert.doesNotThrow(() => applyEdits('.'.repeat(40), own));
        const count = [...chosen.values()].reduce((sum, own) => sum + own.length, 0);
        assert.ok(count >= fixes);
        assert.equal(fixes > 0, diagnostics.length > 0);
      }),
    );
  });

  it('leave out what is not safe and what reaches into other files', () => {
    const there = finding([edit('a', 0, 0, 'x'), edit('b', 0, 0, 'x')]);
    assert.equal(safeEdits([there], (uri) => uri === 'a').fixes, 0);
    assert.equal(safeEdits([finding([edit('a', 0, 0, 'x')], false)], anything).fixes, 0);
  });

  it('do not stand in one place in an order that nobody chose', () => {
    const { edits, fixes } = safeEdits([finding([edit('a', 3, 3, 'x')]), finding([edit('a', 3, 3, 'y')])], anything);
    assert.equal(fixes, 1);
    assert.deepEqual(edits.get('a'), [{ span: { start: 3, end: 3 }, newText: 'x' }]);
  });

  it('go on until nothing is left to fix', () => {
    const words = fc.array(fc.constantFrom('teh', 'the', 'cat'), { maxLength: 12 });
    fc.assert(
      fc.property(words, (list) => {
        const check = (text: string) =>
          [...text.matchAll(/teh/g)].map(({ index }) => finding([edit('a', index, index + 3, 'the')]));
        const apply = (
          text: string,
          edits: ReadonlyMap<string, { span: { start: number; end: number }; newText: string }[]>,
        ) => applyEdits(text, edits.get('a') ?? []);
        const fixed = fixAll(
          list.join(''),
          check,
          (text, edits) => apply(text, new Map([...edits].map(([uri, own]) => [uri, [...own]]))),
          anything,
        );
        assert.equal(fixed.state, list.join('').replaceAll('teh', 'the'));
        assert.deepEqual(fixed.diagnostics, []);
        assert.equal(fixed.fixes, list.filter((word) => word === 'teh').length);
      }),
    );
  });

  it('end where two of them undo each other', () => {
    const check = (text: string) => [finding([edit('a', 0, 1, text === 'a' ? 'b' : 'a')])];
    const fixed = fixAll<string>('a', check, (text) => (text === 'a' ? 'b' : 'a'), anything);
    assert.equal(fixed.diagnostics.length, 1);
    assert.ok(fixed.fixes < 50);
  });
});
