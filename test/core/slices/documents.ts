/** Documents made of the pieces that make markdown hard to cut, and random edits of them. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { generate, types } from '../../../bench/documents.mjs';
import type { TextEdit } from '../../../server/src/core/text.ts';
import { hardLines, noteLines } from './lines.ts';

export const lineBreaks = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r');

const noteLine = fc.constantFrom(...noteLines);
const hardLine = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...hardLines) }, { weight: 1, arbitrary: noteLine });

/** Some lines; most documents keep to one line break, some mix them. */
export const hardText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(hardLine, { minLength: 2, maxLength: 24, size: 'max' }), lineBreaks)
      .map(([lines, eol]) => lines.join(eol)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(hardLine, lineBreaks), { minLength: 2, maxLength: 24, size: 'max' })
      .map((lines) => lines.map(([line, eol]) => line + eol).join('')),
  },
);

const paragraphs = `${'Words that fill a stretch without a heading, so that it is long enough to be cut. '.repeat(26)}\n\n`;

const start = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '\uFEFF',
  '---\nreport: Ada\n# comment\n---\n',
  '---\n---\n',
  '--- \r\na: 1\r\n---\t\r\n',
  '---\n',
  '\uFEFF---\na: b\n---\n',
  paragraphs,
  paragraphs,
  `# 1:1\n\n${paragraphs}`,
);

export const hardDocument: fc.Arbitrary<string> = fc.tuple(start, hardText).map(([before, text]) => before + text);

/** Every document of the examples and the tests, and generated ones of each kind, by name. */
export function knownDocuments(): ReadonlyMap<string, string> {
  const files = ['examples', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md') && !path.includes('node_modules') && !path.startsWith('editor/out'))
      .map((path) => [`${folder}/${path}`, readFileSync(`${folder}/${path}`, 'utf8')] as const),
  );
  const generated = types.flatMap((type) =>
    [1, 2, 3].map((seed) => [`generated ${type} ${seed}`, generate({ type, bytes: 3000, seed })] as const),
  );
  return new Map([...files, ...generated]);
}

/** The same document as another editor would have saved it. */
export const savedOtherwise: fc.Arbitrary<(source: string) => string> = fc.constantFrom(
  (source: string) => source,
  (source: string) => source.replaceAll(/\r?\n/g, '\r\n'),
  (source: string) => source.replaceAll(/\r?\n/g, '\r'),
  (source: string) => `\uFEFF${source}`,
);

/** An edit in parts of a thousand of a text's length, so that it fits whatever the text has become. */
export interface LooseEdit {
  readonly at: number;
  readonly length: number;
  readonly snap: 'line' | 'none';
  readonly newText: string;
}

export const looseEdit: fc.Arbitrary<LooseEdit> = fc.record({
  at: fc.integer({ min: 0, max: 1000 }),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 }) },
  ),
  snap: fc.constantFrom('line', 'none'),
  newText: fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: fc.tuple(hardLine, lineBreaks).map(([line, eol]) => line + eol) },
    { weight: 2, arbitrary: hardLine },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom('', '\n'), noteLine, lineBreaks).map((parts) => parts.join('')) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('\n', '\r', '\r\n', '#', ' ', '`', '-', '>', 'x', '[', ']', ':', '<', '\n\n', '\t'),
    },
    { weight: 1, arbitrary: hardText },
  ),
});

export function fit({ at, length, snap, newText }: LooseEdit, source: string): TextEdit {
  let start = Math.round((at / 1000) * source.length);
  while (snap === 'line' && start > 0 && !/[\r\n]/.test(source[start - 1]!)) start--;
  return { span: { start, end: Math.min(start + length, source.length) }, newText };
}
