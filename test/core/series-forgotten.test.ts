/** A series made with the help of an earlier one does not hold on to it: a day of typing must not fill the memory. */
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import type { Document, Series } from '../../server/src/core/model.ts';
import { parseNote } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { recognise } from '../../server/src/core/recognise.ts';
import { oneSeries } from '../../server/src/core/series.ts';
import { textOf } from '../../server/src/core/text.ts';
import { checkSeries } from '../../server/src/rules/run.ts';
import { bareContext } from '../context.ts';

setFlagsFromString('--expose-gc');
const clearUp = runInNewContext('gc') as () => void;
const path = 'one-on-ones/dana.md';
it('earlier versions of a series are let go, whatever was asked of them', async () => {
  const versions: WeakRef<object>[] = [];
  let document: Document | null = null;
  let series: Series | undefined;
  for (let letters = 0; letters < 6; letters++) {
    document = documentOf(`- [ ] Dana: Write the runbook${'!'.repeat(letters)}`, document);
    series = oneSeries([document], bareContext, series);
    checkSeries(series, bareContext);
    assert.equal(series.promises.length, 1);
    versions.push(new WeakRef(document));
    // What a WeakRef was made of is kept until the end of the turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  clearUp();
  const kept = versions.slice(0, 4).filter((version) => version.deref() !== undefined);
  assert.equal(kept.length, 0, 'earlier versions are still held');
  assert.ok(series);
});

function documentOf(promise: string, before: Document | null): Document {
  const source = `---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-10-05\n\n### Next steps\n\n${promise}\n`;
  const note = parseNote(textOf(source), readingOf(defaultConfiguration, path), before?.note);
  return { uri: `file:///${path}`, path, note, recognition: recognise(note, path, defaultConfiguration) };
}
