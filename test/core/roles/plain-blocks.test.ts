import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parsedBlocks, plainBlocks } from '../../../server/src/core/roles/blocks.ts';
import { partsOf } from '../../../server/src/core/roles/parts.ts';

/** Counts the parts that are read without the parser, each of them as the parser reads it. */
function checkSame(text: string): { plain: number; all: number } {
  const parts = partsOf(text);
  const read = parts.filter((part) => {
    const plain = plainBlocks(part);
    if (plain !== null) assert.deepEqual(plain, parsedBlocks(part), JSON.stringify(part.source));
    return plain !== null;
  });
  return { plain: read.length, all: parts.length };
}

function checkPlain(text: string): void {
  assert.deepEqual(checkSame(text), { plain: 1, all: 1 });
}

const marks = ['- ', '* ', '+ ', '1. ', '2. ', '1) ', '-   ', '10. ', '-', '1.', '- - ', '-     '];
const indents = ['', ' ', '  ', '   ', '    ', '     ', '      '];
const words = [
  'Bake',
  'bread.',
  '**Bold**: rest',
  '[link](#x)',
  '[x]: y',
  '[x y]: /a/b#c',
  '[x]:',
  '"title"',
  '[ ] open',
  '`code`',
  '```',
  '---',
  '===',
  '#',
  '## Two',
  '# One #',
  '> quote',
  '> - quoted',
  '> ## Quoted',
  '>',
  '<b>',
  '| a |',
  '| a | b |',
  '|  | - |',
  '|| x  |',
  '| a | b',
  'c | d',
  '| - | :-: |',
  '| --- | --- |',
  '| `a | b` |',
  '| - |',
  '|---|',
  '\\',
  'a\\',
  '\u00A0b',
  'é',
  '\u{1F35E}',
  '***',
  '_ _ _',
  '1. two',
  '-x',
  '+1',
  '~~~',
  '&amp;',
  ':-',
];
const ends = ['\n', '\n', '\n', '\n\n', '\r\n', ' \n', '  \n', '\n \n', '\r', '\t\n', ''];
const rows = fc
  .tuple(
    fc.constantFrom('| a | b |\n', '|a|\n', '| a |  |\n', '||\n', 'text\n', '- item\n', ' | a | b |\n'),
    fc.constantFrom('| - | - |\n', '|:-:|\n', '|---|---|\n', '| - |\n', ''),
    fc.array(
      fc.constantFrom(
        '| x | y |\n',
        '|  | y | z |\n',
        '| x |\r\n',
        '||\n',
        '| <br> | `y` | \n',
        '| x \\| y |\n',
        '| x',
        'z\n',
        '\n',
      ),
      { maxLength: 4 },
    ),
  )
  .map(([head, under, body]) => head + under + body.join(''));
const line = fc
  .tuple(
    fc.constantFrom(...indents),
    fc.constantFrom('', '', '', ...marks),
    fc.constantFrom(...words),
    fc.constantFrom(...ends),
  )
  .map((parts) => parts.join(''));
const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: rows }), { maxLength: 12 })
  .map((lines) => lines.join(''));

describe('headings, paragraphs and lists read without the parser', () => {
  it('are what the parser gives', () => {
    fc.assert(
      fc.property(texts, (text) => void checkSame(text)),
      { numRuns: Number(process.env['RUNS'] ?? 3000) },
    );
  });

  it('are nearly all of what role descriptions are made of', () => {
    const folder = new URL('../../../server/roles/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const { plain, all } = checkSame(readFileSync(new URL(name, folder), 'utf8'));
      assert.ok(plain >= all - 1, `${name}: ${plain} of ${all}`);
    }
  });

  it('may be nested, wrapped and loose', () => {
    checkPlain(
      '# Miller\n\nWho grinds.\nAnd sings.\n\n- One\n  goes on\n\n  more of it\n\n  - Inner\n    * Innermost\n- Two\nlazy\n\nAfter.\n',
    );
    checkPlain('| A | B |\n| --- | :-: |\n| x **y** | |\n|  | z<br>z |\n\nAfter | it.\n');
    checkPlain('- One\n\n> ### Why\n> \n> 1. a\n> 1. b\n>\n> - c\n\n- Two\n\n[x]: /y\n[a b]: https://c.d\n');
    checkPlain('| A | B | \n| - | - |  \n| a | b |  \n');
    checkPlain('1. One\n   - Inner\n2. Two\r\n\r\n* Other list\n');
  });
});
