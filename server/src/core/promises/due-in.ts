import { findDue } from '../due.ts';
import type { Day } from '../model.ts';
import type { Reading } from '../reading.ts';

export interface DueReading {
  /** The meeting's, from which relative due days are counted; null outside meetings. */
  readonly day: Day | null;
  readonly reading: Pick<Reading, 'aliases' | 'numericOrder' | 'quarters'>;
}

/** The due date of a text, and the text without it. */
export function dueIn(text: string, { day, reading }: DueReading): { readonly text: string; readonly due: Day | null } {
  const due = findDue(text, day, { numericOrder: reading.numericOrder, quarters: reading.quarters });
  if (due === null) return { text, due: null };
  const rest = `${text.slice(0, due.start)} ${text.slice(due.end)}`
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[).,;:])/g, '')
    .trim();
  return { text: /[\p{L}\p{N}]/u.test(rest) ? rest : text, due: due.day };
}
