/** Lenses, hints, links, folding, selection and symbols, on marked text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import type { Request } from '../../server/src/features/request.ts';
import { semanticLegend, semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { selectionRange } from '../../server/src/features/selection-ranges.ts';
import { seriesSymbols, workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { openFixture } from '../workspace.ts';

function opened(source: string, today?: string): Request {
  const { documents, series, context } = openFixture(source, today);
  return { document: documents[0]!, series: series[0]!, context };
}

/** Each as `line text: what is said`. */
function shown(source: string, list: readonly { line: number; text: string }[]): string[] {
  const lines = source.split('\n');
  return list.map(({ line, text }) => `${lines[line]}: ${text}`);
}

const note = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- Focus area: Toil

## 2026-11-16

- Toil: fewer pages, see [[2026-10-05]]
- [ ] @Sam asks for the budget by Friday
- [ ] @Dana writes the page by 2026-12-20

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil

**Targets**

- [x] Half the pages
- [ ] A tenth of them by 2026-12-15

#### Focus area: Incident lead

**Targets**

- [ ] Lead one by 2026-11-20

### Private

- [ ] @Sam the plum
`;

describe('code lenses', () => {
  const commands = { showQuarter: 'q', showDue: 'd' };
  const lenses = (source: string): string[] =>
    shown(
      source,
      codeLenses(opened(source), commands).map(({ range, command }) => ({
        line: range.start.line,
        text: command!.title,
      })),
    );

  it('say how the quarter, each focus area and what is due stand', () => {
    assert.deepEqual(lenses(note), [
      '### Checkpoint 2026-Q4: 2 focus areas · 1 of 3 targets met',
      '#### Focus area: Toil: last mentioned 2026-11-16 · 1 of 2 targets met',
      '#### Focus area: Incident lead: not mentioned yet · 1 meeting since · 0 of 1 target met',
      '## 2026-11-16: 2 due, 2 of them late',
    ]);
  });

  it('leave a document without a checkpoint in peace', () => {
    assert.deepEqual(lenses(note.slice(0, note.indexOf('## 2026-11-16'))), []);
  });
});

describe('inlay hints', () => {
  it('say weekday, week of quarter, and which day a relative due is', () => {
    const { document, ...rest } = opened(note);
    const hints = inlayHints({ document, ...rest }, { start: 0, end: note.length });
    assert.deepEqual(
      shown(
        note,
        hints.map(({ position, label }) => ({ line: position.line, text: String(label) })),
      ),
      [
        '## 2026-11-16: Mon · W7 2026-Q4',
        '- [ ] @Sam asks for the budget by Friday: 2026-11-20',
        '## 2026-10-05: Mon · W1 2026-Q4',
      ],
    );
    assert.deepEqual(inlayHints({ document, ...rest }, { start: 0, end: 20 }), []);
  });
});

describe('document links', () => {
  it('lead from a date in brackets to its meeting, and nowhere for a day without one', () => {
    const request = opened(note.replace('fewer pages', 'fewer pages [[2026-01-01]]'));
    assert.deepEqual(
      documentLinks(request).map(({ target }) => target),
      [`${request.document.uri}#L18`],
    );
  });
});

describe('semantic tokens', () => {
  /** Each as `type: text`. */
  const coloured = (source: string, within?: { start: number; end: number }): string[] => {
    const lines = source.split('\n');
    const { data } = semanticTokens(opened(source), within);
    let [line, character] = [0, 0];
    const found: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]! > 0) character = 0;
      line += data[i]!;
      character += data[i + 1]!;
      const text = lines[line]!.slice(character, character + data[i + 2]!);
      found.push(`${semanticLegend.tokenTypes[data[i + 3]!]}: ${text}`);
    }
    return found;
  };

  it('are what was understood: dates of meetings, quarters, focus areas and their parts', () => {
    const all = [
      'number: 2026-11-16',
      'number: 2026-10-05',
      'number: 2026-Q4',
      'type: Toil',
      'keyword: Targets',
      'type: Incident lead',
      'keyword: Targets',
    ];
    assert.deepEqual(coloured(note), all);
    const half = note.indexOf('#### Focus area: Toil');
    assert.deepEqual(coloured(note, { start: half, end: note.length }), all.slice(3));
  });

  it('are tags of a rolling list and quarters of a worksheet, and nothing of a date that is none', () => {
    const list = `---\nreport: Dana\nmanager: Sam\n---\n\n## Hallway\n\n- TODO Dana: a\n- FYI Sam: b\n- DONE Sam: c\n\n## EFW\n\n| Area | Q4 2026 |\n| --- | --- |\n| Toil | growing |\n\n## 03/04/2026\n`;
    assert.deepEqual(coloured(list), ['keyword: TODO', 'keyword: FYI', 'keyword: DONE', 'number: Q4 2026']);
  });
});

describe('folding', () => {
  it('folds sections and checkpoints from their heading to their last line', () => {
    const { document } = opened(note);
    const folds = foldingRanges({ document });
    const lines = note.split('\n');
    assert.ok(folds.every(({ startLine, endLine }) => endLine > startLine && lines[endLine]!.trim() !== ''));
    assert.ok(folds.some(({ startLine }) => lines[startLine] === '## 2026-11-16'));
    assert.ok(folds.some(({ startLine }) => lines[startLine] === '### Checkpoint 2026-Q4'));
  });
});

describe('selection', () => {
  it('grows strictly, around the cursor, to the whole document', () => {
    const { document } = opened(note);
    fc.assert(
      fc.property(fc.nat(note.length), (offset) => {
        const at = document.note.text;
        let range: ReturnType<typeof selectionRange> | undefined = selectionRange({ document }, offset);
        let inner = { start: offset, end: offset };
        let count = 0;
        for (; range !== undefined; range = range.parent) {
          const span = { start: at.offsetAt(range.range.start), end: at.offsetAt(range.range.end) };
          assert.ok(span.start <= inner.start && inner.end <= span.end);
          assert.ok(count === 0 || span.end - span.start > inner.end - inner.start);
          inner = span;
          count++;
        }
        assert.deepEqual(inner, { start: 0, end: note.length });
      }),
    );
  });
});

describe('symbols', () => {
  it('outline meetings with checkpoints and focus areas inside, every name inside its range', () => {
    const { document } = opened(note);
    const symbols = documentSymbols({ document });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Standing agenda', '2026-11-16', '2026-10-05'],
    );
    const [checkpoint] = symbols[2]!.children!;
    assert.deepEqual(
      checkpoint!.children!.map(({ name, detail }) => `${name} ${detail}`),
      ['Toil 1/2', 'Incident lead 0/1'],
    );
    const check = (list: typeof symbols): void => {
      for (const { name, range, selectionRange: own, children } of list) {
        assert.ok(name !== '');
        assert.ok(range.start.line <= own.start.line && own.end.line <= range.end.line);
        check(children ?? []);
      }
    };
    check(symbols);
  });

  it('of the workspace are focus areas, open promises and meetings, and nothing private', () => {
    const request = opened(note);
    const names = (query: string): string[] =>
      workspaceSymbols([seriesSymbols(request)], query).map(({ name }) => name);
    assert.deepEqual(names('toil'), ['Toil (2026-Q4)']);
    assert.deepEqual(names('bdgt'), ['asks for the budget']);
    assert.deepEqual(names('2026-1'), ['2026-11-16', '2026-10-05']);
    assert.deepEqual(names('plum'), []);
  });
});
