/** Texts of which some are plain, and some only look like it. */
import fc from 'fast-check';
import { hardText } from '../slices/documents.ts';

const indents = ['', '', '', ' ', '  ', '  ', '   ', '    ', '     ', '      '];
const marks = [
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '1) ',
    '10. ',
    '-   ',
    '-     ',
    '-',
    '1.',
    '- - ',
    '- [ ] ',
    '- [x] ',
    '1. [X] ',
  ],
  ...['> ', '>', '> > ', '- > ', '> - '],
];
const words = [
  ...['Bake', 'bread.', 'é', '\u{1F35E}', '\u00A0b', '-x', '+1', '*a', 'b*', '\\', 'a\\', '&amp;', ':-', '#', '## Two'],
  ...[
    '# One #',
    '**Bold**: rest',
    '~~x~~',
    '`code`',
    '```',
    '```js',
    '~~~',
    '---',
    '----',
    '===',
    '***',
    '_ _ _',
    '- - -',
  ],
  ...['[link](#x)', '[x]: y', '[ ] open', '[ ]', '[x]', '[ref]', '[ref][]', '[a][ref]', '[a][b]', '1. two', '> quote'],
  ...[
    '<b>',
    '<br>',
    '<https://a.b>',
    '<!-- c -->',
    '<!--',
    '-->',
    '| a |',
    '| a | b |',
    '|  | - |',
    '|| x  |',
    '| a | b',
  ],
  ...['c | d', '| - | :-: |', '| --- | --- |', '| `a | b` |', '| - |', '|---|'],
];
const ends = ['\n', '\n', '\n', '\n\n', '\r\n', '\r', ' \n', '  \n', '\n \n', '\n  \n', '\n\n\n', ''];

const line = fc
  .tuple(
    fc.constantFrom(...indents),
    fc.constantFrom('', '', '', ...marks),
    fc.constantFrom(...words),
    fc.constantFrom(...ends),
  )
  .map((parts) => parts.join(''));

/** Mostly plain. */
const calmLine = fc
  .tuple(
    fc.constantFrom('', '', '  ', '   ', '    '),
    fc.constantFrom('', '- ', '- ', '1. ', '2. ', '* ', '> ', '- [ ] '),
    fc.constantFrom(
      'a',
      'b c',
      '**b**',
      '`c`',
      '',
      '[x](y)',
      '# h',
      '| a | b |',
      '|---|---|',
      '```',
      '<!-- x -->',
      '---',
    ),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n', ' \n', '  \n'),
  )
  .map((parts) => parts.join(''));

const table = fc
  .tuple(
    fc.constantFrom('| a | b |\n', '| a | b | \n', '|a|\n', '| a |  |\n', '||\n', 'text\n', '- item\n', ' | a | b |\n'),
    fc.constantFrom('| - | - |\n', '|:-:|\n', '|---|---|\n', '| - |\n', '|--|--| \n', '--|--\n', '|:-|-:|\r\n', ''),
    fc.array(
      fc.constantFrom(
        ...['| x | y |\n', '|  | y | z |\n', '| x |\r\n', '||\n', '|\n', '| |\n', '| x', '| x \\| y |\n', 'z\n', '\n'],
        ...['| <br> | `y` | \n', '| **a | b** |\n', '| [ref] | [a](b) |\n', '- a\n', '# h\n', '> a\n'],
      ),
      { maxLength: 4 },
    ),
  )
  .map(([head, under, body]) => head + under + body.join(''));

const tableInside = fc
  .tuple(fc.constantFrom('- ', '1. ', '> '), table)
  .map(([mark, rows]) => mark + rows.replaceAll(/\n(?!$)/g, `\n${mark === '> ' ? mark : ' '.repeat(mark.length)}`));

const bits = [
  ...['a', 'b', '1', ' ', ' ', '.', ',', '!', '@', ':', '"', '|', 'é', '—', '“', '\u00A0', '\u{1F35E}', '\n', '\n '],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '`c`',
    '\\',
    '\\*',
    '\\\n',
    '  \n',
    '&',
    '&x',
    '&amp;',
    '<',
    '![',
  ],
  ...['[', ']', '(', ')', '[a](b)', '[a](<b>)', '[a](b "t")', '[a]', '[ref]', '[]', '[a][ref]', '](x)', '<br>'],
  ...['<https://x.y>', '<a@b.c>', '<!-- c -->'],
];
const phrase = fc
  .tuple(fc.constantFrom('', '', '- [ ] ', '# '), fc.array(fc.constantFrom(...bits), { maxLength: 14, size: 'max' }))
  .map(([start, parts]) => start + parts.join(''));
const emphasis = fc
  .array(fc.constantFrom('*', '**', '***', '_', '__', '~', '~~', 'a', ' ', '.', '—', '[', '](x)', '`c`', '\n'), {
    maxLength: 16,
    size: 'max',
  })
  .map((parts) => parts.join(''));

function several(lines: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(lines, { maxLength: 10, size: 'max' }).map((list) => list.join(''));
}

export const texts: fc.Arbitrary<string> = fc.oneof(
  several(calmLine),
  several(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: table })),
  table,
  tableInside,
  phrase,
  emphasis,
  hardText,
);
