import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOfMonth, formatDay, parseDay, quarterOf, weekday } from '../../server/src/core/calendar.ts';
import { findDue } from '../../server/src/core/due.ts';
import type { DueOptions } from '../../server/src/core/due/relative.ts';
import { checkLinear } from './linear.ts';

const tuesday = parseDay('2026-11-24')!;
const fiscal = { startMonth: 2, named: 'end', label: 'FY{yy}-Q{q}' } as const;

/** `«…»` marks the whole phrase; `day` is null where nothing may be found. */
function checkDue(
  marked: string,
  day: string | null,
  meetingDay: number | null = tuesday,
  options: DueOptions = {},
): void {
  const text = marked.replace(/[«»]/g, '');
  const due = findDue(text, meetingDay, options);
  assert.equal(due && formatDay(due.day), day, marked);
  if (due) assert.equal(`${text.slice(0, due.start)}«${text.slice(due.start, due.end)}»${text.slice(due.end)}`, marked);
}

function checkDay(text: string, day: string | null, meeting: string): void {
  const due = findDue(text, parseDay(meeting)!);
  assert.equal(due && formatDay(due.day), day, `${text} on ${meeting}`);
}

describe('a due date that is written', () => {
  it('is read with every word for it', () => {
    for (const word of [
      'due',
      'due:',
      'due on',
      'Due by',
      'due date:',
      'by',
      'deadline:',
      'bis',
      'bis zum',
      'fällig am',
      'spätestens',
      "d'ici le",
      'd\u2019ici au',
      'avant le',
      'pour le',
      'échéance :',
      'antes del',
      'para el',
      'hasta el',
      'vence el',
      'entro il',
      'scadenza:',
      'até',
      'prazo:',
    ])
      for (const date of ['2026-12-09', 'Wed 2026-12-09', '9 Dec 2026', 'December 9, 2026', '[[2026-12-09]]'])
        checkDue(`Write the review« ${word} ${date}» with Sam`, '2026-12-09');
    checkDue('Write the review« due:2026-12-09»', '2026-12-09');
    checkDue('Write the review« \u{1F4C5} 2026-12-09»', '2026-12-09');
    checkDue('Write the review« \u{1F5D3}\uFE0F 2026-12-09»', '2026-12-09');
  });

  it('is cut out with its brackets, marks and commas', () => {
    checkDue('Write the review« (by Fri 2026-12-11)»', '2026-12-11');
    checkDue('Write the review« (2026-12-11)»', '2026-12-11');
    checkDue('Write the review« [due 2026-12-11]»', '2026-12-11');
    checkDue('Write the review« — due 2026-12-11» @sam', '2026-12-11');
    checkDue('Write the review«, due 2026-12-11».', '2026-12-11');
    checkDue('Write the review« **due 2026-12-11**» with Sam', '2026-12-11');
    checkDue('«due 2026-12-11: »write the review', '2026-12-11');
    checkDue('Write the review («due 2026-12-11, »with Sam)', '2026-12-11');
  });

  it('may be the last thing said, as ISO', () => {
    checkDue('Write the review« 2026-12-11»', '2026-12-11', null);
    checkDue('Write the review« – 2026-12-11».', '2026-12-11', null);
    checkDue('Write the review of the incident of 2026-11-20', null);
    checkDue('Read the notes from 2026-11-20', null);
    checkDue('Write the review \u2705 2026-11-20', null);
    checkDue('Write the review« \u{1F4C5} 2026-12-11» \u2705 2026-11-20', '2026-12-11');
    checkDue('Move 2026-12-11 to another week', null);
    checkDue('Read RFC 9 Dec 2026', null);
  });

  it('may be all there is, as in a cell', () => {
    checkDue('«2026-12-11»', '2026-12-11');
    checkDue('«Dec 11, 2026»', '2026-12-11');
    checkDue('11/12', null);
    checkDue('«30/11»', '2026-11-30');
  });

  it('without a year is the next such day after the meeting', () => {
    checkDue('Write it« by Nov 30»', '2026-11-30');
    checkDue('Write it« by Jan 5»', '2027-01-05');
    checkDue('Write it« by 11/30»', '2026-11-30');
    checkDue('Write it« by 10/11»', '2026-11-10', tuesday, { numericOrder: 'dmy' });
    checkDue('Write it by 10/11', null);
    checkDue('Write it by Nov 30', null, null);
  });

  it('does not exist where the date does not', () => {
    checkDue('Write it by 2026-02-30', null);
    checkDue('Write it by 3/4 of the team', null);
    checkDue('', null);
  });

  it('counts before words, and the last of several counts', () => {
    checkDue('Draft by 2026-12-01, final« by 2026-12-08»', '2026-12-08');
    checkDue('Next week: send the draft« by 2026-12-08»', '2026-12-08');
  });
});

