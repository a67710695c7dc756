/** Questions that rules and features share. */
import type { Context } from './context.ts';
import { isKnownKey } from './front-matter.ts';
import { isCurrent } from './quarters.ts';
import { isInternshipNote } from './recognise.ts';
import type { Document, FocusArea, HeldArea, QuarterRecord, Series } from './model.ts';
import type { PlacedMatch, Standing } from './standing.ts';

export type { PlacedMatch, Standing };

/** The person's place in the role catalogue: what front matter names, where it names something known. */
export function standingOf(series: Series): Standing | null {
  return series.standing;
}

/** The same as it was when a quarter's checkpoint was written: people change role and level. */
export function standingFor({ checkpoints, first, quarter }: QuarterRecord, series: Series): Standing | null {
  return series.standingOn(checkpoints[0]?.meeting?.day ?? first?.day ?? quarter.start);
}

/** Empty where nothing is written yet, or where there is no role and level to compare with. */
export function matchesOf(area: FocusArea, standing: Standing | null): readonly PlacedMatch[] {
  return standing?.matchesOf(area) ?? [];
}

/** Nothing is said about a file that only its path or name recognises and that holds none of what we look after. */
export function hasContent(series: Series): boolean {
  return (
    series.meetings.length > 0 ||
    series.agendas.length > 0 ||
    series.worksheets.length > 0 ||
    series.rollingLists.length > 0 ||
    series.quarters.some((record) => record.checkpoints.length > 0 || record.summaries.length > 0)
  );
}

/** Front matter is checked in documents that say by it what they are, and wherever there is content. */
export function checksFrontMatter({ note, recognition }: Document, series: Series): boolean {
  if (hasContent(series) || recognition.by === 'front-matter') return true;
  return note.frontMatter?.entries.some(({ key }) => isKnownKey(key.text)) ?? false;
}

/** Whether editors are told anything about a document: not about a page that only lies where 1:1 documents lie. */
export function isSpokenOf(document: Document, series: Series): boolean {
  // Somebody who has just begun to write wants to be offered something.
  return checksFrontMatter(document, series) || document.note.text.lineCount <= 2;
}

/** Internships have rules of their own: neither role nor routine is asked of them. */
export function isInternship(series: Series): boolean {
  return series.documents.some(({ note }) => isInternshipNote(note));
}

/** A pair that keeps the routine, or means to: a role or level, a checkpoint anywhere, or a configuration above. */
export function keepsRoutine(series: Series, context: Context): boolean {
  return (
    series.role !== null ||
    series.level !== null ||
    context.configuration.uri !== null ||
    series.quarters.some((record) => record.checkpoints.length > 0)
  );
}

/** The focus areas of a quarter, of all its checkpoints, those left blank aside. */
export function focusAreasOf({ focusAreas }: QuarterRecord): readonly HeldArea[] {
  return focusAreas;
}

/** The document of the series with this address. */
export function documentAt(series: Series, uri: string): Document {
  return series.documents.find((document) => document.uri === uri)!;
}

/** The items of the role that a quarter's focus areas name, by id. */
export function itemsInFocus(record: QuarterRecord, standing: Standing | null): Set<string> {
  const ids = new Set<string>();
  for (const { area } of focusAreasOf(record)) {
    for (const { match } of matchesOf(area, standing))
      if (match.kind === 'found' && match.item !== null) ids.add(match.item.id);
  }
  return ids;
}

/** The newest quarter with a checkpoint, if it is the current one or lies ahead: what the standing agenda is held to. */
export function newestInForce(series: Series, context: Context): QuarterRecord | null {
  const newest = series.quarters.findLast((record) => record.checkpoints.length > 0);
  if (newest === undefined) return null;
  return isCurrent(newest.quarter, context) || newest.quarter.start > context.today ? newest : null;
}
