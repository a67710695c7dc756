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

  it('offers days for a date, groups for compa, terms of an internship, and rules to ignore', () => {
    const keyed = (line: string): string => head.replace('manager: Sam Osei', `manager: Sam Osei\n${line}`);
    assert.deepEqual(labels(keyed('date: $0')), ['2026-11-24']);
    assert.deepEqual(labels(keyed('compa: $0')), ['learning', 'growing', 'thriving', 'expert']);
    assert.ok(labels(keyed('kind: internship\n$0')).includes('share'));
    assert.ok(!labels(keyed('$0')).includes('share'));
    const ids = labels(keyed('ignore: [vague-target, m$0]'));
    assert.ok(ids.includes('missing-summary') && !ids.includes('vague-target'));
    assert.match(
      chosen(keyed('ignore: [vague-target, m$0]'), 'missing-summary'),
      /ignore: \[vague-target, missing-summary\]/,
    );
  });

  it('offers keys in front matter that nobody has closed yet, above notes', () => {
    const source = '---\nreport: Dana Reyes\nman$0\n\n# 1:1 Dana Reyes / Sam Osei\n\n## 2026-11-16\n\n- a\n';
    assert.ok(labels(`//- one-on-ones/d.md\n${source}`).includes('manager'));
    assert.deepEqual(labels(`//- one-on-ones/d.md\n${source.replace('report: Dana Reyes', 'A line of text')}`), []);
  });

  it('offers the rules in a comment that suppresses', () => {
    const source = `${head}\n## 2026-11-16\n\n<!-- one-on-one-ignore-section missing-$0 -->\n`;
    assert.match(chosen(source, 'missing-summary'), /ignore-section missing-summary -->/);
    assert.deepEqual(labels(`${head}\n## 2026-11-16\n\n<!-- - [ ] @$0 -->\n`), [], 'any other comment holds nothing');
  });

  it('offers the headings that the pair use, where they use them', () => {
    const meeting = (day: number): string => `\n## 2026-11-${day}\n\n### Wins\n\n- a\n\n### Themen\n\n- b\n`;
    const source = `${head}${meeting(16)}${meeting(9)}`.replace('### Themen', '### $0');
    const found = labels(source);
    assert.deepEqual(found.slice(0, 3), ['Checkpoint 2026-Q4', 'Summary 2026-Q4', 'Actions'], 'once is no habit');
    const third = labels(`${head}\n## 2026-11-23\n\n### $0\n${meeting(16)}${meeting(9)}`);
    assert.deepEqual(third.slice(0, 2).sort(), ['Themen', 'Wins']);
    assert.ok(
      !third.includes('Standing agenda') && labels(`${head}\n## $0\n${meeting(16)}`).includes('Standing agenda'),
    );
  });

  it('offers quarters as headings where the file groups meetings by them, and in the header of the worksheet', () => {
    const grouped = `${head}\n## $0\n\n## Q3 2026\n\n### 2026-09-28\n\n- a\n\n#### Summary Q3 2026\n\n- b\n`;
    assert.deepEqual(labels(grouped).slice(0, 2), ['Q4 2026', 'Q1 2027']);
    const table = `${head}\n## EFW\n\n| Area | 2026-Q3 | 2$0 |\n| --- | --- | --- |\n| Toil | growing | |\n`;
    assert.deepEqual(labels(table), ['2026-Q4', '2027-Q1']);
    assert.match(chosen(table, '2026-Q4'), /\| 2026-Q3 \| 2026-Q4 \|/);
  });

  it('offers quarter labels behind a name in another language', () => {
    const source = `${head}\n## 2026-11-16\n\n### Quartals-Checkpoint $0\n`;
    assert.deepEqual(labels(source), ['2026-Q4', '2027-Q1', '2026-Q3']);
    assert.ok(!labels(source.replace('Quartals-Checkpoint', 'About the')).includes('2026-Q4'));
  });

  it('writes the snippet of a meeting as the others are written', () => {
    const source = `${head}\n1on1$0\n\n## Mon, Nov 16, 2026\n\n- a\n\n## Mon, Nov 9, 2026\n\n- b\n`;
    assert.match(chosen(source, '1on1-meeting-today'), /^## Tue, Nov 24, 2026$/m);
  });

  it('is silent in code, comments and quotes', () => {
    for (const text of [
      '```sh\n# $0\n```',
      '~~~\n- [ ] @$0\n~~~',
      '> ## $0',
      '- a\n\n  ```\n  # $0\n  ```',
      '<!-- \n## $0\n-->',
    ])
      assert.deepEqual(labels(`${head}\n## 2026-11-16\n\n${text}\n`), [], text);
    assert.ok(labels(`${head}\n## 2026-11-16\n\n\`\`\`\na\n\`\`\`\n\n- [ ] @$0\n`).length > 0, 'behind a closed fence');
  });

  it('is silent in the middle of a sentence', () => {
    assert.deepEqual(labels(`${head}\n## 2026-11-16\n\n- We talked about $0the pager\n`), []);
    assert.deepEqual(labels(`${head}\n## 2026-11-16\n\nWe talked | about $0the pager\n`), []);
  });
});
