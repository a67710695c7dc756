import { isOver, saysHowToWork } from '../core/internship.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import { sectionAboveMeetings, waysOfWorkingLines } from '../core/write/internship.ts';
import type { SeriesRule } from './rule.ts';

export const internshipWaysOfWorking: SeriesRule = {
  id: 'internship-ways-of-working',
  about: 'series',
  documents: 'internship',
  level: 'info',
  step: 'internship',
  needs: 'history',
  summary: 'An internship does not say how the intern works with the team.',
  why: `With a tenth or a fifth of the week, an internship lives from working beside somebody: pairing on an issue or on work towards an OKR, shadowing the
on-call for two weeks, or shadowing the delivery team. One of them is enough. Nothing is said once the internship is over.`,
  examples: [
    {
      title: 'No way of working',
      note: `---
^^^ Nothing says how the intern works with the team. Plan to pair on an issue, shadow the on-call or shadow the delivery.
kind: internship
report: Ines Okafor
manager: Sam Osei
---

# Internship in infrastructure
`,
      fixed: `---
kind: internship
report: Ines Okafor
manager: Sam Osei
---

# Internship in infrastructure

## Ways of working

- [ ] Pair on an issue, or on work towards an OKR
- [ ] Shadow the on-call for two weeks, with somebody in a similar time zone
- [ ] Shadow the delivery team through a release
`,
    },
    {
      title: 'Shadowing the on-call',
      note: `---
kind: internship
report: Ines Okafor
---

# Internship in infrastructure

## 2026-10-05

- Ines shadows Femi's on-call in weeks 42 and 43
`,
    },
  ],
  *check(series, context) {
    const document = series.documents[0]!;
    const at = firstLineOf(document);
    if (at === null || saysHowToWork(series) || isOver(series, context.today)) return;
    const edits = sectionAboveMeetings(document.note, 'Ways of working', waysOfWorkingLines);
    yield {
      at,
      message:
        'Nothing says how the intern works with the team. Plan to pair on an issue, shadow the on-call or shadow the delivery.',
      fixes: edits.length === 0 ? [] : [{ title: 'Insert ways of working', edits }],
    };
  },
};
