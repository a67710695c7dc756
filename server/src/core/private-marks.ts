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
        return enclosed([block], block.span, marksIn(block.span));
      case 'list':
        return block.items
          .flatMap((item) => enclosed([listOf(item)], item.span, marksIn(item.span)))
          .reduce(joined, []);
      case 'heading':
        return [block, ...marksIn(block.span).map((text) => comment(text, block.span.end))];
      case 'comment':
      case 'opaque':
        return [block];
    }
  });
  return [...around, ...behind];
}

function listOf(item: ItemBlock): Block {
  return { kind: 'list', span: item.span, items: [item] };
}

/** Items without a mark between them are one list, as they were. */
function joined(blocks: Block[], next: Block): Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'list' || next.kind !== 'list') return [...blocks, next];
  const items = [...last.items, ...next.items];
  return [...blocks.slice(0, -1), { kind: 'list', span: { start: last.span.start, end: next.span.end }, items }];
}

function enclosed(blocks: Block[], { start, end }: Span, marks: readonly string[]): Block[] {
  const first = marks.find((text) => privateMark(text) === 'opens');
  const last = marks.at(-1);
  return [
    ...(first === undefined ? [] : [comment(first, start)]),
    ...blocks,
    ...(last === undefined || privateMark(last) === 'opens' ? [] : [comment(last, end)]),
  ];
}

function comment(text: string, at: number): Block {
  return { kind: 'comment', text, span: { start: at, end: at } };
}
