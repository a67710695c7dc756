import { removal } from '../core/write/suppression.ts';
import type { SuppressionRule } from './rule.ts';

export const unknownSuppression: SuppressionRule = {
  id: 'unknown-suppression',
  about: 'suppressions',
  level: 'warning',
  step: 'configuration',
  summary: 'A suppression names no rule.',
  why: `A suppression with a misspelt name hides nothing, and the finding that it was meant for comes back as a surprise.`,
  examples: [
    {
      title: 'A rule that does not exist',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

## 2026-10-05

<!-- one-on-one-ignore-section missing-chekpoint -->
                               ^^^^^^^^^^^^^^^^^ "missing-chekpoint" is not a rule. Did you mean missing-checkpoint?

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
      title: 'A rule that exists, with a reason',
      note: `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

<!-- one-on-one-ignore-file missing-checkpoint: we start in spring -->

## 2026-10-05

- Holiday plans
`,
    },
  ],
  *check(uses) {
    for (const { suppression, document, isKnown, likely } of uses) {
      if (isKnown) continue;
      const fixes = removal(document.note, suppression);
      yield {
        at: suppression.place,
        message: `"${suppression.id}" is not a rule. ${likely === null ? 'Remove it, or look for its name in the list of rules.' : `Did you mean ${likely}?`}`,
        fixes: [
          ...(fixes === null ? [] : [{ title: 'Remove it', safe: true, edits: [fixes] }]),
          ...(likely === null
            ? []
            : [{ title: `Change to ${likely}`, edits: [{ at: suppression.place, newText: likely }] }]),
        ],
      };
    }
  },
};
