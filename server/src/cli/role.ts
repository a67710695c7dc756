/** A role description in the shape of `role --format json`. Members are only ever added. */
import type { Area, AreaKind, Block, Level, Reference, Role } from '../core/model.ts';

const kinds: Record<AreaKind, string> = {
  responsibility: 'responsibility',
  requirement: 'requirement',
  'nice-to-have': 'niceToHave',
};

/** `source` is the path to show for the role's file. */
export function roleJson(role: Role, source: string) {
  return {
    version: 1,
    id: role.id,
    title: role.title,
    source,
    levels: role.levels.map(levelJson),
    shared: areasJson(role.shared),
    specialties: role.specialties.map(({ id, title, block }) => ({ id, title, areas: areasJson(block) })),
  };
}

function levelJson(level: Level) {
  return {
    id: level.id,
    title: level.title,
    grade: level.grade,
    ...(level.highestGrade === undefined ? {} : { highestGrade: level.highestGrade }),
    track: level.track,
    next: [...level.next],
    extends: level.extends.map((reference) => ({ text: reference.text, resolved: resolvedJson(reference) })),
    areas: areasJson(level.own),
  };
}

/** The id of a level, or one of four words for what is not a level of this role. */
function resolvedJson({ resolved }: Reference): string {
  return resolved.to === 'level' ? resolved.level : resolved.to.replace('-', ' ');
}

function areasJson({ areas }: Block) {
  return areas.map((area: Area) => ({
    name: area.name,
    kind: kinds[area.kind],
    items: area.items.map(({ id, text, label }) => ({ id, text, label })),
  }));
}
