/** Go to definition: from a role, level or focus area to its line in the role description. */
import type { Role } from '../core/model.ts';
import { matchesOf, standingOf } from '../core/query.ts';
import { findLevel, findRole } from '../core/roles/catalogue.ts';
import type { Request, Target } from './request.ts';
import { thingAt } from '../core/thing-at.ts';

export function definition({ document, series, context }: Request, offset: number): Target | null {
  const thing = thingAt(document, offset);
  const standing = standingOf(series);
  if (thing === null) return null;
  if (thing.is === 'focus-area') {
    for (const { match } of matchesOf(thing.area, standing)) {
      if (standing === null || (match.kind !== 'found' && match.kind !== 'other-level')) continue;
      return { uri: standing.role.source.uri, span: (match.item ?? match.area).span };
    }
    return null;
  }
  if (thing.is !== 'key') return null;
  const written = thing.entry.value?.text ?? '';
  if (thing.key === 'role') return roleTarget(findRole(context.roles, written));
  if (standing === null) return null;
  if (thing.key === 'level') {
    const level = findLevel(standing.role, written);
    return level === null || level === 'ambiguous' ? null : { uri: standing.role.source.uri, span: level.span };
  }
  return thing.key === 'specialty' ? roleTarget(standing.role) : null;
}

function roleTarget(role: Role | null): Target | null {
  return role === null ? null : { uri: role.source.uri, span: role.source.span };
}
