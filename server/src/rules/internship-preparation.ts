import { isOver, missingModules } from '../core/internship.ts';
import { preparationLines, sectionAboveMeetings } from '../core/write/internship.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import type { SeriesRule } from './rule.ts';

export const internshipPreparation: SeriesRule = {
  id: 'internship-preparation',
  about: 'series',
  documents: 'internship',
  level: 'info',
  step: 'internship',
  needs: 'history',
  summary: 'An internship does not name the modules that prepare for it.',
  why: `An intern who has worked through the introduction and the intermediate module can follow an incident and ask good questions from the first week
on. Both belong on a list in the document, so that manager and intern see what is still to do. Nothing is said once the internship is over.`,
  examples: [
    {
      title: 'No preparation',
      note: `---
^^^ The introduction and the intermediate module are not on a list of preparation. Add a checklist.
kind: internship
report: Ines Okafor
manager: Sam Osei
started: 2026-10-05
ends: 2026-12-18
share: 10%
---

# Internship in infrastructure

## 2026-10-05

* Met the team
`,
      fixed: `---
kind: internship
report: Ines Okafor
manager: Sam Osei
started: 2026-10-05
ends: 2026-12-18
share: 10%
---

# Internship in infrastructure

## Preparation

* [ ] Introduction module, in three sittings of about 5, 30 and 30 minutes
* [ ] Intermediate module
  * [ ] Architecture
  * [ ] Metrics and logs
  * [ ] Review of a past incident
  * [ ] Sitting in on an incident
* [ ] Access requested where it is needed

## 2026-10-05

* Met the team
`,
    },
    {
      title: 'Only the first module',
      note: `---
^^^ The intermediate module is not on a list of preparation. Add a checklist.
kind: internship
report: Ines Okafor
---

# Internship in infrastructure

**Training modules**

- [x] Introduction
`,
    },
    {
      title: 'Both are on the list',
      note: `---
kind: internship
report: Ines Okafor
---

# Internship in infrastructure

## Before the first day

- Training: introduction (done), intermediate (from 2026-11-02)
`,
    },
    {
      title: 'It is over',
      note: `---
kind: internship
report: Ines Okafor
started: 2026-03-02
ends: 2026-05-29
---

# Internship in infrastructure
`,
    },
  ],
  *check(series, context) {
    const document = series.documents[0]!;
    const modules = missingModules(series);
    const at = firstLineOf(document);
    if (modules.length === 0 || at === null || isOver(series, context.today)) return;
    const edits = sectionAboveMeetings(document.note, 'Preparation', (mark) => preparationLines(modules, mark));
    const names = modules.join(' and the ');
    yield {
      at,
      message: `The ${names} module ${modules.length === 1 ? 'is' : 'are'} not on a list of preparation. Add a checklist.`,
      fixes: edits.length === 0 ? [] : [{ title: 'Insert a checklist for the preparation', edits }],
    };
  },
};
