/** The known word that was probably meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest of `known`: one letter off for words up to five letters, two from six on; case, `-` and `_` aside.
 * Null where none is near enough. Never throws; long texts cost nothing.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = folded(word);
  let best: string | null = null;
  let least = wanted.length <= 5 ? 1 : 2;
  for (const candidate of known) {
    const other = folded(candidate);
    if (Math.abs(other.length - wanted.length) > least) continue;
    const steps = editSteps(wanted, other);
    if (steps > least || (steps === least && best !== null)) continue;
    best = candidate;
    least = steps;
  }
  return best;
}

/** Two neighbouring letters in the wrong order are one slip, not two. */
function editSteps(a: string, b: string): number {
  if (a.length === b.length) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    if (at < a.length && a.slice(0, at) + (a[at + 1] ?? '') + a[at] + a.slice(at + 2) === b) return 1;
  }
  return distance(a, b);
}

function folded(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
