/**
 * Civil days and quarters. A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar: no time
 * of day and no time zone, so arithmetic is integer arithmetic. Nothing here knows what day it is today.
 */
import type { Cadence, QuarterSettings } from './configuration.ts';
import type { Day, Quarter } from './model.ts';

/** The parts of a civil day: `month` 1 to 12, `day` of the month from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a year (0 to 9999), a month and a day of the month from 1; null where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null;
  if (year < 0 || year > 9999 || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return count(year, month, dayOfMonth);
}

export function civil(day: Day): CivilDay {
  // Years are counted from 1 March, so that the leap day is the last of its year, in cycles of 400 years.
  const sinceMarch = day + 719468;
  const cycle = Math.floor(sinceMarch / 146097);
  const dayOfCycle = sinceMarch - cycle * 146097;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36524) + Math.floor(dayOfCycle / 146096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Reads `YYYY-MM-DD` and nothing else; null for any other text and for a day that does not exist. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  // `$` does not match before a final line break without the flag `m`, so the text is exactly these ten characters.
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(day: Day): number {
  return modulo(day + 3, 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day of the month so many months later (earlier for a negative number), or the last day of that month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civil(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = modulo(index, 12) + 1;
  return count(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

export function endOfMonth(day: Day): Day {
  const { year, month } = civil(day);
  return count(year, month, daysInMonth(year, month));
}

/** The first such weekday after a day: never the day itself. */
export function weekdayAfter(day: Day, number: number): Day {
  return day + (modulo(number - weekday(day) - 1, 7) + 1);
}

/** A weekday of the ISO week (Monday to Sunday) that a day is in: before, on or after it. */
export function weekdayOfWeek(day: Day, number: number): Day {
  return day - weekday(day) + number;
}

export function quarterOf(day: Day, settings: QuarterSettings): Quarter {
  return quarterAt(...quarterNumberOf(day, settings), settings);
}

/** The year it is named for, and 1 to 4. */
function quarterNumberOf(day: Day, settings: QuarterSettings): [year: number, number: number] {
  const { year, month } = civil(day);
  const monthsSinceStart = year * 12 + (month - settings.startMonth);
  const startYear = Math.floor(monthsSinceStart / 12);
  return [startYear + yearsToName(settings), Math.floor(modulo(monthsSinceStart, 12) / 3) + 1];
}

/** The first day of the quarter that holds a day, or of one so many quarters before it. */
export function quarterStart(day: Day, settings: QuarterSettings, before = 0): Day {
  const { year, month } = civil(day);
  const months = year * 12 + month - 1;
  return firstOfMonth(months - modulo(months - (settings.startMonth - 1), 3) - 3 * before);
}

/** The quarter of a named year. A number outside 1 to 4 counts on into the years before and after. */
export function quarterAt(year: number, number: number, settings: QuarterSettings): Quarter {
  const index = year * 4 + (number - 1);
  const namedYear = Math.floor(index / 4);
  const namedNumber = modulo(index, 4) + 1;
  const months = (namedYear - yearsToName(settings)) * 12 + (settings.startMonth - 1) + (namedNumber - 1) * 3;
  return {
    label: quarterLabel(namedYear, namedNumber, settings.label),
    year: namedYear,
    number: namedNumber,
    start: firstOfMonth(months),
    end: firstOfMonth(months + 3) - 1,
  };
}

/** Makes each quarter once: its label takes longer than everything else about it. */
export interface QuarterTable {
  readonly of: (day: Day) => Quarter;
  readonly at: (year: number, number: number) => Quarter;
}

export function quarterTable(settings: QuarterSettings): QuarterTable {
  const made = new Map<number, Quarter>();
  const at = (year: number, number: number): Quarter => {
    const index = year * 4 + number;
    const known = made.get(index);
    if (known !== undefined) return known;
    const quarter = quarterAt(year, number, settings);
    made.set(index, quarter);
    return quarter;
  };
  return { at, of: (day) => at(...quarterNumberOf(day, settings)) };
}

export function nextQuarter(quarter: Quarter, settings: QuarterSettings): Quarter {
  return quarterAt(quarter.year, quarter.number + 1, settings);
}

export function previousQuarter(quarter: Quarter, settings: QuarterSettings): Quarter {
  return quarterAt(quarter.year, quarter.number - 1, settings);
}

/** Weeks of seven days counted from the quarter's first day, from 1. A day outside the quarter counts on. */
export function weekOfQuarter(day: Day, quarter: Quarter): number {
  return Math.floor((day - quarter.start) / 7) + 1;
}

/** When a meeting on `day` would be followed by the next one. A month later is the same day of the month, clamped. */
export function nextMeetingDay(day: Day, cadence: Cadence): Day {
  return cadence.every === 'month' ? addMonths(day, 1) : day + cadence.days;
}

function quarterLabel(year: number, number: number, form: string): string {
  const yyyy = String(year).padStart(4, '0');
  return form.replaceAll('{yyyy}', yyyy).replaceAll('{yy}', yyyy.slice(-2)).replaceAll('{q}', String(number));
}

/** How many years after the one it starts in a fiscal year is named for. */
function yearsToName(settings: QuarterSettings): number {
  return settings.named === 'end' && settings.startMonth > 1 ? 1 : 0;
}

function firstOfMonth(months: number): Day {
  return count(Math.floor(months / 12), modulo(months, 12) + 1, 1);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function count(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return (
    cycle * 146097 +
    yearOfCycle * 365 +
    Math.floor(yearOfCycle / 4) -
    Math.floor(yearOfCycle / 100) +
    dayOfYear -
    719468
  );
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
