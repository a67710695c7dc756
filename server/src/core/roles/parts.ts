/** Where a text may be cut before it is parsed, and what is left unread because it is built to be slow. */

import type { Span } from '../model.ts';

/** A stretch of the text; the parser counts from its start, spans count from that of the whole text. */
export interface Part {
  readonly source: string;
  readonly start: number;
}

/** A line of text without the space around it. */
export interface Line {
  readonly text: string;
  readonly span: Span;
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

/**
 * The text cut before every heading that starts its line: what stands above it cannot reach below, fences aside. The
 * parser's time grows with the square of the length, so small parts are what makes it fast. Empty where the text as a
 * whole is beyond the bounds; a part that is, is left out.
 */
export function partsOf(text: string): Part[] {
  if (text.length > bounds.length) return [];
  const parts: Part[] = [];
  let fence: string | null = null;
  let start = 0;
  for (const { 1: before, 2: mark, 3: behind, index } of text.matchAll(landmark)) {
    const at = index + before!.length;
    if (mark === undefined) {
      if (fence !== null || at === 0) continue;
      parts.push({ source: text.slice(start, at), start });
      start = at;
    } else if (fence === null) fence = mark;
    else if (mark.startsWith(fence) && behind!.trim() === '') fence = null;
  }
  parts.push({ source: text.slice(start), start });
  return parts.length > bounds.headings ? [] : parts.filter(({ source }) => isBounded(source));
}

/** What stands before it, and then a heading, or a fence of code and the rest of its line. */
const landmark = /(^|[\r\n])(?:#{1,6}(?=\s)| {0,3}(`{3,}|~{3,})([^\r\n]*))/g;

/** Neighbours as one, up to a few thousand characters: each call of the parser costs something too. */
export function together(parts: readonly Part[]): Part[] {
  const groups: Part[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const isNext = last !== undefined && last.start + last.source.length === part.start;
    if (!isNext || last.source.length + part.source.length > 3000) groups.push(part);
    else groups[groups.length - 1] = { source: last.source + part.source, start: last.start };
  }
  return groups;
}

/** `span` counts from the start of the whole text. */
export function textAt({ source, start }: Part, span: Span): string {
  return source.slice(span.start - start, span.end - start);
}

/** The lines of a stretch that have anything on them, without the mark of a hard break. */
export function linesOf(part: Part, span: Span): Line[] {
  const source = textAt(part, span);
  // Most are one line.
  if (!/[\r\n]/.test(source)) return lineOf(source, span.start);
  return [...source.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => lineOf(line, span.start + index));
}

function lineOf(written: string, at: number): Line[] {
  const line = written.trim();
  if (line === '') return [];
  const start = at + written.indexOf(line);
  const text = line.endsWith('\\') ? line.slice(0, -1).trimEnd() : line;
  return [{ text, span: { start, end: start + line.length } }];
}

function isBounded(text: string): boolean {
  if (text.length > bounds.part) return false;
  let count = 0;
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    if (++count > bounds.lines || end - start > bounds.line || !isShallow(text, start, end)) return false;
    start = end + 1;
  }
  return true;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
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
