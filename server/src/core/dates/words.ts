/** Names of months and weekdays in the six languages that dates are read and written in. */

export type Language = 'en' | 'fr' | 'de' | 'es' | 'it' | 'pt';

export const languages: readonly Language[] = ['en', 'fr', 'de', 'es', 'it', 'pt'];

/** A word that names a month or weekday: which one (from 1), in which languages, and whether it is the full name. */
export interface CalendarWord {
  readonly number: number;
  readonly languages: readonly Language[];
  /** Those of them that spell it with these accents. */
  readonly spelledIn: readonly Language[];
  readonly isFull: boolean;
}

interface Names {
  readonly full: readonly string[];
  readonly short: readonly string[];
  /** Further spellings, which are read but never written. */
  readonly alsoFull?: readonly (readonly [number, string])[];
  readonly alsoShort?: readonly (readonly [number, string])[];
}

/** In the case that the language uses inside a sentence. */
const months: Readonly<Record<Language, Names>> = {
  en: {
    full: list('January February March April May June July August September October November December'),
    short: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    alsoShort: [[9, 'Sept']],
  },
  fr: {
    full: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: list('janv févr mars avr mai juin juil août sept oct nov déc'),
    alsoShort: [
      [1, 'jan'],
      [2, 'fév'],
      [7, 'juill'],
      [9, 'sep'],
    ],
  },
  de: {
    full: list('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    short: list('Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'),
    alsoFull: [
      [1, 'Jänner'],
      [3, 'Maerz'],
    ],
    alsoShort: [
      [1, 'Jän'],
      [3, 'Mrz'],
      [9, 'Sept'],
    ],
  },
  es: {
    full: list('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    short: list('ene feb mar abr may jun jul ago sept oct nov dic'),
    alsoFull: [[9, 'setiembre']],
    alsoShort: [
      [9, 'sep'],
      [9, 'set'],
    ],
  },
  it: {
    full: list('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    short: list('gen feb mar apr mag giu lug ago set ott nov dic'),
    alsoShort: [[9, 'sett']],
  },
  pt: {
    full: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    short: list('jan fev mar abr mai jun jul ago set out nov dez'),
  },
};

/** From Monday. */
const weekdays: Readonly<Record<Language, Names>> = {
  en: {
    full: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    short: list('Mon Tue Wed Thu Fri Sat Sun'),
    alsoShort: [
      [2, 'Tues'],
      [3, 'Weds'],
      [4, 'Thur'],
      [4, 'Thurs'],
    ],
  },
  fr: {
    full: list('lundi mardi mercredi jeudi vendredi samedi dimanche'),
    short: list('lun mar mer jeu ven sam dim'),
  },
  de: {
    full: list('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
    short: list('Mo Di Mi Do Fr Sa So'),
    alsoFull: [[6, 'Sonnabend']],
  },
  es: {
    full: list('lunes martes miércoles jueves viernes sábado domingo'),
    short: list('lun mar mié jue vie sáb dom'),
  },
  it: {
    full: list('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
    short: list('lun mar mer gio ven sab dom'),
  },
  pt: {
    full: list('segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo'),
    short: list('seg ter qua qui sex sáb dom'),
    alsoFull: [
      [1, 'segunda'],
      [2, 'terça'],
      [3, 'quarta'],
      [4, 'quinta'],
      [5, 'sexta'],
    ],
  },
};

const monthWords = wordsOf(months);
const weekdayWords = wordsOf(weekdays);

/** The month that a word names, case and accents aside; null for any other word. */
export function monthWord(word: string): CalendarWord | null {
  return named(monthWords, word);
}

/** The weekday that a word names, 1 (Monday) to 7, case and accents aside; null for any other word. */
export function weekdayWord(word: string): CalendarWord | null {
  return named(weekdayWords, word);
}

/** The written name of a month from 1, in the case that the language uses inside a sentence. */
export function monthName(month: number, language: Language, length: 'full' | 'short'): string {
  return months[language][length][month - 1] ?? '';
}

/** The written name of a weekday, 1 (Monday) to 7. */
export function weekdayName(number: number, language: Language, length: 'full' | 'short'): string {
  return weekdays[language][length][number - 1] ?? '';
}

/** Lower case, without accents (composed or not). */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // eslint-disable-next-line no-control-regex -- only a word beyond ASCII needs the slower way
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

function list(words: string): readonly string[] {
  return words.split(' ');
}

interface KnownWord {
  readonly number: number;
  readonly isFull: boolean;
  readonly spellings: readonly { readonly language: Language; readonly word: string }[];
}

function named(words: ReadonlyMap<string, KnownWord>, word: string): CalendarWord | null {
  const known = words.get(foldWord(word));
  if (!known) return null;
  const exact = word.toLowerCase().normalize('NFC');
  return {
    number: known.number,
    isFull: known.isFull,
    languages: languages.filter((language) => known.spellings.some((spelling) => spelling.language === language)),
    spelledIn: known.spellings.filter((spelling) => spelling.word === exact).map(({ language }) => language),
  };
}

function wordsOf(table: Readonly<Record<Language, Names>>): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  const add = (word: string, number: number, language: Language, isFull: boolean): void => {
    const key = foldWord(word);
    const known = words.get(key);
    words.set(key, {
      number,
      isFull: isFull || (known?.isFull ?? false),
      spellings: [...(known?.spellings ?? []), { language, word: word.toLowerCase() }],
    });
  };
  for (const language of languages) {
    const { full, short, alsoFull, alsoShort } = table[language];
    full.forEach((word, index) => add(word, index + 1, language, true));
    short.forEach((word, index) => add(word, index + 1, language, false));
    for (const [number, word] of alsoFull ?? []) add(word, number, language, true);
    for (const [number, word] of alsoShort ?? []) add(word, number, language, false);
  }
  return words;
}
