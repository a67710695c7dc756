/**
 * The comments around a private part, `<!-- private -->` and `<!-- /private -->`, wherever they stand: on a line of
 * their own, within a line, or in different meetings.
 */
import type { Block, ItemBlock } from './build.ts';
import type { Span } from './model.ts';

export type PrivateMark = 'opens' | 'closes';

/** What a comment does, by its text without `<!--` and `-->`; null where it does neither. */
export function privateMark(comment: string): PrivateMark | null {
  const mark = /^(?:(?<close>\/)\s*)?private$/i.exec(comment.trim())?.groups;
  return mark === undefined ? null : mark.close === undefined ? 'opens' : 'closes';
}

/** Whether a text may hold a mark. */
export function mayHoldMarks(source: string): boolean {
  return source.includes('<!--') && COMMENT.test(source);
}

const COMMENT = /<!--\s*(?:\/\s*)?private\s*-->/i;
const COMMENTS = new RegExp(COMMENT, 'gi');

/**
 * The blocks, with the marks that stand within one as comments around it: a paragraph, an item or a table that is partly
 * private is private as a whole. A heading stays what it is: what follows it is private. Quotes and code hold no marks.
 */
export function withMarks(blocks: Block[], source: string): Block[] {
  if (!mayHoldMarks(source)) return blocks;
  const marks = [...source.matchAll(COMMENTS)]
    .filter(({ index }) => source[index - 1] !== '`')
    .map(({ 0: text, index }) => ({ text: text.slice(4, -3).trim(), at: index }));
  const marksIn = (span: Span): string[] =>
    marks.filter(({ at }) => span.start <= at && at < span.end).map(({ text }) => text);
  // What is beyond the bounds of hostile input is no block, and may hold marks.
  const end = blocks.at(-1)?.span.end ?? 0;
  const behind = marks.filter(({ at }) => at >= end).map(({ text, at }) => comment(text, at));
  const around = blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'table':
        return enclosed(block, marksIn(block.span));
      case 'list':
        return listsOf(block.items, marksIn);
      case 'heading':
        return [block, ...marksIn(block.span).map((text) => comment(text, block.span.end))];
      case 'comment':
      case 'opaque':
        return [block];
    }
  });
  return [...around, ...behind];
}

/** Items without a mark between them are one list, as they were. */
function listsOf(items: readonly ItemBlock[], marksIn: (span: Span) => readonly string[]): Block[] {
  const blocks: Block[] = [];
  let run: ItemBlock[] = [];
  const endRun = (): void => {
    const [first] = run;
    if (first === undefined) return;
    blocks.push({ kind: 'list', span: { start: first.span.start, end: run.at(-1)!.span.end }, items: run });
    run = [];
  };
  for (const item of items) {
    const { before, after } = commentsAround(item.span, marksIn(item.span));
    if (before !== null) {
      endRun();
      blocks.push(before);
    }
    run.push(item);
    if (after !== null) {
      endRun();
      blocks.push(after);
    }
  }
  endRun();
  return blocks;
}

function enclosed(block: Block, marks: readonly string[]): Block[] {
  const { before, after } = commentsAround(block.span, marks);
  return [before, block, after].filter((each) => each !== null);
}

function commentsAround({ start, end }: Span, marks: readonly string[]): Record<'before' | 'after', Block | null> {
  const first = marks.find((text) => privateMark(text) === 'opens');
  const last = marks.at(-1);
  return {
    before: first === undefined ? null : comment(first, start),
    after: last === undefined || privateMark(last) === 'opens' ? null : comment(last, end),
  };
}

function comment(text: string, at: number): Block {
  return { kind: 'comment', text, span: { start: at, end: at } };
}
