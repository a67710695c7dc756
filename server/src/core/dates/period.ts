/** Headings that say only a year, or a month and its year: they group meetings, and give them the year they leave out. */
import { dayOf } from '../calendar.ts';
import type { Day } from '../model.ts';
import { monthWord } from './words.ts';

export interface Period {
  readonly year: number;
  /** From 1; null for a whole year. */
  readonly month: number | null;
}

/** `2026`, `November 2026`, `2026-11`, `11/2026`, emoji and marks aside; null for any other text. Never throws. */
export function periodIn(text: string): Period | null {
  if (text.length > 40 || !/\d{4}/.test(text)) return null;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const years = words.filter((word) => /^(?:19|20|21)\d{2}$/.test(word));
  const others = words.filter((word) => !years.includes(word) && !/^del?$/i.test(word));
  if (years.length !== 1 || others.length > 1) return null;
  const year = Number(years[0]);
  const [other] = others;
  if (other === undefined) return { year, month: null };
  const isNumber = /^(?:0?[1-9]|1[0-2])$/.test(other) && /\d[-/.]\d/.test(text);
  const month = isNumber ? Number(other) : (monthWord(other)?.number ?? null);
  return month === null ? null : { year, month };
}

/** The day in its middle: of the readings of a date without a year, the one that is meant is the nearest to it. */
export function middleOf({ year, month }: Period): Day {
  return month === null ? dayOf(year, 1, 1)! + 182 : dayOf(year, month, 15)!;
}
