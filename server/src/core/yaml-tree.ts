/** YAML text in, a plain tree with places out. Bounded, and silent: nothing of the text is ever logged. */
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { ErrorCode, Node } from 'yaml';
import type { Span } from './model.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** Spans are UTF-16 offsets in the whole text. A value that is not written stands right after its key. */
export type YamlTree =
  | { readonly is: 'empty'; readonly span: Span }
  | { readonly is: 'scalar'; readonly value: string | number | boolean; readonly text: string; readonly span: Span }
  | { readonly is: 'list'; readonly items: readonly YamlTree[]; readonly span: Span }
  | { readonly is: 'mapping'; readonly entries: readonly YamlEntry[]; readonly span: Span };

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlTree;
}

export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

/** Either the tree, with what is odd in it, or the one thing that keeps the text from being read. */
export type YamlReading =
  | { readonly tree: YamlTree; readonly problems: readonly YamlProblem[] }
  | { readonly tree: null; readonly problems: readonly [YamlProblem] };

const bounds = { characters: 64 * 1024, keys: 500, aliases: 100, depth: 64, indent: 100 };

/**
 * Reads one YAML document. Never throws. Duplicate keys are problems and the first one counts. No type but text,
 * number and truth is known: a day is text, and tags mean nothing.
 */
export function readYaml(source: string): YamlReading {
  if (source.length > bounds.characters) {
    return unread(firstLine(source), 'This file is longer than 64 KB, so it is not read. Shorten it.');
  }
  const plain = readPlainYaml(source);
  return plain === null ? readAnyYaml(source) : { tree: plain, problems: [] };
}

/** The same through the library, whatever the text is. Of at most 64 KB. */
export function readAnyYaml(source: string): YamlReading {
  const deep = tooDeepAt(source);
  if (deep !== null) return unread({ start: deep, end: deep + 1 }, 'This is nested too deeply to be read. Flatten it.');

  const documents = parseAllDocuments(source, {
    // Its own check is quadratic in the number of keys.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'core',
    resolveKnownTags: false,
  });
  const parsed = [...documents];
  const error = parsed.flatMap((document) => document.errors).sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (error) return unread(within(source, error.pos[0], error.pos[1]), wordsOf(error.code));

  const second = parsed[1]?.contents;
  if (second && (!isScalar(second) || second.value !== null)) {
    return unread(spanOfNode(second, null), 'A second document starts here. Keep only one, without "---" between.');
  }
  return treeOf(parsed[0]?.contents ?? null, source);
}

function treeOf(contents: Node | null, source: string): YamlReading {
  const problems: YamlProblem[] = [];
  const anchors = new Map<string, YamlTree>();
  let keys = 0;
  let aliases = 0;

  const convert = (node: unknown, fallback: Span): YamlTree => {
    if (isAlias(node)) {
      const span = spanOfNode(node, fallback);
      const target = anchors.get(node.source);
      if (target && ++aliases <= bounds.aliases) return target;
      problems.push({ span, message: 'This repeats a value that is not known here. Write the value out.' });
      return { is: 'empty', span };
    }
    const tree = convertPlain(node, fallback);
    const name = (node as { anchor?: string } | null | undefined)?.anchor;
    if (name) anchors.set(name, tree);
    return tree;
  };
  const convertPlain = (node: unknown, fallback: Span): YamlTree => {
    if (isSeq(node)) {
      const span = spanOfNode(node, fallback);
      return { is: 'list', span, items: node.items.map((item) => convert(item, span)) };
    }
    if (isMap(node)) {
      const span = spanOfNode(node, fallback);
      return { is: 'mapping', span, entries: entriesOf(node.items, span) };
    }
    if (!isScalar(node)) return { is: 'empty', span: fallback };
    const { value } = node;
    if (value === null || value === undefined) return { is: 'empty', span: fallback };
    const span = spanOfNode(node, fallback);
    const text = typeof value === 'string' ? value : (node.source ?? String(value));
    const isKnown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { is: 'scalar', value: isKnown ? value : text, text, span };
  };
  const entriesOf = (items: readonly unknown[], around: Span): YamlEntry[] => {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const item of items) {
      if (!isPair(item)) continue;
      keys++;
      const key = convert(item.key, around);
      const after = { start: key.span.end, end: key.span.end };
      const value = convert(item.value, key.is === 'scalar' ? key.span : after);
      if (key.is !== 'scalar') {
        problems.push({ span: key.span, message: 'The name of a setting is expected here.' });
      } else if (seen.has(key.text)) {
        problems.push({ span: key.span, message: `${quoted(key.text)} is written twice. Keep one of them.` });
      } else {
        seen.add(key.text);
        entries.push({ key: key.text, keySpan: key.span, value });
      }
    }
    return entries;
  };

  const tree = convert(contents, { start: 0, end: 0 });
  if (keys > bounds.keys) {
    return unread(firstLine(source), `This file has more than ${bounds.keys} keys, so it is not read. Shorten it.`);
  }
  return { tree, problems };
}

