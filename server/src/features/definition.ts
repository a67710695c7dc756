/**
 * Go to definition: from a role, level or focus area to its line in the role description; from anywhere else that names
 * a focus area to its checkpoint.
 */
import type { Document, Series } from '../core/model.ts';
import { fold } from '../core/names.ts';
import { namedAt } from '../core/occurrences.ts';
import { spanOf } from '../core/parse.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { matchesOf, standingOf } from '../core/query.ts';
import { fileNamed, findLevel, findRole, findSpecialty } from '../core/roles/catalogue.ts';
import type { Request, Target } from './request.ts';
import { thingAt } from '../core/thing-at.ts';

export function definition({ document, series, context }: Request, offset: number): Target | null {
  const thing = thingAt(document, offset);
  const standing = standingOf(series);
  if (thing === null) return checkpointTarget(document, series, offset);
  if (thing.is === 'focus-area') {
    for (const { match } of matchesOf(thing.area, standing)) {
      if (standing === null || (match.kind !== 'found' && match.kind !== 'other-level')) continue;
      return { uri: match.area.uri ?? standing.role.source.uri, span: (match.item ?? match.area).span };
    }
    return null;
  }
  if (thing.is !== 'key') return checkpointTarget(document, series, offset);
  const written = thing.entry.value?.text ?? '';
  if (thing.key === 'role') {
    const role = findRole(context.roles, written);
    return role === null ? null : { uri: fileNamed(role, written), span: role.source.span };
  }
  if (standing === null) return null;
  if (thing.key === 'level') {
    const level = findLevel(standing.role, written);
    if (level === null || level === 'ambiguous') return null;
    return { uri: level.uri ?? standing.role.source.uri, span: level.span };
  }
  const specialty = thing.key === 'specialty' ? findSpecialty(standing.role, written) : null;
  return specialty === null ? null : { uri: standing.role.source.uri, span: specialty.span };
}

/** The newest checkpoint that has it; null where the name stands in that checkpoint itself. */
function checkpointTarget(document: Document, series: Series, offset: number): Target | null {
  const named = namedAt(document, series, offset);
  if (named?.is !== 'focus-area') return null;
  for (const record of [...series.quarters].reverse()) {
    for (const { area, document: holder } of openFocusAreasOf(record)) {
      const span = fold(area.title.text) === fold(named.name) ? spanOf(holder.note, area.title.place) : null;
      if (span !== null) return { uri: holder.uri, span };
    }
  }
  return null;
}
