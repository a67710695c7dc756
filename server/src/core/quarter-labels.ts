/** Quarter labels as people write them: `FY27-Q4`, `Q4 FY’27`, `2026Q4`, `Q4'26`. */
import type { Quarter, Span } from './model.ts';

/** A label found in a text. `year` is in four digits; what year it means is the configuration's business. */
export interface FoundQuarterLabel extends Span {
  readonly year: number;
  readonly number: number;
  readonly text: string;
  /** The same label with holes `{yyyy}` or `{yy}` and `{q}`, as in the configuration: see `writeQuarterLabel`. */
  readonly form: string;
}

/**
 * The first quarter label in a text. Reads a year of four digits (1900 to 2199), or of two with `FY` or an apostrophe;
 * `Q4` alone, labels inside words, and labels inside URLs and paths are not labels. Never throws.
 */
export function findQuarterLabel(text: string): FoundQuarterLabel | null {
  if (!/q[1-4]/i.test(text)) return null;
  for (const match of text.matchAll(label)) {
    const found = foundLabel(match);
    if (found && !isInsideWord(text, found)) return found;
  }
  return null;
}

/**
 * Whatever may be a quarter label in markdown that nobody has read yet, its marks left out: more than are labels, and
 * none of them missed. Never throws.
 */
export function possibleQuarterLabels(source: string): FoundQuarterLabel[] {
  if (!/q[1-4*_~`\\]/i.test(source)) return [];
  return [...source.replace(/[*_~`\\]/g, '').matchAll(label)].flatMap((match) => foundLabel(match) ?? []);
}

/** The text is a quarter label and nothing else, marks and punctuation around it aside. Never throws. */
export function isOnlyQuarterLabel(text: string): boolean {
  const found = findQuarterLabel(text);
  return found !== null && !/[\p{L}\p{N}]/u.test(text.slice(0, found.start) + text.slice(found.end));
}

/** Writes a quarter's year and number in the form of a found label. */
export function writeQuarterLabel(quarter: Pick<Quarter, 'year' | 'number'>, form: string): string {
  const yyyy = String(quarter.year).padStart(4, '0');
  return form.replaceAll('{yyyy}', yyyy).replaceAll('{yy}', yyyy.slice(-2)).replaceAll('{q}', String(quarter.number));
}

/**
 * Year first or quarter first. Two bare digits beside a quarter are as likely a count (`Q4 12 deals`) as a year, so
 * they need `FY` or an apostrophe. Every repetition is bounded, so the search is linear.
 */
const label =
  /((?:fy[ \t]?['\u2019]?|['\u2019])(?:\d{4}|\d{2})|\d{4})([-\u2010\u2011\u2013/._ \t]?[ \t]?)(q)([1-4])|(q)([1-4])([-\u2010\u2011\u2013/._ \t,]?[ \t]?)((?:fy[ \t]?['\u2019]?|['\u2019])(?:\d{4}|\d{2})|\d{4})/gi;

function foundLabel(match: RegExpMatchArray): FoundQuarterLabel | null {
  const yearFirst = match[1] !== undefined;
  const written = (yearFirst ? match[1] : match[8])!;
  const separator = (yearFirst ? match[2] : match[7])!;
  const letter = (yearFirst ? match[3] : match[5])!;
  const digits = /\d+$/.exec(written)![0];
  const year = Number(digits) + (digits.length === 2 ? 2000 : 0);
  if (year < 1900 || year > 2199) return null;
  const hole = written.slice(0, -digits.length) + (digits.length === 2 ? '{yy}' : '{yyyy}');
  const number = Number(yearFirst ? match[4] : match[6]);
  const form = yearFirst ? `${hole}${separator}${letter}{q}` : `${letter}{q}${separator}${hole}`;
  return { year, number, text: match[0], start: match.index!, end: match.index! + match[0].length, form };
}

/** Part of a longer word, number, slug or address: `SQ42026x`, `2026-Q4.md`, `/notes/2026-Q4`, `1-2026-Q4`. */
function isInsideWord(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    /[\p{L}\p{N}]$|[\p{L}\p{N}/][-/_.#=&?]$|^[/\\]$/u.test(before) ||
    /^(?:[\p{L}\p{N}]|[-/_.=&][\p{L}\p{N}])/u.test(after)
  );
}
