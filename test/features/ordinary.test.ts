/** Pages that only lie in a folder for 1:1 documents: the features themselves find nothing in them to show. */
import assert from 'node:assert/strict';
import { isSpokenOf } from '../../server/src/core/query.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import type { Request } from '../../server/src/features/request.ts';
import { seriesSymbols, workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { ordinary } from '../notes.ts';
import { openWorkspace } from '../workspace.ts';

describe('features over ordinary files', () => {
  for (const { path, text } of ordinary) {
    const file = { path: path.slice('ordinary/'.length), text };
    it(`have nothing to show: ${file.path}`, () => {
      const { documents, series, context } = openWorkspace([file]);
      const [found] = series;
      // Features are asked about recognised documents only.
      if (found === undefined) return assert.equal(documents[0]!.recognition.recognised, false);
      const request: Request = { document: documents[0]!, series: found, context };
      assert.equal(isSpokenOf(request.document, found), false);
      assert.deepEqual(codeLenses(request, { showQuarter: '', showDue: '' }), []);
      assert.deepEqual(inlayHints(request, { start: 0, end: text.length }), []);
      assert.deepEqual(workspaceSymbols([seriesSymbols(request)], ''), []);
    });
  }
});
