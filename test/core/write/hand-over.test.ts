/** The hand-over pack: what the next manager needs, in the pair's own words, and nothing private. */
import assert from 'node:assert/strict';
import { handOverText } from '../../../server/src/core/write/hand-over.ts';
import { corpus } from '../../notes.ts';
import { openFixture, openWorkspace } from '../../workspace.ts';

const note = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- How are you?

## Private

- the plum agenda

## 2026-11-16

- Alerting: half the pages
- [ ] @sam asks for the budget by 2026-11-27

### 🔒 Between us

- [ ] @dana the plum promise

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Alerting

**Targets**

- [ ] Ten pages a week
- [x] A list of pages

<!-- private -->

#### Focus area: The plum area

<!-- /private -->
`;

describe('the hand-over pack', () => {
  it('says where the pair stands, with links to the notes', () => {
    const { series, context } = openFixture(`//- one-on-ones/dana.md\n${note}`);
    const text = handOverText(series[0]!, 'hand-over-dana.md', context);
    assert.match(text, /^# Hand-over: Dana Reyes\n/);
    assert.match(text, /- Manager so far: Sam Osei\n/);
    assert.match(text, /- Last 1:1: \[2026-11-16\]\(one-on-ones\/dana\.md#2026-11-16\)\n/);
    assert.match(
      text,
      /### Alerting\n\n- Target open: Ten pages a week\n- Target met: A list of pages\n- Last mentioned: 2026-11-16/,
    );
    assert.match(text, /- Sam Osei: asks for the budget, due 2026-11-27 \(\[2026-11-16\]/);
    assert.match(text, /## Standing agenda\n\n- How are you\?/);
    assert.doesNotMatch(text, /plum/);
  });

  it('is no 1:1 document, and no box in it is a promise', () => {
    const { series, context } = openFixture(`//- one-on-ones/dana.md\n${note}`);
    const text = handOverText(series[0]!, 'hand-over-dana.md', context);
    const { documents } = openWorkspace([{ path: 'hand-over-dana.md', text }]);
    assert.equal(documents[0]!.recognition.recognised, false);
  });

  it('is made of every document, ends with a line break and leaves no marks of ours', () => {
    for (const { path, text, settings } of corpus.filter(({ isPartOfSeries }) => !isPartOfSeries)) {
      const { series, context } = openWorkspace([...settings, { path, text }]);
      for (const one of series) {
        const pack = handOverText(one, 'pack.md', context);
        assert.ok(pack.endsWith('\n') && !/[\uE000-\uE0FF]|undefined|null\b/.test(pack), path);
      }
    }
  });
});
