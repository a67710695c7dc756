import { formatDay } from '../core/calendar.ts';
import { entryFor } from '../core/front-matter.ts';
import { endsFor, shares, termsOf, type Terms } from '../core/internship.ts';
import type { Day, Document } from '../core/model.ts';
import { firstLineOf, keysWritten } from '../core/write/front-matter.ts';
import type { Finding, Fix, SeriesRule } from './rule.ts';
import { stop } from './tab-stops.ts';

export const internshipTerms: SeriesRule = {
  id: 'internship-terms',
  about: 'series',
  documents: 'internship',
  level: 'warning',
  step: 'internship',
  needs: 'history',
  summary: 'An internship has no agreed time share, no start and end, or a span that is too short or too long.',
  why: `Both managers agree how much of the working time an internship takes (10% or 20%) before it begins, and it lasts from six weeks to three
months: shorter teaches little, longer is a second job. The terms are read from \`share\`, \`started\` and \`ends\` in the front matter, or from lines
\`Time share:\`, \`Start:\` and \`End:\`.`,
  examples: [
    {
      title: 'Nothing is agreed yet',
      note: `---
^^^ The internship has no time share, start or end yet. Agree on them with both managers first.
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
started:
ends:
share:
---

# Internship in infrastructure
`,
    },
    {
      title: 'Half of the time, for half a year',
      note: `---
kind: internship
report: Ines Okafor
manager: Sam Osei
started: 2026-10-05
ends: 2027-04-02
      ^^^^^^^^^^ The internship is longer than three months. Choose an end by 2027-01-05.
share: 50%
       ^^^ The time share is neither 10% nor 20%. Agree on one of them with both managers.
---

# Internship in infrastructure
`,
    },
    {
      title: 'A month',
      note: `---
kind: internship
report: Ines Okafor
---

# Internship in infrastructure

- Time share: 20%
- Start: 5 October 2026
- End: 6 November 2026
       ^^^^^^^^^^^^^^^ The internship is shorter than six weeks. Choose an end from 2026-11-13 on.
`,
    },
    {
      title: 'Terms in lines of their own',
      note: `---
kind: internship
report: Ines Okafor
---

# Internship in infrastructure

**Time share:** 10 % of the week
**Start:** 2026-10-05
**End:** 2026-12-18
`,
    },
  ],
  *check(series) {
    const document = series.documents[0]!;
    const terms = termsOf(series);
    yield* missing(terms, document);
    const { share, start, end } = terms;
    if (share !== null && !shares.includes(share.percent ?? NaN)) {
      yield {
        at: share.place,
        message: 'The time share is neither 10% nor 20%. Agree on one of them with both managers.',
        fixes: shares.map((percent) => ({
          title: `Change the time share to ${percent}%`,
          edits: [{ at: share.place, newText: `${percent}%` }],
        })),
      };
    }
    if (start?.day == null || end?.day == null) return;
    const message = spanMessage(start.day, end.day);
    if (message !== null) yield { at: end.place, message };
  },
};

function spanMessage(start: Day, end: Day): string | null {
  const { earliest, latest } = endsFor(start);
  if (end < start) return 'The internship ends before it starts. Correct one of the dates.';
  if (end < earliest) return `The internship is shorter than six weeks. Choose an end from ${formatDay(earliest)} on.`;
  return end > latest ? `The internship is longer than three months. Choose an end by ${formatDay(latest)}.` : null;
}

function* missing(terms: Terms, document: Document): Generator<Finding> {
  const names = [
    ...(terms.share === null ? ['time share'] : []),
    ...(terms.start === null ? ['start'] : []),
    ...(terms.end === null ? ['end'] : []),
  ];
  const at = firstLineOf(document);
  if (names.length === 0 || at === null) return;
  const listed = names.join(', ').replace(/, ([^,]*)$/, ' or $1');
  yield {
    at,
    message: `The internship has no ${listed} yet. Agree on ${names.length === 1 ? 'it' : 'them'} with both managers first.`,
    fixes: insertion(terms, document),
  };
}

/** Keys that are there without a value only wait for it. */
function insertion(terms: Terms, { note }: Document): Fix[] {
  const keys = [
    ...(terms.start === null ? ['started'] : []),
    ...(terms.end === null ? ['ends'] : []),
    ...(terms.share === null ? ['share'] : []),
  ].filter((key) => entryFor(note.frontMatter, key) === null);
  const edits =
    keys.length === 0
      ? null
      : keysWritten(
          note,
          keys.map((key) => [key, stop]),
        );
  return edits === null ? [] : [{ title: `Insert ${keys.join(', ').replace(/, ([^,]*)$/, ' and $1')}`, edits }];
}
