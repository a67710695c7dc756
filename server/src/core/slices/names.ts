/**
 * The names of a document: link reference definitions and footnotes, declared in one slice and used in any.
 *
 * Which slices might declare a name is known from a look at their text. Whether one does is known by parsing it, and
 * that is done only when another slice asks for a name that it might declare.
 */
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { unreadPart } from '../bounds.ts';
import type { Piece } from './cut.ts';
import { parsePiece, type Name } from './markdown.ts';

/** What one slice may declare. */
export interface Declarations {
  /** The labels before a colon, as they are compared; `ANY` for one over several lines, of which more may be known. */
  readonly labels: readonly string[];
  declares(name: Name): boolean;
}

/** By label, the slices that may declare it. */
export type Names = ReadonlyMap<string, readonly Declarations[]>;

export const ANY = '\n';

export function declarationsOf(piece: Piece): Declarations {
  let declared: ReadonlySet<Name> | null = null;
  return {
    labels: piece.source.includes(']:') && !unreadPart(piece.source) ? labelsBeforeColon(piece.source) : NONE,
    declares(name) {
      declared ??= parsePiece(piece, () => false).declared;
      return declared.has(name);
    },
  };
}

/**
 * How many slices are looked at for one name. Where so many only look as if they declared it, it counts as declared:
 * notes do not come near, and parsing a whole hostile document for one name would take too long.
 */
const MOST_CANDIDATES = 1000;

/** Whether a slice declares a name, other than the one that asks. */
export function isDeclared(names: Names, name: Name, asking: Declarations): boolean {
  let looked = 0;
  for (const label of [labelOf(name), ANY]) {
    for (const declarations of names.get(label) ?? []) {
      if (declarations === asking) continue;
      if (++looked > MOST_CANDIDATES || declarations.declares(name)) return true;
    }
  }
  return false;
}

/** The names after some slices took the place of others, and the labels of which declarations came or went. */
export function namesAfter(
  names: Names,
  before: readonly Declarations[],
  after: readonly Declarations[],
): { names: Names; changed: ReadonlySet<string> } {
  const gone = new Set(before.filter(({ labels }) => labels.length > 0));
  const come = new Set<Declarations>();
  for (const declarations of after)
    if (declarations.labels.length > 0 && !gone.delete(declarations)) come.add(declarations);
  const changed = new Set([...gone, ...come].flatMap(({ labels }) => labels));
  if (changed.size === 0) return { names, changed };

  const result = new Map<string, Declarations[]>();
  for (const label of changed) {
    const others = names.get(label)?.filter((declarations) => !gone.has(declarations)) ?? [];
    result.set(label, others);
  }
  for (const declarations of come) for (const label of declarations.labels) result.get(label)!.push(declarations);
  return { names: new Map([...names, ...result]), changed };
}

/** Whether an answer about `name` may be another one once the declarations of `labels` have changed. */
export function dependsOn(name: Name, labels: ReadonlySet<string>): boolean {
  return labels.has(labelOf(name)) || labels.has(ANY);
}

/** A footnote's label is written with its `^`, as in a slice's text. */
function labelOf(name: Name): string {
  return name.startsWith('=') ? name.slice(1) : name;
}

/** The longest label, with its brackets, that markdown knows. */
const LONGEST = 1002;

function labelsBeforeColon(source: string): readonly string[] {
  const labels = new Set<string>();
  let open = -1;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '[') open = at;
    else if (sign === ']') {
      if (open >= 0 && source[at + 1] === ':' && at - open < LONGEST)
        labels.add(labelWritten(source.slice(open + 1, at)));
      open = -1;
    }
  }
  return [...labels];
}

const NONE: readonly string[] = [];

function labelWritten(written: string): string {
  // Over several lines, the marks of a quote may stand inside, and only a parse can tell.
  return /[\r\n]/.test(written) ? ANY : normalizeIdentifier(written.replaceAll('\0', '\uFFFD'));
}
