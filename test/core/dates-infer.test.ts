import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMonths, civil, formatDay, parseDay } from '../../server/src/core/calendar.ts';
import {
  assumeYears,
  findDates,
  inferNumericOrder,
  resolveDate,
  writeDate,
  type FoundDate,
} from '../../server/src/core/dates.ts';

const heading = { allowYearless: true };
const only = (text: string): FoundDate => {
  const [date, ...more] = findDates(text, heading);
  assert.ok(date && more.length === 0, text);
  return date;
};
const shown = (date: FoundDate): string =>
  date.day === null ? date.doubt! : formatDay(date.day) + (date.doubt === 'assumed-year' ? '?' : '');

function checkOrder(texts: string[], expected: 'mdy' | 'dmy' | null): void {
  assert.equal(inferNumericOrder(texts.map(only)), expected, texts.join(', '));
}

/** Headings in document order, and what they mean; `?` marks an assumed year. */
function checkYears(headings: string, expected: string, fileYear: number | null = null): void {
  assert.equal(assumeYears(headings.split(' | ').map(only), fileYear).map(shown).join(' | '), expected, headings);
}

describe('the order of numeric dates', () => {
  it('is decided by a part over 12 anywhere in the file', () => {
    checkOrder(['03/04/2026', '25/04/2026'], 'dmy');
    checkOrder(['03/04/2026', '04/25/2026'], 'mdy');
    checkOrder(['3/4', '25/4'], 'dmy');
    checkOrder(['03.04.2026', '25-04-26'], 'dmy');
  });

  it('stays open without evidence, and where it conflicts', () => {
    checkOrder([], null);
    checkOrder(['03/04/2026', '05/05/2026'], null);
    checkOrder(['04/25/2026', '25/04/2026'], null);
    checkOrder(['2026-04-25', 'April 25, 2026', '03/04/2026'], null);
    checkOrder(['31/13/2026'], null);
  });

  it('is decided by weekdays where nothing else does', () => {
    checkOrder(['Fri 03/04/2026'], 'dmy');
    checkOrder(['Wed 03/04/2026'], 'mdy');
    checkOrder(['Mon 03/04/2026'], null);
    checkOrder(['Fri 03/04/2026', '04/25/2026'], 'mdy');
  });

  it('resolves the dates that had two readings, and no others', () => {
    assert.equal(shown(resolveDate(only('03/04/2026'), 'dmy')), '2026-04-03');
    assert.equal(resolveDate(only('03/04/2026'), 'dmy').form, '{dd}/{mm}/{yyyy}');
    assert.deepEqual(resolveDate(only('03/04/2026'), 'dmy').candidates, []);
    assert.equal(shown(resolveDate(only('03/04/2026'), null)), 'ambiguous');
    assert.equal(shown(resolveDate(only('25/04/2026'), 'mdy')), '2026-04-25');
    assert.equal(shown(resolveDate(only('3/4'), 'dmy')), 'no-year');
    assert.equal(shown(resolveDate(only('2026-04-03'), 'dmy')), '2026-04-03');
    assert.equal(shown(resolveDate(only('31/04/2026'), 'mdy')), 'impossible');
    // The order of the file is stronger evidence than one weekday, which may be the mistake.
    assert.equal(shown(resolveDate(only('Fri 03/04/2026'), 'mdy')), '2026-03-04');
  });
});

describe('years that were left out', () => {
  it('keep the order with the nearest dated meeting', () => {
    checkYears('2025-12-29 | January 5 | 2026-01-12', '2025-12-29 | 2026-01-05? | 2026-01-12');
    checkYears('2026-01-12 | January 5 | 2025-12-29', '2026-01-12 | 2026-01-05? | 2025-12-29');
    checkYears(
      '2025-12-29 | December 30 | January 5 | 2026-01-12',
      '2025-12-29 | 2025-12-30? | 2026-01-05? | 2026-01-12',
    );
    checkYears('Dec 22 | Dec 29 | 2026-01-05 | 2026-01-12', '2025-12-22? | 2025-12-29? | 2026-01-05 | 2026-01-12');
    checkYears('2026-01-12 | 2026-01-05 | Dec 29 | Dec 22', '2026-01-12 | 2026-01-05 | 2025-12-29? | 2025-12-22?');
  });

  it('are the nearest where the order is unknown', () => {
    checkYears('2026-01-12 | Jan 5 | Dec 29', '2026-01-12 | 2026-01-05? | 2025-12-29?');
    checkYears('Dec 29 | 2026-01-12', '2025-12-29? | 2026-01-12');
  });

  it('are the year of the file, and else stay out', () => {
    checkYears('Dec 22 | Dec 29', '2025-12-22? | 2025-12-29?', 2025);
    checkYears('Dec 22 | Dec 29', 'no-year | no-year');
    checkYears('Feb 29', 'impossible', 2025);
    checkYears('Feb 29 | 2026-03-02', 'no-year | 2026-03-02');
    checkYears('Feb 29 | 2028-03-06', '2028-02-29? | 2028-03-06');
  });

  it('are not given to a date that has one or cannot have one', () => {
    checkYears('2026-01-12 | 03/04/2026 | 2026-02-30 | 3/4', '2026-01-12 | ambiguous | impossible | ambiguous', 2026);
  });

  it('are found again when they are removed from a weekly log', () => {
    const log = fc.record({
      first: fc.integer({ min: parseDay('2015-01-01')!, max: parseDay('2040-12-31')! }),
      steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 30 }),
      newestFirst: fc.boolean(),
      written: fc.infiniteStream(fc.boolean()),
    });
    fc.assert(
      fc.property(log, ({ first, steps, newestFirst, written }) => {
        const days = steps.reduce<number[]>((all, step) => [...all, all.at(-1)! + step], [first]);
        if (newestFirst) days.reverse();
        const keeps = days.map((_, index) => index === 0 || index === days.length - 1 || written.next().value!);
        // 29 February is left out: without its year it is nearer to no year than to the wrong one.
        fc.pre(days.every((day) => civil(day).month !== 2 || civil(day).day !== 29));
        const dates = days.map((day, index) =>
          only(writeDate(day, keeps[index] ? '{yyyy}-{mm}-{dd}' : '{Mon:en} {d}')),
        );
        const years = assumeYears(dates, null);
        assert.deepEqual(
          years.map((date) => formatDay(date.day!)),
          days.map(formatDay),
        );
        years.forEach((date, index) => assert.equal(date.doubt, keeps[index] ? null : 'assumed-year'));
        assert.equal(addMonths(first, 0), first);
      }),
      { numRuns: 500 },
    );
  });
});
