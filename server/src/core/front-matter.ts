/** YAML front matter: keys and values with their places. Never builds an object from it. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import type { Anchor, FrontMatter, FrontMatterEntry, Place, Words } from './model.ts';
import { fold } from './names.ts';

/** The keys we know, each with the spellings that are read as it. The first spelling is the one we write. */
export const knownKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['report', ['report', 'person', 'employee']],
  ['manager', ['manager']],
  ['role', ['role']],
  ['level', ['level']],
  ['specialty', ['specialty']],
  ['team', ['team']],
  ['compa', ['compa']],
  ['cadence', ['cadence']],
  ['started', ['started']],
  ['ends', ['ends']],
  ['share', ['share']],
  ['kind', ['kind']],
  ['date', ['date', 'meeting_date', 'meeting date']],
  ['with', ['with']],
  ['attendees', ['attendees', 'participants']],
  ['ignore', ['ignore']],
]);

/**
 * `raw` is the front matter with both fences. Text that is not YAML gives one problem and no entries; a document that
 * is not a mapping gives neither.
 */
export function readFrontMatter(raw: string, anchor: Anchor): FrontMatter {
  const place = (start: number, end: number): Place => ({ anchor, start, end });
  const open = endOfLine(raw, 0);
  const close = startOfLastLine(raw);
  const body = raw.slice(open, close);
  const shell = { place: place(0, raw.trimEnd().length), end: place(close, close) };
  if (isPlaceholder(body)) return { ...shell, entries: [], problems: [] };
  const document = parseDocument(body, {
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
    lineCounter: new LineCounter(),
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const at = open + Math.min(error.pos[0], body.length);
    const problem = {
      message: 'The front matter is not valid YAML from here on.',
      place: place(at, Math.min(at + 1, close)),
    };
    return { ...shell, entries: [], problems: [problem] };
  }
  const pairs = isMap(document.contents) ? (document.contents.items as Pair<Node, Node | null>[]) : [];
  return {
    ...shell,
    entries: pairs.flatMap((pair) => entryOf(pair, body, (start, end) => place(open + start, open + end))),
    problems: [],
  };
}

/** The value of a known key, whichever spelling it has; null where it is missing, empty, a list or a mapping. */
export function valueOf(frontMatter: FrontMatter | null, key: string): Words | null {
  const entry = entryFor(frontMatter, key);
  return entry?.value ?? null;
}

export function entryFor(frontMatter: FrontMatter | null, key: string): FrontMatterEntry | null {
  const spellings = knownKeys.get(key) ?? [key];
  return frontMatter?.entries.find((entry) => spellings.includes(fold(entry.key.text))) ?? null;
}

export function isKnownKey(key: string): boolean {
  const folded = fold(key);
  return [...knownKeys.values()].some((spellings) => spellings.includes(folded));
}

/** A template's front matter, as `{{date}}` or `<% tp.date.now() %>`, need not be YAML. */
export function isPlaceholder(text: string): boolean {
  return /\{\{|<%|\$\{/.test(text);
}

function entryOf(
  pair: Pair<Node, Node | null>,
  body: string,
  place: (start: number, end: number) => Place,
): FrontMatterEntry[] {
  const key = wordsOf(pair.key, body, place);
  if (key === null) return [];
  const { value } = pair;
  if (isSeq(value)) {
    const items = value.items.flatMap((item) => wordsOf(item as Node, body, place) ?? []);
    return [{ key, value: null, kind: 'list', items }];
  }
  if (isMap(value)) return [{ key, value: null, kind: 'mapping', items: [] }];
  const words = wordsOf(value, body, place);
  return [{ key, value: words, kind: words === null ? 'empty' : 'scalar', items: [] }];
}

/** A scalar as written, quotes removed: `level: 3` is the text 3, and a date stays as it was typed. */
function wordsOf(
  node: Node | null | undefined,
  body: string,
  place: (start: number, end: number) => Place,
): Words | null {
  if (!isScalar(node) || !node.range) return null;
  const [start, end] = node.range;
  const text = typeof node.value === 'string' ? node.value.trim() : body.slice(start, end).trim();
  if (text === '' || node.value === null) return null;
  return { text, place: place(start, end) };
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  if (at < 0) return text.length;
  return from + at + (text.startsWith('\r\n', from + at) ? 2 : 1);
}

function startOfLastLine(raw: string): number {
  const text = raw.trimEnd();
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}
