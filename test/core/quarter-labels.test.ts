import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuarterLabel, isOnlyQuarterLabel, writeQuarterLabel } from '../../server/src/core/quarter-labels.ts';
import { checkLinear } from './linear.ts';

/** `«…»` marks what must be found; without it nothing may be. */
function checkLabel(marked: string, year?: number, number?: number): void {
  const text = marked.replace(/[«»]/g, '');
  const found = findQuarterLabel(text);
  if (year === undefined) return assert.equal(found, null, marked);
  assert.ok(found, marked);
  assert.equal(`${text.slice(0, found.start)}«${text.slice(found.start, found.end)}»${text.slice(found.end)}`, marked);
  assert.deepEqual([found.year, found.number], [year, number], marked);
  assert.equal(found.text, text.slice(found.start, found.end));
  assert.equal(writeQuarterLabel(found, found.form), found.text);
}

const spellings = [
  'FY27-Q4', 'FY27 Q4', 'FY2027-Q4', 'FY2027 Q4', 'FY27Q4', "FY'27 Q4", 'FY\u201927', "FY'27-Q4", 'FY 27 Q4', 'Q4 FY27', 'Q4-FY27', 'Q4FY27',
  "Q4 FY'27", 'Q4 FY\u201927', '2027-Q4', '2027 Q4', '2027Q4', 'Q4 2027', 'Q4-2027', "Q4'27", 'Q4\u201927', 'q4 fy27', 'fy27-q4', 'Q4, 2027', 'Q4/2027', '2027/Q4', 'FY27\u2013Q4',
].map((spelling) => (spelling === 'FY\u201927' ? 'FY\u201927 Q4' : spelling)); // prettier-ignore

describe('quarter labels', () => {
  it('are read in every spelling, alone and in a heading', () => {
    for (const spelling of spellings) {
      checkLabel(`«${spelling}»`, 2027, 4);
      checkLabel(`Checkpoint «${spelling}»`, 2027, 4);
      checkLabel(`«${spelling}» checkpoint`, 2027, 4);
      checkLabel(`Quarterly checkpoint («${spelling}»): two areas`, 2027, 4);
      checkLabel(`**«${spelling}»**`, 2027, 4);
      checkLabel(`\u{1F3AF} «${spelling}».`, 2027, 4);
      assert.ok(isOnlyQuarterLabel(`## ${spelling} \u{1F3AF}`), spelling);
      assert.ok(!isOnlyQuarterLabel(`${spelling} checkpoint`), spelling);
    }
  });

  it('are not read from anything else', () => {
    for (const text of [
      '', 'Q4', 'Quarter 4', 'In Q4 we shipped', 'SQ42026x', 'Q42026x', 'xFY27-Q4', 'Q5 2026', '2026-Q0', 'Q4 12 deals', '26-Q4', 'Q4 26',
      'https://notes.example/2026-Q4', 'https://notes.example/?q=FY27-Q4', 'see ../2026-Q4.md', 'report-2026-Q4', '2026-Q4.md', 'Q4 2026-11-02',
      'FAQ4 2026', 'Q4 20261', '12026 Q4', 'Q4 9999', 'FY27', 'Q4 FY2', '2026-11-02', 'Q42', 'IQ4 2026',
    ]) checkLabel(text); // prettier-ignore
  });

  it('are found where a bare number stands before them', () => {
    checkLabel('On 26 «Q4 2026»', 2026, 4);
    checkLabel('FY27 and «Q3 FY26»', 2026, 3);
    checkLabel('Q1 to «Q2 2026», then Q3 2026', 2026, 2);
  });

  it('come back from what is written, in every form', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 4 }),
        (spelling, year, number) => {
          const form = findQuarterLabel(spelling)!.form;
          const written = writeQuarterLabel({ year, number }, form);
          const found = findQuarterLabel(written)!;
          assert.deepEqual([found.year, found.number, found.form, found.text], [year, number, form, written]);
        },
      ),
    );
  });

  it('are looked for in linear time and without throwing', () => {
    for (const piece of ["FY'", 'Q4', 'Q4 ', '2026', '2026-', 'FY ', "Q4'", 'FY27-Q', 'Q4-FY']) {
      checkLinear(piece, findQuarterLabel);
    }
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'FYfy27\u2019\'-Qq4 x/.'), maxLength: 40 }), (text) => {
      const found = findQuarterLabel(text);
      if (found) assert.equal(text.slice(found.start, found.end), found.text);
    })); // prettier-ignore
  });
});
