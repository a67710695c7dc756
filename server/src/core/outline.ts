/**
 * The blocks of a region, seen as titled sections: headings, bold labels alone on a line, and `Label:` lines all
 * start one. Spans become places, counted from the region's start.
 */
import type { Block, CellSpan, ItemBlock, Line, TableBlock } from './build.ts';
import type {
  Anchor,
  Cell,
  Comment,
  Entry,
  Meaning,
  Place,
  QuarterLabel,
  Section,
  SectionForm,
  Span,
  Table,
  Words,
} from './model.ts';
import { isPart, meaningOf, type Scope } from './names.ts';
import { findQuarterLabel } from './quarter-labels.ts';

/** Blocks of one slice, and where the slice starts in its region; negative where the region starts inside it. */
export interface Piece {
  readonly blocks: readonly Block[];
  readonly offset: number;
}

export interface Outline {
  readonly section: Section;
  readonly comments: readonly Comment[];
}

export interface OutlineReading {
  readonly anchor: Anchor;
  readonly scope: Scope;
  readonly aliases: ReadonlyMap<string, Meaning>;
}

/**
 * The region's outermost section: its first heading where it starts with one, else a section without a title. Blocks
 * that stand before any label or deeper heading are its own entries.
 */
export function outlineOf(pieces: readonly Piece[], reading: OutlineReading): Outline {
  const comments: Comment[] = [];
  const stack: Draft[] = [];
  /** Between the comments that open and close a private part; one that is never closed lasts to the region's end. */
  let isHidden = false;
  const root = (): Draft =>
    stack[0] ?? push(draft({ text: '', place: place(0, { start: 0, end: 0 }) }, 'heading', 0, 0));
  const place = (offset: number, span: Span): Place => ({
    anchor: reading.anchor,
    start: span.start + offset,
    end: span.end + offset,
  });

  function draft(title: Words, form: SectionForm, depth: number, rank: number): Draft {
    const label = labelIn(title);
    return {
      title,
      form,
      depth,
      rank,
      meaning: meaningOf(title.text, label?.text ?? null, reading.scope, reading.aliases),
      label,
      start: title.place.start,
      end: title.place.end,
      entries: [],
      tables: [],
      sections: [],
      isPrivate: isHidden || title.text.includes('\u{1F512}'),
    };
  }
  function push(next: Draft): Draft {
    stack.at(-1)?.sections.push(next);
    stack.push(next);
    return next;
  }
  function grow(end: number): void {
    for (const open of stack) open.end = Math.max(open.end, end);
  }

  for (const { blocks, offset } of pieces) {
    for (const block of blocks) {
      const at = (span: Span): Place => place(offset, span);
      if (block.kind === 'heading') {
        // The outermost section is never closed: a region ends where its blocks do.
        while (stack.length > 1 && (stack.at(-1)!.rank > 0 || stack.at(-1)!.depth >= block.depth)) stack.pop();
        const next = draft({ text: block.text, place: at(block.content) }, 'heading', block.depth, 0);
        next.start = block.span.start + offset;
        push(next);
        grow(block.span.end + offset);
        continue;
      }
      if (block.kind === 'comment') {
        const comment = { text: block.text, place: at(block.span) };
        comments.push(comment);
        const mark = /^(?<close>\/?)\s*private$/i.exec(comment.text.trim())?.groups;
        if (mark !== undefined) {
          // What the comments enclose is a section of its own; a heading or label before them goes on after them.
          grow(comment.place.end);
          if (mark.close === '/') while (stack.length > 1 && stack.at(-1)!.isPrivate) stack.pop();
          isHidden = mark.close === '';
          if (isHidden && stack.length > 0) {
            push(draft({ text: 'private', place: comment.place }, 'label', depthOf(stack), BELOW_HEADINGS));
          }
        }
        continue;
      }
      root();
      if (block.kind === 'paragraph') {
        for (const line of block.lines) {
          const label = titleOf(line, block.lines.length === 1);
          const rank = label === null ? 0 : rankOf(label, line, stack, reading);
          if (label === null || rank === 0) {
            stack.at(-1)!.entries.push(entryOfLine(line, at));
          } else {
            while (stack.at(-1)!.rank >= rank) stack.pop();
            const next = draft({ text: label.text, place: at(label.span) }, label.form, depthOf(stack), rank);
            next.start = line.span.start + offset;
            push(next);
            if (label.rest !== null) next.entries.push(entryOfLine(label.rest, at));
          }
          grow(line.span.end + offset);
        }
      } else {
        const open = stack.at(-1)!;
        if (block.kind === 'list') open.entries.push(...block.items.map((item) => entryOfItem(item, at)));
        if (block.kind === 'table') open.tables.push(tableOf(block, at));
        grow(block.span.end + offset);
      }
    }
  }
  return { section: sectionOf(root(), reading.anchor, false), comments };
}

