import assert from 'node:assert/strict';
import type { Section } from '../../server/src/core/model.ts';
import { openWorkspace } from '../workspace.ts';

const head = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-16\n\n';

function sectionsIn(text: string): readonly Section[] {
  const { series } = openWorkspace([{ path: 'one-on-ones/dana.md', text }]);
  return series[0]!.meetings[0]!.meeting.section.sections;
}

it('comments that open private parts within private parts open none, however many there are', () => {
  const [only, ...others] = sectionsIn(`${head}${'<!-- private -->\n\n'.repeat(6000)}- [ ] Dana: rest\n`);
  assert.equal(others.length, 0);
  assert.ok(only!.isPrivate);
  assert.equal(only!.sections.length, 0);
  assert.deepEqual(
    only!.entries.map(({ text }) => text),
    ['Dana: rest'],
  );
});

it('one that closes ends them all', () => {
  const text = `${head}<!-- private -->\n\n- a\n\n<!-- private -->\n\n- b\n\n<!-- /private -->\n\n- c\n`;
  const { series } = openWorkspace([{ path: 'one-on-ones/dana.md', text }]);
  const { entries, sections } = series[0]!.meetings[0]!.meeting.section;
  assert.deepEqual(
    [entries, sections[0]!.entries].map((list) => list.map((entry) => entry.text)),
    [['c'], ['a', 'b']],
  );
});
