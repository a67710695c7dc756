/** What a person probably meant: the nearest names and texts. */
import { distance } from 'fastest-levenshtein';
import { normalise, wordsOf } from './normalise.ts';

/** Texts are compared by their first 300 characters: the distance takes time in proportion to both lengths. */
const longest = 300;

/** The `limit` things nearest to `written`, nearest first; each is as near as the nearest of its names. */
export function nearest<T>(
  written: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  limit = 3,
): T[] {
  const text = normalise(written).slice(0, longest);
  const words = wordsOf(text);
  const scored = things.map((thing, index) => ({
    thing,
    index,
    score: Math.max(0, ...namesOf(thing).map((name) => similarity(text, words, normalise(name).slice(0, longest)))),
  }));
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.slice(0, limit).map(({ thing }) => thing);
}

/** 0 (nothing in common) to 1 (equal): as a whole, or by how many of the written words the other text has. */
function similarity(text: string, words: readonly string[], other: string): number {
  const whole = 1 - distance(text, other) / Math.max(text.length, other.length, 1);
  const others = wordsOf(other);
  const shared = words.filter((word) => word.length > 2 && others.some((candidate) => isNearly(word, candidate)));
  const meaningful = words.filter((word) => word.length > 2).length;
  // A word found in a long text says less than the same word in a short one.
  const brevity = 1 / (1 + others.length / 200);
  const covered = meaningful === 0 ? 0 : (shared.length / meaningful) * 0.9 * brevity;
  return Math.max(whole, covered);
}

function isNearly(word: string, other: string): boolean {
  if (word === other) return true;
  if (Math.abs(word.length - other.length) > 3 || word.length < 4) return false;
  if (other.length >= 4 && (word.startsWith(other) || other.startsWith(word))) return true;
  return distance(word, other) <= Math.floor(Math.max(word.length, other.length) / 4);
}
