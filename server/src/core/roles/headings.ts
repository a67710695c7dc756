/** Blocks → a tree of headings with what stands below each, pseudo-headings included. */
import { slug } from 'github-slugger';
import type { Span } from '../model.ts';
import { joined, type Block } from './blocks.ts';
import { isAreaKind, sectionKind, type SectionKind } from './section-kinds.ts';
import { gradeIn, type Grade } from './grade.ts';
import { withoutMarks } from './normalise.ts';
import { titlesAndContent, type Content, type Title } from './pseudo-headings.ts';
import type { NamedPlace } from './skip.ts';

export interface Heading {
  /** As a person reads it, without a trailing colon and without a grade in brackets. */
  readonly title: string;
  /** The grade in brackets: "Senior Baker [Grade 7]". */
  readonly grade: Grade | null;
  readonly form: Title['form'];
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
  for (const part of titlesAndContent(blocks)) {
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
