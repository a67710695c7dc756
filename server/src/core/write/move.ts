/** Moving a whole meeting to another place in its document. */
import type { Meeting, Note, Place, Region } from '../model.ts';
import { sourceOf, type Insertion } from './habits.ts';

/**
 * Edits that move a meeting with all that stands below it directly after or before another one of its level. Blank
 * lines and a rule between meetings are kept as the document has them. Null where the two are of different levels.
 */
export function moved(note: Note, meeting: Meeting, to: { after: Meeting } | { before: Meeting }): Insertion[] | null {
  const target = 'after' in to ? to.after : to.before;
  const own = stretchOf(note, meeting);
  const there = stretchOf(note, target);
  if (own === null || there === null || meeting.depth !== target.depth) return null;
  const { eol } = note.text;
  const isRuled = own.rule !== '' || (own.isLast && precedingRule(note, own) !== '');
  const gap = isRuled ? `${eol}${eol}${own.rule || precedingRule(note, own)}${eol}${eol}` : eol + eol;
  const insertion =
    'before' in to
      ? { at: { ...there.place, end: there.place.start }, newText: own.text + gap }
      : after(there, own.text, gap, eol);
  return [{ at: own.isLast ? withGapBefore(note, own) : own.place, newText: '' }, insertion];
}

// ---------------------------------------------------------------------------------------------------------------

interface Stretch {
  /** From its heading to the next heading of its level or above. */
  readonly place: Place;
  /** Without the rule and the blank lines that separate it from the next. */
  readonly text: string;
  /** `---` where it ends in one. */
  readonly rule: string;
  readonly first: number;
  readonly isLast: boolean;
}

function stretchOf(note: Note, meeting: Meeting): Stretch | null {
  const first = note.regions.findIndex((region) => region.meeting === meeting);
  if (first < 0 || meeting.depth === 0) return null;
  let next = first + 1;
  while (next < note.regions.length && depthOf(note.regions[next]!) > meeting.depth) next++;
  const { anchor } = note.regions[first]!;
  const length = note.regions.slice(first, next).reduce((sum, region) => sum + region.length, 0);
  const place = { anchor, start: 0, end: length };
  const { text, rule } = withoutRule(sourceOf(note, place));
  return { place, text, rule, first, isLast: next === note.regions.length };
}

function depthOf({ section, meeting }: Region): number {
  return meeting?.depth ?? section?.depth ?? 0;
}

function withoutRule(source: string): { text: string; rule: string } {
  const text = source.trimEnd();
  const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const line = text.slice(last).trim();
  const above = text.slice(0, last);
  const lineAbove = above
    .replace(/(?:\r\n|\n|\r)$/, '')
    .split(/[\r\n]/)
    .at(-1)!;
  // Directly under a text, `---` makes a heading of it.
  if (!/^(?:-{3,}|\*{3,}|_{3,})$/.test(line) || lineAbove.trim() !== '') return { text, rule: '' };
  return { text: above.trimEnd(), rule: line };
}

function precedingRule(note: Note, { first }: Stretch): string {
  const before = note.regions[first - 1];
  return before === undefined ? '' : withoutRule(wholeOf(note, before)).rule;
}

function wholeOf(note: Note, { anchor, length }: Region): string {
  return sourceOf(note, { anchor, start: 0, end: length });
}

function after(there: Stretch, text: string, gap: string, eol: string): Insertion {
  if (there.isLast) {
    const end = there.place.start + there.text.length;
    return { at: { ...there.place, start: end, end }, newText: gap + text };
  }
  return { at: { ...there.place, start: there.place.end }, newText: text + (there.rule === '' ? eol + eol : gap) };
}

/** At the end of the document, what separates it from the meeting above goes with it. */
function withGapBefore(note: Note, { place, text, first }: Stretch): Place {
  const before = note.regions[first - 1];
  if (before === undefined) return place;
  const source = wholeOf(note, before);
  return { ...place, start: withoutRule(source).text.length - source.length, end: text.length };
}
