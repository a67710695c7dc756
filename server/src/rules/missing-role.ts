import type { Context } from '../core/context.ts';
import { entryFor } from '../core/front-matter.ts';
import { misspeltKeys } from '../core/misspelt-keys.ts';
import type { Document, Series } from '../core/model.ts';
import { isInternship } from '../core/query.ts';
import { findRole } from '../core/roles/catalogue.ts';
import { firstLineOf, keysWritten, yamlText } from '../core/write/front-matter.ts';
import type { Fix, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const missingRole: SeriesRule = {
  id: 'missing-role',
  about: 'series',
  level: 'info',
  step: 'start of the quarter',
  summary: 'The front matter names no role or no level, so that focus areas cannot be checked.',
  why: `Focus areas are chosen from what the role asks for at this level and the next. One document of the report that names both is
enough: the newest value counts for all, and the person page is the usual place.`,
  examples: [
    {
      title: 'The role is known, the level is not',
      note: `---
^^^ Nothing says which level Dana Reyes has, so focus areas cannot be checked. Add level to the front matter.
report: Dana Reyes
manager: Sam Osei
role: database-reliability-engineer
---

## 2026-11-02

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: database-reliability-engineer
level: intermediate
---

## 2026-11-02

- Rota for December
`,
    },
    {
      title: 'Neither is known; it is said once, in the newest file',
      note: `//- one-on-ones/dana/2026-11-09.md
---
^^^ Nothing says which role and level Dana Reyes has
report: Dana Reyes
manager: Sam Osei
date: 2026-11-09
---

- Rota for December
//- one-on-ones/dana/2026-11-02.md
---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-02
---

- Interview feedback
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
role: backend-engineer
level:
date: 2026-11-09
---

- Rota for December
`,
    },
    {
      title: 'The person page says it for all files',
      note: `//- one-on-ones/dana/README.md
---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---
//- one-on-ones/dana/2026-11-02.md
---
report: Dana Reyes
manager: Sam Osei
date: 2026-11-02
---

- Interview feedback
`,
    },
  ],
  *check(series, context) {
    const missing = (['role', 'level'] as const).filter((key) => series[key] === null);
    if (missing.length === 0 || !isAsked(series) || isInternship(series)) return;
    const document = placeToSay(series);
    const isWritten = series.documents.some(({ note }) =>
      missing.some(
        (key) =>
          (entryFor(note.frontMatter, key)?.kind ?? 'empty') !== 'empty' ||
          misspeltKeys(note, context).some((slip) => slip.key === key),
      ),
    );
    const at = firstLineOf(document);
    if (at === null || isWritten || (document.note.frontMatter?.problems.length ?? 0) > 0) return;
    const whose = series.report ?? 'the report';
    yield {
      at,
      message: `Nothing says which ${missing.join(' and ')} ${whose} has, so focus areas cannot be checked. Add ${missing.join(' and ')} to the front matter.`,
      fixes: fixesFor(document, series, context),
    };
  },
};

/** Plain notes are not asked for a role: front matter, a checkpoint, or one of the two says that the routine is meant. */
function isAsked(series: Series): boolean {
  return (
    series.documents.some(({ recognition }) => recognition.by === 'front-matter') ||
    series.quarters.some(({ checkpoints }) => checkpoints.length > 0) ||
    series.role !== null ||
    series.level !== null
  );
}

/** Where one of the two stands; else the person page, which holds no single meeting; else the newest file. */
function placeToSay(series: Series): Document {
  const given = series.role ?? series.level;
  if (given !== null) return given.document;
  const page = series.documents.find(({ note }) => note.frontMatter !== null && note.meetings.length === 0);
  return page ?? series.meetings.at(-1)?.document ?? series.documents[0]!;
}

/** More than these would be a list to scroll. */
const most = 8;

function fixesFor({ note }: Document, series: Series, { roles }: Context): Fix[] {
  const fix = (title: string, lines: [string, string][]): Fix[] => {
    const edits = keysWritten(note, lines);
    return edits === null ? [] : [{ title, edits }];
  };
  const level: [string, string][] = series.level === null ? [['level', stop]] : [];
  if (series.role !== null) {
    const levels = findRole(roles, series.role.text)?.levels.slice(0, most) ?? [];
    if (levels.length === 0) return fix('Insert level', [['level', stop]]);
    return levels.flatMap(({ id, title }) => fix(`Insert level ${id} (${title})`, [['level', yamlText(id)]]));
  }
  // Completion offers them one by one where a list would be too long.
  if (roles.length > most)
    return fix(series.level === null ? 'Insert role and level' : 'Insert role', [['role', stop], ...level]);
  return roles.flatMap(({ id, title }) => fix(`Insert role ${id} (${title})`, [['role', yamlText(id)], ...level]));
}
