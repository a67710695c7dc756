/** What must never be written or quoted anywhere else. */
import type {
  Anchor,
  CheckpointRecord,
  Document,
  HeldArea,
  Place,
  QuarterRecord,
  Region,
  Section,
  Series,
} from './model.ts';

/** The private parts of a document, as places. Those of the parts inside them are left out. */
export function privatePlaces({ note }: Document): Place[] {
  return note.regions.flatMap(privatePlacesIn);
}

/** Those of one region. */
export function privatePlacesIn({ section }: Region): Place[] {
  const within = (part: Section): Place[] => (part.isPrivate ? [part.place] : part.sections.flatMap(within));
  return section === null ? [] : within(section);
}

export function liesIn(place: Place, places: readonly Place[]): boolean {
  return places.some(({ anchor, start, end }) => anchor === place.anchor && start <= place.start && place.end <= end);
}

/** Whether a place of a document is private. Looks only at the region that it lies in, at each of them once. */
export function privacy(): (place: Place, document: Document) => boolean {
  const known = new Map<Anchor, readonly Place[]>();
  return (place, { note }) => {
    const region = known.has(place.anchor) ? undefined : note.regions.find(({ anchor }) => anchor === place.anchor);
    const hidden = known.get(place.anchor) ?? (region === undefined ? [] : privatePlacesIn(region));
    known.set(place.anchor, hidden);
    return liesIn(place, hidden);
  };
}

/** The focus areas of a quarter that may be named elsewhere: those of private parts are left out. */
export function openFocusAreasOf({ openFocusAreas }: QuarterRecord): readonly HeldArea[] {
  return openFocusAreas;
}

/** The checkpoints of a quarter that are not private. */
export function openCheckpointsOf(record: QuarterRecord): CheckpointRecord[] {
  return record.checkpoints.filter(({ checkpoint }) => !checkpoint.isPrivate);
}

/** The standing agendas that are not private, without the items that are. */
export function openAgendasOf({ agendas }: Series): Series['agendas'] {
  const isPrivate = privacy();
  return agendas
    .filter(({ agenda, document }) => !isPrivate(agenda.place, document))
    .map(({ agenda, document }) => {
      const items = agenda.items.filter(({ words }) => !isPrivate(words, document));
      return { document, agenda: { ...agenda, items } };
    });
}

/** The worksheets that are not private. */
export function openWorksheetsOf({ worksheets }: Series): Series['worksheets'] {
  const isPrivate = privacy();
  return worksheets.filter(({ worksheet, document }) => !isPrivate(worksheet.place, document));
}
