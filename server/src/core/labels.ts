/** Titles that are no headings: bold labels alone on a line, `Label:` lines, list items above a nested list. */
import type { ItemBlock, Line } from './build.ts';
import type { Meaning, Span } from './model.ts';
import { focusAreaTitle, isPart, meaningOf, saysPrivate, type Scope } from './names.ts';
import { findQuarterLabel } from './quarter-labels.ts';

export interface Label {
  readonly text: string;
  readonly span: Span;
  readonly form: 'bold' | 'label';
  /** What stands after the colon on the same line. */
  readonly rest: Line | null;
  /** A title even where the name is unknown: bold alone on the first line of a paragraph, or a short `Name:` paragraph. */
  readonly standsAlone: boolean;
}

/** `**Goals**`, `**Goals:** text`, `**Goals**: text`, `Goals:` and `Goals: text`. */
export function labelOf(line: Line, isFirst: boolean, isWholeParagraph: boolean): Label | null {
  if (line.bold !== null) {
    const after = line.text.slice(line.bold.text.length).trim();
    const inside = line.bold.text.endsWith(':');
    const text = line.bold.text.replace(/[:\s]+$/, '');
    if (text === '') return null;
    const span = line.bold.span;
    if (after === '' || after === ':')
      return { text, span, form: 'bold', rest: null, standsAlone: isFirst || /^[\p{Lu}\p{N}]/u.test(text) };
    if (!inside && !after.startsWith(':')) return null;
    const [separator] = /^\s*:?\s*/.exec(line.text.slice(line.bold.text.length))!;
    const rest = restOf(line, after.replace(/^:\s*/, ''), span.end + separator.length);
    return { text, span, form: 'label', rest, standsAlone: false };
  }
  const colon = line.text.indexOf(':');
  if (colon <= 0 || colon > 60) return null;
  if (focusAreaTitle(line.text.slice(0, colon + 1)) !== null)
    return { text: line.text, span: line.span, form: 'label', rest: null, standsAlone: false };
  const text = line.text.slice(0, colon).trim();
  const span = { start: line.span.start, end: Math.min(line.span.start + text.length, line.span.end) };
  const after = line.text.slice(colon + 1).trim();
  const isShort = text.split(' ').length <= 4;
  if (after === '') return { text, span, form: 'label', rest: null, standsAlone: isWholeParagraph && isShort };
  const [blanks] = /^\s*/.exec(line.text.slice(colon + 1))!;
  const rest = restOf(line, after, line.span.start + colon + 1 + blanks.length);
  return { text, span, form: 'label', rest, standsAlone: false };
}

/**
 * The rest of a line after its label, which begins at `likely` if neither label nor separator holds further marks. A
 * few characters later it is found from the end; further off, marks stand in the rest itself.
 */
function restOf(line: Line, text: string, likely: number): Line {
  const { end } = line.span;
  const fromEnd = end - text.length;
  const start = fromEnd > likely && fromEnd <= likely + 4 && line.links.length === 0 ? fromEnd : likely;
  return { ...line, text, bold: null, span: { start: Math.min(start, end), end } };
}

/** A known name alone on the line above a list, without bold or colon, as `Next steps`. */
export function bareLabel(line: Line, reading: LabelReading): Label | null {
  const { text, span, bold } = line;
  if (bold !== null || text.length > 40 || !/^\P{L}*\p{Lu}/u.test(text) || meaningOfLabel(text, reading) === null)
    return null;
  return { text, span, form: 'label', rest: null, standsAlone: false };
}

/** Whether a line that stands flush below a list starts something new: bold alone, or a known name. */
export function isLabelBelowList(line: Line, reading: LabelReading): boolean {
  const label = labelOf(line, true, false);
  if (label === null) return bareLabel(line, reading) !== null;
  if (label.rest === null && label.form === 'bold') return true;
  return meaningOfLabel(label.text, reading) !== null;
}

/** `Goals: text` as a further line of a list item. */
export function startsPart({ text }: Line, reading: LabelReading): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon <= 40 && isPart(meaningOfLabel(text.slice(0, colon), reading));
}

function meaningOfLabel(text: string, { scope, aliases }: LabelReading): Meaning | null {
  return meaningOf(text, findQuarterLabel(text)?.text ?? null, scope, aliases);
}

/** A section that is open where the label stands. */
interface Open {
  readonly meaning: Meaning | null;
  readonly rank: number;
}

interface LabelReading {
  readonly scope: Scope;
  readonly aliases: ReadonlyMap<string, Meaning>;
}

/**
 * How deep a label nests among labels: 1 outside the routine, 2 a list of focus areas, 3 a focus area, 4 one of its
 * parts. 0 where the line is no title at all: an unknown name with text behind it is just a sentence.
 */
export function rankOf(label: Label, line: Line, stack: readonly Open[], reading: LabelReading): number {
  const meaning = meaningOfLabel(label.text, reading);
  const insideArea = stack.some((open) => open.meaning === 'focus-area');
  const insideCheckpoint = stack.some((open) => open.meaning === 'checkpoint' || open.meaning === 'focus-areas');
  if (meaning === 'focus-area') return 3;
  if (isPart(meaning)) return insideCheckpoint || insideArea || label.rest === null ? 4 : 0;
  if (meaning === 'focus-areas') return insideCheckpoint ? 2 : 1;
  if (meaning !== null && insideArea && (meaning === 'promises' || meaning === 'agenda')) return 4;
  // What is private must not be shown for want of a line of its own.
  if (meaning === 'private') return 1;
  if (meaning !== null) return label.rest === null ? 1 : 0;
  if (!label.standsAlone || line.text.length > 80) return 0;
  const heading = stack.findLast((open) => open.rank === 0);
  if (label.form === 'bold' && (heading?.meaning === 'focus-areas' || heading?.meaning === 'checkpoint')) return 3;
  return insideArea || insideCheckpoint ? 4 : 1;
}

/**
 * The line of a list item that is the title of the list nested in it, as `- Checkpoint 2026-Q4` or `- Private` in a
 * section that has no meaning of its own; null for any other item. What agendas and promises nest, they read themselves.
 */
export function itemTitle({ lines, checkbox, blocks }: ItemBlock, open: Open, reading: LabelReading): Line | null {
  const [line] = lines;
  if (line === undefined || lines.length > 1 || checkbox !== null || line.text.length > 60) return null;
  if (!blocks.some(({ kind }) => kind === 'list')) return null;
  const meaning = meaningOfLabel(line.text, reading);
  if (meaning === 'private' || saysPrivate(line.text)) return line;
  return open.meaning === null && meaning !== null && meaningsOfItems.has(meaning) ? line : null;
}

const meaningsOfItems: ReadonlySet<Meaning> = new Set<Meaning>([
  'checkpoint',
  'focus-areas',
  'standing-agenda',
  'summary',
]);
