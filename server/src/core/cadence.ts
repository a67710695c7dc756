/** How often a pair meets, as people write it. */
import type { Cadence } from './configuration.ts';

export const cadenceWords = ['weekly', 'fortnightly', 'monthly'] as const;

/** Null for anything but `weekly`, `fortnightly`, `monthly` and a number of days from 1 to 366. Never throws. */
export function cadenceOf(written: string): Cadence | null {
  if (written === 'weekly') return { every: 'days', days: 7 };
  if (written === 'fortnightly') return { every: 'days', days: 14 };
  if (written === 'monthly') return { every: 'month' };
  const days = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  return days >= 1 && days <= 366 ? { every: 'days', days } : null;
}
