/** The label of an item: `**Label**: rest`, `**Label:** rest`, `__Label__ - rest`. */
import { withoutMarks } from './normalise.ts';

/** Null where the item has none. Never throws. */
export function labelOf(text: string): string | null {
  const mark = text.startsWith('**') ? '**' : text.startsWith('__') ? '__' : null;
  if (mark === null) return null;
  const end = text.indexOf(mark, 2);
  if (end < 0 || end > 120) return null;
  const label = withoutMarks(text.slice(2, end)).trim();
  const isSetOff = /[:.\u2013\u2014-]$/.test(label) || /^\s*(?:[:\u2013\u2014\uFF1A]|-\s)/.test(text.slice(end + 2));
  const plain = label.replace(/\s*[:.\u2013\u2014-]$/, '').trim();
  return isSetOff && plain !== '' ? plain : null;
}