describe('a due date in words', () => {
  it('counts from the day of the meeting', () => {
    checkDue('Send the draft« by Friday»', '2026-11-27');
    checkDue('Send the draft« (by Friday)» to Sam', '2026-11-27');
    checkDue('Send the draft«, due Fri»', '2026-11-27');
    checkDue('Send the draft« next week»', '2026-12-04');
    checkDue('Send the draft« by next week» to Sam', '2026-12-04');
    checkDue('Send the draft« by end of week»', '2026-11-27');
    checkDue('Send the draft« by the end of the month» to Sam', '2026-11-30');
    checkDue('Send the draft« EOM»', '2026-11-30');
    checkDue('Send the draft« tomorrow».', '2026-11-25');
    checkDue('Send the draft« by EOD»', '2026-11-24');
    checkDue('Send the draft« by end of quarter»', '2027-01-31', tuesday, { quarters: fiscal });
    checkDue('Send the draft by end of quarter', null);
    checkDue('Send the draft« by Friday next week»', '2026-12-04');
    checkDue('«Friday»', '2026-11-27');
    checkDue('«by Friday: »send the draft', '2026-11-27');
  });

  it('is read in six languages', () => {
    for (const text of [
      'bis Freitag',
      'avant vendredi',
      "d'ici vendredi",
      'pour vendredi',
      'antes del viernes',
      'para el viernes',
      'entro venerdì',
      'até sexta-feira',
      'até sexta',
    ])
      checkDue(`Review schreiben« ${text}»`, '2026-11-27');
    for (const text of [
      'nächste Woche',
      'la semaine prochaine',
      'la próxima semana',
      'la semana que viene',
      'la prossima settimana',
      'settimana prossima',
      'semana que vem',
      'bis nächste Woche',
    ])
      checkDue(`Review« ${text}»`, '2026-12-04');
    for (const text of [
      'bis Ende des Monats',
      'bis Monatsende',
      'fin du mois',
      'fin de mes',
      'fine mese',
      'fim do mês',
    ])
      checkDue(`Review« ${text}»`, '2026-11-30');
    for (const text of ['bis morgen', 'demain', 'domani', 'amanhã', 'para mañana'])
      checkDue(`Review« ${text}»`, '2026-11-25');
  });

  it('is not read where the words say something else', () => {
    for (const text of [
      "Prepare next week's agenda",
      'Plan for next week',
      'Goals of next week',
      'Talk about tomorrow',
      'Ask Sam on Friday',
      'Review what shipped this week',
      'by next Friday',
      'avant vendredi prochain',
      'Guten Morgen',
      'por la mañana',
      'End of month report',
      'Friday retro',
      'next weekend',
      'fin de semana',
      'by Sunday next',
      'Read "Next week, maybe"',
      'standby Friday',
    ])
      checkDue(text, null);
    checkDue('Send the draft by Friday', null, null);
  });

  it('is after the meeting, whatever day that is', () => {
    for (const [text, meeting, day] of [
      ['by Friday', '2026-11-27', '2026-12-04'],
      ['by Friday', '2026-11-28', '2026-12-04'],
      ['by Monday', '2026-11-29', '2026-11-30'],
      ['next week', '2026-11-29', '2026-12-04'],
      ['next week', '2026-11-30', '2026-12-11'],
      ['end of week', '2026-11-28', '2026-11-29'],
      ['end of month', '2026-11-30', '2026-11-30'],
      ['end of month', '2028-02-03', '2028-02-29'],
    ] as const) checkDay(`Send the draft ${text}`, day, meeting); // prettier-ignore
    fc.assert(
      fc.property(fc.integer({ min: 10000, max: 40000 }), (meeting) => {
        const due = (text: string): number => findDue(`Send it ${text}`, meeting, { quarters: fiscal })!.day;
        assert.ok(due('by Friday') > meeting && due('by Friday') <= meeting + 7);
        assert.equal(weekday(due('by Friday')), 5);
        assert.equal(weekday(due('next week')), 5);
        assert.ok(due('next week') > meeting + 4 && due('next week') <= meeting + 11);
        assert.ok(due('end of week') >= meeting && due('end of week') < meeting + 5);
        assert.equal(due('end of month'), endOfMonth(meeting));
        assert.equal(due('end of quarter'), quarterOf(meeting, fiscal).end);
      }),
    );
  });
});

describe('looking for a due date', () => {
  it('takes linear time and never throws', () => {
    for (const piece of [
      'by ',
      'due: ',
      'by Friday ',
      'next week ',
      '(by ',
      '2026-11-02 ',
      'by 2026-11-02 ',
      'end of the ',
      '((((',
      '- - ',
      '\u{1F4C5} ',
      'by Nov 2 - ',
    ]) {
      checkLinear(piece, (text) => findDue(text, tuesday));
    }
    const words = [
      'by',
      'due',
      ' ',
      ' ',
      '(',
      ')',
      'Friday',
      'next week',
      '2026-11-02',
      'Nov',
      '2',
      ',',
      ':',
      '\u{1F4C5}',
      'x',
      '**',
      '—',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const due = findDue(text, tuesday);
        if (due)
          assert.ok(due.start >= 0 && due.start < due.end && due.end <= text.length && Number.isInteger(due.day), text);
      }),
      { numRuns: 3000 },
    );
  });
});
