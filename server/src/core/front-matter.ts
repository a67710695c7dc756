/** YAML front matter: keys and values with their places. Never builds an object from it. */
import type { Anchor, FrontMatter, FrontMatterEntry, Place, Span, Words } from './model.ts';
import { fold } from './names.ts';
import { readYaml, type YamlEntry, type YamlTree } from './yaml-tree.ts';

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
 * `raw` is the front matter with both fences. Text that cannot be read gives one problem and no entries; a template's
 * placeholders, and YAML that is no mapping, give neither.
 */
export function readFrontMatter(raw: string, anchor: Anchor): FrontMatter {
  const open = endOfLine(raw, 0);
  const close = startOfLastLine(raw);
  const body = raw.slice(open, close);
  const place = ({ start, end }: Span): Place => ({ anchor, start: open + start, end: open + end });
  const shell = {
    place: { anchor, start: 0, end: raw.trimEnd().length },
    end: { anchor, start: close, end: close },
  };
  if (isPlaceholder(body)) return { ...shell, entries: [], problems: [] };
  const { tree, problems } = readYaml(body);
  return {
    ...shell,
    entries: tree?.is === 'mapping' ? tree.entries.map((entry) => entryOf(entry, body, place)) : [],
    problems: problems.map(({ span, message }) => ({ message, place: place(span) })),
  };
}

/** The value of a known key, whichever spelling it has; null where it is missing, empty, a list or a mapping. */
export function valueOf(frontMatter: FrontMatter | null, key: string): Words | null {
  const entry = entryFor(frontMatter, key);
  return entry?.value ?? null;
}

export function entryFor(frontMatter: FrontMatter | null, key: string): FrontMatterEntry | null {
  if (frontMatter === null) return null;
  const spellings = knownKeys.get(key) ?? [key];
  return frontMatter.entries.find(({ name }) => spellings.includes(name)) ?? null;
}

export function isKnownKey(key: string): boolean {
  const folded = fold(key);
  return [...knownKeys.values()].some((spellings) => spellings.includes(folded));
}

/** A template's front matter, as `{{date}}` or `<% tp.date.now() %>`, need not be YAML. */
export function isPlaceholder(text: string): boolean {
  return /\{\{|<%|\$\{/.test(text);
}

function entryOf({ key, keySpan, value }: YamlEntry, body: string, place: (span: Span) => Place): FrontMatterEntry {
  const own = { key: { text: key, place: place(keySpan) }, name: fold(key) };
  if (value.is === 'list') {
    const items = value.items.flatMap((item) => (item.is === 'scalar' ? wordsOf(item, body, place) : []));
    return { ...own, value: null, kind: 'list', items };
  }
  if (value.is === 'mapping') return { ...own, value: null, kind: 'mapping', items: [] };
  if (value.is === 'empty' || value.text.trim() === '') return { ...own, value: null, kind: 'empty', items: [] };
  return { ...own, value: wordsOf(value, body, place), kind: 'scalar', items: [] };
}

/** A scalar as written, quotes removed: `level: 3` is the text 3, and a date stays as it was typed. */
function wordsOf(scalar: Extract<YamlTree, { is: 'scalar' }>, body: string, place: (span: Span) => Place): Words {
  const { value, span } = scalar;
  const text = typeof value === 'string' ? value : body.slice(span.start, span.end);
  return { text: text.replace(/\s+/g, ' ').trim(), place: place(span) };
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
