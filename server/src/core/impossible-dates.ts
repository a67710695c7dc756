/** Dates that do not exist, where somebody counts on them. `sourceAt` gives the source text of a place in the region. */
import { findDates } from './dates.ts';
import type { Checkpoint, Place, Words, WrittenPromise } from './model.ts';

type SourceAt = (place: Place) => string;

export function impossibleInTargets(checkpoints: readonly Checkpoint[], sourceAt: SourceAt): Words[] {
  const targets = checkpoints.flatMap(({ focusAreas }) => focusAreas.flatMap(({ targetList }) => targetList));
  return targets.flatMap(({ words }) => impossibleAt(words, sourceAt));
}

export function impossibleInPromises(promises: readonly WrittenPromise[], sourceAt: SourceAt): Words[] {
  return promises.flatMap(({ words, dueAt }) => impossibleAt(dueAt ?? words, sourceAt));
}

function impossibleAt(place: Place, sourceAt: SourceAt): Words[] {
  return findDates(sourceAt(place))
    .filter(({ doubt }) => doubt === 'impossible')
    .map(({ text, start, end }) => ({
      text,
      place: { ...place, start: place.start + start, end: place.start + end },
    }));
}
