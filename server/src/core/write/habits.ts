/** How a document is written, so that whatever we insert looks as if its owners had typed it. */
import type { Note, Place, Region, Section } from '../model.ts';
import { spanOf } from '../parse.ts';

/** A replacement of what stands at `at`; an empty place inserts. */
export interface Insertion {
  readonly at: Place;
  readonly newText: string;
}

/** The list mark that the document uses most; `-` where it has no list. Numbers are not counted. */
export function listMarkOf(note: Note): string {
  const counts = new Map<string, number>();
  for (const [mark, count] of note.gathered(listMarksIn)) counts.set(mark, (counts.get(mark) ?? 0) + count);
  let best = '-';
  for (const [mark, count] of counts) if (count > (counts.get(best) ?? 0)) best = mark;
  return best;
}

/** How often each mark is used in a region. Asked for with each finding, so a region is counted once. */
function listMarksIn({ section }: Region): readonly (readonly [mark: string, count: number])[] {
  const counts = new Map<string, number>();
  const countSection = ({ entries, sections }: Section): void => {
    for (const { mark } of entries)
      if (mark !== null && /^[-*+]$/.test(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    sections.forEach(countSection);
  };
  if (section !== null) countSection(section);
  return [...counts];
}

/** Lines as a block of their own after a block that ends at `place.end`, with one blank line between. */
export function blockAfter(note: Note, place: Place, lines: readonly string[]): Insertion {
  const { eol } = note.text;
  const end = spanOf(note, place)!.end;
  const rest = note.text.slice(end, end + 200);
  // What follows directly, without a blank line, gets one too.
  const isTight = /^[ \t]*(?:\r\n|\r|\n)[ \t]*\S/.test(rest);
  const text = eol + eol + lines.join(eol) + (isTight ? eol : '');
  return { at: { ...place, start: place.end }, newText: text };
}

/** Lines as a block of their own above a block that starts at `place.start`, with one blank line between. */
export function blockBefore(note: Note, place: Place, lines: readonly string[]): Insertion {
  const { eol } = note.text;
  return { at: { ...place, end: place.start }, newText: lines.join(eol) + eol + eol };
}

/** The lines that a place covers, with the line break that ends them (or begins them, at the end of the text). */
export function wholeLine(note: Note, place: Place): Place {
  const span = spanOf(note, place)!;
  const offset = span.start - place.start;
  const first = note.text.lineSpan(note.text.positionAt(span.start).line);
  const lastLine = note.text.positionAt(span.end).line;
  const next = note.text.offsetAt({ line: lastLine + 1, character: 0 });
  const isLast = lastLine + 1 >= note.text.lineCount;
  const before =
    isLast && first.start > 0 ? note.text.lineSpan(note.text.positionAt(first.start).line - 1).end : first.start;
  return { ...place, start: before - offset, end: (isLast ? note.text.length : next) - offset };
}

/** Lines directly below the line that ends at `place.end`, as further items of a list. */
export function linesAfter(note: Note, place: Place, lines: readonly string[]): Insertion {
  const { eol } = note.text;
  return { at: { ...place, start: place.end }, newText: lines.map((line) => eol + line).join('') };
}

/** The source text of a place. */
export function sourceOf(note: Note, place: Place): string {
  const span = spanOf(note, place);
  return span === null ? '' : note.text.slice(span.start, span.end);
}

/** The blanks before the first character of the line on which a place starts. */
export function indentationOf(note: Note, place: Place): string {
  const { line, character } = note.text.positionAt(spanOf(note, place)!.start);
  const { start } = note.text.lineSpan(line);
  return /^[ \t]*/.exec(note.text.slice(start, start + character))![0];
}
