/** A series made with the help of an earlier one says what one made anew says: promises and findings alike. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Document, Series } from '../../server/src/core/model.ts';
import { parseNote, spanOf } from '../../server/src/core/parse.ts';
import { documentAt } from '../../server/src/core/query.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { recognise } from '../../server/src/core/recognise.ts';
import { oneSeries } from '../../server/src/core/series.ts';
import { editText, textOf, type Text } from '../../server/src/core/text.ts';
import { checkSeries } from '../../server/src/rules/run.ts';
import { bareContext } from '../context.ts';

const folder = new URL('../../examples/one-on-ones/', import.meta.url);
const example = readFileSync(new URL(readdirSync(folder)[0]!, folder), 'utf8').slice(0, 6000);
const promises = `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Next steps

- [ ] Dana: Write the runbook for the pager by 2026-10-12
- [ ] Sam: Ask finance about the new budget line
- [ ] Priya + Dana: Plan the offsite in May

## 2026-10-12

- [ ] Dana: Write the runbook for the new pager
- [x] Ask finance about the new budget line @sam
- [ ] Priya: Book the room

## 2026-10-19

Quiet week.

## 2026-10-26

- [ ] Plan the offsite in May
- NOTYETGIVEN The talk was too long

## Action items

- [ ] Priya: Send the deck
`;

const snippets = [
  'x',
  ' ',
  '\n',
  'Dana: ',
  '- [ ] Lee: ask\n',
  '[x]',
  '(Lee)',
  ' by Friday',
  '## 2026-10-20\n\n',
  '@lee',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  newText: fc.oneof(fc.constant(''), fc.constantFrom(...snippets)),
});

describe('a series after edits', () => {
  it('says what a series made anew says', function () {
    this.timeout(120_000);
    const runs = process.env.LONG === '1' ? 5000 : 60;
    fc.assert(
      fc.property(fc.constantFrom(promises, promises, example), fc.array(edit, { minLength: 1, maxLength: 6 }), hold),
      { numRuns: runs },
    );
  });
});

function hold(source: string, edits: readonly { at: number; length: number; newText: string }[]): void {
  let text = textOf(source);
  let document = read(text, null);
  let series = oneSeries([document], bareContext);
  void said(series);
  for (const { at, length, newText } of edits) {
    const start = Math.floor(at * text.length);
    text = editText(text, [{ span: { start, end: Math.min(text.length, start + length) }, newText }]);
    document = read(text, document);
    series = oneSeries([document], bareContext, series);
    assert.deepEqual(said(series), said(oneSeries([read(textOf(text.toString()), null)], bareContext)));
  }
}

function read(text: Text, before: Document | null): Document {
  const note = parseNote(text, readingOf(defaultConfiguration, 'dana.md'), before?.note);
  return {
    uri: 'file:///dana.md',
    path: 'dana.md',
    note,
    recognition: recognise(note, 'dana.md', defaultConfiguration),
  };
}

function said(series: Series): unknown {
  const threads = series.promises.map(({ copies, newest, ...thread }) => ({
    ...thread,
    newest: copies.indexOf(newest),
    copies: copies.map(({ written, meeting, ...copy }) => ({
      ...copy,
      meeting: meeting?.date.text,
      at: spanOf(documentAt(series, copy.uri).note, written.place),
    })),
  }));
  const findings = checkSeries(series, bareContext).map((finding) => ({ ...finding, fixes: finding.fixes }));
  return { threads, findings };
}
