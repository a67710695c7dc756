import { promisesToKeep, quotedPromise, usualOwnerForm } from '../core/follow-through.ts';
import type { PromiseThread, Series } from '../core/model.ts';
import { hasContent } from '../core/query.ts';
import { owned } from '../core/write/promises.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const promiseWithoutOwner: SeriesRule = {
  id: 'promise-without-owner',
  about: 'series',
  documents: 'all',
  level: 'hint',
  step: 'every week',
  needs: 'history',
  summary: 'An open promise says nobody who does it, in a file where other promises do.',
  why: `Where a pair writes down who does what, a promise without a name is easily left to the other one. Files whose promises never
name anybody are left alone, and so is what was written before the past two quarters.`,
  examples: [
    {
      title: 'One of three has no owner',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

- [ ] Write the runbook
      ^^^^^^^^^^^^^^^^^ "Write the runbook" has no owner
- [ ] Ask finance @sam
- [x] Book the room @dana
`,
      fixed: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

- [ ] Write the runbook @dana
- [ ] Ask finance @sam
- [x] Book the room @dana
`,
    },
    {
      title: 'The owner stands above the list, or in an earlier copy',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-09

- [ ] Sam: Ask finance

## 2026-11-16

### Action items

**Dana**

- [ ] Write the runbook

**Sam**

- [ ] Ask finance
`,
    },
    {
      title: 'Written long ago',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-01-12

- [ ] Write the runbook

## 2026-11-16

- [ ] Ask finance @sam
`,
    },
    {
      title: 'Nobody is ever named',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

- [ ] Write the runbook
- [ ] Budget: ask finance
`,
    },
  ],
  *check(series, context) {
    if (!hasContent(series)) return;
    const owning = owningDocuments(series);
    if (owning.size === 0) return;
    for (const thread of promisesToKeep(series, context)) {
      if (thread.owners.length > 0 || !owning.has(thread.newest.uri)) continue;
      yield {
        at: thread.newest.written.words,
        message: `${quotedPromise(thread)} has no owner, though other promises here have one. Say who does it.`,
        fixes: () => fixesFor(thread, series),
      };
    }
  },
};

/** The addresses of the documents in which some promise has an owner. */
function owningDocuments({ documents, promises }: Series): Set<string> {
  const owning = new Set<string>();
  for (const { copies } of promises) {
    if (owning.size === documents.length) break;
    for (const { owners, uri } of copies) if (owners.length > 0) owning.add(uri);
  }
  return owning;
}

function fixesFor({ newest }: PromiseThread, series: Series): Fix[] {
  const { cast } = series;
  const form = usualOwnerForm(series) ?? 'label';
  return [cast.report, cast.manager].flatMap((owner): Fix[] => {
    const edit = owner === null ? null : owned(newest, series, owner, form);
    return edit === null ? [] : [{ title: `Give it to ${owner}`, edits: [edit] }];
  });
}
