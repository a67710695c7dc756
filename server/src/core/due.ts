/** When a promise or target is due, as its text says. Relative words are counted from the day of the meeting. */
import { endOfMonth, quarterOf, weekdayAfter, weekdayOfWeek } from './calendar.ts';
import type { QuarterSettings } from './configuration.ts';
import { assumeYears, findDates, type FoundDate, type NumericOrder } from './dates.ts';
import { weekdayWord } from './dates/words.ts';
import type { Day, Span } from './model.ts';

/** The whole phrase, with its parentheses and the space or dash before it: what is left without it is the promise. */
export interface Due extends Span {
  readonly day: Day;
}

export interface DueOptions {
  readonly numericOrder?: NumericOrder | null;
  /** Without it `end of quarter` says nothing. */
  readonly quarters?: QuarterSettings;
}

/**
 * When the text says it is due: `due 2026-11-09`, `(by Fri 2026-11-09)`, `📅 2026-11-09`, a trailing ISO date; else,
 * where the day of the meeting is known, `by Friday`, `next week`, `end of month` and the like, in six languages. Null
 * where it says nothing, or nothing certain. Of several the last one counts. Linear; never throws.
 */
export function findDue(text: string, meetingDay: Day | null, options: DueOptions = {}): Due | null {
  return writtenDue(text, meetingDay, options) ?? (meetingDay === null ? null : relativeDue(text, meetingDay, options));
}

// ---------------------------------------------------------------------------------------------------------------
// A date that is written

function writtenDue(text: string, meetingDay: Day | null, options: DueOptions): Due | null {
  const dates = findDates(text, { numericOrder: options.numericOrder, allowYearless: true });
  for (const date of dates.reverse()) {
    const outer = outerSpan(date);
    const word = dueWordBefore(text, outer.start);
    if (word === null && !isWhole(text, outer) && !isTrailing(text, date)) continue;
    const day = dayFrom(date, meetingDay);
    if (day !== null) return { day, ...phrase(text, { start: word ?? outer.start, end: outer.end }) };
  }
  return null;
}

/** Without a year it is the next such day, or one that has passed by less than a month. */
function dayFrom(date: FoundDate, meetingDay: Day | null): Day | null {
  if (date.doubt !== 'no-year' || meetingDay === null) return date.day;
  const middleOfItsYear = { ...date, doubt: null, day: meetingDay + 152 };
  return assumeYears([middleOfItsYear, date], null)[1]!.day;
}

function outerSpan({ start, end, weekday }: FoundDate): Span {
  return { start: Math.min(start, weekday?.start ?? start), end: Math.max(end, weekday?.end ?? end) };
}

/** The date is all there is, as in the cell of a table. */
function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && isEnd(text, end);
}

/** An ISO date at the end is a due date, unless the words before it make it a source (`notes from 2026-11-02`). */
function isTrailing(text: string, date: FoundDate): boolean {
  if (date.numbers.kind !== 'iso' || !isEnd(text, outerSpan(date).end)) return false;
  return !sourceWord.test(text.slice(Math.max(0, outerSpan(date).start - 16), outerSpan(date).start));
}

/** Also the signs of a task list for created, started, scheduled, done and cancelled. */
const sourceWord =
  /(?:(?<![\p{L}\p{N}])(?:of|from|since|after|on|until|till|at|in|for|vom|von|seit|du|depuis|desde|del|dal|da|de)\s+|[\u2795\u{1F6EB}\u23F3\u2705\u274C]\uFE0F?\s*)[([]{0,2}$/iu;

const dueWord =
  /(?:(?<![\p{L}\p{N}])(?:due(?: date| on| by)?|deadline|by(?: the)?|bis(?: zum| sp\u00E4testens)?|f\u00E4llig(?: am| bis)?|sp\u00E4testens(?: am| bis)?|frist|d['\u2019]ici(?: le| au)?|avant(?: le)?|pour(?: le)?|au plus tard(?: le)?|\u00E9ch\u00E9ance|antes del?|para(?: el| o)?|hasta(?: el)?|fecha l\u00EDmite|vence(?: el| em)?|entro(?: il| la)?|scadenza|at\u00E9(?: o| a)?|prazo)\s{0,2}[:=]?|[\u{1F4C5}\u{1F4C6}\u{1F5D3}]\uFE0F?)[\s*_]{0,4}[([]{0,2}$/iu;

const longestWord = 32;

/** Where the word for `due` starts that stands right before an offset. */
function dueWordBefore(text: string, end: number): number | null {
  const offset = Math.max(0, end - longestWord);
  const match = dueWord.exec(text.slice(offset, end));
  return match === null ? null : offset + match.index;
}

// ---------------------------------------------------------------------------------------------------------------
// Words that count from the meeting

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
      '(?:the )?end of(?: the| this)? month|month[- ]end|eom|ende des monats|monatsende|(?:la )?fin (?:du|de) mois|fin(?:al|ales)? del? mes|fine (?:del )?mese|fi(?:m|nal) do m\u00EAs',
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

function relativeDue(text: string, meetingDay: Day, options: DueOptions): Due | null {
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

// ---------------------------------------------------------------------------------------------------------------
// The phrase

function isEnd(text: string, end: number): boolean {
  return end >= text.length || !/[\p{L}\p{N}]/u.test(text.slice(end));
}

/** With the marks and brackets around it and the space, comma or dash before it, or after it where it opens the text. */
function phrase(text: string, inner: Span): Span {
  let { start, end } = withBrackets(text, inner);
  const marks = /[*_]{1,3}$/.exec(text.slice(Math.max(0, start - 3), start));
  if (marks && text.slice(start, end + 3).includes(marks[0])) {
    start -= marks[0].length;
    if (text.startsWith(marks[0], end)) end += marks[0].length;
  }
  const before = /(?:^|\s)[-\u2013\u2014,;:\u2192]{0,2}\s*$|[,;]\s*$/u.exec(text.slice(Math.max(0, start - 8), start));
  if (before) start -= before[0].length;
  const opens = start === 0 || '(['.includes(text[start - 1]!);
  if (opens) end += /^[:,;\s\u2013\u2014-]{0,4}/u.exec(text.slice(end))![0].length;
  return { start, end };
}

function withBrackets(text: string, { start, end }: Span): Span {
  const isOpen = /[([][^)\]]*$/.test(text.slice(start, end));
  if (isOpen && /[)\]]/.test(text[end] ?? '')) return { start, end: end + 1 };
  const around = (text[start - 1] ?? '') + (text[end] ?? '');
  return around === '()' || around === '[]' ? { start: start - 1, end: end + 1 } : { start, end };
}