// ---------------------------------------------------------------------------------------------------------------

/** The rank of what comments enclose: any label inside is deeper, and a heading ends it. */
const BELOW_HEADINGS = 0.5;

interface Draft {
  readonly title: Words;
  readonly form: SectionForm;
  readonly depth: number;
  /** 0 for headings; labels nest by what they mean: see `rankOf`. */
  readonly rank: number;
  readonly meaning: Meaning | null;
  readonly label: QuarterLabel | null;
  start: number;
  end: number;
  readonly entries: Entry[];
  readonly tables: Table[];
  readonly sections: Draft[];
  readonly isPrivate: boolean;
}

function sectionOf(draft: Draft, anchor: Anchor, isPrivate: boolean): Section {
  const hidden = isPrivate || draft.isPrivate || draft.meaning === 'private';
  return {
    title: draft.title,
    form: draft.form,
    depth: draft.depth,
    meaning: draft.meaning,
    label: draft.label,
    place: { anchor, start: draft.start, end: draft.end },
    entries: draft.entries,
    tables: draft.tables,
    sections: draft.sections.map((child) => sectionOf(child, anchor, hidden)),
    isPrivate: hidden,
  };
}

function depthOf(stack: readonly Draft[]): number {
  return stack.findLast((open) => open.rank === 0)?.depth ?? 0;
}

function labelIn(title: Words): QuarterLabel | null {
  const found = findQuarterLabel(title.text);
  return found === null ? null : { year: found.year, number: found.number, text: found.text, place: title.place };
}

// ---------------------------------------------------------------------------------------------------------------
// Labels

interface Label {
  readonly text: string;
  readonly span: Span;
  readonly form: 'bold' | 'label';
  /** What stands after the colon on the same line. */
  readonly rest: Line | null;
  /** A title even where the name is unknown: bold alone on its line, or a short `Name:` paragraph. */
  readonly standsAlone: boolean;
}

