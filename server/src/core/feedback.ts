/** Feedback that was noted and marked as not yet given. */
import type { Context } from './context.ts';
import { heldMeetings } from './follow-through.ts';
import type { Day, Entry, Place, Region, Section, Series, UngivenMark } from './model.ts';
import { keyOf } from './promises/key.ts';

export interface Ungiven {
  /** Where the mark stands in every copy, oldest first. */
  readonly places: readonly Place[];
  /** The day of the first copy's meeting; null outside dated meetings. */
  readonly noted: Day | null;
  readonly isInSummary: boolean;
}

/** What two meetings after its first have passed by, and what stands in a summary. Earliest first. */
export function feedbackNotGiven(series: Series, context: Context): Ungiven[] {
  const marks = series.documents.flatMap(({ note }) => note.gathered(ungivenIn));
  if (marks.length === 0) return [];
  const held = heldMeetings(series, context);
  const places = series.quarters.flatMap(({ summaries }) => summaries.map(({ summary }) => summary.place));
  const isInSummary = (place: Place): boolean =>
    places.some(({ anchor, start, end }) => anchor === place.anchor && start <= place.start && place.end <= end);
  const waiting = new Map<string, { places: Place[]; noted: Day; meetings: number }>();
  const found: Ungiven[] = [];
  held.forEach(({ meeting, day }, index) => {
    for (const { place, key } of meeting.ungiven) {
      if (isInSummary(place)) continue;
      const before = waiting.get(key);
      if (before === undefined) waiting.set(key, { places: [place], noted: day, meetings: held.length - 1 - index });
      else before.places.push(place);
    }
  });
  for (const { places, noted, meetings } of waiting.values()) {
    if (meetings >= 2) found.push({ places, noted, isInSummary: false });
  }
  for (const { place } of marks)
    if (isInSummary(place)) found.push({ places: [place], noted: null, isInSummary: true });
  return found;
}

const ungivenIn = ({ ungiven }: Region): Region['ungiven'] => ungiven;

/** Whether a text says of itself that the other has not heard it yet. */
export function isNotGiven(text: string): boolean {
  return mark.test(text);
}

/** The marks of one region, in order. `sourceAt` gives the text of a place as written. */
export function ungivenMarks(section: Section, sourceAt: (place: Place) => string): UngivenMark[] {
  return [
    ...section.entries.flatMap((entry) => marksInEntry(entry, sourceAt)),
    ...section.sections.flatMap((child) => ungivenMarks(child, sourceAt)),
  ];
}

/** A cheap look at whether a text can hold such a mark at all. */
export function mayBeUngiven(source: string): boolean {
  return source.includes('GIVEN') && source.includes('NOT');
}

const mark = /(?<![\p{L}\p{N}])NOT[ _-]?YET[ _-]?GIVEN(?![\p{L}\p{N}])/u;

function marksInEntry(entry: Entry, sourceAt: (place: Place) => string): UngivenMark[] {
  const nested = entry.entries.flatMap((child) => marksInEntry(child, sourceAt));
  if (!mark.test(entry.text)) return nested;
  const found = mark.exec(sourceAt(entry.words));
  if (found === null) return nested;
  const start = entry.words.start + found.index;
  const place = { ...entry.words, start, end: start + found[0].length };
  return [{ place, key: keyOf(entry.text.replace(mark, ' ')) }, ...nested];
}
