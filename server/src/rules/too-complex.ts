import { LONGEST_DOCUMENT } from '../core/bounds.ts';
import type { Region } from '../core/model.ts';
import { sourceOf } from '../core/write/habits.ts';
import type { SeriesRule } from './rule.ts';

export const tooComplex: SeriesRule = {
  id: 'too-complex',
  about: 'series',
  documents: 'all',
  level: 'info',
  step: 'reading the notes',
  summary:
    'A part of the document was left unread, because it is larger or more deeply nested than anything people write.',
  why: `Some texts of a few kilobytes, such as thousands of quote marks in a row, would stop the editor for minutes. Such a part is kept as it is and
not looked into; the rest of the document is read as always.`,
  examples: [
    {
      title: 'A hundred quotes, one in the other',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans

## Pasted

>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> why
^ This part is not read
`,
    },
    {
      title: 'An ordinary quote',
      note: `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

> > We said that.
>
> We did.
`,
    },
  ],
  *check(series) {
    for (const { note } of series.documents) {
      const [first] = note.regions;
      if (first && note.text.length > LONGEST_DOCUMENT) {
        yield {
          at: { anchor: first.anchor, start: 0, end: 1 },
          message:
            'This document is longer than 8 MB, so only its front matter is read. Split it, for instance by year.',
        };
        continue;
      }
      for (const place of note.gathered(unreadIn)) {
        const start = place.start + Math.max(0, sourceOf(note, place).search(/\S/));
        yield {
          at: { ...place, start, end: start + 1 },
          message:
            'This part is not read, because it is nested too deeply or too long. Shorten it, or put it into a code fence.',
        };
      }
    }
  },
};

const unreadIn = ({ unread }: Region): Region['unread'] => unread;