/** `**Goals**`, `**Goals:** text`, `**Goals**: text`, `Goals:` and `Goals: text`. */
function titleOf(line: Line, isWholeParagraph: boolean): Label | null {
  if (line.bold !== null) {
    const after = line.text.slice(line.bold.text.length).trim();
    const inside = line.bold.text.endsWith(':');
    const text = line.bold.text.replace(/[:\s]+$/, '');
    if (text === '') return null;
    const span = line.bold.span;
    if (after === '' || after === ':') return { text, span, form: 'bold', rest: null, standsAlone: isWholeParagraph };
    if (!inside && !after.startsWith(':')) return null;
    return { text, span, form: 'label', rest: restOf(line, after.replace(/^:\s*/, ''), span.end), standsAlone: false };
  }
  const colon = line.text.indexOf(':');
  if (colon <= 0 || colon > 60) return null;
  const focusArea = /^focus area(?: ?#?\d{1,2})?$/i.test(line.text.slice(0, colon).trim());
  if (focusArea) return { text: line.text, span: line.span, form: 'label', rest: null, standsAlone: false };
  const text = line.text.slice(0, colon).trim();
  const span = { start: line.span.start, end: Math.min(line.span.start + text.length, line.span.end) };
  const after = line.text.slice(colon + 1).trim();
  const isShort = text.split(' ').length <= 4;
  if (after === '') return { text, span, form: 'label', rest: null, standsAlone: isWholeParagraph && isShort };
  return { text, span, form: 'label', rest: restOf(line, after, line.span.start + colon + 1), standsAlone: false };
}

/** The rest of a line after its label; its span is found from the end, since marks may stand between. */
function restOf(line: Line, text: string, earliest: number): Line {
  return {
    ...line,
    text,
    bold: null,
    span: { start: Math.max(earliest, line.span.end - text.length), end: line.span.end },
  };
}

/**
 * How deep a label nests among labels: 1 outside the routine, 2 a list of focus areas, 3 a focus area, 4 one of its
 * parts. 0 where the line is no title at all: an unknown name with text behind it is just a sentence.
 */
function rankOf(label: Label, line: Line, stack: readonly Draft[], reading: OutlineReading): number {
  const quarter = findQuarterLabel(label.text);
  const meaning = meaningOf(label.text, quarter?.text ?? null, reading.scope, reading.aliases);
  const insideArea = stack.some((open) => open.meaning === 'focus-area');
  const insideCheckpoint = stack.some((open) => open.meaning === 'checkpoint' || open.meaning === 'focus-areas');
  if (meaning === 'focus-area') return 3;
  if (isPart(meaning)) return insideCheckpoint || insideArea || label.rest === null ? 4 : 0;
  if (meaning === 'focus-areas') return insideCheckpoint ? 2 : 1;
  if (meaning !== null && insideArea && (meaning === 'promises' || meaning === 'agenda')) return 4;
  if (meaning !== null) return label.rest === null || label.form === 'bold' ? 1 : 0;
  if (!label.standsAlone || line.text.length > 80) return 0;
  const heading = stack.findLast((open) => open.rank === 0);
  if (label.form === 'bold' && (heading?.meaning === 'focus-areas' || heading?.meaning === 'checkpoint')) return 3;
  return insideArea || insideCheckpoint ? 4 : 1;
}

// ---------------------------------------------------------------------------------------------------------------
// Entries and tables

type At = (span: Span) => Place;

function entryOfLine(line: Line, at: At): Entry {
  return {
    text: line.text,
    place: at(line.span),
    words: at(line.span),
    mark: null,
    checkbox: null,
    struck: line.struck,
    links: line.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
    entries: [],
  };
}

function entryOfItem(item: ItemBlock, at: At): Entry {
  const nested = item.blocks.flatMap((block): Entry[] => {
    if (block.kind === 'list') return block.items.map((child) => entryOfItem(child, at));
    if (block.kind === 'paragraph') return block.lines.map((line) => entryOfLine(line, at));
    return [];
  });
  const first = item.lines[0];
  const words =
    first === undefined
      ? { start: item.span.end, end: item.span.end }
      : { start: first.span.start, end: item.lines.at(-1)!.span.end };
  return {
    text: item.lines.map((line) => line.text).join(' '),
    place: at(item.span),
    words: at(words),
    mark: item.mark,
    checkbox: item.checkbox === null ? null : { sign: item.checkbox.sign, place: at(item.checkbox.span) },
    struck: item.lines.length > 0 && item.lines.every((line) => line.struck),
    links: item.lines.flatMap((line) =>
      line.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
    ),
    entries: nested,
  };
}

function tableOf(block: TableBlock, at: At): Table {
  const cell = (source: CellSpan): Cell => ({
    text: source.text,
    place: at(source.span),
    parts: source.parts.map((part) => ({ text: part.text, place: at(part.span) })),
    links: source.links.map((link) => ({ text: link.text, target: link.target, place: at(link.span) })),
  });
  const [header = [], ...rows] = block.rows.map((row) => row.map(cell));
  return { place: at(block.span), header, rows };
}
