/** The bundle that translators start from holds every text of the client, and nothing else. `UPDATE=1` writes it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { quarterContent } from '../client/src/quarter/page.ts';
import { quarterProgress } from '../server/src/core/progress.ts';
import { sayingWith } from '../server/src/core/say.ts';
import { quarterSvg, quarterSvgFile } from '../server/src/core/write/quarter-picture.ts';
import { quarterMarkdown } from '../server/src/core/write/quarter-table.ts';
import type { QuarterAnswer, ViewPlace, ViewState } from '../server/src/lsp/protocol.ts';
import { openFixture } from './workspace.ts';

const bundle = new URL('../l10n/bundle.l10n.json', import.meta.url);
/** Where texts are that people see in their own language: the client, and the pages that the server makes for it. */
const sources = ['../client/src/', '../server/src/core/'].map((path) => new URL(path, import.meta.url));

function textsOf(source: string): string[] {
  // A text is one string in the source: no template, and nothing added to it.
  return [...source.matchAll(/\b(?:l10n\.t|say)\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
    JSON.parse(
      `"${text!
        .slice(1, -1)
        .replace(/\\'/g, "'")
        .replace(/(?<!\\)"/g, '\\"')}"`,
    ),
  );
}

describe('texts of the client', () => {
  const files = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => new URL(name, folder)),
  );
  const code = files.map((file) => readFileSync(file, 'utf8'));

  it('are all in the bundle, and nothing else is', () => {
    const texts = [...new Set(code.flatMap(textsOf))].sort();
    assert.ok(texts.length > 50);
    const expected = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(bundle, expected);
    assert.equal(readFileSync(bundle, 'utf8'), expected, 'UPDATE=1 writes it');
  });

  it('are each one string, so that they can be found', () => {
    for (const [index, source] of code.entries()) {
      const all = [...source.matchAll(/\b(?:l10n\.t|say)\(/g)].length;
      assert.equal(textsOf(source).length, all, files[index]!.pathname);
    }
  });
});

/** A language without letters: what is left of a page's words in it was not translated. */
const lettersGone = sayingWith(
  new Map(
    Object.keys(JSON.parse(readFileSync(bundle, 'utf8'))).map((text) => [text, text.replaceAll(/\p{L}+/gu, '\u203B')]),
  ),
);

/** The words that a person sees or hears of it, without those of the notes, which are all capitals here. */
function lettersOf(page: string): string[] {
  const attributes = [...page.matchAll(/ (?:aria-label|title)="([^"]*)"/g)].map(([, words]) => words!);
  const words = page.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/\b[A-Z]{2,}\b|2026-Q\d/g, '');
  return [...words.matchAll(/\p{L}+/gu), ...attributes.join(' ').matchAll(/\p{L}+/gu)].map(([word]) => word);
}

describe('the page of a quarter', () => {
  const states = ['[x] DONE', '[ ] OPEN', '[/] HALF', '[-] DROPPED', '[>] MOVED'];
  const note = `---
report: ANA
manager: BO
---

# 1:1 ANA / BO

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: TOIL

**Targets**

${states.map((target) => `- ${target}`).join('\n')}

#### Focus area: CALM

## 2026-10-12

- TOIL
- [ ] @ANA ASKS
- [x] @BO GIVES

## 2026-10-19

- TOIL
`;
  const plain = note.slice(0, note.indexOf('### Checkpoint'));
  const drawings = [
    [note, '2026-10-21'],
    [note, '2027-02-01'],
    [`${note}\n### Summary 2026-Q4\n\n- TOIL: DONE\n`, '2026-12-30'],
    [plain, '2026-10-06'],
  ] as const;

  for (const make of [quarterSvg, quarterSvgFile, quarterMarkdown])
    it(`can be said in another language, every word of it: ${make.name}`, () => {
      for (const [text, today] of drawings) {
        const { series, context } = openFixture(text, today);
        const record = series[0]!.quarters.find(({ quarter }) => quarter.label === '2026-Q4')!;
        const progress = quarterProgress(record, series[0]!, context);
        assert.deepEqual(
          lettersOf(make(progress, 'ANA', context.today, lettersGone)).filter((word) => word !== 'x'),
          [],
        );
      }
    });

  it('can be said in another language, every word of it: the tables', () => {
    const place: ViewPlace = {
      uri: 'file:///a.md',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    };
    const target = (state: ViewState) => ({ text: 'TEXT', state, due: null, isOverdue: true, place });
    const area = {
      title: 'TOIL',
      place,
      targetsMet: 1,
      lastMentioned: null,
      meetingsSince: 3,
      isQuiet: true,
      mentions: [],
    };
    const answer: QuarterAnswer = {
      ...{ name: 'ANA', label: '2026-Q4', start: '2026-10-01', end: '2026-12-31', today: '2026-10-20' },
      ...{ quarters: ['2026-Q3', '2026-Q4'], checkpoint: place, summary: place, svg: '', markdown: '' },
      meetings: [
        {
          ...{ date: '2026-10-05', week: 1, place, hasCheckpoint: true, hasSummary: true },
          ...{ promisesOpened: 1, promisesClosed: 1 },
        },
      ],
      focusAreas: [
        { ...area, targets: (['open', 'done', 'dropped', 'moved', 'in-progress'] as const).map(target) },
        { ...area, targets: [], isQuiet: false },
      ],
    };
    for (const given of [answer, null]) assert.deepEqual(lettersOf(quarterContent(given, lettersGone)), []);
  });
});
