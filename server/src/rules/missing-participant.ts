import type { Context } from '../core/context.ts';
import { entryFor } from '../core/front-matter.ts';
import { misspeltKeys } from '../core/misspelt-keys.ts';
import type { Document, Series } from '../core/model.ts';
import { checksFrontMatter, isInternship, keepsRoutine } from '../core/query.ts';
import { firstLineOf, keysWritten } from '../core/write/front-matter.ts';
import type { Fix, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const missingParticipant: SeriesRule = {
  id: 'missing-participant',
  about: 'series',
  level: 'warning',
  step: 'reading the notes',
  summary: 'Nothing says who the report or the manager is.',
  why: `All documents of one report are looked at together, promises are given to people by name, and a summary says whose quarter it sums
up. Names are read from \`report\` and \`manager\` in the front matter, from lines such as \`Employee: Dana Reyes\`, and from a title such
as \`1:1 Dana Reyes / Sam Osei\`. Where nothing but plain notes is kept, nothing is asked for, and where only one of the two is known
there, it is a hint.`,
  examples: [
    {
      title: 'The manager is missing',
      note: `---
^^^ Nothing says who the manager is. Add manager to the front matter.
report: Dana Reyes
role: site-reliability-engineer
level: senior
---

## 2026-11-02

- Rota for December
`,
      fixed: `---
report: Dana Reyes
manager:
role: site-reliability-engineer
level: senior
---

## 2026-11-02

- Rota for December
`,
    },
    {
      title: 'No front matter, but a checkpoint',
      note: `# Weekly sync
^^^^^^^^^^^^^ Nothing says who the report and the manager are. Add report and manager to the front matter.

## 2026-10-05

### Checkpoint 2026-Q4

- Focus area: Incident response
`,
      fixed: `---
report:
manager:
---

# Weekly sync

## 2026-10-05

### Checkpoint 2026-Q4

- Focus area: Incident response
`,
    },
    {
      title: 'The title names both',
      note: `# 1:1 Dana Reyes / Sam Osei

## 2026-10-05

### Checkpoint 2026-Q4

- Focus area: Incident response
`,
    },
    {
      title: 'Plain notes without names',
      note: `## 2026-11-02

- Rota for December
`,
    },
  ],
  *check(series, context) {
    const missing = (['report', 'manager'] as const).filter((key) => series[key] === null);
    const document = series.documents[0];
    if (missing.length === 0 || document === undefined || !checksFrontMatter(document, series)) return;
    if (isInternship(series) || isNamedOtherwise(document, missing, context)) return;
    const isDeclared = keepsRoutine(series, context) || hasOurKeys(document);
    if (missing.length === 2 && !isDeclared) return;
    const at = firstLineOf(document);
    if (at === null) return;
    yield {
      at,
      message: `Nothing says who the ${missing.join(' and the ')} ${missing.length === 1 ? 'is' : 'are'}. Add ${missing.join(' and ')} to the front matter.`,
      severity: isDeclared ? undefined : 'hint',
      fixes: fixesFor(document, missing, series),
    };
  },
};

/** Who is who in a list of attendees is not known; a misspelt key is put right first. */
function isNamedOtherwise(document: Document, missing: readonly string[], context: Context): boolean {
  const { frontMatter } = document.note;
  if (entryFor(frontMatter, 'with') !== null || entryFor(frontMatter, 'attendees') !== null) return true;
  const { problems = [] } = frontMatter ?? {};
  const isThere = missing.some((key) => (entryFor(frontMatter, key)?.kind ?? 'empty') !== 'empty');
  return (
    problems.length > 0 || isThere || misspeltKeys(document.note, context).some(({ key }) => missing.includes(key))
  );
}

function hasOurKeys({ note }: Document): boolean {
  const keys = ['report', 'manager', 'kind', 'specialty', 'team', 'compa', 'cadence', 'started'];
  return keys.some((key) => entryFor(note.frontMatter, key) !== null);
}

/** Keys that are there without a value only wait for it. */
function fixesFor(document: Document, missing: readonly string[], series: Series): Fix[] {
  const absent = missing.filter((key) => entryFor(document.note.frontMatter, key) === null);
  if (absent.length === 0 || series.documents.length > 1) return [];
  const edits = keysWritten(
    document.note,
    absent.map((key) => [key, stop]),
  );
  return edits === null ? [] : [{ title: `Insert ${absent.join(' and ')}`, edits }];
}
