/** Dates that do not exist, where somebody counts on them. */
import { findDates } from './dates.ts';
import type { Place, Region, Words } from './model.ts';

/** Those of targets and promises, in no order. `sourceAt` gives the source text of a place in the region. */
export function impossibleDates(
  { checkpoints, promises }: Pick<Region, 'checkpoints' | 'promises'>,
  sourceAt: (place: Place) => string,
): Words[] {
  const targets = checkpoints.flatMap(({ focusAreas }) => focusAreas.flatMap(({ targetList }) => targetList));
  const places = [...targets.map(({ words }) => words), ...promises.map(({ words, dueAt }) => dueAt ?? words)];
  return places.flatMap((place) =>
    findDates(sourceAt(place))
      .filter(({ doubt }) => doubt === 'impossible')
      .map(({ text, start, end }) => ({
        text,
        place: { ...place, start: place.start + start, end: place.start + end },
      })),
  );
}
