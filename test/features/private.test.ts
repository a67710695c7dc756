/** Private text stays where it is: a word that stands only in private parts turns up in nothing that is shown elsewhere. */
import assert from 'node:assert/strict';
import { outlineJson } from '../../server/src/cli/outline.ts';
import { outlinePage } from '../../server/src/cli/outline-page.ts';
import { plainPaint } from '../../server/src/cli/terminal.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { rewrites } from '../../server/src/features/commands.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import type { Request } from '../../server/src/features/request.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { seriesSymbols, workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { openFixture } from '../workspace.ts';
import { isOpenLine, privateNotes as notes } from './private-notes.ts';

function opened(): Request {
  const { documents, series, context } = openFixture(notes);
  return { document: documents[0]!, series: series[0]!, context };
}

function checkNoPlum(shown: unknown, what: string): void {
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  const at = text.search(/plum/i);
  assert.ok(at < 0, `${what}: …${text.slice(Math.max(0, at - 120), at + 60)}…`);
}

/** The offset at the middle of each line that is not private. */
function openOffsets(): number[] {
  let offset = 0;
  return notes.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    return !isOpenLine(line) ? [] : [start, start + Math.floor(line.length / 2), start + line.length];
  });
}

describe('private text', () => {
  const request = opened();
  const { document, series, context } = request;

  it('is in no outline', () => {
    const outline = outlineJson({ document, series, context, pathOf: ({ path }) => path });
    checkNoPlum(outline, 'JSON');
    checkNoPlum(outlinePage(outline, 'notes.md', plainPaint), 'page');
    assert.deepEqual(
      outline.meetings.map(({ date, heading }) => [date, heading]),
      [
        ['2026-11-16', '2026-11-16'],
        ['2026-11-09', null],
        ['2026-10-05', '2026-10-05'],
        ['2026-09-21', '2026-09-21'],
        ['2026-09-14', null],
        ['2026-09-07', '2026-09-07'],
        ['2026-09-28', null],
      ],
    );
  });

  it('is in no symbol', () => {
    checkNoPlum(documentSymbols(request), 'document');
    for (const query of ['', 'plum', '2026', 'p'])
      checkNoPlum(workspaceSymbols([seriesSymbols(request)], query), 'workspace');
  });

  it('is in no lens, hint, link or action', () => {
    checkNoPlum(codeLenses(request, { showQuarter: '', showDue: '' }), 'lenses');
    checkNoPlum(inlayHints(request, { start: 0, end: notes.length }), 'hints');
    checkNoPlum(documentLinks(request), 'links');
    for (const offset of openOffsets())
      checkNoPlum(
        rewrites(request, offset, 'rewrites').map(({ title, kind }) => [title, kind]),
        'actions',
      );
  });

  it('is in no hover, completion or definition elsewhere', () => {
    for (const offset of openOffsets()) {
      const line = notes.slice(0, offset).split('\n').length;
      checkNoPlum(hover(request, offset) ?? '', `hover in line ${line}`);
      checkNoPlum(completion(request, offset, { snippets: true }), `completion in line ${line}`);
      checkNoPlum(definition(request, offset) ?? '', `definition in line ${line}`);
    }
  });

  it('is in no completion of what is being typed', () => {
    for (const typed of ['- [ ] @', '- Focus area: ', '### ', '### Checkpoint ', '- ', '']) {
      const source = notes.replace('- Toil: fewer pages', `- Toil: fewer pages\n${typed}`);
      const { documents, series: all, context: own } = openFixture(source);
      const offset = source.indexOf('fewer pages\n') + 'fewer pages\n'.length + typed.length;
      const again = { document: documents[0]!, series: all[0]!, context: own };
      checkNoPlum(completion(again, offset, { snippets: true }), typed);
    }
    const agenda = notes.replace('- Focus area: Toil\n', '- Focus area: Toil\n- \n');
    const { documents, series: all, context: own } = openFixture(agenda);
    const offset = agenda.indexOf('Toil\n- ') + 'Toil\n- '.length;
    checkNoPlum(
      completion({ document: documents[0]!, series: all[0]!, context: own }, offset, { snippets: true }),
      'agenda',
    );
  });

  it('is known also where the comment that opens it stands in text that is too complex to read', () => {
    const hostile = `${'a <b '.repeat(3000)}<!-- private -->\n\n### Actions\n\n- [ ] @Sam plants a tree of Plum\n`;
    const {
      documents,
      series: all,
      context: own,
    } = openFixture(notes.replace('- Toil: fewer pages\n', `${hostile}\n`));
    const [shown] = documents;
    checkNoPlum(
      outlineJson({ document: shown!, series: all[0]!, context: own, pathOf: ({ path }) => path }),
      'outline',
    );
  });

  it('is what these notes are full of', () => {
    assert.ok(notes.split('\n').filter((line) => /plum/i.test(line)).length > 30);
    assert.equal(semanticTokens(request).data.length % 5, 0);
  });
});
