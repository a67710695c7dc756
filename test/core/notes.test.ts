/** The documents of `test/notes/`: each is read as the page beside it says, and ordinary files are left alone. */
import assert from 'node:assert/strict';
import { corpus, expectationOf, ordinary, seriesFolders } from '../notes.ts';
import { openWorkspace } from '../workspace.ts';
import { understood, understoodSeries } from './understood.ts';

describe('the documents that people bring', () => {
  it('are many', () => {
    assert.ok(corpus.length >= 60, String(corpus.length));
  });

  for (const { path, text, settings } of corpus.filter(({ isPartOfSeries }) => !isPartOfSeries)) {
    it(`are read as the page beside them says: ${path}`, () => {
      const { documents, series } = openWorkspace([...settings, { path, text }]);
      assert.equal(understood(documents[0]!, series[0] ?? null).join('\n'), expectationOf(path));
    });
  }

  for (const { name, files, expected } of seriesFolders) {
    it(`are read together: ${name}`, () => {
      const { series } = openWorkspace(files);
      assert.equal(series.length, 1);
      assert.equal(understoodSeries(series[0]!).join('\n'), expected);
    });
  }
});

describe('ordinary files', () => {
  it('are many', () => {
    assert.ok(ordinary.length >= 25, String(ordinary.length));
  });

  const names = new Set(['handbook/one-on-ones/README.md', 'handbook/one-on-ones/questions.md']);
  for (const { path, text } of ordinary) {
    const file = { path: path.slice('ordinary/'.length), text };
    const byPathAlone = names.has(file.path);
    it(`get no finding${byPathAlone ? ', in a folder for 1:1 documents too' : ' and are no 1:1 documents'}: ${file.path}`, () => {
      const { documents, diagnostics } = openWorkspace([file]);
      assert.deepEqual(diagnostics, []);
      assert.equal(documents[0]!.recognition.recognised, byPathAlone, documents[0]!.recognition.why);
    });
  }

  it('get no finding beside each other and beside documents', () => {
    const dana = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-23\n\n- a\n';
    const files = ordinary.map(({ path, text }) => ({ path: path.slice('ordinary/'.length), text }));
    const { diagnostics } = openWorkspace([...files, { path: 'one-on-ones/dana.md', text: dana }]);
    assert.deepEqual(
      diagnostics.filter(({ uri }) => uri !== 'file:///one-on-ones/dana.md'),
      [],
    );
  });
});
