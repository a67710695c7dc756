/**
 * Plain markdown read without the markdown parser, which takes twenty times as long: headings, paragraphs, lists,
 * quotes, tables, code, comments, and in them emphasis, code, links. `test/core/plain` holds it to the parser.
 */
import type { Piece } from '../slices/cut.ts';
import type { Name, Parsed } from '../slices/markdown.ts';
import { treeOf } from './blocks.ts';
import { pageOf } from './page.ts';
import { phrasingOf } from './phrasing.ts';
import type { Wording } from './walk.ts';

/** What the parser gives of a piece; null where its text is not surely plain: then the parser has to read it. */
export function readPlain({ source, place }: Piece, isDeclared: (name: Name) => boolean): Parsed | null {
  if (/[\t\0\uFEFF]/.test(source) || (place === 'inner' && !/[\r\n]$/.test(source))) return null;
  const asked = new Map<Name, boolean>();
  const asks = (label: string): boolean => {
    const name = `=${label}`;
    let answer = asked.get(name);
    if (answer === undefined) asked.set(name, (answer = isDeclared(name)));
    return answer;
  };
  const wording: Wording = { read: (page, lines) => phrasingOf(page, lines, asks), boxes: 'checks', asides: 'read' };
  const tree = treeOf(pageOf(source), wording);
  return tree === null ? null : { tree, declared: NONE, asked };
}

const NONE: ReadonlySet<Name> = new Set();
