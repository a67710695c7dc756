/** Dues in words that count from the day of the meeting: `by Friday`, `next week`, `end of month`. */
import { endOfMonth, quarterOf, weekdayAfter, weekdayOfWeek } from '../calendar.ts';
import type { QuarterSettings } from '../configuration.ts';
import type { NumericOrder } from '../dates.ts';
import { weekdayWord } from '../dates/words.ts';
import type { Day, Span } from '../model.ts';
import { dueWordBefore, isEnd, isWhole, phrase } from './phrase.ts';

/** The whole phrase, with its parentheses and the space or dash before it: what is left without it is the promise. */
export interface Due extends Span {
  readonly day: Day;
}

export interface DueOptions {
  readonly numericOrder?: NumericOrder | null;
  /** Without it `end of quarter` says nothing. */
  readonly quarters?: QuarterSettings;
}

type Relative = 'today' | 'tomorrow' | 'thisWeek' | 'nextWeek' | 'month' | 'quarter' | 'weekday';

interface RelativeWords {
  readonly kind: Relative;
  /** May end the text without a word such as `by`; the others are everyday words. */
  readonly standsAlone: boolean;
  readonly pattern: string;
}

// The weekend (`fin de semana`, `fine settimana`, `fim de semana`) is left out: it is not the end of the week.
const relativeWords: readonly RelativeWords[] = [
  {
    kind: 'today',
    standsAlone: false,
    pattern: "today|heute|aujourd['\u2019]hui|hoy|oggi|hoje|eod|end of(?: the)? day",
  },
  { kind: 'tomorrow', standsAlone: true, pattern: 'tomorrow|demain|domani|amanh\u00E3' },
  { kind: 'tomorrow', standsAlone: false, pattern: 'morgen|ma\u00F1ana' },
  {
    kind: 'thisWeek',
    standsAlone: false,
    pattern: 'this week|dieser? woche|cette semaine|esta semana|questa settimana',
  },
  {
    kind: 'thisWeek',
    standsAlone: true,
    pattern:
      '(?:the )?end of(?: the| this)? week|eow|ende der woche|fin de la semaine|final(?:es)? de la semana|fine della settimana|fim da semana',
  },
  {
    kind: 'nextWeek',
    standsAlone: true,
    pattern:
      '(?:the )?end of next week|next week|ende n\u00E4chster woche|(?:n\u00E4chste|kommende)[rn]? woche|(?:la )?semaine prochaine|(?:la )?pr\u00F3xima semana|(?:la )?semana que (?:viene|vem)|(?:la )?(?:prossima settimana|settimana prossima)',
  },
  {
    kind: 'month',
    standsAlone: true,
    pattern:
      '(?:the )?end of(?: the| this)? month|month[- ]end|eom|ende des monats|monatsende|(?:la )?fin (?:du|de) mois|(?:a )?fin(?:al|ales)? del? mes|fine (?:del )?mese|fi(?:m|nal) do m\u00EAs',
  },
  {
    kind: 'quarter',
    standsAlone: true,
    pattern:
      '(?:the )?end of(?: the| this)? quarter|quarter[- ]end|eoq|ende des quartals|quartalsende|(?:la )?fin (?:du|de) trimestre|fin(?:al)? del? trimestre|fine (?:del )?trimestre|fi(?:m|nal) do trimestre',
  },
  {
    kind: 'weekday',
    standsAlone: false,
    pattern:
      'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi\u00E9rcoles|jueves|viernes|s\u00E1bado|domingo|luned\u00EC|marted\u00EC|mercoled\u00EC|gioved\u00EC|venerd\u00EC|sabato|domenica|(?:segunda|ter\u00E7a|quarta|quinta|sexta)(?:-feira)?',
  },
];

const relative = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${relativeWords.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}'\u2019-])`,
  'giu',
);

/** The last due in the text that counts from the meeting; null where there is none that is certain. */
export function relativeDue(text: string, meetingDay: Day, options: DueOptions): Due | null {
  let due: Due | null = null;
  let readTo = 0;
  for (const match of text.matchAll(relative)) {
    // `next week` in `by Friday next week` was read with the Friday.
    if (match.index < readTo) continue;
    const words = relativeWords[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    const span = relativeSpan(text, match.index, match[0], words);
    if (span === null) continue;
    const found = relativeDay(match[0], words.kind, meetingDay, text.slice(span.end, span.end + 24), options);
    if (found === null) continue;
    readTo = span.end + found.more;
    due = { day: found.day, ...phrase(text, { start: span.start, end: readTo }) };
  }
  return due;
}

function relativeSpan(text: string, start: number, word: string, { standsAlone, kind }: RelativeWords): Span | null {
  const end = start + word.length;
  const dueStart = dueWordBefore(text, start);
  if (dueStart !== null) return { start: dueStart, end };
  if (isWhole(text, { start, end })) return kind === 'weekday' || standsAlone ? { start, end } : null;
  const isInParentheses = text[start - 1] === '(' && text[end] === ')';
  if (!standsAlone || !(isInParentheses || isEnd(text, end))) return null;
  return subjectWord.test(text.slice(Math.max(0, start - 14), start)) ? null : { start, end };
}

/** `plan for next week` and `goals of next week` say what, not when. */
const subjectWord =
  /(?<!\p{L})(?:for|of|about|from|since|until|f\u00FCr|von|pour|de|para|per|di)\s+(?:the |die |la |a )?$/iu;

interface RelativeDay {
  readonly day: Day;
  /** How much more of the text belongs to it. */
  readonly more: number;
}

function relativeDay(word: string, kind: Relative, day: Day, after: string, options: DueOptions): RelativeDay | null {
  const just = (found: Day): RelativeDay => ({ day: found, more: 0 });
  switch (kind) {
    case 'today':
      return just(day);
    case 'tomorrow':
      return just(day + 1);
    case 'thisWeek':
      return just(weekdayOfWeek(day, 5) >= day ? weekdayOfWeek(day, 5) : weekdayOfWeek(day, 7));
    case 'nextWeek':
      return just(weekdayOfWeek(day, 5) + 7);
    case 'month':
      return just(endOfMonth(day));
    case 'quarter':
      return options.quarters ? just(quarterOf(day, options.quarters).end) : null;
    case 'weekday':
      return weekdayDay(word, day, after);
  }
}

/** `by Friday` is the first one after the meeting; `by Friday next week` is what it says; `vendredi prochain` is unsure. */
function weekdayDay(word: string, day: Day, after: string): RelativeDay | null {
  const number = weekdayWord(word)?.number;
  if (number === undefined) return null;
  const nextWeek = /^(?: of|,)? next week(?!\p{L})/iu.exec(after);
  if (nextWeek) return { day: weekdayOfWeek(day, number) + 7, more: nextWeek[0].length };
  const isUnsure =
    /^,? (?:next|after|of|in|n\u00E4chste|kommende|\u00FCber|prochain|d'apr\u00E8s|en huit|pr\u00F3xim|que|prossim)/iu.test(
      after,
    );
  return isUnsure ? null : { day: weekdayAfter(day, number), more: 0 };
}
