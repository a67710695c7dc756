/** A draft → a role: ids, order, next levels and inheritance. */
import type { Block, Level, Reference, Role, Specialty } from '../model.ts';
import type { Draft, LevelDraft } from './draft.ts';
import { blocksOfRole } from './items.ts';
import { ladderEdges, placeOnLadder } from './ladder.ts';
import { onLadder, type Titles } from './level-titles.ts';
import { foldName, slugOf } from './normalise.ts';
import { namingOf, referencesOf, type Candidate, type Surroundings } from './resolve.ts';

export type RoleHead = Pick<Role, 'id' | 'title' | 'aliases' | 'source' | 'isBuiltIn'>;

/** `titles` are read against the role's title. */
export function assemble(draft: Draft, head: RoleHead, titles: Titles): Role {
  const ladder = onLadder(
    draft.levels.map(({ title }) => title),
    titles,
  );
  const ids = levelIds(draft.levels, ladder);
  const steps = draft.levels.map(({ title, grade }, index) => ({
    id: ids[index]!,
    title,
    grade: grade?.from ?? null,
    track: grade === null && isBeside(title, draft.levels, ladder) ? ('other' as const) : ladder.trackOf(title),
  }));
  const namings = steps.map(({ title }) => namingOf(title, ladder));
  const idOf = (written: string): string | null => {
    const wanted = foldName(written);
    const exact = steps.filter((_, index) => namings[index]!.folded === wanted);
    const named = exact.length > 0 ? exact : steps.filter((_, index) => namings[index]!.names.has(wanted));
    return named.length === 1 ? named[0]!.id : null;
  };
  const places = placeOnLadder(steps, ladderEdges(draft.ladder, idOf), ladder);
  const candidates: Candidate[] = steps.map((step, index) => ({
    ...step,
    naming: namings[index]!,
    order: places.get(step.id)!.order,
    anchors: draft.levels[index]!.anchors,
  }));
  const around: Surroundings = {
    titles: ladder,
    levels: candidates,
    hasShared: draft.shared.length > 0,
    sharedAnchors: draft.sharedAnchors,
  };
  const specialtyIds = numbered(draft.specialties.map(({ title }) => slugOf(title)));
  const blocks = blocksOfRole(
    head.id,
    [
      ...draft.levels.map(({ areas }, index) => ({ owner: ids[index]!, areas })),
      { owner: 'shared', areas: draft.shared },
      ...draft.specialties.map(({ areas }, index) => ({ owner: specialtyIds[index]!, areas })),
    ],
    draft.levels,
  );
  const levels = draft.levels.map((level, index): Level => {
    const candidate = candidates[index]!;
    const { id, title, grade, track } = { ...steps[index]! };
    const { order, next } = places.get(id)!;
    const extended = draft.isCumulative ? below(candidate, candidates) : [];
    return {
      id,
      title,
      grade,
      ...highestOf(level),
      track,
      order,
      next,
      extends: [
        ...referencesOf(candidate, level.statements, around),
        ...extended.map((lower) => implied(lower, level)),
      ],
      own: blocks[index]!,
      span: level.span,
      ...(level.uri === undefined ? {} : { uri: level.uri }),
    };
  });
  const specialties = specialtiesOf(draft, specialtyIds, blocks.slice(levels.length + 1));
  return { ...head, shared: blocks[levels.length]!, levels, specialties };
}

function highestOf({ grade }: LevelDraft): { highestGrade?: number } {
  return grade === null || grade.from === grade.to ? {} : { highestGrade: grade.to };
}

/** A title that says no level, beside others that do, is on no ladder unless a grade puts it there. */
function isBeside(title: string, levels: readonly LevelDraft[], { isLevel }: Titles): boolean {
  return !isLevel(title) && levels.some((level) => isLevel(level.title));
}

/** The level words where they are the only level's with them, else the whole title; an ordinal if need be. */
function levelIds(levels: readonly LevelDraft[], titles: Titles): string[] {
  const short = levels.map(({ title }) => slugOf(titles.idOf(title) ?? title));
  const wide = short.map((id, index) =>
    short.filter((other) => other === id).length > 1 ? slugOf(levels[index]!.title) : id,
  );
  return numbered(wide);
}

/** An ordinal behind each name that came before. */
function numbered(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

function below(level: Candidate, levels: readonly Candidate[]): Candidate[] {
  const lower = levels.filter(({ track, order }) => track === level.track && order < level.order);
  const highest = Math.max(...lower.map(({ order }) => order));
  return lower.filter(({ order }) => order === highest);
}

function implied(lower: Candidate, level: LevelDraft): Reference {
  return { text: lower.title, span: level.span, resolved: { to: 'level', level: lower.id } };
}

function specialtiesOf(draft: Draft, ids: readonly string[], blocks: readonly Block[]): Specialty[] {
  return draft.specialties.map(({ title, sameAs, span }, index) => {
    const same =
      sameAs === null ? -1 : draft.specialties.findIndex((other) => foldName(other.title) === foldName(sameAs));
    return {
      id: ids[index]!,
      title,
      block: blocks[index]!,
      sameAs: same < 0 || same === index ? null : ids[same]!,
      span,
    };
  });
}
