import { misspeltKeys } from '../core/misspelt-keys.ts';
import { checksFrontMatter } from '../core/query.ts';
import type { SeriesRule } from './rule.ts';

export const misspeltKey: SeriesRule = {
  id: 'misspelt-key',
  about: 'series',
  level: 'info',
  step: 'reading the notes',
  summary: 'A key of the front matter is one or two letters away from a known one.',
  why: `A key that is not known is left alone, because front matter is shared with other tools. A slip of the finger would go unnoticed, and
with it the name, role or date that it gives. Only keys whose value fits are taken for a slip.`,
  examples: [
    {
      title: 'Two letters the wrong way round',
      note: `---
report: Dana Reyes
manager: Sam Osei
leevl: senior
^^^^^ "leevl" is not a known key. Did you mean level?
role: site-reliability-engineer
---
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
level: senior
role: site-reliability-engineer
---
`,
    },
    {
      title: 'The British spelling',
      note: `---
report: Dana Reyes
manager: Sam Osei
Speciality: networking
^^^^^^^^^^ "Speciality" is not a known key.
---
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
Specialty: networking
---
`,
    },
    {
      title: 'Keys of other tools, and a value that does not fit',
      note: `---
report: Dana Reyes
manager: Sam Osei
name: Weekly
data: 2026-11-02
rate: 4
rolex: submariner
---
`,
    },
  ],
  *check(series, context) {
    for (const document of series.documents) {
      if (!checksFrontMatter(document, series)) continue;
      for (const { entry, spelling } of misspeltKeys(document.note, context)) {
        const at = entry.key.place;
        yield {
          at,
          message: `"${entry.key.text}" is not a known key. Did you mean ${spelling}?`,
          fixes: [{ title: `Rename to ${spelling}`, safe: true, edits: [{ at, newText: spelling }] }],
        };
      }
    }
  },
};
