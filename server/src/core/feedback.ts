/** Feedback that was noted and marked as not yet given. */
import type { Context } from './context.ts';
import { heldMeetings } from './follow-through.ts';
import type { Day, Document, Entry, Place, Section, Series } from './model.ts';
import { keyOf } from './promises/key.ts';
import { sourceOf } from './write/habits.ts';

export interface Ungiven {
  /** Where the mark stands in every copy, oldest first. */
  readonly places: readonly Place[];
  /** The day of the first copy's meeting; null outside dated meetings. */
  readonly noted: Day | null;
  readonly isInSummary: boolean;
}

/** What two meetings after its first have passed by, and what stands in a summary. Earliest first. */
export function feedbackNotGiven(series: Series, context: Context): Ungiven[] {
  const held = heldMeetings(series, context);
  const places = series.quarters.flatMap(({ summaries }) => summaries.map(({ summary }) => summary.place));
  const isInSummary = (place: Place): boolean =>
    places.some(({ anchor, start, end }) => anchor === place.anchor && start <= place.start && place.end <= end);
  const waiting = new Map<string, { places: Place[]; noted: Day; meetings: number }>();
  const found: Ungiven[] = [];
  held.forEach(({ meeting, document, day }, index) => {
    for (const { place, key } of marksIn(meeting.section, document)) {
      if (isInSummary(place)) continue;
      const before = waiting.get(key);
      if (before === undefined) waiting.set(key, { places: [place], noted: day, meetings: held.length - 1 - index });
      else before.places.push(place);
    }
  });
  for (const { places, noted, meetings } of waiting.values()) {
    if (meetings >= 2) found.push({ places, noted, isInSummary: false });
  }
  for (const document of series.documents) {
    for (const { section } of document.note.regions) {
      if (section === null) continue;
      for (const { place } of marksIn(section, document)) {
        if (isInSummary(place)) found.push({ places: [place], noted: null, isInSummary: true });
      }
    }
  }
  return found;
}

/** Whether a text says of itself that the other has not heard it yet. */
export function isNotGiven(text: string): boolean {
  return mark.test(text);
}

interface Mark {
  readonly place: Place;
  readonly key: string;
}

const mark = /(?<![\p{L}\p{N}])NOT[ _-]?YET[ _-]?GIVEN(?![\p{L}\p{N}])/u;

function marksIn(section: Section, document: Document): Mark[] {
  return [
    ...section.entries.flatMap((entry) => marksInEntry(entry, document)),
    ...section.sections.flatMap((child) => marksIn(child, document)),
  ];
}

function marksInEntry(entry: Entry, document: Document): Mark[] {
  const nested = entry.entries.flatMap((child) => marksInEntry(child, document));
  if (!mark.test(entry.text)) return nested;
  const found = mark.exec(sourceOf(document.note, entry.words));
  if (found === null) return nested;
  const start = entry.words.start + found.index;
  const place = { ...entry.words, start, end: start + found[0].length };
  return [{ place, key: keyOf(entry.text.replace(mark, ' ')) }, ...nested];
}
