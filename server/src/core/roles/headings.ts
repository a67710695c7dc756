/** Blocks → a tree of headings with what stands below each, pseudo-headings included. */
import { slug } from 'github-slugger';
import type { Span } from '../model.ts';
import { joined, type Block, type ListItem } from './blocks.ts';
import { isInheritance } from './inheritance.ts';
import { isAreaKind, sectionKind, type SectionKind } from './section-kinds.ts';
import { gradeIn, type Grade } from './grade.ts';
import { withoutMarks } from './normalise.ts';
import type { NamedPlace } from './skip.ts';

export type Content = Exclude<Block, { readonly kind: 'heading' }>;

export interface Heading {
  /** As a person reads it, without a trailing colon and without a grade in brackets. */
  readonly title: string;
  /** The grade in brackets: "Senior Baker [Grade 7]". */
  readonly grade: Grade | null;
  readonly form: 'heading' | 'bold' | 'label' | 'item';
  /** 0 for the text itself, 1 to 6 for headings, in between for pseudo-headings. */
  readonly depth: number;
  readonly kind: SectionKind | null;
  readonly span: Span;
  /** Where the last of its content ends. */
  readonly end: number;
  readonly anchors: readonly string[];
  readonly content: readonly Content[];
  readonly children: readonly Heading[];
  readonly parent: Heading | null;
}

/** The whole text as one heading without a title. */
export function headingTree(blocks: readonly Block[], names: readonly NamedPlace[]): Heading {
  const root = opened({ title: '', form: 'heading', depth: 0, span: { start: 0, end: 0 } }, null, []);
  const slugs = new Map<string, number>();
  let current = root;
  let name = 0;
  for (const part of partsOf(blocks)) {
    if (part.kind !== 'title') {
      current.content.push(part);
      continue;
    }
    const anchors: string[] = [];
    while (name < names.length && names[name]!.offset <= part.span.end) anchors.push(names[name++]!.name);
    if (part.form === 'heading') anchors.push(uniqueSlug(part.title, slugs));
    const depth = part.form === 'heading' ? part.depth : Math.floor(current.depth) + pseudoDepths[part.form];
    let parent = current;
    while (parent.parent !== null && parent.depth >= depth) parent = parent.parent;
    current = opened({ ...part, depth }, parent, anchors);
    parent.children.push(current);
  }
  nameless(root);
  close(root);
  return root;
}

/** The only first-level heading is the title of the page: "Engineering levels" says nothing of each heading below. */
function nameless(root: Open): void {
  const tops = root.children.filter(({ depth }) => depth === 1);
  const [top] = tops;
  if (tops.length === 1 && top && !isAreaKind(top.kind)) top.kind = null;
}

/** The heading and all below it, in document order. */
export function everyHeading(heading: Heading): Heading[] {
  const all: Heading[] = [];
  const add = (one: Heading): void => {
    all.push(one);
    one.children.forEach(add);
  };
  add(heading);
  return all;
}

/** The heading's ancestors, nearest first, without the text itself. */
export function* ancestorsOf(heading: Heading): Generator<Heading> {
  for (let at = heading.parent; at !== null && at.parent !== null; at = at.parent) yield at;
}

/** The paragraphs right under a heading, each on one line. */
export function paragraphsOf(heading: Heading): { text: string; span: Span }[] {
  return heading.content.flatMap((block) =>
    block.kind === 'paragraph' ? [{ text: joined(block.lines), span: block.span }] : [],
  );
}

interface Open extends Heading {
  kind: SectionKind | null;
  end: number;
  readonly content: Content[];
  readonly children: Open[];
  readonly parent: Open | null;
}

interface Title {
  readonly kind: 'title';
  readonly title: string;
  readonly form: Heading['form'];
  readonly depth: number;
  readonly span: Span;
}

/** A pseudo-heading stands below the heading it is under, and above those that look smaller. */
const pseudoDepths = { bold: 0.4, label: 0.6, item: 0.8 };

function opened(title: Pick<Title, 'title' | 'form' | 'depth' | 'span'>, parent: Open | null, anchors: string[]): Open {
  const { form, depth, span } = title;
  const whole = withoutMarks(title.title).replace(/\s*[:\uFF1A]\s*$/, '');
  const written = gradeInBrackets(title.title);
  const plain =
    written === null ? whole : withoutMarks(title.title.replace(written, ' ')).replace(/\s*[:\uFF1A]\s*$/, '');
  const grade = written === null ? null : gradeIn(written, 'no');
  const kind = sectionKind(plain);
  return { title: plain, grade, form, depth, kind, span, end: span.end, anchors, content: [], children: [], parent };
}

function gradeInBrackets(title: string): string | null {
  return /[[(](?:job )?grade[^\])]{1,12}[\])](?:\([^()]{0,200}\))?/i.exec(title)?.[0] ?? null;
}

function close(heading: Open): number {
  for (const block of heading.content) heading.end = Math.max(heading.end, block.span.end);
  for (const child of heading.children) heading.end = Math.max(heading.end, close(child));
  return heading.end;
}

