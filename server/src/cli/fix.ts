/** Safe fixes: which of them go together, and applying them until nothing is left to fix. Pure. */
import type { TextEdit } from '../core/text.ts';
import type { Diagnostic, DiagnosticEdit } from '../rules/run.ts';

/** Fixes often make room for others; more rounds than this mean that two of them undo each other. */
const mostRounds = 20;

export interface Fixed<State> {
  readonly state: State;
  /** What is left. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many fixes were applied. */
  readonly fixes: number;
}

/**
 * Checks and fixes until no safe fix is left. Only fixes whose every edit is in a file that `mayEdit` allows are
 * applied.
 */
export function fixAll<State>(
  start: State,
  check: (state: State) => readonly Diagnostic[],
  apply: (state: State, edits: ReadonlyMap<string, readonly TextEdit[]>) => State,
  mayEdit: (uri: string) => boolean,
): Fixed<State> {
  let state = start;
  let fixes = 0;
  for (let round = 1; ; round++) {
    const diagnostics = check(state);
    const chosen = safeEdits(diagnostics, mayEdit);
    if (chosen.fixes === 0 || round > mostRounds) return { state, diagnostics, fixes };
    state = apply(state, chosen.edits);
    fixes += chosen.fixes;
  }
}

/**
 * The first safe fix of each finding, by file. One that touches what another one changes waits for the next round;
 * a fix is taken with all its edits or not at all.
 */
export function safeEdits(
  diagnostics: readonly Diagnostic[],
  mayEdit: (uri: string) => boolean,
): { readonly edits: ReadonlyMap<string, readonly TextEdit[]>; readonly fixes: number } {
  const edits = new Map<string, TextEdit[]>();
  let fixes = 0;
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ safe }) => safe);
    if (!fix || fix.edits.length === 0) continue;
    if (!fix.edits.every((edit) => mayEdit(edit.uri) && isFree(edit, edits.get(edit.uri) ?? []))) continue;
    for (const { uri, span, newText } of fix.edits) {
      const list = edits.get(uri) ?? [];
      list.push({ span, newText });
      edits.set(uri, list);
    }
    fixes++;
  }
  return { edits, fixes };
}

/** Neither overlapping nor touching: two insertions at one place would stand in an order that nobody chose. */
function isFree(edit: DiagnosticEdit, taken: readonly TextEdit[]): boolean {
  return taken.every(({ span }) => edit.span.end < span.start || edit.span.start > span.end);
}
