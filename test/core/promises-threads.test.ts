/** Promises followed from meeting to meeting. */
import assert from 'node:assert/strict';
import { processorTime } from '../time.ts';
import fc from 'fast-check';
import { formatDay } from '../../server/src/core/calendar.ts';
import type { Day, PromiseCopy, PromiseThread, WrittenPromise } from '../../server/src/core/model.ts';
import { keyOf } from '../../server/src/core/promises/key.ts';
import { threadsOf, type Sitting } from '../../server/src/core/promises/threads.ts';
import { openFixture } from '../workspace.ts';

const people = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n';

function threadsIn(source: string): readonly PromiseThread[] {
  return openFixture(source, undefined, []).series.flatMap(({ promises }) => promises);
}

/** `state text: first seen to last seen, times carried`. */
function followed({ text, state, firstSeen, lastSeen, carried }: PromiseThread): string {
  const day = (seen: Day | null): string => (seen === null ? '?' : formatDay(seen).slice(5));
  return `${state} ${text}: ${day(firstSeen)} to ${day(lastSeen)}, ${carried}`;
}

function checkThreads(meetings: Readonly<Record<string, string>>, expected: readonly string[], before = people): void {
  const oldestFirst = Object.entries(meetings).map(([day, items]) => `## 2026-${day}\n\n### Actions\n\n${items}\n`);
  assert.deepEqual(threadsIn(before + oldestFirst.join('\n')).map(followed), expected);
  const newestFirst = [...oldestFirst].reverse().join('\n');
  assert.deepEqual(
    threadsIn(before + newestFirst)
      .map(followed)
      .sort(),
    [...expected].sort(),
  );
}

describe('a thread', () => {
  it('is one promise, however often it was copied', () => {
    checkThreads(
      {
        '10-05': '- [ ] @dana Write the runbook by Friday',
        '10-12': '* [ ] Dana: **Write** the runbook! (by 2026-10-16)',
        '10-19': '- [/] write the runbook → Dana',
        '10-26': '- [x] Write the runbook (Dana)',
      },
      ['done Write the runbook: 10-05 to 10-26, 3'],
    );
  });

  it('is one where the wording changed slightly, two where it did not mean the same', () => {
    checkThreads(
      {
        '10-05': '- [ ] Dana: Write the runbook for the cache\n- [ ] Sam: Ask finance about the budget',
        '10-12': '- [ ] Dana: Write the runbooks for the cache\n- [ ] Sam: Ask finance about the offsite',
      },
      [
        'open Write the runbooks for the cache: 10-05 to 10-12, 1',
        'open Ask finance about the budget: 10-05 to 10-05, 0',
        'open Ask finance about the offsite: 10-12 to 10-12, 0',
      ],
    );
  });

  it('does not join near texts of different owners, or of fewer than four words', () => {
    checkThreads(
      {
        '10-05': '- [ ] Dana: Read the long book\n- [ ] Send deck 1',
        '10-12': '- [ ] Sam: Read the long books\n- [ ] Send deck 2',
      },
      [
        'open Read the long book: 10-05 to 10-05, 0',
        'open Send deck 1: 10-05 to 10-05, 0',
        'open Read the long books: 10-12 to 10-12, 0',
        'open Send deck 2: 10-12 to 10-12, 0',
      ],
    );
  });

  it('goes on in a copy without owner, and keeps its owner', () => {
    const [thread, ...more] = threadsIn(
      `${people}## 2026-10-05\n\n- [ ] Dana: Read the long book\n\n## 2026-10-12\n\n- [ ] Read the long books by 2026-10-20\n`,
    );
    assert.deepEqual(more, []);
    assert.deepEqual(thread!.owners, ['Dana Reyes']);
    assert.equal(formatDay(thread!.due!), '2026-10-20');
    assert.equal(thread!.copies.length, 2);
  });

  it('never joins two of one meeting; the same owner goes on first', () => {
    checkThreads(
      { '10-05': '- [ ] Sam: Read the book\n- [ ] Dana: Read the book', '10-12': '- [x] Dana: Read the book' },
      ['open Read the book: 10-05 to 10-05, 0', 'done Read the book: 10-05 to 10-12, 1'],
    );
  });

  it('starts anew where a closed promise is open again, and goes on where it was moved', () => {
    checkThreads(
      {
        '10-05': '- [x] Update the worksheet\n- [>] Plan the offsite',
        '10-12': '- [ ] Update the worksheet\n- [ ] Plan the offsite',
        '10-19': '- [x] Update the worksheet\n- [-] Plan the offsite',
      },
      [
        'done Update the worksheet: 10-05 to 10-05, 0',
        'dropped Plan the offsite: 10-05 to 10-19, 2',
        'done Update the worksheet: 10-12 to 10-19, 1',
      ],
    );
  });

  it('goes on after meetings that left it out, and across files', () => {
    assert.deepEqual(
      threadsIn(`//- one-on-ones/dana/2026-10-05.md
---
report: Dana Reyes
manager: Sam Osei
---

- [ ] Dana: Plan the offsite
//- one-on-ones/dana/2026-10-12.md
---
report: dana reyes
---

- Nothing new
//- one-on-ones/dana/2026-10-19.md
---
report: Dana Reyes
---

- [ ] Plan the offsite @dana
`).map(followed),
      ['open Plan the offsite: 10-05 to 10-19, 1'],
    );
  });

  it('ends with the list outside meetings, where it stands there too', () => {
    const [thread, ...more] = threadsIn(
      `${people}## Action items\n\n- [x] Plan the offsite\n\n## 2026-10-05\n\n- [ ] Plan the offsite\n`,
    );
    assert.deepEqual(more, []);
    assert.equal(followed(thread!), 'done Plan the offsite: 10-05 to 10-05, 0');
  });

  it('is private as a whole or not at all', () => {
    const threads = threadsIn(
      `${people}## 2026-10-05\n\n### Private\n\n- [ ] Ask about the raise\n\n## 2026-10-12\n\n- [ ] Ask about the raise\n`,
    );
    assert.deepEqual(
      threads.map(({ isPrivate, carried }) => [isPrivate, carried]),
      [
        [true, 0],
        [false, 0],
      ],
    );
  });
});

