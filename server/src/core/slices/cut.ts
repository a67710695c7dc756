/**
 * Where a document may be cut into slices that are parsed alone, found line by line without parsing.
 *
 * A cut is safe before a line that no block of the text before can swallow or continue into. A heading at the first
 * column ends everything but a fence and HTML of the document itself, and so does a line of text there that follows
 * a blank line, unless a list could go on. So the scan only follows fences and HTML that stand directly in the
 * document. Whatever starts at the first column does; whatever is indented by four columns or more does not; in
 * between it depends on the lists around it, and where that cannot be told, the text in question is parsed.
 */
import { unreadPart } from '../bounds.ts';
import { linesFrom, type Text } from '../text.ts';
import { openBlockStart } from './markdown.ts';

/** The text between two cuts. An inner one is followed by another, which the last one is not. */
export interface Piece {
  readonly source: string;
  readonly place: 'inner' | 'last';
}

/** A stretch without headings that is longer than this is cut wherever its text allows it. */
const LONG = 2048;

/**
 * How many characters are parsed to settle doubts. A document of notes has a few thousand; in one that has more, what
 * is in doubt counts as closed.
 */
const MOST_PARSED = 256 * 1024;

/** What a line stands in. */
type State =
  | { readonly in: 'flow' }
  | { readonly in: 'fence'; readonly mark: string; readonly length: number }
  /** HTML up to the line that holds its end. */
  | { readonly in: 'html'; readonly end: RegExp }
  /** HTML up to a blank line. */
  | { readonly in: 'block' }
  /** A tag: perhaps HTML up to a blank line, perhaps text. */
  | { readonly in: 'tag' }
  /** Something may have started. It is not worth parsing before `askAt`. */
  | { readonly in: 'doubt'; readonly askAt: number };

const FLOW: State = { in: 'flow' };
const BLOCK: State = { in: 'block' };
const TAG: State = { in: 'tag' };
const DOUBT: State = { in: 'doubt', askAt: 0 };

/**
 * The offsets after `from` where a slice starts, in order. `from` starts a slice itself; `body` is where the first
 * one starts. What comes after a cut does not depend on what came before it.
 */
export function* cutsFrom(text: Text, from: number, body: number): Generator<number> {
  let state: State = FLOW;
  let isBlankBefore = false;
  /** The column of the words of a list item that is surely open; 0 for none. */
  let item = 0;
  /** The last place where a slice could start: what is in doubt is parsed from here. */
  let safe = from;
  let parsed = 0;
  /** Where the stretch without headings starts. A slice that starts with text is inside a long one. */
  let stretch = from === body || startsWithHeading(text, from) ? from : from - LONG;

  for (const { line, at } of linesFrom(text, from)) {
    // Most lines start with a letter, of which nothing else need be known.
    const sign = line[0]!;
    const startsWithSpace = SPACES.includes(sign);
    const isBlank = startsWithSpace && (line.length === 1 || BLANK.test(line));
    const isHeading = sign === '#' && HEADING.test(line);
    const isAfterBlank = isBlankBefore;
    const mayCut = at > from && !startsWithSpace && (isHeading || (isAfterBlank && !MAY_CONTINUE.test(sign)));
    isBlankBefore = isBlank;

    if (state.in === 'tag' && (isHeading || MAY_OPEN.test(line))) state = DOUBT;
    if (state.in === 'doubt' && mayCut && at >= state.askAt) {
      parsed += at - safe;
      state = parsed > MOST_PARSED ? FLOW : stateAfter(text.slice(safe, at), at);
    }
    if (state.in !== 'flow') {
      state = stateBehind(line, state);
      item = 0;
      continue;
    }
    if (isBlank) continue;

    if (mayCut) {
      safe = at;
      if (isHeading) stretch = at;
      if (isHeading || at - stretch >= LONG) yield at;
    }
    if (startsWithSpace) {
      const indent = INDENT.exec(line)![0].length;
      if (indent < item || line[indent] === '\t') item = 0;
      if (item === 0 && (MAY_OPEN.test(line) || INDENTED_TAG.test(line))) state = DOUBT;
      continue;
    }
    if (OPENING.includes(sign)) state = stateOpenedBy(line);
    item = itemColumn(line, item > 0 || isAfterBlank);
  }
}

