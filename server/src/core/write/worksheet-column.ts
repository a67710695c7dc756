/** A worksheet's column for another quarter, between the pipes that are there. */
import type { Note, Quarter, Worksheet } from '../model.ts';
import { spanOf } from '../parse.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import type { Insertion } from './habits.ts';

/** Empty where the worksheet has the quarter. Cells are left empty: ratings are theirs to give. */
export function columnAdded(note: Note, worksheet: Worksheet, quarter: Quarter): Insertion[] {
  const { columns, place } = worksheet;
  const has = columns.some(({ label }) => label.year === quarter.year && label.number === quarter.number);
  const [first] = columns;
  const last = columns.at(-1);
  const whole = spanOf(note, place);
  if (has || first === undefined || last === undefined || whole === null) return [];
  const isNewestFirst = columns.length > 1 && orderOf(first.label) > orderOf(last.label);
  const behind = isNewestFirst ? first.index - 1 : last.index;
  const form = findQuarterLabel(last.label.text)?.form;
  const title = form === undefined ? quarter.label : writeQuarterLabel(quarter, form);
  const lines = linesOfTable(note, whole, first.label.place.start + (whole.start - place.start));
  const offset = whole.start - place.start;
  return lines.map(({ start, source }, index): Insertion => {
    const text = index === 0 ? ` ${title} ` : index === 1 ? ' --- ' : ' ';
    const { at, newText } = cellInserted(source, behind, text);
    return { at: { ...place, start: start + at - offset, end: start + at - offset }, newText };
  });
}

// ---------------------------------------------------------------------------------------------------------------

function orderOf({ year, number }: { readonly year: number; readonly number: number }): number {
  return year * 4 + number;
}

/** The lines of the table whose header holds the offset. A table ends at the first line without a pipe. */
function linesOfTable(
  { text }: Note,
  whole: { readonly end: number },
  header: number,
): { start: number; source: string }[] {
  const lines: { start: number; source: string }[] = [];
  for (let line = text.positionAt(header).line; line < text.lineCount; line++) {
    const { start, end } = text.lineSpan(line);
    const source = text.slice(start, end);
    if (start > whole.end || !source.includes('|')) break;
    lines.push({ start, source });
  }
  return lines;
}

/** Where a cell goes behind the one with this index, and what is written there; missing cells are filled up. */
function cellInserted(source: string, behind: number, text: string): { at: number; newText: string } {
  const pipes: number[] = [];
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '|') pipes.push(at);
  }
  const end = source.trimEnd().length;
  const opens = source.trimStart().startsWith('|') ? 1 : 0;
  const closes = pipes.at(-1) === end - 1 && pipes.length > opens;
  const cells = pipes.length + 1 - opens - (closes ? 1 : 0);
  const after = pipes[behind + opens];
  if (after !== undefined) return { at: after, newText: `|${text}` };
  const missing = '| '.repeat(Math.max(0, behind + 1 - cells));
  return { at: end, newText: `${source[end - 1] === ' ' ? '' : ' '}${missing}|${text}`.trimEnd() };
}
