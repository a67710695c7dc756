/** The areas of a section with their items, and the statements among them that are inheritance. */
import type { AreaKind, Span } from '../model.ts';
import { joined, type ListItem } from './blocks.ts';
import type { Heading } from './headings.ts';
import { isInheritance } from './inheritance.ts';
import { labelOf } from './label.ts';
import { normalise, withoutMarks } from './normalise.ts';
import type { Line } from './parts.ts';
import { flatName, isAreaKind, sectionKind } from './section-kinds.ts';
import { tableAreas } from './tables.ts';

/** An area before it has ids. */
export interface RawArea {
  readonly name: string;
  readonly kind: AreaKind;
  readonly items: RawItem[];
  readonly span: Span;
  readonly anchor?: string;
  readonly uri?: string;
}

export interface RawItem {
  readonly text: string;
  readonly details: readonly string[];
  readonly span: Span;
}

/** "Extends the Senior responsibilities": an edge, never an item. */
export interface Statement {
  readonly text: string;
  readonly span: Span;
  /** The kind of the section it stands in; null right under a level. */
  readonly kind: AreaKind | null;
}

export interface Content {
  readonly areas: RawArea[];
  readonly statements: Statement[];
}

/** What a section or an area heading holds. `level` is the title of the level it belongs to, if any. */
export function contentOfSection(
  heading: Heading,
  kind: AreaKind,
  level: string | null,
  reading: Reading = 'lists and lines',
): Content {
  const content: Content = { areas: [], statements: [] };
  addContent(heading, kind, nameOf(heading, kind, level), level, content, reading);
  return content;
}

/** Lists right under a level or a specialty are its responsibilities; without any, the lines that have a label. */
export function contentRightUnder(heading: Heading): Content {
  const content: Content = { areas: [], statements: [] };
  const area = flatArea(heading, 'responsibility', flatName('responsibility'));
  addBlocks(heading, 'responsibility', area, content, 'lists');
  const labelled = hasLists(heading) ? [] : labelledLines(heading);
  if (labelled.length >= 2) for (const line of labelled) addLine(line, area, content, 'responsibility');
  if (area.items.length > 0) content.areas.unshift(area);
  return content;
}

/** Whether the lines of a section without any list are items. */
type Reading = 'lists' | 'lists and lines';

function addContent(
  heading: Heading,
  kind: AreaKind,
  name: string,
  level: string | null,
  content: Content,
  reading: Reading,
): void {
  const area = flatArea(heading, kind, name);
  const before = content.areas.length;
  addBlocks(heading, kind, area, content, hasLists(heading) ? 'lists' : reading);
  if (area.items.length > 0) content.areas.splice(before, 0, area);
  for (const child of heading.children) {
    // A section within a section is read for itself, with its own kind and owner.
    if (child.kind !== null) continue;
    addContent(child, kind, areaTitle(child, level), level, content, reading);
  }
}

function flatArea(heading: Heading, kind: AreaKind, name: string): RawArea {
  const [anchor] = heading.anchors;
  return { name, kind, items: [], span: heading.span, ...(anchor === undefined ? {} : { anchor }) };
}

function addBlocks(heading: Heading, kind: AreaKind, area: RawArea, content: Content, reading: Reading): void {
  const within = heading.kind !== null || (heading.parent?.kind ?? null) !== null ? kind : null;
  for (const block of heading.content) {
    if (block.kind === 'list') {
      for (const item of block.items) addItem(item, area, content, within);
    } else if (block.kind === 'table') {
      content.areas.push(...tableAreas(block, kind, area));
    } else if (block.kind === 'paragraph') {
      const text = joined(block.lines);
      if (isInheritance(text)) content.statements.push({ text, span: block.span, kind: within });
      else if (reading === 'lists and lines')
        for (const line of textLines(block.lines)) addLine(line, area, content, within);
    }
  }
}

function addItem(item: ListItem, area: RawArea, content: Content, kind: AreaKind | null): void {
  const [first] = item.lines;
  if (first === undefined) {
    for (const inner of item.items) addItem(inner, area, content, kind);
    return;
  }
  const text = joined(item.lines).replace(/^\[[ x]\]\s+/i, '');
  const span = { start: first.span.start, end: item.lines.at(-1)!.span.end };
  if (isInheritance(text)) {
    content.statements.push({ text, span, kind });
    for (const inner of item.items) addItem(inner, area, content, kind);
    return;
  }
  if (isNothing(text)) return;
  const details = [...item.more.map((line) => line.text), ...item.items.flatMap(detailsOf)];
  area.items.push({ text, details, span });
}

function addLine(line: Line, area: RawArea, content: Content, kind: AreaKind | null): void {
  if (isInheritance(line.text)) content.statements.push({ text: line.text, span: line.span, kind });
  else if (!isNothing(line.text)) area.items.push({ text: line.text, details: [], span: line.span });
}

/** Marks, and nothing that a person would read. */
function isNothing(text: string): boolean {
  return !/^(?:\*\*|__)?[\p{L}\p{N}]/u.test(text) && withoutMarks(text) === '';
}

function detailsOf(item: ListItem): string[] {
  const text = joined([...item.lines, ...item.more]);
  return [...(text === '' ? [] : [text]), ...item.items.flatMap(detailsOf)];
}

/** Paragraphs and lines such as `**Technical:** Writes code alone.` */
export function labelledLines(heading: Heading): Line[] {
  return heading.content.flatMap((block) =>
    block.kind === 'paragraph' ? textLines(block.lines).filter(({ text }) => saysMore(text, labelOf(text))) : [],
  );
}

function saysMore(text: string, label: string | null): boolean {
  return label !== null && sectionKind(label) === null && withoutMarks(text).length > label.length + 2;
}

/** Each line, unless the paragraph is wrapped prose: a line that goes on in the next is one text with it. */
function textLines(lines: readonly Line[]): Line[] {
  const isWrapped = lines.some(
    ({ text }, index) => index > 0 && (/^[\p{Ll},;)]/u.test(text) || /[,;(]$/.test(lines[index - 1]!.text)),
  );
  if (!isWrapped) return [...lines];
  const [first] = lines;
  return first ? [{ text: joined(lines), span: { start: first.span.start, end: lines.at(-1)!.span.end } }] : [];
}

function hasLists(heading: Heading): boolean {
  if (heading.content.some(({ kind }) => kind === 'list' || kind === 'table')) return true;
  return heading.children.some((child) => child.kind === null && hasLists(child));
}

/** "Senior X Responsibilities" is just "Responsibilities"; a heading with more to say keeps its words. */
function nameOf(heading: Heading, kind: AreaKind, level: string | null): string {
  if (heading.kind === 'shared') return flatName(kind);
  if (!isAreaKind(heading.kind)) return areaTitle(heading, level);
  return isAreaKind(heading.parent?.kind ?? null) &&
    heading.parent!.kind === kind &&
    sectionKind(heading.title) !== kind
    ? areaTitle(heading, level)
    : flatName(kind);
}

/** The title of an area without the level in front of it. */
function areaTitle(heading: Heading, level: string | null): string {
  const title = heading.title.trim();
  if (level === null || !normalise(title).startsWith(`${normalise(level)} `)) return title;
  const rest = title.slice(level.length).trim();
  if (rest === '') return title;
  return sectionKind(rest) === 'wrapper' ? flatName('responsibility') : rest;
}
