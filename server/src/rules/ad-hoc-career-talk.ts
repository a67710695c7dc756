import { sectionSpeaksOf } from '../core/mentions.ts';
import type { Section } from '../core/model.ts';
import { openCheckpointsOf, openFocusAreasOf } from '../core/private.ts';
import { isCurrent } from '../core/quarters.ts';
import type { SeriesRule } from './rule.ts';

export const adHocCareerTalk: SeriesRule = {
  id: 'ad-hoc-career-talk',
  about: 'series',
  level: 'hint',
  step: 'every week',
  summary: 'A career section of a meeting touches none of the focus areas of the quarter.',
  why: `Mentoring happens on what the pair chose, tied to the quarter's real work. A wide-open career conversation every now and then is pleasant and
changes little. Only the current quarter is looked at, after its checkpoint, and only sections called career, growth or development.`,
  examples: [
    {
      title: 'Talk without an area',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Focus areas

- Incident response
- Toil reduction

## 2026-11-09

- Pager handover was a mess

### Career
    ^^^^^^ This career talk touches no focus area of 2026-Q4. Tie it to "Incident response" or "Toil reduction"

- Where do you see yourself in five years?
- Conference in spring, perhaps
`,
    },
    {
      title: 'Talk about what was chosen',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Focus areas

- Incident response
- Toil reduction

## 2026-11-09

### Career

- What is missing for senior? More of incident response when it is loud.
- Conference in spring, perhaps
`,
    },
    {
      title: 'Nothing was chosen yet',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

### Career

- Where do you see yourself in five years?
`,
    },
  ],
  *check(series, context) {
    const record = series.quarters.find(({ quarter }) => isCurrent(quarter, context));
    if (record === undefined) return;
    const areas = openFocusAreasOf(record).map(({ area }) => area);
    if (areas.length === 0) return;
    const since = record.quarter.start - 1;
    const decided = Math.min(...openCheckpointsOf(record).map(({ meeting }) => meeting?.day ?? since));
    for (const { day, meeting } of record.meetings) {
      if (day <= decided || day > context.today) continue;
      for (const section of careerSections(meeting.section)) {
        if (areas.some((area) => sectionSpeaksOf(section, area))) continue;
        yield {
          at: section.title.place,
          message: `This career talk touches no focus area of ${record.quarter.label}. Tie it to ${alternatives(areas.map(({ title }) => title.text))}, or keep it for the next checkpoint.`,
        };
      }
    }
  },
};

/** Those with something in them; what is private is nobody's business. */
function careerSections(section: Section): Section[] {
  if (section.isPrivate) return [];
  const isTalk =
    section.meaning === 'career' && section.entries.length + section.tables.length + section.sections.length > 0;
  return isTalk ? [section] : section.sections.flatMap(careerSections);
}

function alternatives(titles: readonly string[]): string {
  const quoted = titles.map((title) => `"${title}"`);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)!].filter((part) => part !== '').join(' or ');
}
