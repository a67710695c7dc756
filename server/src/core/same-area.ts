/** When two focus areas are the same one, in one quarter or in two. */
import type { FocusArea, HeldArea, QuarterRecord, Series } from './model.ts';
import { openFocusAreasOf } from './private.ts';
import { matchesOf, standingFor, type Standing } from './query.ts';
import { normalise } from './roles/normalise.ts';

/**
 * Two focus areas that share one of these are the same: their titles are equal, or they name the same responsibilities.
 * One that names several is the same only as one that names all of them.
 */
export function areaKeys(area: FocusArea, standing: Standing | null): string[] {
  const items = matchesOf(area, standing).flatMap(({ match }) =>
    match.kind === 'found' && match.item !== null ? [match.item.plain] : [],
  );
  const named = items.length === 0 ? [] : [`items ${[...new Set(items)].sort().join('\n')}`];
  return [`title ${normalise(area.title.text)}`, ...named];
}

/** What of a quarter is the same focus area, which is one of `own`; at most one, and never the area itself. */
export function sameAreaIn(
  record: QuarterRecord,
  area: FocusArea,
  own: QuarterRecord,
  series: Series,
): HeldArea | undefined {
  const keys = new Set(areaKeys(area, standingFor(own, series)));
  const standing = standingFor(record, series);
  return openFocusAreasOf(record).find(
    (other) => other.area !== area && areaKeys(other.area, standing).some((key) => keys.has(key)),
  );
}
