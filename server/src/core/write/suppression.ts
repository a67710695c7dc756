/** Writing and removing suppressions, always on a line of their own. */
import type { Note, Place, Region, Section, Span } from '../model.ts';
import { spanOf } from '../parse.ts';
import type { Suppression, SuppressionScope } from '../suppressions.ts';
import { sourceOf, wholeLine, type Insertion } from './habits.ts';

/** Takes one id out of its comment, or the whole comment with its blank line. Null for front matter's list. */
export function removal(note: Note, { id, place, comment, among }: Suppression): Insertion | null {
  if (comment === null) return null;
  if (among === 1) return { at: withBlankLine(note, wholeLine(note, comment)), newText: '' };
  const text = sourceOf(note, comment);
  const start = place.start - comment.start;
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(start + id.length))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { at: { ...place, start: place.start - before, end: place.end + after }, newText: '' };
}

/**
 * A comment that hides a finding of `id` which starts at `offset`; null where no line of its own can be had, as inside
 * a list, a table or a fence.
 */
export function suppression(
  note: Note,
  id: string,
  offset: number,
  scope: SuppressionScope,
): (Span & { newText: string }) | null {
  const { text } = note;
  const { eol } = text;
  const comment = `<!-- one-on-one-ignore-${scope} ${id} -->`;
  if (scope === 'file') {
    const at = note.frontMatter === null ? 0 : spanOf(note, note.frontMatter.place)!.end;
    const newText = at === 0 ? comment + eol + eol : eol + eol + comment;
    return { start: at, end: at, newText };
  }
  const region = regionAt(note, offset);
  if (region === null || region.kind === 'front-matter') return null;
  if (scope === 'next-line') {
    const { line } = text.positionAt(offset);
    const { start, end } = text.lineSpan(line);
    const above = line === 0 ? '' : text.slice(text.lineSpan(line - 1).start, text.lineSpan(line - 1).end);
    const isHeading = /^#{1,6}[ \t]/.test(text.slice(start, end));
    if (!isHeading && (above.trim() !== '' || /^[ \t]/.test(text.slice(start, end)))) return null;
    return { start, end: start, newText: comment + eol + (isHeading ? eol : '') };
  }
  const heading = headingAbove(note, region, offset);
  if (heading === null) return null;
  const { end } = text.lineSpan(text.positionAt(heading).line);
  return { start: end, end, newText: eol + eol + comment };
}

function regionAt(note: Note, offset: number): Region | null {
  return note.regions.find((region) => contains(note, region, offset)) ?? null;
}

function contains(note: Note, { anchor, length }: Region, offset: number): boolean {
  const start = note.offsetOf(anchor);
  return start !== null && start <= offset && offset < start + Math.max(1, length);
}

/** Where the nearest heading above stands. */
function headingAbove(note: Note, region: Region, offset: number): number | null {
  let best: number | null = null;
  const visit = (section: Section): void => {
    const start = spanOf(note, section.place)?.start ?? Infinity;
    if (section.form === 'heading' && section.title.text !== '' && start <= offset) best = start;
    section.sections.forEach(visit);
  };
  if (region.section !== null) visit(region.section);
  return best;
}

/** One of the two blank lines that would be left. */
function withBlankLine(note: Note, place: Place): Place {
  const span = spanOf(note, place)!;
  const offset = span.start - place.start;
  const { line } = note.text.positionAt(span.end);
  const after = note.text.lineSpan(line);
  const isBlank = note.text.slice(after.start, after.end).trim() === '';
  if (!isBlank || line + 1 >= note.text.lineCount) return place;
  return { ...place, end: note.text.offsetAt({ line: line + 1, character: 0 }) - offset };
}
