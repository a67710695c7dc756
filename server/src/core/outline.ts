/**
 * The blocks of a region, seen as titled sections: headings, bold labels alone on a line, `Label:` lines and list items
 * above a nested list all start one. Spans become places, counted from the region's start.
 */
import type { Block, ItemBlock, Line } from './build.ts';
import { entryOfItem, entryOfLine, tableOf, type At } from './entries.ts';
import { bareLabel, isLabelBelowList, itemTitle, labelOf, rankOf, startsPart, type Label } from './labels.ts';
import type {
  Anchor,
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
import { isPart, meaningOf, saysPrivate, type Scope } from './names.ts';
import { privateMark } from './private-marks.ts';
import { findQuarterLabel } from './quarter-labels.ts';
import { splitList } from './split-lists.ts';

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
  /** The region begins where the text does: its first heading is its title only if it names no known section. */
  readonly isOpening: boolean;
  /** The region stands under a private heading, or starts within a private part that another one opens. */
  readonly isPrivate: boolean;
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
      isPrivate: isHidden || saysPrivate(title.text),
      isEnclosed: isHidden,
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

  /** An item that is the title of its nested list is a section, any other one an entry. */
  function addItem(item: ItemBlock, open: Draft, at: At): void {
    const line = itemTitle(item, open, reading);
    const whole = entryOfItem(item, at, (each) => startsPart(each, reading));
    if (line === null) {
      open.entries.push(whole);
      return;
    }
    const section = draft({ text: line.text.replace(/[:\s]+$/, ''), place: at(line.span) }, 'item', open.depth, 0);
    section.start = whole.place.start;
    section.end = whole.place.end;
    section.entries.push(...whole.entries);
    open.sections.push(section);
  }

  for (const piece of pieces) {
    const { offset } = piece;
    const blocks = piece.blocks.flatMap((block) =>
      block.kind === 'list' ? splitList(block, (line) => isLabelBelowList(line, reading)) : [block],
    );
    for (const [index, block] of blocks.entries()) {
      const at = (span: Span): Place => place(offset, span);
      if (block.kind === 'heading') {
        // The outermost section is never closed: a region ends where its blocks do.
        const next = draft({ text: block.text, place: at(block.content) }, 'heading', block.depth, 0);
        next.start = block.span.start + offset;
        if (reading.isOpening && next.meaning !== null) root();
        while (stack.length > 1 && !holds(stack.at(-1)!, next)) stack.pop();
        push(next);
        grow(block.span.end + offset);
        continue;
      }
      if (block.kind === 'comment') {
        const comment = { text: block.text, place: at(block.span) };
        comments.push(comment);
        const mark = privateMark(comment.text);
        if (mark !== null) {
          // What the comments enclose is a section of its own; a heading or label before them goes on after them.
          grow(comment.place.end);
          if (mark === 'closes') while (stack.length > 1 && stack.at(-1)!.isEnclosed) stack.pop();
          isHidden = mark === 'opens';
          // One that opens within a private part opens nothing new, however many do.
          if (isHidden && stack.length > 0 && !stack.some(({ isEnclosed }) => isEnclosed)) {
            push(draft({ text: 'private', place: comment.place }, 'label', depthOf(stack), BELOW_HEADINGS));
          }
        }
        continue;
      }
      root();
      if (block.kind === 'paragraph') {
        let before: Line | null = null;
        const isAboveList = blocks[index + 1]?.kind === 'list' || blocks[index + 1]?.kind === 'table';
        for (const line of block.lines) {
          const isBare = isAboveList && line === block.lines.at(-1);
          const label: Label | null =
            before !== null && goesOn(before, line)
              ? null
              : (labelOf(line, before === null, block.lines.length === 1) ??
                (isBare ? bareLabel(line, reading) : null));
          const rank = label === null ? 0 : rankOf(label, line, stack, reading);
          const { entries } = stack.at(-1)!;
          if (label !== null && rank > 0) {
            while (stack.at(-1)!.rank >= rank) stack.pop();
            const next = draft({ text: label.text, place: at(label.span) }, label.form, depthOf(stack), rank);
            next.start = line.span.start + offset;
            push(next);
            if (label.rest !== null) next.entries.push(entryOfLine(label.rest, at));
            before = label.rest === null ? null : line;
          } else {
            if (before !== null && goesOn(before, line)) entries.push(joined(entries.pop()!, entryOfLine(line, at)));
            else entries.push(entryOfLine(line, at));
            before = line;
          }
          grow(line.span.end + offset);
        }
      } else {
        const open = stack.at(-1)!;
        if (block.kind === 'list') for (const item of block.items) addItem(item, open, at);
        if (block.kind === 'table') open.tables.push(tableOf(block, at));
        grow(block.span.end + offset);
      }
    }
  }
  return { section: sectionOf(root(), reading.anchor, reading.isPrivate), comments };
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
  /** Between the comments of a private part, which end it. */
  readonly isEnclosed: boolean;
}

/**
 * Whether a heading stands inside an open section: it is deeper. Of the routine it may be of the same level too, as
 * people write who use one level for everything: parts of a focus area, the focus areas of a checkpoint.
 */
function holds(open: Draft, heading: Draft): boolean {
  if (open.rank > 0) return false;
  if (open.depth !== heading.depth) return open.depth < heading.depth;
  if (isPart(heading.meaning)) return open.meaning === 'focus-area';
  if (heading.label !== null) return false;
  if (heading.meaning === 'focus-areas') return open.meaning === 'checkpoint';
  return heading.meaning === 'focus-area' && (open.meaning === 'checkpoint' || open.meaning === 'focus-areas');
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

/** A line of a paragraph that was wrapped by an editor; what people break themselves starts anew. */
function goesOn(before: Line, { text, bold }: Line): boolean {
  const isLabel = /^\p{L}[\p{L}\p{N} ]{0,30}:(?:\s|$)/u.test(text);
  return (
    before.text.length >= 50 && !/[.!?:;]$/.test(before.text) && /^[\p{Ll}(]/u.test(text) && bold === null && !isLabel
  );
}

function joined(entry: Entry, next: Entry): Entry {
  return {
    ...entry,
    text: `${entry.text} ${next.text}`,
    place: { ...entry.place, end: next.place.end },
    words: { ...entry.words, end: next.words.end },
    struck: entry.struck && next.struck,
    links: [...entry.links, ...next.links],
  };
}
