import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civil, dayOf, formatDay, parseDay, weekday } from '../../server/src/core/calendar.ts';
import {
  dateLine,
  fileNameDate,
  fileNameYear,
  findDates,
  leadingDate,
  type DateOptions,
} from '../../server/src/core/dates.ts';
import { languages, monthName, weekdayName } from '../../server/src/core/dates/words.ts';
import { checkLinear } from './linear.ts';

/**
 * `«…»` marks each date that must be found and nothing else; `expected` says what each of them means: an ISO day, or
 * the doubt.
 */
function checkDates(marked: string, expected: string[] = [], options: DateOptions = {}): void {
  const text = marked.replace(/[«»]/g, '');
  const found = findDates(text, options);
  let shown = '';
  let at = 0;
  for (const { start, end } of found) {
    shown += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  assert.equal(shown + text.slice(at), marked);
  assert.deepEqual(
    found.map(({ day, doubt }) => (day === null ? doubt : formatDay(day))),
    expected,
    marked,
  );
  for (const { start, end, text: own } of found) assert.equal(own, text.slice(start, end));
}

function checkWeekday(marked: string, number: number, options: DateOptions = {}): void {
  const text = marked.replace(/[«»]/g, '');
  const [date] = findDates(text, options);
  assert.ok(date?.weekday, marked);
  const { start, end } = date.weekday;
  assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
  assert.equal(date.weekday.number, number, marked);
}

const mdy: DateOptions = { numericOrder: 'mdy' };
const dmy: DateOptions = { numericOrder: 'dmy' };
const heading: DateOptions = { allowYearless: true };
const anyDay = fc.integer({ min: parseDay('2010-01-01')!, max: parseDay('2049-12-31')! });

describe('dates in a text', () => {
  it('are read in every form', () => {
    for (const date of [
      '2026-11-02', '2026/11/02', '2026.11.02', '2026-11-2', '2026/11/2', '[2026-11-02]', '[[2026-11-02]]',
      'November 2, 2026', 'November 2 2026', 'Nov 2 2026', 'Nov. 2, 2026', 'Nov 2nd, 2026', 'November 2nd 2026', 'NOV 2, 2026', "Nov 2 '26", 'Nov-02-2026',
      '2 November 2026', '2 November, 2026', '2nd Nov 2026', '02 Nov 2026', '2nd of November 2026', '2-Nov-2026', '02-Nov-26', '2 Nov \u201926', '2 nov 2026',
      '2026-Nov-02', '2026 November 2',
      '2 novembre 2026', '2 nov. 2026', '2. November 2026', '2.November 2026', '02. Nov. 2026', '2 de noviembre de 2026', '2 de noviembre del 2026', 'noviembre 2, 2026',
      '2 novembre 2026', '2 de novembro de 2026', '2 nov 2026',
    ]) checkDates(`On «${date}» we met`, ['2026-11-02']); // prettier-ignore
    checkDates(
      '«1er décembre 2026», «1er de\u0301c. 2026», «1º dicembre 2026», «1º de dezembro de 2026», «1. Dez. 2026», «1 dic 2026»',
      Array<string>(6).fill('2026-12-01'),
    );
    checkDates(
      '«3 März 2026», «3. Maerz 2026», «3 mars 2026», «3 de março de 2026», «3 marzo 2026», «3. Mrz 2026»',
      Array<string>(6).fill('2026-03-03'),
    );
    checkDates('«15. Jänner 2026» «15 ago 2026» «15 août 2026»', ['2026-01-15', '2026-08-15', '2026-08-15']);
  });

  it('are read as another program writes them, in six languages', () => {
    const written = fc.record({
      day: anyDay,
      locale: fc.constantFrom('en-US', 'en-GB', 'fr', 'de', 'es', 'it', 'pt', 'pt-PT', 'es-MX', 'de-AT', 'fr-CA'),
      dateStyle: fc.constantFrom('full' as const, 'long' as const, 'medium' as const, 'short' as const),
    });
    fc.assert(
      fc.property(written, ({ day, locale, dateStyle }) => {
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day * 86400000);
        const isAmerican = locale === 'en-US' && dateStyle === 'short';
        const dates = findDates(`(${text})`, { numericOrder: isAmerican ? 'mdy' : 'dmy', allowYearless: true });
        assert.equal(dates.length, 1, text);
        assert.equal(dates[0]!.day, day, text);
        if (dateStyle === 'full') assert.equal(dates[0]!.weekday?.number, weekday(day), text);
      }),
      { numRuns: 1500 },
    );
  });

  it('are read by the order of their numbers', () => {
    checkDates('«11/02/2026» «11-02-26» «02.11.2026»', ['2026-11-02', '2026-11-02', '2026-02-11'], mdy);
    checkDates('«11/02/2026» «11-02-26» «02.11.2026»', ['2026-02-11', '2026-02-11', '2026-11-02'], dmy);
    checkDates('«11/02/2026» «13/02/2026» «02/13/2026» «03/03/2026» «2/3/26»', [
      'ambiguous',
      '2026-02-13',
      '2026-02-13',
      '2026-03-03',
      'ambiguous',
    ]);
    checkDates('«13/02/2026»', ['2026-02-13'], mdy);
    const [ambiguous] = findDates('03/04/2026');
    assert.deepEqual(ambiguous!.candidates.map(formatDay), ['2026-03-04', '2026-04-03']);
    checkDates('Friday «03/04/2026»', ['2026-04-03']);
    checkDates('Monday «03/04/2026»', ['ambiguous']);
    checkDates('«5. 11. 2026» «2026\u201111\u201102»', ['2026-11-05', '2026-11-02'], dmy);
    checkDates('«3.11.26» and «02.11.26»', ['2026-11-03', '2026-11-02'], { ...heading, ...dmy });
  });

  it('are said to be impossible, and never moved', () => {
    for (const date of [
      '2026-02-30',
      '2026-13-01',
      '2026-11-00',
      '2025-02-29',
      '31 November 2026',
      'Feb 30, 2026',
      'Feb 30',
      '30/02/2026',
      '31.04.2026',
      '13/13/2026',
      '[2026-02-30]',
    ])
      checkDates(`«${date}»`, ['impossible']);
    checkDates('«2028-02-29» «Feb 29»', ['2028-02-29', 'no-year']);
  });

  it('may lack a year', () => {
    checkDates('«Nov 2» and «2 November», «2nd of Nov», «2. Nov.», le «2 nov.»', [
      'no-year',
      'no-year',
      'no-year',
      'no-year',
      'no-year',
    ]);
    checkDates('3/11 and 3.11. stay unread');
    checkDates('«3/11» – «3.11.»', ['ambiguous', 'ambiguous'], heading);
    checkDates('«25/11», weekly', ['no-year'], heading);
    checkDates('«Nov 2» - 1:1, «Nov 2» – «Nov 9», «Nov 2», 10:00', ['no-year', 'no-year', 'no-year', 'no-year']);
    checkDates('«Mar 3» and «3 Mar», but not mar 3', ['no-year', 'no-year']);
  });

  it('are not read from anything else', () => {
    for (const text of [
      '', 'no digits', 'release 10.2.1', 'v2026.11.02', 'version 1.2.2024', 'CalVer 2026.1.5', '10.12.26', '3.11.26', '192.168.10.20', '10.0.12.26',
      '1/2 done', '24/7', '3/4 of it', '16/9', '12/12 tests', 'call 555-11-02-26', '+49 30 11-02-2026-1', '030/11/2026/7', '$11/02/2026', '11/02/2026%', '€2.11.2026',
      'https://notes.example/2026/11/02/weekly', 'http://x.example?on=2026-11-02', 'www.x.example/2026-11-02', 'see ../2026/11/02', 'rca-2026-11-02.md', '2026-11-02.md', 'id2026-11-02', '2026-11-02x',
      '12026-11-02', '2026-11-021', '1-2026-11-02', '2026-11', '2026', 'W45 2026', 'Q4 2026', 'November 2026', 'May 2026', '5 out of 10', '3 set of 4', '2 days ago', 'all 5 may come', 'may 5 people come',
      'march 3 miles', 'Nov 2-6, 2026', 'Nov 20%', '1. May need help', 'mid-November', '3000-11-02', '1802-11-02', '2026-45-45', 'The 2 de November thing', '1:1', '121', '11-02', '$2 Nov',
    ])
      checkDates(text); // prettier-ignore
    checkDates('1/2 done', [], heading);
    checkDates('24/7', [], heading);
    checkDates('3/4 of the team', [], heading);
    checkDates('1-1 with Dana', [], heading);
    checkDates('release 10.2.', [], heading);
    checkDates('release 10.2.26, v10.2.26', [], heading);
  });

  it('are found whatever stands around them', () => {
    checkDates(
      '**«2026-11-02»**, _«2026-11-03»_, ~~«2026-11-04»~~, (due «2026-11-05»), due:«2026-11-06», \u{1F4C5}«2026-11-07»',
      ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'],
    );
    checkDates('«2026-11-02»T10:00, «2026-11-03» 10:00, «2026-11-04»–«2026-11-05»', [
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
    ]);
    checkDates('[«2026-11-02»](https://notes.example/2026-11-03)', ['2026-11-02']);
    checkDates('«[2026-11-02]» [x] «[[2026-11-03]]»', ['2026-11-02', '2026-11-03']);
    checkDates('FY27-Q4: «2026-11-02».', ['2026-11-02']);
  });

  it('know the weekday beside them', () => {
    for (const before of [
      '«Mon» 2026-11-02',
      '«Monday», 2026-11-02',
      '«Mon». Nov 2',
      '«Monday» the 2nd of November 2026',
      '_«Mon» 2026-11-02_',
      '«Monday» (2026-11-02)',
    ])
      checkWeekday(before, 1);
    for (const after of [
      '2026-11-02 («Mon»)',
      '2026-11-02, «Monday»',
      '2026-11-02 «Mon» – weekly',
      '2026-11-02 «Mon» 10:00',
      '2026-11-02 – «Montag»',
    ])
      checkWeekday(after, 1);
    checkWeekday('«Montag», den 2. November 2026', 1);
    checkWeekday('«Mo», 02.11.2026', 1, dmy);
    checkWeekday('«Mo» 02.11.26', 1, dmy);
    checkWeekday('«lundi» 2 novembre 2026', 1);
    checkWeekday('«segunda-feira», 2 de novembro de 2026', 1);
    checkWeekday('«mar» 3 nov 2026', 2);
    checkWeekday('«martes», 3 de noviembre', 2);
    checkWeekday('«venerdì» 6 novembre 2026', 5);
    checkWeekday('«sam». 7 nov. 2026', 6);
    for (const text of [
      'Sam 2026-11-02',
      'Mo 2026-11-02',
      'Do 2026-11-02',
      'So, 2026-11-02',
      'we sat 2026-11-02',
      '2026-11-02 (Sam)',
      '2026-11-02 Sun exposure',
      '2026-11-02, Monday we go',
      'Sam 2 Nov 2026',
    ]) {
      assert.equal(findDates(text)[0]!.weekday, null, text);
    }
    assert.deepEqual(
      findDates('2026-11-02, Mon 2026-11-09').map((date) => date.weekday?.number ?? null),
      [null, 1],
    );
  });

  it('are looked for in linear time, without throwing and without overlaps', () => {
    const pieces = [
      '1',
      '1-',
      '1/',
      '1.',
      '2026-',
      '2026-11-02',
      '2026-11-02 ',
      'Nov ',
      'Nov 2 ',
      '2 de ',
      '2. ',
      'Monday ',
      'Mon, ',
      '[',
      '[[2026',
      ' ',
      '(',
      'https://',
      '1:1 with ',
      '\u00E9',
      '11/02/2026 Mon ',
    ];
    for (const piece of pieces) {
      checkLinear(piece, (text) => findDates(text, heading));
      checkLinear(piece, leadingDate);
      checkLinear(piece, dateLine);
      checkLinear(piece, fileNameDate);
    }
    const words = [
      '2026',
      '11',
      '02',
      '2',
      '-',
      '/',
      '.',
      ' ',
      'Nov',
      'nov',
      'de',
      'Mon',
      'mar',
      ',',
      '[',
      ']',
      '(',
      ')',
      'st',
      "'26",
      '1:1',
      'with',
      ':',
      '\u00E9',
      '\u{1F4C5}',
      '://',
      'v',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), fc.boolean(), (parts, allowYearless) => {
        const text = parts.join('');
        let at = 0;
        for (const date of findDates(text, { allowYearless })) {
          assert.ok(date.start >= at && date.end > date.start && date.end <= text.length, text);
          assert.equal(date.text, text.slice(date.start, date.end));
          assert.equal(date.day === null, date.doubt !== null, text);
          if (date.weekday) assert.equal(date.weekday.text, text.slice(date.weekday.start, date.weekday.end));
          at = date.end;
        }
        leadingDate(text);
        dateLine(text);
        fileNameDate(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('are the same days as the calendar has', () => {
    const part = fc.integer({ min: 0, max: 39 });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), part, part, (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const [date] = findDates(text);
        assert.equal(date!.day, dayOf(year, month, day));
        assert.equal(date!.doubt, date!.day === null ? 'impossible' : null);
      }),
    );
  });
});

describe('the date of a heading', () => {
  function checkLeading(text: string, expected: string | null): void {
    const date = leadingDate(text);
    assert.equal(date && (date.day === null ? date.doubt : formatDay(date.day)), expected, text);
  }

  it('stands at its start', () => {
    for (const text of [
      '2026-11-02',
      '2026-11-02 Dana',
      '\u{1F4C5} 2026-11-02 – weekly',
      '1. 2026-11-02',
      '12) 2026-11-02',
      '1\uFE0F\u20E3 2026-11-02',
      'Mon 2026-11-02',
      'Monday, November 2, 2026',
      'The 2nd of November 2026',
      'Le 2 novembre 2026',
      'Montag, den 2. November 2026',
      'Am 2. November 2026',
      '[[2026-11-02]] (remote)',
      '(2026-11-02)',
      '**2026-11-02**',
      '2026-11-02: 1:1 Dana / Sam',
      '2026-11-02 (moved from 2026-11-01)',
    ])
      checkLeading(text, '2026-11-02');
    checkLeading('Nov 2', 'no-year');
    checkLeading('3/11', 'ambiguous');
    checkLeading('2026-02-30', 'impossible');
  });

  it('stands right after a word for the meeting', () => {
    for (const word of [
      '1:1',
      '1-1',
      '1on1',
      '1 on 1',
      '1-on-1',
      'one-on-one',
      'One on One',
      '121',
      'Meeting',
      'Check-in',
      'Checkin',
      'Sync',
      'Weekly sync',
      'Dana / Sam 1:1',
      'Besprechung',
      'Réunion',
      'Riunione',
      'Meeting notes',
    ])
      for (const join of [
        ' ',
        ' - ',
        ' – ',
        ': ',
        ' on ',
        ' with Dana ',
        ' w/ Dana – ',
        ' 12: ',
        ' mit Dana am ',
        ' with Dana Reyes on ',
        ' with Dana & Sam – ',
        ' (',
        ' #12 – ',
        ' on Mon ',
      ])
        checkLeading(`${word}${join}2026-11-02`, '2026-11-02');
  });

  it('stands nowhere else', () => {
    for (const text of [
      'Reference: X (captured 2026-01-02)',
      'Feedback (from 2026-01-02)',
      'Upcoming sync',
      'Summary 2026-11-02',
      'Notes from meeting 2026-11-02',
      'Meeting (captured 2026-11-02)',
      'Reference: 1:1 2026-11-02',
      'Prep for sync 2026-11-02',
      '1:1 Prep - Feb 11, 2025 at 3pm',
      '12 2026-11-02',
      'async 2026-11-02',
      'Meetingroom 2026-11-02',
      'After the incident meeting 2026-11-02',
      'Checkpoint 2026-Q4',
      '1/2 done',
      '24/7',
      '',
    ])
      checkLeading(text, null);
  });

  it('may stand on the line below', () => {
    for (const line of [
      '_Fri 2026-11-06_',
      'Date: 2026-11-06',
      '**Date:** 2026-11-06',
      'Datum: 06.11.2026',
      'Fecha: 6 de noviembre de 2026',
      '2026-11-06 10:00',
      '2026-11-06, 10:00–10:25',
      'Friday, November 6, 2026 at 3pm',
      'Meeting date: 2026-11-06',
      '2026-11-06T10:00Z',
      'Freitag, 6. November 2026, 10 Uhr',
    ])
      assert.equal(formatDay(dateLine(line, dmy)!.day!), '2026-11-06', line);
    for (const line of [
      '2026-11-06 we met',
      'Started 2026-11-06',
      'Date: soon',
      '2026-11-06 – 2026-11-07',
      'Due: 2026-11-06',
      '- 2026-11-06 send it',
      '',
    ])
      assert.equal(dateLine(line), null, line);
  });
});

describe('the date of a file name', () => {
  it('stands at its start or end', () => {
    for (const name of [
      '2026-11-02.md',
      '2026-11-02',
      '1-1_2026-11-02.md',
      '1-1-2026-11-02.md',
      '2026-11-02-1-1.md',
      '2026-11-02.1-1.md',
      '1-1 2026-11-02 Dana.md',
      'Dana 2 Nov 2026.md',
      'dana-2-nov-2026.md',
      'dana-nov-2-2026.md',
      '2026-11-02T100000.md',
      'weekly 2026-11-02T100000.md',
      '20261102.md',
      '20261102T100000.md',
      'dana_20261102.md',
      '2026_11_02.md',
      'Mon 2026-11-02.md',
      '2. November 2026.md',
      'dana.2026-11-02.md',
      '[2026-11-02] Dana.md',
      '2026-11-02 10.30.md',
    ]) {
      const date = fileNameDate(name);
      assert.ok(date, name);
      assert.equal(formatDay(date.day!), '2026-11-02', name);
      assert.equal(date.text, name.slice(date.start, date.end));
    }
    assert.equal(fileNameDate('dana_02_11_2026.md')!.doubt, 'ambiguous');
    assert.equal(formatDay(fileNameDate('dana_02_11_2026.md', dmy)!.day!), '2026-11-02');
    assert.equal(fileNameDate('2026-02-30.md')!.doubt, 'impossible');
  });

  it('is not anything else', () => {
    for (const name of [
      '',
      '1-1 with Loren.md',
      'one-on-ones.md',
      'Jo 2025 1-on-1s.md',
      '2026-11-02 to 2026-11-06.md',
      'dana 2026-11-02 notes.md',
      'v1.2.3.md',
      '2026-W45.md',
      '2026-Q4.md',
      '12345678.md',
      '99999999.md',
      'release 10.2.1.md',
      '3.11..md',
      '20261302.md',
    ])
      assert.equal(fileNameDate(name), null, name);
  });

  it('or its year alone', () => {
    assert.equal(fileNameYear('Jo 2025 1-on-1s.md'), 2025);
    assert.equal(fileNameYear('2025-2026.md'), null);
    assert.equal(fileNameYear('one-on-ones.md'), null);
    assert.equal(fileNameYear('1-1-alan-jo.md'), null);
  });
});

describe('civil days in dates', () => {
  it('keep the numbers they were read from', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { month, day: dayOfMonth } = civil(day);
        const [date] = findDates(`${dayOfMonth}/${month}/2026`, dmy);
        assert.deepEqual(date!.numbers.pair, [dayOfMonth, month]);
      }),
    );
  });
});

describe('a line that is nothing but a date', () => {
  it('may start with every name of a weekday and a month, and with the words for a date', () => {
    let lines = 0;
    for (const language of languages) {
      for (const length of ['full', 'short'] as const) {
        for (let month = 1; month <= 12; month++) {
          const name = weekdayName(weekday(dayOf(2026, month, 3)!), language, length);
          const date = `3 ${monthName(month, language, length)} 2026`;
          const [found] = findDates(`${name} ${date}`);
          if (found?.weekday?.start !== 0) continue;
          for (const line of [`${name} ${date}`, `_${name} ${date}_`, `Date: ${date}`, `Meeting date: the ${date}`]) {
            assert.ok(dateLine(line), line);
            lines++;
          }
        }
        const month = monthName(11, language, length);
        if (findDates(`${month} 3, 2026`)[0]?.start === 0) assert.ok(dateLine(`${month} 3, 2026`), month);
      }
    }
    assert.ok(lines > 400, String(lines));
  });
});
