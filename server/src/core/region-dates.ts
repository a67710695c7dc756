/** Where in a region the dates stand that were found in its slices. */
import { headingsIn } from './glance.ts';
import type { PlacedDate } from './headings.ts';
import type { Anchor, Place, Span, WrittenDate, WrittenWeekday } from './model.ts';
import type { Part, Plan } from './region-content.ts';
import type { SettledDate } from './settle.ts';

export function writtenDate({ placed, outside, ...date }: SettledDate, plan: Plan, anchor: Anchor): WrittenDate {
  return {
    ...date,
    place: placed !== null ? placeOf(placed, placed.span, plan, anchor) : (outside ?? { anchor, start: 0, end: 0 }),
    weekday: placed === null ? null : writtenWeekday(placed, plan, anchor),
  };
}

/** The weekday beside a date that the region holds. */
export function writtenWeekday(placed: PlacedDate, plan: Plan, anchor: Anchor): WrittenWeekday | null {
  const found = placed.found.weekday;
  if (found === null || placed.weekday === null) return null;
  const { number, text, form } = found;
  return { number, text, form, place: placeOf(placed, placed.weekday, plan, anchor) };
}

/** A date line may stand in a later slice of the region than its first. */
export function placeOf(placed: PlacedDate, span: Span, plan: Plan, anchor: Anchor): Place {
  const offset = plan.parts.find((part) => holds(part, placed))?.offset ?? 0;
  return { anchor, start: span.start + offset, end: span.end + offset };
}

/** Whether the date was found in this part of a region. */
export function holds({ slice }: Part, placed: PlacedDate): boolean {
  return (
    headingsIn(slice).some(({ date, onlyDate }) => date === placed || onlyDate === placed) ||
    (slice.isRead && slice.facts.dateLine === placed)
  );
}
