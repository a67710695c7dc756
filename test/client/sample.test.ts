/** The sample document, whenever somebody opens it. */
import assert from 'node:assert/strict';
import { sampleText } from '../../client/src/sample.ts';
import { openFixture } from '../workspace.ts';

const noon = (day: number): Date => new Date(2026, 0, day, 12);

describe('the sample document', () => {
  it('has its dates around the day it is asked for', () => {
    const text = sampleText(new Date(2026, 10, 24, 12));
    assert.deepEqual(
      [...text.matchAll(/\d{4}-\d\d-\d\d/g)].map(([date]) => date),
      ['2026-11-24', '2026-11-17', '2026-11-22', '2026-11-10', '2027-01-08'],
    );
  });

  it('goes by the calendar, also over a change of the clocks', () => {
    for (let day = 1; day <= 366; day++) {
      const [today, before] = [...sampleText(noon(day)).matchAll(/^## (.*)$/gm)].slice(1).map(([, date]) => date!);
      assert.equal((Date.parse(today!) - Date.parse(before!)) / 86_400_000, 7);
    }
  });

  it('leaves something to find, and no error, on every day of a year', () => {
    for (let day = 1; day <= 366; day += 9) {
      const today = noon(day).toISOString().slice(0, 10);
      const { diagnostics } = openFixture(sampleText(noon(day)), today);
      assert.ok(diagnostics.length > 0, today);
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
        today,
      );
    }
  });
});
