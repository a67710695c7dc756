/** The holes of a form, and the years that digits say. */

/** The hole copies the case of the word: `month`, `Month` or `MONTH`. */
export function wordHole(word: string, full: string, short: string, isFull: boolean): string {
  const hole = isFull ? full : short;
  if (word === word.toLowerCase()) return hole;
  if (word === word.toUpperCase()) return hole.toUpperCase();
  return hole[0]!.toUpperCase() + hole.slice(1);
}

export function dayHole(digits: string): string {
  return digits.startsWith('0') ? '{dd}' : '{d}';
}

/** English ordinals are written on every day, the others only on the first. */
export function markedDayHole(digits: string, mark: string): string {
  if (mark === '') return dayHole(digits);
  if (mark === '.') return `${dayHole(digits)}.`;
  return /^(?:st|nd|rd|th)$/i.test(mark) ? '{d:th}' : `{d:${mark}}`;
}

export function yearHole(written: string): string {
  if (written.length === 4) return '{yyyy}';
  return written.length === 2 ? '{yy}' : `${written[0]!}{yy}`;
}

/** One zero in front shows that the numbers are padded; one lone digit that they are not. */
export function pairHoles(first: string, second: string, separator: string): string {
  const isPadded = first.length + second.length === 4;
  return isPadded ? `{aa}${separator}{bb}` : `{a}${separator}{b}`;
}

export function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2199;
}

/** Two digits are a year from 2010 to 2049: nobody had these meetings before, and `11/02/09` is rarer than a fraction. */
export function isShortYear(year: number): boolean {
  return year >= 2010 && year <= 2049;
}

export function fourDigits(written: string): number | null {
  const digits = written.replace(/^['\u2019]/, '');
  const year = Number(digits) + (digits.length === 2 ? 2000 : 0);
  return (digits.length === 2 ? isShortYear(year) : isPlausibleYear(year)) ? year : null;
}