function uniqueSlug(title: string, slugs: Map<string, number>): string {
  const shown = withoutMarks(title);
  // Most titles have no sign that an address leaves out.
  const plain = /^[\w -]*$/.test(shown) ? shown.toLowerCase().replaceAll(' ', '-') : slug(shown);
  const count = slugs.get(plain) ?? 0;
  slugs.set(plain, count + 1);
  return count === 0 ? plain : `${plain}-${count}`;
}

function partsOf(blocks: readonly Block[]): (Title | Content)[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading') {
      if (withoutMarks(block.text) === '') return [];
      const { text, depth, span } = block;
      return [{ kind: 'title' as const, title: text, form: 'heading' as const, depth, span }];
    }
    if (block.kind === 'paragraph') return titleInParagraph(block, blocks[index + 1]) ?? [block];
    return block.kind === 'list' ? partsOfList(block) : [block];
  });
}

/** A bold-only paragraph, or a short one that ends in a colon before a list. */
function titleInParagraph(block: Block & { kind: 'paragraph' }, next: Block | undefined): (Title | Content)[] | null {
  // A bold line may also stand right above the lines or the list it is the title of.
  const [first, ...rest] = block.lines;
  if (first === undefined) return null;
  const bold = boldTitle(first.text);
  if (bold !== null) {
    const title: Title = { kind: 'title', title: bold, form: 'bold', depth: 0, span: first.span };
    if (rest.length === 0) return [title];
    if (!isAreaKind(sectionKind(bold))) return null;
    return [title, { kind: 'paragraph', lines: rest, span: { start: rest[0]!.span.start, end: block.span.end } }];
  }
  if (next?.kind !== 'list') return null;
  // Or right above the list, at the end of what is said of the heading before.
  const last = rest.at(-1);
  const end = last === undefined ? null : boldTitle(last.text);
  if (last !== undefined && end !== null) {
    const lines = block.lines.slice(0, -1);
    const span = { start: block.span.start, end: lines.at(-1)!.span.end };
    return [
      { kind: 'paragraph', lines, span },
      { kind: 'title', title: end, form: 'bold', depth: 0, span: last.span },
    ];
  }
  if (rest.length > 0) return null;
  const label = labelTitle(first.text, 4);
  return label === null ? null : [{ kind: 'title', title: label, form: 'label', depth: 0, span: first.span }];
}

function boldTitle(text: string): string | null {
  const match = /^(?:\*\*|__)([^*_]{1,120})(?:\*\*|__)\s*:?$/.exec(text.trim());
  if (match === null) return null;
  const title = match[1]!.trim();
  return title.split(/\s+/).length <= 10 && !/[.!?]$/.test(title) ? title : null;
}

/** A text that ends in a colon and is a known section or at most `limit` words long. */
function labelTitle(text: string, limit: number): string | null {
  if (text.length > 160) return null;
  const plain = withoutMarks(text);
  if (!/[:\uFF1A]$/.test(plain) || isInheritance(text)) return null;
  const title = plain.slice(0, -1).trim();
  if (title === '') return null;
  const words = title.split(/\s+/).length;
  return words <= limit || (words <= 10 && isAreaKind(sectionKind(title))) ? title : null;
}

/** List items that are titles of the list nested in them become pseudo-headings; the others stay a list. */
function partsOfList(list: Block & { kind: 'list' }): (Title | Content)[] {
  const isOutline = list.items.length > 1 && list.items.every(isBareLabel);
  const parts: (Title | Content)[] = [];
  let plain: ListItem[] = [];
  const flush = (): void => {
    const first = plain[0];
    const last = plain.at(-1);
    if (first && last)
      parts.push({ kind: 'list', items: plain, span: { start: first.span.start, end: last.span.end } });
    plain = [];
  };
  for (const item of list.items) {
    const first = item.lines[0];
    const title = first && item.items.length > 0 ? labelTitle(joined(item.lines), 3) : null;
    if (first === undefined || (title === null && !isOutline)) {
      plain.push(item);
      continue;
    }
    flush();
    parts.push({ kind: 'title', title: title ?? first.text, form: 'item', depth: 0, span: first.span });
    const inner = [...strayItems(item), ...item.items];
    parts.push({ kind: 'list', items: inner, span: { start: inner[0]!.span.start, end: item.span.end } });
  }
  flush();
  return parts;
}

/** "Impact", with or without a colon, over a nested list. */
function isBareLabel(item: ListItem): boolean {
  const [first, ...rest] = item.lines;
  if (first === undefined || item.items.length === 0 || !rest.every(({ text }) => strayMark.test(text))) return false;
  const words = withoutMarks(first.text).replace(/:$/, '').split(/\s+/);
  return words.length <= 3 && !/[.!?;,]$/.test(first.text);
}

/** A list mark without the space that makes it one. */
const strayMark = /^[-*+](?=[^\s\-*+])/;

function strayItems(item: ListItem): ListItem[] {
  return item.lines.slice(1).map(({ text, span }) => {
    const line = { text: text.replace(strayMark, ''), span: { start: span.start + 1, end: span.end } };
    return { lines: [line], more: [], items: [], span };
  });
}
