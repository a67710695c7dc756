/** Findings that their document says are meant, and what became of each such saying. */
import type { Context } from '../core/context.ts';
import type { Document, Series } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { startOfRecent } from '../core/quarters.ts';
import { suppressionsOf, type Suppression } from '../core/suppressions.ts';
import { rules } from './index.ts';
import type { Rule, SuppressionUse } from './rule.ts';
import type { Diagnostic, HiddenDiagnostic } from './run.ts';

/**
 * Takes out the findings that a document suppresses; a finding is hidden by the line it starts on. `hasRun` says whether a
 * rule could find anything at all.
 */
export function suppressed(
  found: readonly Diagnostic[],
  series: Series,
  context: Context,
  hasRun: (rule: Rule) => boolean,
): { shown: Diagnostic[]; hidden: HiddenDiagnostic[]; uses: SuppressionUse[] } {
  const used = new Set<Suppression>();
  // Few documents have any.
  const byUri = new Map(series.documents.map((document) => [document.uri, suppressionsOf(document)]));
  if ([...byUri.values()].every((list) => list.length === 0)) return { shown: [...found], hidden: [], uses: [] };
  const hidden: HiddenDiagnostic[] = [];
  const shown = found.filter((diagnostic) => {
    const { rule, uri, span } = diagnostic;
    const here = byUri.get(uri) ?? [];
    if (here.length === 0) return true;
    const hiding = here.filter(
      ({ id, covers }) => id === rule && covers.start <= span.start && span.start < covers.end,
    );
    for (const suppression of hiding) used.add(suppression);
    if (hiding.length === 0) return true;
    const reason = hiding.find((suppression) => suppression.reason !== null)?.reason ?? null;
    // There is nothing to fix in what is meant.
    const { severity, message, url, related } = diagnostic;
    hidden.push({ rule, severity, uri, span, message, url, related, fixes: [], reason });
    return false;
  });
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const uses = series.documents.flatMap((document) =>
    byUri.get(document.uri)!.map((suppression): SuppressionUse => {
      const rule = known.get(suppression.id);
      return {
        suppression,
        document,
        isKnown: rule !== undefined,
        likely: rule === undefined ? nearest(suppression.id, known.keys()) : null,
        hasRun: rule !== undefined && hasRun(rule) && !isHistory(suppression, document, context),
        isUsed: used.has(suppression),
      };
    }),
  );
  return { shown, hidden, uses };
}

// ---------------------------------------------------------------------------------------------------------------

/** In a meeting of an older quarter, it may have hidden what is no longer looked at. */
function isHistory({ place }: Suppression, { note }: Document, context: Context): boolean {
  const day = note.regions.find(({ anchor }) => anchor === place.anchor)?.meeting?.date.day ?? null;
  return day !== null && day < startOfRecent(context);
}
