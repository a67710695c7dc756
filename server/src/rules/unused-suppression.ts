import { removal } from '../core/write/suppression.ts';
import type { SuppressionRule } from './rule.ts';

export const unusedSuppression: SuppressionRule = {
  id: 'unused-suppression',
  about: 'suppressions',
  level: 'warning',
  step: 'configuration',
  needs: 'history',
  summary: 'A suppression hides nothing.',
  why: `What it was meant for is mended, so it can go: left standing, it would hide the next finding of the kind. Nothing is said where the rule is off, where the
notes name no role, since it may have had nothing to go by, or in meetings before the past two quarters, which most rules leave in peace.`,
  examples: [
    {
      title: 'Nothing to hide any more',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

<!-- one-on-one-ignore-section unknown-role -->
                               ^^^^^^^^^^^^ This suppression of unknown-role hides nothing. Remove it.

- Holiday plans
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

- Holiday plans
`,
    },
    {
      title: 'It hides a finding',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

<!-- one-on-one-ignore-next-line missing-checkpoint: on leave until November -->

## 2026-10-05

- Holiday plans
`,
    },
  ],
  *check(uses) {
    for (const { suppression, document, isKnown, hasRun, isUsed } of uses) {
      if (!isKnown || !hasRun || isUsed) continue;
      const edit = removal(document.note, suppression);
      yield {
        at: suppression.place,
        message: `This suppression of ${suppression.id} hides nothing. Remove it.`,
        fixes: edit === null ? [] : [{ title: 'Remove it', safe: true, edits: [edit] }],
      };
    }
  },
};
