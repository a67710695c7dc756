/** Focus areas that lack a part, and where and how the pair would write it. */
import type { Context } from '../context.ts';
import type { Document, FocusArea, Note, Part, Place, Series } from '../model.ts';
import { spanOf } from '../parse.ts';
import { openFocusAreasOf } from '../private.ts';
import { recentQuarters } from '../quarters.ts';
import { canonicalForm, formOf, partLines, partNames, type PartName } from './checkpoint.ts';
import { blockAfter, indentationOf, linesAfter, listMarkOf, type Insertion } from './habits.ts';

export interface MissingPart {
  readonly area: FocusArea;
  /** Where and how it would be written; none where an empty item waits for its text already, and where the area is a table row. */
  readonly insertions: () => readonly Insertion[];
}

/** In the current and the past two quarters. `entry` is what the new part's first entry says. */
export function missingPart(
  name: Exclude<PartName, 'responsibility'>,
  series: Series,
  context: Context,
  entry: string,
): MissingPart[] {
  return recentQuarters(series.quarters, context).flatMap((record) =>
    openFocusAreasOf(record).flatMap(({ area, document }) => {
      const part = area[name];
      if (part !== null && part.entries.length > 0) return [];
      const insertion = (): Insertion | null =>
        part === null ? wholePart(name, area, document, series, entry) : firstEntry(name, part, document.note, entry);
      return [{ area, insertions: () => [insertion()].filter((found) => found !== null) }];
    }),
  );
}

function wholePart(
  name: PartName,
  area: FocusArea,
  document: Document,
  series: Series,
  entry: string,
): Insertion | null {
  const { note } = document;
  if (area.form === 'column') return null;
  const listMark = listMarkOf(note);
  const before = precedingPart(name, area);
  if (area.form === 'item') {
    const first = partNames.map((part) => area[part]).find((part) => part !== null);
    const indentation = first === undefined ? `${indentationOf(note, area.place)}  ` : indentationOf(note, first.place);
    const at = before?.place ?? (first === undefined ? area.place : endOfTitle(area));
    return linesAfter(note, at, [`${indentation}${listMark} ${canonicalForm.partTitle(name)}: ${entry}`]);
  }
  const record = series.quarters
    .flatMap(({ checkpoints }) => checkpoints)
    .find(({ checkpoint }) => checkpoint.focusAreas.includes(area));
  const form = record === undefined ? canonicalForm : formOf(note, record.checkpoint);
  const depth = area.form === 'heading' ? area.depth + 1 : 7;
  const lines = partLines(name, form, depth, listMark, { responsibility: entry, entry });
  return blockAfter(note, before?.place ?? endOfTitle(area), lines);
}

/** The first item below a title that has nothing below it yet. */
function firstEntry(name: PartName, part: Part, note: Note, entry: string): Insertion | null {
  if (part.form === 'column') return null;
  const span = spanOf(note, part.place)!;
  const line = note.text.lineSpan(note.text.positionAt(spanOf(note, part.title.place)!.start).line);
  if (note.text.slice(line.end, Math.max(line.end, span.end)).trim() !== '') return null;
  const at = { ...part.place, end: part.place.start + line.end - span.start };
  const item = `${listMarkOf(note)} ${name === 'targets' ? '[ ] ' : ''}${entry}`;
  if (part.form !== 'item') return blockAfter(note, at, [item]);
  const mark = /^(?<indentation>[ \t]*)(?<mark>[-*+][ \t]+|\d{1,9}[.)][ \t]+)?/.exec(
    note.text.slice(line.start, line.end),
  )!;
  const { indentation, mark: width = '  ' } = mark.groups!;
  return linesAfter(note, at, [`${indentation}${' '.repeat(width.length)}${item}`]);
}

/** The nearest part that is written before this one. */
function precedingPart(name: PartName, area: FocusArea): Part | null {
  const earlier = partNames.slice(0, partNames.indexOf(name)).map((part) => area[part]);
  return earlier.findLast((part) => part !== null) ?? null;
}

function endOfTitle(area: FocusArea): Place {
  return { ...area.title.place, start: area.title.place.end };
}
