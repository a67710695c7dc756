/** A draft → a role: ids, order, next levels, inheritance and boilerplate. */
import type { Area, Block, Item, Level, Reference, Role, Specialty } from '../model.ts';
import type { RawArea, RawItem } from './areas.ts';
import type { Draft, LevelDraft } from './draft.ts';
import { labelOf } from './label.ts';
import { ladderEdges, placeOnLadder } from './ladder.ts';
import { onLadder, type Titles } from './level-titles.ts';
import { foldName, normalise, normaliseShown, shortSlugOf, slugOf, withoutMarks } from './normalise.ts';
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
    grade,
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
  const known = new Map<RawItem, ItemText>();
  const textOf = (item: RawItem): ItemText => {
    const text = known.get(item) ?? itemText(item);
    known.set(item, text);
    return text;
  };
  const item = itemMaker(head.id, textOf, repeatedTexts(draft.levels, textOf));
  const made = new Map<RawArea, Area>();
  const blockOf = (owner: string, areas: readonly RawArea[]): Block => ({
    areas: areas.map((area) => {
      // The area of a group of levels is one area, whichever of them it is seen from.
      const known = made.get(area) ?? item.area(owner, area);
      made.set(area, known);
      return known;
    }),
  });
  const levels = draft.levels.map((level, index): Level => {
    const candidate = candidates[index]!;
    const { id, title, grade, track } = { ...steps[index]! };
    const { order, next } = places.get(id)!;
    const extended = draft.isCumulative ? below(candidate, candidates) : [];
    return {
      id,
      title,
      grade,
      track,
      order,
      next,
      extends: [
        ...referencesOf(candidate, level.statements, around),
        ...extended.map((lower) => implied(lower, level)),
      ],
      own: blockOf(id, level.areas),
      span: level.span,
      ...(level.uri === undefined ? {} : { uri: level.uri }),
    };
  });
  return { ...head, shared: blockOf('shared', draft.shared), levels, specialties: specialtiesOf(draft, blockOf) };
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
  const used = new Map<string, number>();
  return wide.map((id) => {
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
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

function specialtiesOf(draft: Draft, blockOf: (owner: string, areas: readonly RawArea[]) => Block): Specialty[] {
  const used = new Map<string, number>();
  const ids = draft.specialties.map(({ title }) => {
    const id = slugOf(title);
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
  return draft.specialties.map(({ title, areas, sameAs, span }, index) => {
    const same =
      sameAs === null ? -1 : draft.specialties.findIndex((other) => foldName(other.title) === foldName(sameAs));
    const id = ids[index]!;
    return { id, title, block: blockOf(id, areas), sameAs: same < 0 || same === index ? null : ids[same]!, span };
  });
}

/** An item's text in the forms that are compared. */
interface ItemText {
  readonly shown: string;
  readonly plain: string;
}

function itemText({ text }: RawItem): ItemText {
  const shown = withoutMarks(text);
  return { shown, plain: normaliseShown(shown) };
}

/** Texts that stand in most of three or more levels. */
function repeatedTexts(levels: readonly LevelDraft[], textOf: (item: RawItem) => ItemText): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { areas } of levels) {
    const texts = new Set(areas.flatMap(({ items }) => items.map((item) => textOf(item).plain)));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(3, Math.floor(levels.length / 2) + 1);
  return new Set([...counts].filter(([, count]) => count >= most).map(([text]) => text));
}

/** Ids are `role/level/area/words`, with an ordinal where that repeats. */
function itemMaker(
  role: string,
  textOf: (item: RawItem) => ItemText,
  repeated: ReadonlySet<string>,
): { area(owner: string, raw: RawArea): Area } {
  const used = new Map<string, number>();
  const unique = (id: string): string => {
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
  return {
    area: (owner, { items, ...area }) => {
      const place = `${role}/${owner}/${slugOf(area.name)}`;
      const made = items.map((raw): Item => {
        const { text, details, span } = raw;
        const label = labelOf(text);
        const { shown, plain } = textOf(raw);
        const words = shortSlugOf(label ?? shown.slice(0, 200), 8);
        return {
          id: unique(`${place}/${words}`),
          text,
          plain,
          label,
          plainLabel: label === null ? null : normalise(label),
          details: details.map(withoutMarks),
          isBoilerplate: repeated.has(plain),
          span,
        };
      });
      return { ...area, items: made };
    },
  };
}
