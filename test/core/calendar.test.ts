import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addMonths,
  civil,
  dayOf,
  endOfMonth,
  formatDay,
  nextMeetingDay,
  nextQuarter,
  parseDay,
  previousQuarter,
  quarterAt,
  quarterOf,
  quarterStart,
  weekday,
  weekdayAfter,
  weekdayOfWeek,
  weekOfQuarter,
} from '../../server/src/core/calendar.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const temporal = (day: number): Temporal.PlainDate => epoch.add({ days: day });
const first = parseDay('0000-01-01')!;
const last = parseDay('9999-12-31')!;
const anyDay = fc.integer({ min: first, max: last });
const anySettings = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  named: fc.constantFrom('start' as const, 'end' as const),
  label: fc.constantFrom('{yyyy}-Q{q}', 'FY{yy}-Q{q}', 'Q{q} {yyyy}'),
});
const fiscal = { startMonth: 2, named: 'end', label: 'FY{yy}-Q{q}' } as const;
const calendarYear = { startMonth: 1, named: 'start', label: '{yyyy}-Q{q}' } as const;

function checkQuarter(day: string, settings: Parameters<typeof quarterOf>[1], expected: string): void {
  const { label, start, end } = quarterOf(parseDay(day)!, settings);
  assert.equal(`${label} ${formatDay(start)} ${formatDay(end)}`, expected);
}

describe('civil days', () => {
  it('agree with Temporal in both directions', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = temporal(day);
        assert.deepEqual(civil(day), { year: date.year, month: date.month, day: date.day });
        assert.equal(dayOf(date.year, date.month, date.day), day);
        assert.equal(formatDay(day), date.toString());
        assert.equal(parseDay(date.toString()), day);
        assert.equal(weekday(day), date.dayOfWeek);
      }),
      { numRuns: 2000 },
    );
  });

  it('exist where Temporal says so and nowhere else', () => {
    const part = fc.integer({ min: -2, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2110 }), part, part, (year, month, day) => {
        const exists =
          month >= 1 &&
          day >= 1 &&
          (() => {
            try {
              Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
              return true;
            } catch {
              return false;
            }
          })();
        assert.equal(dayOf(year, month, day) !== null, exists);
      }),
      { numRuns: 2000 },
    );
    for (const odd of [NaN, Infinity, 1.5, -1, 10000]) assert.equal(dayOf(odd, 1, 1), null);
    assert.equal(dayOf(2026, 1.5, 1), null);
    assert.equal(dayOf(2026, 1, NaN), null);
  });

  it('are read from ISO days only', () => {
    for (const text of [
      '',
      '2026-2-3',
      '2026-02-30',
      ' 2026-02-03',
      '2026-02-03\n',
      '2026-02-03T10:00',
      '20260203',
      '+002026-02-03',
    ]) {
      assert.equal(parseDay(text), null, JSON.stringify(text));
    }
  });

  it('move by months as in Temporal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 100000 }), fc.integer({ min: -500, max: 500 }), (day, months) => {
        assert.equal(formatDay(addMonths(day, months)), temporal(day).add({ months }).toString());
      }),
    );
    assert.equal(formatDay(addMonths(parseDay('2026-01-31')!, 1)), '2026-02-28');
  });

  it('have weekdays around them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, number) => {
        const after = weekdayAfter(day, number);
        assert.equal(weekday(after), number);
        assert.ok(after > day && after <= day + 7);
        const within = weekdayOfWeek(day, number);
        assert.equal(weekday(within), number);
        assert.equal(within - number, day - weekday(day));
        assert.equal(civil(endOfMonth(day)).month, civil(day).month);
        assert.equal(civil(endOfMonth(day) + 1).day, 1);
      }),
    );
  });
});

describe('quarters', () => {
  it('follow the configured year', () => {
    checkQuarter('2022-02-01', fiscal, 'FY23-Q1 2022-02-01 2022-04-30');
    checkQuarter('2022-04-30', fiscal, 'FY23-Q1 2022-02-01 2022-04-30');
    checkQuarter('2022-01-31', fiscal, 'FY22-Q4 2021-11-01 2022-01-31');
    checkQuarter('2026-11-24', fiscal, 'FY27-Q4 2026-11-01 2027-01-31');
    checkQuarter('2026-11-24', calendarYear, '2026-Q4 2026-10-01 2026-12-31');
    checkQuarter('2026-11-24', { ...calendarYear, named: 'end' }, '2026-Q4 2026-10-01 2026-12-31');
    checkQuarter(
      '2026-06-30',
      { startMonth: 7, named: 'start', label: 'Q{q} {yyyy}' },
      'Q4 2025 2026-04-01 2026-06-30',
    );
  });

  it('hold their days, are three months long and follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 100000 }), anySettings, (day, settings) => {
        const quarter = quarterOf(day, settings);
        assert.ok(quarter.start <= day && day <= quarter.end);
        assert.equal(addMonths(quarter.start, 3), quarter.end + 1);
        assert.deepEqual(quarterAt(quarter.year, quarter.number, settings), quarter);
        const next = nextQuarter(quarter, settings);
        assert.equal(next.start, quarter.end + 1);
        assert.deepEqual(quarterOf(next.end, settings), next);
        assert.deepEqual(previousQuarter(next, settings), quarter);
        assert.equal(next.number, (quarter.number % 4) + 1);
        const named =
          settings.named === 'end'
            ? addMonths(quarterAt(quarter.year, 4, settings).end, 0)
            : quarterAt(quarter.year, 1, settings).start;
        assert.equal(civil(named).year, quarter.year);
        const week = weekOfQuarter(day, quarter);
        assert.ok(week >= 1 && week <= 14);
      }),
      { numRuns: 1000 },
    );
  });

  it('count weeks from their first day', () => {
    const quarter = quarterOf(parseDay('2026-11-01')!, fiscal);
    assert.equal(weekOfQuarter(parseDay('2026-11-01')!, quarter), 1);
    assert.equal(weekOfQuarter(parseDay('2026-11-07')!, quarter), 1);
    assert.equal(weekOfQuarter(parseDay('2026-11-08')!, quarter), 2);
  });
});

describe('the start of a quarter', () => {
  it('is that of the quarter that holds the day, and of those before it', () => {
    fc.assert(
      fc.property(anyDay, anySettings, (day, settings) => {
        const current = quarterOf(day, settings);
        assert.equal(quarterStart(day, settings), current.start);
        const before = previousQuarter(previousQuarter(current, settings), settings);
        assert.equal(quarterStart(day, settings, 2), before.start);
      }),
    );
  });
});

describe('the next meeting', () => {
  it('is a cadence later', () => {
    assert.equal(formatDay(nextMeetingDay(parseDay('2026-11-24')!, { every: 'days', days: 14 })), '2026-12-08');
    assert.equal(formatDay(nextMeetingDay(parseDay('2027-01-31')!, { every: 'month' })), '2027-02-28');
  });
});
