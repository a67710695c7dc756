/** A look at the front matter says what reading the whole document says, or that it cannot tell. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { seriesAtFirstLook } from '../../server/src/core/first-look.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { recognise } from '../../server/src/core/recognise.ts';
import { seriesKey } from '../../server/src/core/series.ts';
import { textOf } from '../../server/src/core/text.ts';
import { hardDocument, knownDocuments } from './slices/documents.ts';

const paths = ['dana.md', 'one-on-ones/dana.md', 'templates/dana.md', 'roles/dana.md', '1-1 Dana.md'];

const line = fc.constantFrom(
  'report: Dana Reyes',
  'report: "[[people/dana|Dana]]"',
  'Report: Dana',
  'report:',
  'report: [Dana, Sam]',
  'employee: Dana',
  'manager: Sam',
  'manager:',
  'kind: one-on-one',
  'kind: internship',
  'date: YYYY-MM-DD',
  'date: {{date}}',
  'a: "---"',
  ' ---',
  '--- x',
  '----',
  '\tx: y',
  'report: Sam',
  '# Dana',
  '',
);
const end = fc.constantFrom('---', '---', '--- \t', ' ---', '...', '---x');
const body = fc.constantFrom(
  '',
  '## 2026-11-02\n',
  '# 1:1 Lee / Kim\n',
  '## YYYY-MM-DD\n',
  'Employee: Lee\n',
  '${x}\n',
);
const document = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.constantFrom('---', '--- ', ' ---'),
    fc.array(line, { maxLength: 6 }),
    end,
    body,
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(
    ([mark, open, lines, close, rest, eol]) =>
      mark + [open, ...lines, close, '', rest].join('\n').replaceAll('\n', eol),
  );

describe('a first look at a document', () => {
  it('says of front matter whose document it is, or that it cannot tell', () => {
    fc.assert(fc.property(document, fc.constantFrom(...paths), check), { numRuns: 3000 });
  });

  it('is right about every document of the examples and tests, and those of hard pieces', () => {
    for (const source of knownDocuments().values()) for (const path of paths) check(source, path);
    fc.assert(fc.property(hardDocument, fc.constantFrom(...paths), check));
  });

  it('knows whose a document with ordinary front matter is', () => {
    const source = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-02\n';
    assert.equal(seriesAtFirstLook(source, 'dana.md', defaultConfiguration), 'report dana reyes');
  });

  it('leaves front matter that is longer than it looks at to whoever reads it', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `key${index}: value`);
    const source = ['---', 'report: Dana', 'manager: Sam', ...lines, '---', ''].join('\n');
    assert.equal(seriesAtFirstLook(source, 'dana.md', defaultConfiguration), null);
  });
});

function check(source: string, path: string): void {
  const found = seriesAtFirstLook(source, path, defaultConfiguration);
  if (found === null) return;
  const note = parseNote(textOf(source), readingOf(defaultConfiguration, path));
  assert.equal(recognise(note, path, defaultConfiguration).recognised, true);
  assert.equal(found, seriesKey({ path, note }));
}
