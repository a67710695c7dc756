/** What completion offers, and that it offers nothing where there is no choice. */
import assert from 'node:assert/strict';
import { applyEdits, textOf } from '../../server/src/core/text.ts';
import { completion } from '../../server/src/features/completion.ts';
import { readFixture } from '../fixture.ts';
import { openWorkspace } from '../workspace.ts';

function offered(source: string) {
  const { files, cursor } = readFixture(source);
  const { documents, series, context } = openWorkspace(files);
  const request = { document: documents[0]!, series: series[0]!, context };
  return { text: files[0]!.text, items: completion(request, cursor!.offset, { snippets: false }) };
}

function labels(source: string): string[] {
  return offered(source).items.map(({ label }) => label);
}

/** The text after choosing. */
function chosen(source: string, label: string): string {
  const { text, items } = offered(source);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `${label} is not among ${items.map((each) => each.label).join(', ')}`);
  const { range, newText } = item.textEdit as { range: { start: never; end: never }; newText: string };
  const lines = textOf(text);
  return applyEdits(text, [{ span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText }]);
}

const head = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei
`;

const checkpoint = `### Checkpoint FY26 Q4

#### Focus area: Toil

**Goals**

- Halve the pages

#### Focus area: Incident lead

**Goals**

- Lead one
`;

describe('completion', () => {
  it('offers keys of the front matter that are missing, and their values', () => {
    const keys = labels(head.replace('manager: Sam Osei', 'manager: Sam Osei\n$0'));
    assert.ok(keys.includes('role') && keys.includes('cadence') && !keys.includes('report'));
    assert.deepEqual(labels(head.replace('manager: Sam Osei', 'manager: Sam Osei\ncadence: $0')), [
      'weekly',
      'fortnightly',
      'monthly',
    ]);
    assert.deepEqual(labels(head.replace('manager: Sam Osei', 'manager: Sam Osei\nstarted: $0')), []);
  });

  it('offers the days of a meeting at the level and in the form of the others', () => {
    const source = `${head}\n## $0\n\n## Nov 16, 2026\n\n- a\n\n## Nov 9, 2026\n\n- b\n`;
    const found = labels(source);
    assert.deepEqual(found.slice(0, 2), ['Nov 24, 2026', 'Nov 30, 2026']);
    assert.match(chosen(source, 'Nov 24, 2026'), /^## Nov 24, 2026\n\n## Nov 16/m);
    assert.ok(!labels(source.replace('## $0', '### $0')).includes('Nov 24, 2026'));
  });

  it('offers quarter labels behind the name of a checkpoint, in the form of the last one', () => {
    const source = `${head}\n## 2026-11-16\n\n### Summary $0\n\n## 2026-10-05\n\n${checkpoint}`;
    assert.deepEqual(labels(source).slice(0, 3), ['FY26 Q4', 'FY27 Q1', 'FY26 Q3']);
    assert.match(chosen(source, 'FY26 Q4'), /^### Summary FY26 Q4$/m);
  });

  it('offers the parts that a focus area lacks, in the form of its checkpoint', () => {
    const source = `${head}\n## 2026-10-05\n\n${checkpoint}\n$0\n`;
    assert.deepEqual(labels(source), ['Responsibility', 'Targets', 'Ideas']);
    assert.match(chosen(source, 'Targets'), /^\*\*Targets\*\*$/m);
  });

  it('offers the people behind an @, and nothing inside an address', () => {
    const source = `${head}\n## 2026-11-16\n\n- [ ] @D$0 writes\n- [ ] @Mei reads\n`;
    assert.deepEqual(labels(source), ['@Dana', '@Sam', '@Mei']);
    assert.match(chosen(source, '@Dana'), /- \[ \] @Dana writes/);
    assert.deepEqual(labels(source.replace('@D$0', 'dana@ex$0')), []);
  });

  it('offers ratings in the cells of the worksheet, and none in its first column', () => {
    const source = `${head}\n## EFW\n\n| Area | 2026-Q4 |\n| --- | --- |\n| Toil | gr$0 |\n`;
    assert.deepEqual(labels(source), ['learning', 'growing', 'thriving', 'expert']);
    assert.match(chosen(source, 'growing'), /\| Toil \| growing \|/);
    assert.deepEqual(labels(source.replace('| Toil | gr$0', '| To$0il | gr')), []);
  });

  it('offers tags in a rolling list', () => {
    const source = `${head}\n## Hallway\n\n- TODO Dana: ask\n- FYI Sam: out on Friday\n- DISCUSS Dana: pay day\n- D$0\n`;
    assert.ok(labels(source).includes('DOTO'));
    assert.match(chosen(source, 'DOTO'), /^- DOTO $/m);
  });

  it('offers the focus areas that the standing agenda lacks', () => {
    const source = `${head}\n## Standing agenda\n\n- Focus area: Toil\n- $0\n\n## 2026-10-05\n\n${checkpoint.replace('FY26 Q4', '2026-Q4')}`;
    assert.deepEqual(labels(source), ['Focus area: Incident lead']);
  });

  it('is silent in the middle of a sentence', () => {
    assert.deepEqual(labels(`${head}\n## 2026-11-16\n\n- We talked about $0the pager\n`), []);
    assert.deepEqual(labels(`${head}\n## 2026-11-16\n\nWe talked | about $0the pager\n`), []);
  });
});
