/** Tables whose rows start and end with a bar. */
import type { AlignType, TableCell, TableRow } from 'mdast';
import { placeOf, pointAt, skipSpaces, trimSpaces, type Page, type Stretch } from './page.ts';
import { add, reach, type Walk, type Wording } from './walk.ts';

/** Whether words would make a table of the line above. */
export function mayBeDelimiters(words: string): boolean {
  return /^[-:|][-:| ]*$/.test(words) && /[:|]/.test(words);
}

/**
 * Takes a table that starts in a line; gives the line to go on with. Undefined where none starts, null where that is
 * not sure.
 */
export function takeTable(walk: Walk, rest: Stretch): number | null | undefined {
  const { page, open, wording } = walk;
  const { source, starts, ends } = page;
  const { line, start } = rest;
  if (source[start] !== '|' || walk.paragraph !== null || line + 1 >= starts.length) return undefined;
  const column = start - starts[line]!;
  if (open.some(({ list }) => list === null)) return undefined;
  const align = alignmentOf(wordsAt(page, line + 1, column));
  if (align === null) return undefined;
  const head = rowOf(page, rest, wording);
  if (head?.children.length !== align.length) return null;
  const rows = [head];
  let last = line + 1;
  for (let next = line + 2; next < starts.length; next++) {
    const first = skipSpaces(source, starts[next]!, ends[next]!);
    if (first === ends[next]) break;
    const row =
      first - starts[next]! === column ? rowOf(page, { line: next, start: first, end: ends[next]! }, wording) : null;
    // A line right under a table is a row too, whatever it is.
    if (row === null) return null;
    rows.push(row);
    last = next;
  }
  const position = { start: pointAt(page, line, start), end: pointAt(page, last, ends[last]!) };
  add(walk, { type: 'table', align, children: rows, position });
  reach(walk, last);
  return last + 1;
}

/** What stands on a line from a column on; empty where nothing starts there. */
function wordsAt({ source, starts, ends }: Page, line: number, column: number): string {
  const at = starts[line]! + column;
  return skipSpaces(source, starts[line]!, ends[line]!) === at ? source.slice(at, ends[line]) : '';
}

function alignmentOf(dashes: string): AlignType[] | null {
  if (!/^\|(?: *:?-+:? *\|)+ *$/.test(dashes)) return null;
  return dashes
    .slice(1, dashes.lastIndexOf('|'))
    .split('|')
    .map((cell): AlignType => {
      const [isLeft, isRight] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')];
      if (isLeft) return isRight ? 'center' : 'left';
      return isRight ? 'right' : null;
    });
}

function rowOf(page: Page, { line, start, end }: Stretch, wording: Wording): TableRow | null {
  const { source } = page;
  // Spaces behind the last bar are its cell's.
  const last = trimSpaces(source, start, end) - 1;
  const words = source.slice(start, last + 1);
  if (words.length < 2 || !words.startsWith('|') || !words.endsWith('|') || words.includes('\\')) return null;
  const children: TableCell[] = [];
  let from = start;
  for (let bar = source.indexOf('|', start + 1); bar >= 0 && bar <= last; bar = source.indexOf('|', bar + 1)) {
    const inner = skipSpaces(source, from + 1, bar);
    const run = { line, start: inner, end: trimSpaces(source, inner, bar) };
    const content = run.end > run.start ? wording.read(page, [run]) : [];
    if (content === null) return null;
    const to = bar === last ? end : bar;
    children.push({ type: 'tableCell', children: content, position: placeOf(page, { line, start: from, end: to }) });
    from = bar;
  }
  return { type: 'tableRow', children, position: placeOf(page, { line, start, end }) };
}
