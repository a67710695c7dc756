import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDocuments } from '../../server/src/lsp/documents.ts';

const uri = 'file:///notes/one.md';
const piece = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '#', '\n', '\r', '\r\n', '\u{1F512}', '\u00e9', '\u2028', '\uFEFF'),
  maxLength: 12,
});
const position = fc.record({ line: fc.nat({ max: 8 }), character: fc.nat({ max: 14 }) });
const change = fc.oneof(
  { weight: 1, arbitrary: fc.record({ text: piece }) },
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: piece }) },
);

/** What the protocol says of positions and changes, in the plainest words. */
function model(text: string, { range, text: newText }: { range?: { start: Point; end: Point }; text: string }): string {
  if (range === undefined) return newText;
  const [from, to] = [offset(text, range.start), offset(text, range.end)].sort((a, b) => a - b) as [number, number];
  return text.slice(0, from) + newText + text.slice(to);
}

function offset(text: string, { line, character }: Point): number {
  const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
  let start = 0;
  for (const [at, [whole, content, end]] of lines.entries()) {
    if (at === line) return start + Math.min(character, content!.length);
    start += whole.length;
    if (end === '') break;
  }
  return text.length;
}

interface Point {
  readonly line: number;
  readonly character: number;
}

describe('open documents', () => {
  it('hold the text that the changes make, whatever they are', () => {
    fc.assert(
      fc.property(
        piece,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (start, changes) => {
          const documents = openDocuments();
          documents.open({ textDocument: { uri, version: 1, text: start } });
          let expected = start;
          changes.forEach((contentChanges, index) => {
            documents.change({ textDocument: { uri, version: index + 2 }, contentChanges });
            expected = contentChanges.reduce(model, expected);
          });
          const document = documents.get(uri)!;
          assert.equal(document.text.toString(), expected);
          assert.equal(document.version, changes.length + 1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are found however their address is spelled', () => {
    const documents = openDocuments();
    documents.open({ textDocument: { uri: 'file:///c%3A/notes/a%20b.md', version: 1, text: 'x' } });
    assert.equal(documents.get('file:///c:/notes/a b.md')?.uri, 'file:///c%3A/notes/a%20b.md');
  });
});