// ---------------------------------------------------------------------------------------------------------------

function copyOf(text: string, state: WrittenPromise['state'], day: Day): PromiseCopy {
  const written = { text, key: keyOf(text), owners: [], state, due: null, isPrivate: false };
  return {
    written,
    text,
    key: written.key,
    owners: [],
    ownerForm: null,
    document: null,
    meeting: {},
    day,
  } as unknown as PromiseCopy;
}

function sittings(meetings: readonly (readonly PromiseCopy[])[]): Sitting[] {
  return meetings.map((copies, day) => ({ meeting: null, day, document: null, copies }) as unknown as Sitting);
}

describe('threads', () => {
  const texts = fc.constantFrom(
    'write the big runbook',
    'write the big runbooks',
    'ask',
    'Ask!',
    'plan an offsite now',
    '🙂',
    '',
  );
  const states = fc.constantFrom<WrittenPromise['state']>('open', 'done', 'dropped', 'moved', 'in-progress');
  const meetings = fc.array(fc.array(fc.tuple(texts, states), { maxLength: 5 }), { maxLength: 6 });

  it('hold every copy once, at most one of a meeting, in order, and nothing after their end but its repetition', () => {
    fc.assert(
      fc.property(meetings, (all) => {
        const given = sittings(all.map((items, day) => items.map(([text, state]) => copyOf(text, state, day))));
        const threads = threadsOf(given);
        const held = threads.flatMap(({ copies }) => copies);
        assert.equal(held.length, given.flatMap(({ copies }) => copies).length);
        assert.equal(new Set(held).size, held.length);
        for (const { copies, state, newest } of threads) {
          const days = copies.map(({ day }) => day!);
          assert.deepEqual(
            days,
            [...new Set(days)].sort((a, b) => a - b),
          );
          assert.equal(state, newest.written.state);
          const end = copies.findIndex(({ written }) => written.state === 'done' || written.state === 'dropped');
          if (end >= 0)
            assert.ok(
              copies.slice(end).every(({ written }) => written.state === 'done' || written.state === 'dropped'),
            );
        }
      }),
    );
  });

  const quick = (what: string, all: readonly (readonly string[])[], most = 150): void => {
    it(`are found quickly: ${what}`, () => {
      const given = sittings(all.map((items, day) => items.map((text) => copyOf(text, 'open', day))));
      const taken = processorTime(() => threadsOf(given));
      assert.ok(taken < 3 * most, `${taken} ms`);
    });
  };
  const different = (count: number, from: number): string[] =>
    Array.from({ length: count }, (_, i) => `write the report number ${(from + i) * 7919} for team ${i % 31} soon`);
  quick(
    '15,000 different ones',
    Array.from({ length: 1500 }, (_, week) => different(10, week * 10)),
  );
  quick(
    '15,000 copies of ten',
    Array.from({ length: 1500 }, () => different(10, 0)),
  );
  quick('15,000 different ones in two meetings', [different(7500, 0), different(7500, 7500)], 300);
  quick('15,000 equal ones in two meetings', [Array<string>(7500).fill('ask'), Array<string>(7500).fill('ask')]);
});
