/** Focus areas that lack a part, and where and how the pair would write it. */
import type { Context } from '../context.ts';
import type { Document, FocusArea, Part, Place, Series } from '../model.ts';
import { openFocusAreasOf } from '../private.ts';
import { recentQuarters } from '../quarters.ts';
import { canonicalForm, formOf, partLines, partNames, type PartName } from './checkpoint.ts';
import { blockAfter, indentationOf, linesAfter, listMarkOf, type Insertion } from './habits.ts';

export interface MissingPart {
  readonly area: FocusArea;
  /** Null where the title is there already and only the list is empty, or where the area is a table row. */
  readonly insertion: Insertion | null;
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
      return [{ area, insertion: part === null ? insertionOf(name, area, document, series, entry) : null }];
    }),
  );
}

function insertionOf(
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

/** The nearest part that is written before this one. */
function precedingPart(name: PartName, area: FocusArea): Part | null {
  const earlier = partNames.slice(0, partNames.indexOf(name)).map((part) => area[part]);
  return earlier.findLast((part) => part !== null) ?? null;
}

function endOfTitle(area: FocusArea): Place {
  return { ...area.title.place, start: area.title.place.end };
}
