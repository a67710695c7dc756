/** The rating scale: what a worksheet's ratings say together. Ratings are words, never pay figures. */
import { fold } from './names.ts';

/** The place of a rating on the scale, from 0; null for a text that is none. Case does not matter. */
export function ratingIndex(text: string, scale: readonly string[]): number | null {
  const index = scale.findIndex((rating) => fold(rating) === fold(text));
  return index < 0 ? null : index;
}

export interface Group {
  /** The word of the scale. */
  readonly name: string;
  /** The mean of the ratings' places, counted from 1. */
  readonly mean: number;
  /** How many ratings it is made of. */
  readonly rated: number;
  /** How often each rating of the scale was given, in the scale's order. */
  readonly counts: readonly number[];
}

/** The rating that is nearest to the mean of all ratings, the higher of two that are equally near. Null without any. */
export function groupOf(texts: readonly string[], scale: readonly string[]): Group | null {
  const indices = texts.flatMap((text) => ratingIndex(text, scale) ?? []);
  if (indices.length === 0) return null;
  const sum = indices.reduce((total, index) => total + index, 0);
  // In whole numbers, so that no half is lost to rounding.
  const nearest = Math.floor((2 * sum + indices.length) / (2 * indices.length));
  return {
    name: scale[nearest]!,
    mean: sum / indices.length + 1,
    rated: indices.length,
    counts: scale.map((_, index) => indices.filter((each) => each === index).length),
  };
}
