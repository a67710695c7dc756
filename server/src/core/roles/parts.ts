/** Where a text may be cut before it is parsed, and what is left unread because it is built to be slow. */

/** A stretch of the text; the parser counts from its start. */
export interface Part {
  readonly source: string;
  readonly start: number;
}

/** Nobody writes more; remark takes seconds for less where a text is built to be slow. */
const bounds = {
  length: 256 * 1024,
  headings: 1500,
  part: 64 * 1024,
  lines: 2500,
  line: 32 * 1024,
  marks: 24,
  indent: 200,
};

/** Null where the text as a whole is beyond the bounds; a part that is, is left out. */
export function partsToParse(text: string): Part[] | null {
  if (text.length > bounds.length) return null;
  const parts = partsOf(text);
  return parts.length > bounds.headings ? null : groupsOf(parts);
}

/**
 * The text cut before every heading that starts its line: what stands above it cannot reach below, fences aside. The
 * parser's time grows with the square of the length, so small parts are what makes it fast.
 */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const lines = /[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g;
  let fence: string | null = null;
  let start = 0;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(match[0])?.[1];
    if (fence === null && /^#{1,6}\s/.test(match[0]) && match.index > start) {
      parts.push({ source: text.slice(start, match.index), start });
      start = match.index;
    }
    if (mark !== undefined && fence === null) fence = mark;
    else if (fence !== null && mark?.startsWith(fence) && match[0].trim() === mark) fence = null;
  }
  parts.push({ source: text.slice(start), start });
  return parts;
}

/** Neighbours together up to a few thousand characters: each call of the parser costs something too. */
function groupsOf(parts: readonly Part[]): Part[] {
  const groups: Part[] = [];
  let source = '';
  let start = 0;
  const flush = (): void => {
    if (source !== '') groups.push({ source, start });
    source = '';
  };
  for (const part of parts) {
    const isRead = isBounded(part.source);
    if (!isRead || source.length + part.source.length > 3000) flush();
    if (!isRead) continue;
    if (source === '') start = part.start;
    source += part.source;
  }
  flush();
  return groups;
}

function isBounded(text: string): boolean {
  if (text.length > bounds.part) return false;
  let count = 0;
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    if (++count > bounds.lines || end - start > bounds.line || !isShallow(text, start, end)) return false;
    start = end + 1;
  }
  return true;
}

/** Few marks of quotes and list items at the start of one line; a rule of one sign from end to end is harmless. */
function isShallow(text: string, start: number, end: number): boolean {
  let marks = 0;
  let isRule = true;
  for (let at = start; at < end; at++) {
    const char = text[at]!;
    if (char !== text[start]) isRule = false;
    if (' \t0123456789'.includes(char)) continue;
    const isMark = '>-*+_='.includes(char) || ((char === '.' || char === ')') && ' \t'.includes(text[at + 1] ?? ' '));
    if (!isMark) return at - start <= bounds.indent;
    if (++marks > bounds.marks && (!isRule || char === '>')) return false;
  }
  return true;
}
