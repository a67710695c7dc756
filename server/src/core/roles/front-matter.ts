/** The front matter of a role description, also where a fence is missing or has spaces behind it. */
import type { Span } from '../model.ts';
import { readYaml, type YamlTree } from '../yaml-tree.ts';

export interface RoleFrontMatter {
  /** Null where the YAML cannot be read. */
  readonly tree: YamlTree | null;
  /** Of the YAML, without fences: what offsets in the tree are counted from. */
  readonly offset: number;
  /** Where the body starts. */
  readonly end: number;
}

/** Null where the text has none. */
export function readFrontMatter(text: string): RoleFrontMatter | null {
  let isOpened = false;
  let start: number | null = null;
  for (const { text: line, span } of firstLines(text)) {
    if (isFence(line)) {
      if (start !== null) return { tree: readYaml(text.slice(start, span.start)).tree, offset: start, end: span.end };
      if (isOpened) return { tree: readYaml('').tree, offset: span.start, end: span.end };
      isOpened = true;
    } else if (isOpened) {
      start ??= span.start;
    } else if (start !== null || !isBlank(line)) {
      // Without the opening fence, only plain `key: value` lines that a closing fence ends are front matter.
      if (!/^ ?[\w-]{1,60}:(?:\s|$)/.test(line)) return null;
      // A byte order mark was blanked: it is no indentation.
      start ??= span.start + leadingBlanks(line);
    }
  }
  return null;
}

/** A value as text; null where the key is absent or its value is no scalar. */
export function scalarOf(tree: YamlTree | null, key: string): string | null {
  const value = valueOf(tree, key);
  if (value?.is !== 'scalar') return null;
  const text = value.text.trim();
  return text === '' ? null : text;
}

/** The scalars of a list, or the one scalar. */
export function listOf(tree: YamlTree | null, key: string): string[] {
  const value = valueOf(tree, key);
  const items = value?.is === 'list' ? value.items : value === null ? [] : [value];
  return items.flatMap((item) => (item.is === 'scalar' && item.text.trim() !== '' ? [item.text.trim()] : []));
}

export function valueOf(tree: YamlTree | null, key: string): YamlTree | null {
  if (tree?.is !== 'mapping') return null;
  return tree.entries.find((entry) => entry.key.toLowerCase() === key)?.value ?? null;
}

interface Line {
  readonly text: string;
  readonly span: Span;
}

/** The lines of the first 64 KB: front matter is no longer. */
function* firstLines(text: string): Generator<Line> {
  const head = text.slice(0, 64 * 1024);
  const pattern = /\r\n|\n|\r|$/g;
  let start = 0;
  for (let match = pattern.exec(head); match !== null; match = pattern.exec(head)) {
    const end = match.index + match[0].length;
    yield { text: head.slice(start, match.index), span: { start, end } };
    if (match[0] === '') break;
    start = end;
  }
}

function isFence(line: string): boolean {
  return /^ ?---\s*$/.test(line);
}

function leadingBlanks(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