const BLANK = /^[ \t]*[\r\n]*$/;
const INDENT = /^ */;
const SPACES = ' \t\r\n';
const OPENING = '`~<';
/** How much of a slice's first line decides whether a slice starts there. */
export const MARK = 7;
const HEADING = /^#{1,6}(?:[ \t\r\n]|$)/;
/** What may go on with a list, or starts a quote or footnote: an open list before it would end at another place. */
const MAY_CONTINUE = /^[ \t\r\n\-+*\d>[]/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*[\r\n]*$/;
const MARKED_SECTION = /^<!\[CDATA\[/;
const OPEN_TAG = /^<\/?[a-z]/i;
const INDENTED_TAG = /^ {1,3}<\/?[a-z]/i;
/** What opens a block that goes on over blank lines. */
const MAY_OPEN = /^ {0,3}(?:`{3}|~{3}|<[!?]|<(?:script|pre|style|textarea)(?:[ \t\r\n>]|$))/i;
/** HTML that ends with a text of its own: how it starts, the offset from which that text may stand, and the text. */
const RAW_HTML: readonly (readonly [start: RegExp, from: number, end: RegExp])[] = [
  [/^<!--/, 2, /-->/],
  [/^<\?/, 1, /\?>/],
  [/^<![a-z]/i, 3, />/],
  [/^<(?:script|pre|style|textarea)(?:[ \t\r\n>]|$)/i, 4, /<\/(?:script|pre|style|textarea)>/i],
];
/** An item at the first column with words beside its mark. */
const ITEM = /^(?:[-+*]|(\d{1,9})[.)]) {1,4}(?=[^ \t\r\n])/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})[\r\n]*$/;

/** Whether a heading of the document starts at an offset, where a line starts. */
export function startsWithHeading(text: Text, at: number): boolean {
  return HEADING.test(text.slice(at, at + MARK));
}

/** The state after a line that stands in something else than flow. */
function stateBehind(line: string, state: State): State {
  switch (state.in) {
    case 'fence': {
      const mark = FENCE_END.exec(line)?.[1];
      return mark?.[0] === state.mark && mark.length >= state.length ? FLOW : state;
    }
    case 'html':
      return state.end.test(line) ? FLOW : state;
    case 'block':
    case 'tag':
      return BLANK.test(line) ? FLOW : state;
    default:
      return state;
  }
}

/** The state after a line of flow that starts at the first column. */
function stateOpenedBy(line: string): State {
  const mark = FENCE.exec(line)?.[0];
  if (mark) return { in: 'fence', mark: mark[0]!, length: mark.length };
  for (const [start, from, end] of RAW_HTML) {
    if (start.test(line)) return end.test(line.slice(from)) ? FLOW : { in: 'html', end };
  }
  if (MARKED_SECTION.test(line)) return DOUBT;
  return OPEN_TAG.test(line) ? TAG : FLOW;
}

/** The state at `at`, before which `source` stands, found by parsing it. */
function stateAfter(source: string, at: number): State {
  const start = unreadPart(source) ? null : openBlockStart(source);
  if (start === null) return FLOW;
  const opened = stateOpenedBy(/^[^\r\n]*/.exec(source.slice(start))![0]);
  if (opened.in === 'tag') return BLOCK;
  if (opened.in === 'flow' || opened.in === 'doubt') return { in: 'doubt', askAt: at + source.length };
  return opened;
}

/** The column of the words of the item that a line at the first column starts; 0 where that is not sure. */
function itemColumn(line: string, mayStartAnywhere: boolean): number {
  const item = ITEM.exec(line);
  if (!item || RULE.test(line)) return 0;
  const number = item[1];
  return number === undefined || number === '1' || mayStartAnywhere ? item[0].length : 0;
}
