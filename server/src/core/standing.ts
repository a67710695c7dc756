/** The person's place in the role catalogue, and what the focus areas name there. */
import type { Context } from './context.ts';
import type { FocusArea, Level, Role, Series, Specialty } from './model.ts';
import { findLevel, findRole, findSpecialty } from './roles/catalogue.ts';
import { matchResponsibility, writtenResponsibilities, type Match, type WrittenAt } from './roles/match.ts';

/** What front matter names, where it names something known. */
export interface Standing {
  readonly role: Role;
  readonly level: Level | null;
  readonly specialty: Specialty | null;
  /**
   * One for each responsibility that the focus area names, or for its title. Empty where nothing is written yet, or
   * where there is no level to compare with. What was found of an area is kept as long as the standing is.
   */
  matchesOf(area: FocusArea): readonly PlacedMatch[];
}

/** What a focus area names in the role, and where it is written. */
export interface PlacedMatch {
  readonly match: Match;
  readonly written: WrittenAt;
}

/** How front matter names a standing, and what it was found to be. */
export interface Stood {
  readonly named: readonly (string | null)[];
  readonly roles: Context['roles'];
  readonly standing: Standing | null;
}

type Named = Pick<Series, 'role' | 'level' | 'specialty'>;

/** Taken over where neither the names nor the roles have changed. */
export function stoodAs({ role, level, specialty }: Named, { roles }: Context, before: Stood | null): Stood {
  const named = [role, level, specialty].map((value) => value?.text ?? null);
  if (before?.roles === roles && named.every((name, index) => name === before.named[index])) return before;
  return { named, roles, standing: standingNamed(named, roles) };
}

function standingNamed(
  [roleName, levelName, specialtyName]: readonly (string | null)[],
  roles: Context['roles'],
): Standing | null {
  const role = roleName == null ? null : findRole(roles, roleName);
  if (role === null) return null;
  const found = levelName == null ? null : findLevel(role, levelName);
  const level = found === 'ambiguous' ? null : found;
  const specialty = specialtyName == null ? null : findSpecialty(role, specialtyName);
  const known = new WeakMap<FocusArea, readonly PlacedMatch[]>();
  const match = (area: FocusArea): PlacedMatch[] =>
    level === null
      ? []
      : writtenResponsibilities(area).map((written) => ({
          written,
          match: matchResponsibility(written, role, level, specialty),
        }));
  return {
    role,
    level,
    specialty,
    matchesOf(area) {
      const before = known.get(area);
      if (before !== undefined) return before;
      const found = match(area);
      known.set(area, found);
      return found;
    },
  };
}
