/** What `<` starts among words: a web address, a line break or a comment of HTML, or nothing. */
import { placeOf, type Stretch } from './page.ts';
import { addNode, addText, type Run } from './run.ts';

export function readAngle(run: Run, { line, end }: Stretch, at: number): number | null {
  const { page } = run;
  const { source } = page;
  if (at + 1 === end || !/[a-z/!?]/i.test(source[at + 1]!)) return addText(run, { line, start: at, end: at + 1 });
  // A link in the text of a link.
  if (run.bracket !== null) return null;
  const address = endOf(ADDRESS, source, at, end);
  const next = address ?? endOf(BREAK, source, at, end) ?? endOf(COMMENT, source, at, end);
  if (next === null) return null;
  const position = placeOf(page, { line, start: at, end: next });
  if (address === null) {
    addNode(run, { type: 'html', value: source.slice(at, next), position });
    return next;
  }
  const url = source.slice(at + 1, next - 1);
  const inside = placeOf(page, { line, start: at + 1, end: next - 1 });
  addNode(run, {
    type: 'link',
    title: null,
    url,
    children: [{ type: 'text', value: url, position: inside }],
    position,
  });
  return next;
}

const ADDRESS = /<[a-z][a-z\d+.-]{1,31}:[^\s<>\p{Cc}]*>/iuy;
const BREAK = /<br ?\/?>/iy;
const COMMENT = /<!--(?![->])(?:[^-\r\n]|-(?!-))+-->/y;

function endOf(pattern: RegExp, source: string, at: number, end: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(source) && pattern.lastIndex <= end ? pattern.lastIndex : null;
}
