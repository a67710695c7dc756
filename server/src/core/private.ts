/** What must never be written or quoted anywhere else. */
import type { CheckpointRecord, Document, FocusArea, Place, QuarterRecord, Section } from './model.ts';
import { focusAreasOf } from './query.ts';

/** The private parts of a document, as places. Those of the parts inside them are left out. */
export function privatePlaces({ note }: Document): Place[] {
  const places: Place[] = [];
  const visit = (section: Section): void => {
    if (section.isPrivate) places.push(section.place);
    else section.sections.forEach(visit);
  };
  for (const { section } of note.regions) if (section !== null) visit(section);
  return places;
}

export function liesIn(place: Place, places: readonly Place[]): boolean {
  return places.some(({ anchor, start, end }) => anchor === place.anchor && start <= place.start && place.end <= end);
}

/** The focus areas of a quarter that may be named elsewhere: those of private parts are left out. */
export function openFocusAreasOf(record: QuarterRecord): { area: FocusArea; document: Document }[] {
  const hidden = new Map<Document, readonly Place[]>();
  const hiddenIn = (document: Document): readonly Place[] => {
    const known = hidden.get(document) ?? privatePlaces(document);
    hidden.set(document, known);
    return known;
  };
  return focusAreasOf(record).filter(({ area, document }) => !liesIn(area.title.place, hiddenIn(document)));
}

/** The checkpoints of a quarter that are not private. */
export function openCheckpointsOf(record: QuarterRecord): CheckpointRecord[] {
  return record.checkpoints.filter(({ checkpoint }) => !checkpoint.isPrivate);
}
