/** The headings of a role description → levels, shared areas and specialties, before they have ids. */
import type { LevelLinks, Span } from '../model.ts';
import type { RawArea, Statement } from './areas.ts';
import type { Grade } from './grade.ts';
import { everyHeading, paragraphsOf, type Heading } from './headings.ts';
import { isCumulative } from './inheritance.ts';
import { ladderTexts } from './ladder-texts.ts';
import { levelDrafts } from './level-drafts.ts';
import { findLevels } from './levels.ts';
import type { LevelTables } from './level-tables.ts';
import type { Titles } from './level-titles.ts';
import { findOwners } from './owners.ts';
import { contentOf, sectionsByOwner } from './sections.ts';
import { findSpecialties, specialtyDraft } from './specialties.ts';
import { addTables } from './levels-with-tables.ts';
import { withLevelOfText } from './text-level.ts';

export interface LevelDraft {
  readonly title: string;
  readonly grade: Grade | null;
  readonly areas: readonly RawArea[];
  readonly statements: readonly Statement[];
  readonly anchors: ReadonlySet<string>;
  readonly span: Span;
  /** The file it stands in, where that is not the role's. */
  readonly uri?: string;
  /** Of a row in a table of levels: the names in it, each of which may be a heading's. */
  readonly rowNames?: readonly string[];
}

export interface SpecialtyDraft {
  readonly title: string;
  readonly areas: readonly RawArea[];
  /** The specialty that it says it equals. */
  readonly sameAs: string | null;
  /** Of its title. */
  readonly span: Span;
}

export interface Draft {
  /** In document order. */
  readonly levels: readonly LevelDraft[];
  readonly shared: readonly RawArea[];
  readonly sharedAnchors: ReadonlySet<string>;
  readonly specialties: readonly SpecialtyDraft[];
  /** Paragraphs and items that may say what comes next, and flow charts. */
  readonly ladder: {
    readonly texts: readonly string[];
    readonly diagrams: readonly string[];
    /** What links say: from the level with one title to that with another. */
    readonly steps?: readonly { readonly from: string; readonly to: string }[];
  };
  /** The text says that every level extends the one below. */
  readonly isCumulative: boolean;
}

/**
 * `tables` is what the tables of the text say of levels and specialties; they are no longer in the headings. `links` go
 * to the files of other levels.
 */
export function draftOf(root: Heading, titles: Titles, tables: LevelTables, links: LevelLinks | null): Draft {
  const found = findLevels(root, titles);
  const specialties = findSpecialties(root, found.levels);
  const owned = findOwners(root, found, specialties);
  const sections = sectionsByOwner(root, owned, found);
  const shared = contentOf(
    sections.filter(({ owner }) => owner.is === 'shared'),
    null,
  );
  const { drafts, sharedByAll } = levelDrafts(found, sections, owned);
  shared.areas.push(...sharedByAll);
  const written = drafts.filter((draft) => titles.isLevel(draft.title) || !isOnlyOverTable(draft, tables));
  const levels = addTables(written, tables, titles, shared.areas.length > 0 ? 'shared' : 'nothing');
  return {
    ...withLevelOfText({ root, titles, levels, shared, owned, links }),
    specialties: [...specialties]
      .map((heading) => specialtyDraft(heading, sections))
      .filter(({ areas, span }) => areas.length > 0 || !tables.emptied.has(span.start))
      .concat(tables.specialties),
    sharedAnchors: new Set(sections.flatMap(({ heading, owner }) => (owner.is === 'shared' ? heading.anchors : []))),
    ladder: ladderTexts(root),
    isCumulative: everyHeading(root).some((heading) => paragraphsOf(heading).some(({ text }) => isCumulative(text))),
  };
}

/** "Makers" over a table of levels: the levels are in the table. */
function isOnlyOverTable({ areas, statements, grade, span }: LevelDraft, { emptied }: LevelTables): boolean {
  return emptied.has(span.start) && areas.length === 0 && statements.length === 0 && grade === null;
}
