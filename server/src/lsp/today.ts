/** The one place where the server asks which day it is. */
import { dayOf, parseDay } from '../core/calendar.ts';
import type { Day } from '../core/model.ts';

/** The day that was given, for ever; else the clock's, in local time, asked anew at every call. */
export function todayFrom(given: unknown): () => Day {
  const fixed = typeof given === 'string' ? parseDay(given) : null;
  return () => fixed ?? clock();
}

function clock(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}
