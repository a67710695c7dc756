import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay, parseDay, weekday } from '../../server/src/core/calendar.ts';
import { commonForm, findDates, isWrittenIn, writeDate, writeWeekday } from '../../server/src/core/dates.ts';

const examples = [
  '2026-11-02', '2026/11/02', '2026.11.02', '2026-1-2', '[2026-11-02]', '[[2026-11-02]]', '11/25/2026', '25.11.2026', '1/25/2026', '25-11-26', '1/25/26',
  'November 2, 2026', 'Nov 2 2026', 'Nov. 2, 2026', 'November 2nd, 2026', 'Nov-02-2026', "Nov 2 '26", 'NOVEMBER 2, 2026', '2 November 2026', '2nd Nov 2026', '02 Nov 2026', '2nd of November 2026',
  '2-Nov-2026', '2-Nov-26', '2 nov 2026', '2. Oktober 2026', '2. November 2026', '25. 11. 2026', '02. Okt. 2026', '2.Dezember 2026', '2 octobre 2026', '1er octobre 2026', '2 déc. 2026', '2 de octubre de 2026', '2 dic 2026',
  '2 ottobre 2026', '1º ottobre 2026', '2 de outubro de 2026', '2026-Nov-02', 'octubre 2, 2026',
]; // prettier-ignore
const weekdays = [
  'Mon 2026-11-02',
  'Monday, 2026-11-02',
  '2026-11-02 (Mon)',
  '2026-11-02, Monday',
  'Montag, den 2. Dezember 2026',
  'lundi 2 décembre 2026',
  'Mo, 25.11.2026',
  'segunda-feira, 2 de dezembro de 2026',
  'Monday (2026-11-02)',
];
const anyDay = fc.integer({ min: parseDay('2010-01-01')!, max: parseDay('2049-12-31')! });
const written = (text: string): NonNullable<ReturnType<typeof findDates>[0]> => findDates(text)[0]!;

describe('a day written like another date', () => {
  it('is read as that day, in that form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), anyDay, (example, day) => {
        const { form, numbers } = written(example);
        const text = writeDate(day, form);
        const [date, ...more] = findDates(text, { numericOrder: numbers.order });
        assert.equal(more.length, 0);
        assert.ok(date, `${example}: ${text}`);
        assert.equal(date.day, day, `${example}: ${text}`);
        assert.equal(date.text, text);
        // A form may have more than its text shows: `12/25/2026` says nothing of zeros.
        assert.ok(isWrittenIn(date, form), `${form}: ${text}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the text itself for the same day', () => {
    for (const example of examples) assert.equal(writeDate(written(example).day!, written(example).form), example);
  });

  it('has its weekday written in the same way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...weekdays), anyDay, (example, day) => {
        const { form, weekday: beside } = written(example);
        const text = writeDate(day, form, { weekday: beside!.form });
        const [date] = findDates(text, { numericOrder: 'dmy' });
        assert.equal(date!.day, day, text);
        assert.equal(date!.weekday?.number, weekday(day), text);
        // `sábado` and `abril` are Spanish as well as Portuguese: the form found may be the other one.
        assert.equal(writeDate(day, date!.form, { weekday: date!.weekday!.form }), text);
      }),
      { numRuns: 1000 },
    );
    assert.equal(
      writeDate(parseDay('2026-11-03')!, written('Mon, Nov 2').form, { weekday: written('Mon, Nov 2').weekday!.form }),
      'Tue, Nov 3',
    );
    assert.equal(writeDate(parseDay('2026-11-03')!, '{yyyy}-{mm}-{dd}', { weekday: null }), '2026-11-03');
  });

  it('can have its weekday corrected alone', () => {
    const tuesday = parseDay('2026-11-03')!;
    for (const [text, expected] of [
      ['Mon 2026-11-03', 'Tue'],
      ['monday, 2026-11-03', 'tuesday'],
      ['Mo, 03.11.2026', 'Di'],
      ['lundi 3 novembre 2026', 'mardi'],
      ['2026-11-03 (MON)', 'TUE'],
      ['segunda-feira, 3 de novembro de 2026', 'terça-feira'],
    ] as const) assert.equal(writeWeekday(tuesday, written(text).weekday!.form), expected, text); // prettier-ignore
    assert.equal(writeWeekday(tuesday, 'nothing'), '');
  });

  it('is written plainly where the form does not say enough', () => {
    const day = parseDay('2026-04-03')!;
    assert.equal(writeDate(day, written('03/04/2026').form), '2026-04-03');
    assert.equal(writeDate(parseDay('2009-04-03')!, '{dd}-{mm}-{yy}'), '03-04-2009');
    assert.equal(writeDate(day, '{unknown} {} {d'), '{unknown} {} {d');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.string(),
        fc.string(),
        (day, form, beside) => void writeDate(day, form, { weekday: beside }),
      ),
    );
    fc.assert(fc.property(anyDay, (day) => assert.equal(writeDate(day, '{yyyy}-{mm}-{dd}'), formatDay(day))));
  });
});

describe('the form that a file uses', () => {
  function checkForm(texts: string[], expected: string | null): void {
    assert.equal(commonForm(texts.map(written)), expected);
  }

  it('is the one that most of its dates are written in, or the last of several', () => {
    checkForm([], null);
    checkForm(['2026-11-02', 'Nov 9, 2026', 'Nov 16, 2026'], '{Mon:en} {d}, {yyyy}');
    checkForm(['2026-11-02', 'Nov 9, 2026'], '{Mon:en} {d}, {yyyy}');
    checkForm(['12/25/2026', '1/22/2026'], '{m}/{d}/{yyyy}');
    checkForm(['12/25/2026', '01/22/2026'], '{mm}/{dd}/{yyyy}');
  });

  it('is in the language that all of them can be in', () => {
    checkForm(['2 nov 2026', '9 nov 2026', '7 dic 2026', '9 ene 2027'], '{d} {mon:es} {yyyy}');
    checkForm(['2. November 2026', '9. November 2026', '7. Dezember 2026'], '{d}. {Month:de} {yyyy}');
    checkForm(['2 nov 2026'], '{d} {mon:en} {yyyy}');
    checkForm(['mardi 3 nov', 'mardi 10 nov'], '{d} {mon:fr}');
    checkForm(['2. November 2026'], '{d}. {Month:de} {yyyy}');
  });
});
