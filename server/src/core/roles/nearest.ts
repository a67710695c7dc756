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
  return nearestByPlain(written, things, (thing) => namesOf(thing).map(normalise), limit);
}

/** The same for names that are normalised already. */
export function nearestByPlain<T>(
  written: string,
  things: readonly T[],
  plainNamesOf: (thing: T) => readonly string[],
  limit = 3,
): T[] {
  const similarity = similarityTo(normalise(written).slice(0, longest));
  const scored = things.map((thing, index) => ({
    thing,
    index,
    score: Math.max(0, ...plainNamesOf(thing).map((name) => similarity(name.slice(0, longest)))),
  }));
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.slice(0, limit).map(({ thing }) => thing);
}

/** 0 (nothing in common) to 1 (equal): as a whole, or by how many of the written words the other text has. */
function similarityTo(text: string): (other: string) => number {
  const words = wordsOf(text).filter((word) => word.length > 2);
  const isIn = nearlyIn(words);
  return (other) => {
    const others = wordsOf(other);
    // A word found in a long text says less than the same word in a short one.
    const brevity = 1 / (1 + others.length / 200);
    const covered = words.length === 0 ? 0 : (isIn(others) / words.length) * 0.9 * brevity;
    const longer = Math.max(text.length, other.length, 1);
    // As a whole it cannot be nearer than the lengths are.
    if (1 - Math.abs(text.length - other.length) / longer <= covered) return covered;
    return Math.max(1 - distance(text, other) / longer, covered);
  };
}

/** How many of the words stand, or nearly stand, among others; each pair is compared once. */
function nearlyIn(words: readonly string[]): (others: readonly string[]) => number {
  const near = new Map<string, readonly number[]>();
  return (others) => {
    const found = new Set<number>();
    for (const other of others) {
      const known = near.get(other) ?? words.flatMap((word, index) => (isNearly(word, other) ? [index] : []));
      near.set(other, known);
      for (const index of known) found.add(index);
    }
    return found.size;
  };
}

function isNearly(word: string, other: string): boolean {
  if (word === other) return true;
  // A mistake is seldom in the first letter.
  if (word[0] !== other[0] || Math.abs(word.length - other.length) > 3 || word.length < 4) return false;
  if (other.length >= 4 && (word.startsWith(other) || other.startsWith(word))) return true;
  return distance(word, other) <= Math.floor(Math.max(word.length, other.length) / 4);
}
