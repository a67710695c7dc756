/** A look at a slice's lines says of its headings what a parse says, or that it cannot tell. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generate } from '../../bench/documents.mjs';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { glanceAt } from '../../server/src/core/glance.ts';
import { sliceFacts } from '../../server/src/core/headings.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { isRead } from '../../server/src/core/region.ts';
import { sliceText } from '../../server/src/core/slices.ts';
import { textOf } from '../../server/src/core/text.ts';
import { hardDocument, knownDocuments } from './slices/documents.ts';

const heading = fc.constantFrom(
  '## 2026-11-02',
  '## Agenda',
  '# 1:1 Dana / Sam ##',
  '####### x',
  '##\tTab\tin it \t#',
  '#',
  '### **Bold** 2026-11-02',
  '## Mon 2026-11-02 #notes',
  '## [a] b',
  '##  Q4 2026  ',
  '###### a \\# #',
  '## a\u2028# b',
  '## ##',
  '### #a#',
  '## a ## b ##\t',
  '##    ',
  '# \u00a0a\u00a0',
);
const line = fc.constantFrom(
  '',
  '',
  ' ',
  '_Fri 2026-11-06_',
  'Date: 2026-11-06',
  '2. November 2026',
  '2. November 2026 ',
  '2. November 2026\nAnd more',
  '  3. Mai 2026',
  '2. 11. 2026',
  '**Date:** 2026-11-06',
  '- 2026-11-06',
  '1. 2026-11-06',
  '2026-11-06',
  '    2026-11-06',
  '<!-- x --> 2026-11-06',
  '<!-- x -->',
  '[a]: /b',
  '![](x.png)',
  '![](x.png)\n2026-11-06',
  '| 2026-11-06 |',
  '| --- |',
  '---',
  '===',
  ' ## Indented',
  'Words of 2026-11-06 and more',
  '&nbsp;',
  '- [ ] Date: 2026-11-02',
  '- [x] Dana: ask by 2026-11-09',
  '- Date: 2026-11-02',
  '* **Date:** 2026-11-02',
  '1. `Date:` 2026-11-02',
  '- [Date](x): 2026-11-02',
  '- ~~Date: 2026-11-02~~',
  '- &#68;ate: 2026-11-02',
  '- <b>Date:</b> 2026-11-02',
  '-',
  '-   ',
  '  Date: 2026-11-02',
  '- <!-- x -->',
  '- [x] @dana Ask by 2026-11-09',
  '- @2026-11-06',
  '- "2026-11-06"',
  '- (2026-11-06)',
  '1. “2026-11-06”',
  '- ![](a.png)',
  '- > quote',
  '- [ ]',
  '**![](x)**',
  'Words enough that no line of them could be only a date of 2026-11-06 with [a link](b/2026)',
  '[one two three four five six seven eight](nine-ten) **eleven** twelve 2026-11-06',
  '> # quoted',
  '[details](https://example.com/d/1), 2026',
  '[2026-11-06](x)',
  '- [Date](x): 2026-11-06',
  '`[Date](x)` 2026-11-06',
  '[Date `a](x) b` 2026-11-06',
  '![Date](x) 2026-11-06',
  '**[Date](x):** 2026-11-06',
  '[Date](x y): 2026-11-06',
  '[a][b] 2026-11-06',
  '```',
  '```',
  '````',
  '~~~',
  '# comment',
  '   ```',
  '<div>',
  '> ```',
  '- ```',
  '~~2026-11-06~~',
  'Nov 6',
  '\u2028# no heading',
);
const small = fc
  .tuple(heading, fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([first, lines, eol]) => [first, ...lines].join(eol) + eol);

let certain = 0;

function hold(source: string): void {
  for (const slice of sliceText(textOf(source), sliceFacts).list) {
    const seen = glanceAt(slice.source);
    if (seen === null || slice.unread !== null) continue;
    certain++;
    assert.deepEqual(seen, slice.facts.headings, JSON.stringify(slice.source));
  }
}

describe('a glance at a slice', () => {
  it('says of its headings what a parse says, in hard documents', function () {
    this.timeout(process.env.LONG === '1' ? 0 : 120_000);
    const numRuns = process.env.LONG === '1' ? 20_000 : 300;
    fc.assert(fc.property(fc.oneof(hardDocument, small, small), hold), { numRuns });
    assert.ok(certain > numRuns / 4, 'it is hardly ever certain');
  });

  it('is all that a long document needs to know its meetings: hardly any of it is parsed', () => {
    const note = parseNote(
      textOf(generate({ type: 'running', bytes: 200_000 })),
      readingOf(defaultConfiguration, 'a.md'),
    );
    assert.ok(note.meetings.length > 50);
    assert.ok(note.meetings.every(({ date }) => date.day !== null));
    const read = note.regions.filter(isRead);
    assert.ok(read.length < 0.05 * note.regions.length, `${read.length} of ${note.regions.length}`);
  });

  it('is certain of nearly every slice of ordinary notes', () => {
    let all = 0;
    let sure = 0;
    for (const [name, source] of knownDocuments()) {
      if (!name.startsWith('examples/') && !name.startsWith('generated running')) continue;
      for (const slice of sliceText(textOf(source), sliceFacts).list) {
        all++;
        if (glanceAt(slice.source) !== null) sure++;
      }
    }
    assert.ok(sure > 0.9 * all, `${sure} of ${all}`);
  });
});
