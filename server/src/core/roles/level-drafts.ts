/** What each level's sections, and those of the groups around it, say of it. */
import { contentRightUnder, type Content, type RawArea } from './areas.ts';
import type { LevelDraft } from './draft.ts';
import type { Heading } from './headings.ts';
import { ownGrade, type LevelHeadings } from './levels.ts';
import { gradeOwnedBy, type Owned } from './owners.ts';
import { contentOf, type Section } from './sections.ts';

export interface LevelDrafts {
  /** In document order. */
  readonly drafts: readonly LevelDraft[];
  /** The areas of a group that holds every level. */
  readonly sharedByAll: readonly RawArea[];
}

export function levelDrafts(found: LevelHeadings, sections: readonly Section[], owned: Owned): LevelDrafts {
  const levels = [...found.levels];
  const groups = [...found.groups].flatMap((group): Group[] => {
    const own = sections.filter(({ owner }) => owner.is === 'group' && owner.heading === group);
    return own.length === 0 ? [] : [{ members: new Set(levels.filter((level) => isInside(level, group))), own }];
  });
  const shares = groups.map(({ members, own }) => ({ members, areas: contentOf(own, null).areas }));
  const isOfAll = ({ members }: { members: ReadonlySet<Heading> }): boolean => members.size === levels.length;
  return {
    drafts: levels.map((level) => {
      const draft = levelDraft(level, sections, owned);
      const given = shares.filter((share) => share.members.has(level) && !isOfAll(share));
      return { ...draft, areas: [...draft.areas, ...given.flatMap(({ areas }) => areas)] };
    }),
    sharedByAll: shares.filter(isOfAll).flatMap(({ areas }) => areas),
  };
}

/** Levels below one heading, whose own sections only they share. */
interface Group {
  readonly members: ReadonlySet<Heading>;
  readonly own: readonly Section[];
}

function levelDraft(level: Heading, sections: readonly Section[], owned: Owned): LevelDraft {
  const own = sections.filter(({ owner }) => owner.is === 'level' && owner.heading === level);
  const content = contentOf(own, level.title);
  addDirect(content, level, own, owned);
  return {
    title: level.title,
    grade: ownGrade(level) ?? gradeOwnedBy(level, owned),
    areas: content.areas,
    statements: content.statements,
    anchors: new Set([level, ...own.map(({ heading }) => heading)].flatMap(({ anchors }) => anchors)),
    span: { start: level.span.start, end: Math.max(level.end, ...own.map(({ heading }) => heading.end)) },
  };
}

/** What stands right under the level or its grade: items only where no section has responsibilities. */
function addDirect(content: Content, level: Heading, own: readonly Section[], owned: Owned): void {
  const hasResponsibilities = own.some(({ heading }) => heading.kind === 'responsibility');
  const direct = [level, ...gradeSections(level, owned)].map(contentRightUnder);
  for (const { areas, statements } of direct.reverse()) {
    content.statements.unshift(...statements);
    if (!hasResponsibilities) content.areas.unshift(...areas);
  }
}

function gradeSections(level: Heading, owned: Owned): Heading[] {
  return [...owned.grades].flatMap(([section, owner]) =>
    owner.is === 'level' && owner.heading === level ? [section] : [],
  );
}

function isInside(heading: Heading, around: Heading): boolean {
  for (let at: Heading | null = heading; at !== null; at = at.parent) if (at === around) return true;
  return false;
}
