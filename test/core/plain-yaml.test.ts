/** What is read without the YAML library is what the library would have read. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainYaml } from '../../server/src/core/plain-yaml.ts';
import { readAnyYaml } from '../../server/src/core/yaml-tree.ts';

function checkSame(source: string): 'plain' | 'left' {
  const tree = readPlainYaml(source);
  if (tree === null) return 'left';
  assert.deepEqual({ tree, problems: [] }, readAnyYaml(source), JSON.stringify(source));
  return 'plain';
}

describe('plain YAML', () => {
  for (const source of [
    'report: Dana Reyes\nmanager: Sam Osei\nrole: site-reliability-engineer\nlevel: senior\nstarted: 2025-03-01\n',
    'title: "Backend Engineer: Delivery #1"\r\nid: backend\r\n',
    "\n\nreport: Zoë O'Brien-Løve\n\ncompa:\nteam: R&D (Core), 2nd\n",
    'a: x',
  ])
    it(`reads ${JSON.stringify(source)}`, () => assert.equal(checkSame(source), 'plain'));

  for (const source of [
    '',
    'a: 1\n',
    'a: true\n',
    'null: x\n',
    'a: x\na: y\n',
    'a: x: y\n',
    'a: [x]\n',
    'a: x # y\n',
    "a: 'x'\n",
    'a: "x\\n"\n',
    'a:\n  b: x\n',
    'a: x\n  y\n',
    'a:\n- x\n',
    'a: x\n---\nb: y\n',
    'a:x\n',
    'a: *x\n',
    'a: x\n\t\nb: y\n',
    'a: x\nb:\n',
    'a: x\rb: y\r',
    '\uFEFFa: x\n',
  ])
    it(`leaves ${JSON.stringify(source)} to the library`, () => assert.equal(checkSame(source), 'left'));

  it('is the same as through the library, whatever the text', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', 'report', 'null', 'True', ':', ': ', ' ', '  ', '\n', '\r\n', '\r', '\t', '"', "'", '#', ' #', '-'],
      ...['- ', '---', '...', '[', ']', '{', '}', ',', '&', '*', '!', '|', '>', '?', '1', '2026-11-09', '0x1', '.inf'],
      ...[
        'é',
        'e\u0301',
        '😀',
        '\u2028',
        '\u00A0',
        '\u0085',
        '\u0000',
        '\\',
        '~',
        '_',
        '/',
        '(',
        ')',
        '+',
        '%',
        '@',
        '`',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const word = fc.constantFrom(
      ...['a', 'No', ' ', '1', 'é', '-', '/', "'", ',', '&', '2026-11-09', '"', 'null', '😀'],
    );
    const words = fc.array(word, { maxLength: 4 }).map((all) => all.join(''));
    const value = fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: text });
    const key = fc.constantFrom('a', 'b', 'c-d', 'E', '_f', 'g1', 'x y', 'true');
    const line = fc.tuple(key, fc.constantFrom(': ', ': ', ':', ':  '), value);
    const lines = fc
      .array(fc.oneof({ weight: 19, arbitrary: line.map((parts) => parts.join('')) }, { weight: 1, arbitrary: text }), {
        maxLength: 5,
      })
      .chain((all) => fc.constantFrom('\n', '\r\n').map((eol) => all.join(eol) + eol));
    let plain = 0;
    fc.assert(
      fc.property(lines, (source) => {
        if (checkSame(source) === 'plain') plain++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(plain > 20, `only ${plain} of the texts were plain`);
  });
});
