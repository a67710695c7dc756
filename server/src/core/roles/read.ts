/**
 * A role description in markdown → a role. The steps, in the order in which forms are recognised:
 *
 * 1. front matter, also the kind that holds the whole description (`front-matter.ts`, `front-matter-topics.ts`)
 * 2. what is not read, blanked in place (`skip.ts`)
 * 3. blocks, then headings and what only looks like one (`blocks.ts`, `pseudo-headings.ts`, `headings.ts`, `section-kinds.ts`)
 * 4. levels below sections (`inner-levels.ts`), tables whose columns or rows are levels (`level-tables.ts`)
 * 5. levels and groups (`levels.ts`), specialties (`specialties.ts`), and whose each section is (`owners.ts`)
 * 6. areas, items and statements of inheritance in the sections (`areas.ts`)
 * 7. grades (`grade.ts`), order and next levels (`ladder.ts`), what each level builds on (`resolve.ts`)
 * 8. ids (`assemble.ts`), and the items with theirs, when they are first asked for (`items.ts`)
 *
 * Files that hold a level each become one role later, when all are known (`join-levels.ts`).
 */
import type { Role } from '../model.ts';
import { assemble, type RoleHead } from './assemble.ts';
import { blocksOf, type Block } from './blocks.ts';
import { listOf, readFrontMatter, scalarOf } from './front-matter.ts';
import { topicsOf } from './front-matter-topics.ts';
import { headingTree, type Heading } from './headings.ts';
import { innerLevels, type InnerLevels } from './inner-levels.ts';
import { levelLinksOf } from './level-links.ts';
import { levelTables, type LevelTables } from './level-tables.ts';
import { baseTitle } from './level-title.ts';
import { titlesOf } from './level-titles.ts';
import { slugOf, withoutMarks } from './normalise.ts';
import { isAreaKind, sectionKind } from './section-kinds.ts';
import { prepare } from './skip.ts';
import { draftOf } from './draft.ts';

export interface RoleFile {
  readonly uri: string;
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string;
  readonly isBuiltIn?: boolean;
}

/**
 * Reads a role description. Never throws; a pure function of text and file. A text without levels and sections gives
 * a role without content (`hasContent`), and so does one beyond the bounds of what a person writes.
 */
export function readRole(source: string, file: RoleFile): Role {
  const { text, names } = prepare(source);
  const front = readFrontMatter(text);
  const body = front === null ? text : text.slice(0, front.end).replace(/[^\r\n]/g, ' ') + text.slice(front.end);
  const blocks = blocksOf(body);
  const root = headingTree(blocks, names);
  const title = titleOf(scalarOf(front?.tree ?? null, 'title'), root, file.path);
  const titles = titlesOf(title);
  const inner = innerLevels(root, titles);
  const tables = levelTables(root, titles, inner.levels);
  const left = blocks.filter((block) => !isRead(block, tables, inner));
  const rest = left.length === blocks.length ? root : headingTree(left, names);
  const links = levelLinksOf(root, front);
  const draft = topicsOf(front) ?? draftOf(rest, titles, tables, links);
  const head: RoleHead = {
    id: scalarOf(front?.tree ?? null, 'id') ?? slugOf(nameOf(file.path)),
    title,
    aliases: listOf(front?.tree ?? null, 'aliases'),
    source: { uri: file.uri, span: { start: 0, end: source.length } },
    isBuiltIn: file.isBuiltIn ?? false,
  };
  const role = assemble(draft, head, titles);
  return links === null ? role : { ...role, links };
}

/** What tables and inner levels have given already. */
function isRead(block: Block, tables: LevelTables, inner: InnerLevels): boolean {
  if (block.kind === 'table' && tables.used.has(block)) return true;
  return inner.used.some(({ span, end }) => block.span.start < end && block.span.end > span.start);
}

function titleOf(written: string | null, root: Heading, path: string): string {
  const first = root.children.find(
    ({ depth, form, title }) => depth === 1 && form === 'heading' && !isAreaKind(sectionKind(title)),
  );
  const title = written === null ? first?.title : withoutMarks(written);
  if (title === undefined || title === '') return titleFromName(nameOf(path));
  return baseTitle(title) === '' ? title : title.replace(/\s[-\u2013\u2014|:]\s*job famil(?:y|ies)\s*$/i, '');
}

/** The name of the file, or of its folder where the file is called `index` or `README`. */
function nameOf(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '');
  const name = (parts.at(-1) ?? '').replace(/(?:\.html)?\.(?:md|markdown)$/i, '');
  return /^(?:index|_index|readme)$/i.test(name) && parts.length > 1 ? parts.at(-2)! : name;
}

function titleFromName(name: string): string {
  const words = name.split(/[-_\s]+/).filter((word) => word !== '');
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ') || 'Untitled';
}