/** A piece of the text for a message: on one line, at most 40 characters, without control and direction marks. */
export function quoted(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `"${[...plain].length > 40 ? `${[...plain].slice(0, 39).join('')}\u2026` : plain}"`;
}

function unread(span: Span, message: string): YamlReading {
  return { tree: null, problems: [{ span, message }] };
}

/**
 * The first place that nests deeper than anybody writes; null where there is none. The library reads nested text by
 * recursion, and V8 may end the whole process where a regular expression is compiled close to the end of the stack.
 * Brackets in quotes and comments count too: that many of them are no configuration either.
 */
function tooDeepAt(source: string): number | null {
  let brackets = 0;
  let chained = 0;
  let indent: number | null = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (character === '\n' || character === '\r') {
      indent = 0;
      chained = 0;
      continue;
    }
    if (indent !== null) {
      if (character === ' ' || character === '\t') {
        indent++;
        continue;
      }
      if (character === '#') {
        at = endOfLine(source, at) - 1;
        continue;
      }
      if (indent > bounds.indent) return at;
      indent = null;
    }
    if (character === '[' || character === '{') brackets++;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    else if ('-?:'.includes(character) && ' \t\r\n'.includes(source[at + 1] ?? ' ')) chained++;
    if (brackets > bounds.depth || chained > bounds.depth) return at;
  }
  return null;
}

function endOfLine(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  return at;
}

function firstLine(source: string): Span {
  return { start: 0, end: endOfLine(source, 0) };
}

function spanOfNode(node: { range?: readonly number[] | null }, fallback: Span | null): Span {
  const [start, end] = node.range ?? [];
  return start === undefined || end === undefined ? (fallback ?? { start: 0, end: 0 }) : { start, end };
}

/** An error at the end of the text is shown on its last character that is not blank. */
function within(source: string, start: number, end: number): Span {
  const last = Math.max(0, source.trimEnd().length - 1);
  const from = Math.min(start, last);
  return { start: from, end: Math.min(Math.max(end, from + 1), source.length) };
}

/** Words of our own, because the library's may quote the text. */
function wordsOf(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'This is not valid YAML: lines are indented with spaces, not with tabs.';
    case 'BAD_INDENT':
      return 'This is not valid YAML: check the indentation, and that every bracket is closed.';
    case 'MISSING_CHAR':
      return 'This is not valid YAML: a closing quote, a bracket, a comma or a ":" is missing here.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This is not valid YAML: a ":" is missing after the name of a setting.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'This is not valid YAML: put a text that has ": " in it in quotes, and each setting on its own line.';
    case 'BAD_SCALAR_START':
      return 'This is not valid YAML: put a text that starts with this character in quotes.';
    case 'BAD_DQ_ESCAPE':
      return 'This is not valid YAML: write a backslash in double quotes twice, or use single quotes.';
    default:
      return 'This is not valid YAML: check the indentation, the quotes and the brackets here.';
  }
}
