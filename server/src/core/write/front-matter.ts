/** Writing keys and values into front matter. */
import { entryFor, knownKeys } from '../front-matter.ts';
import type { Document, FrontMatter, FrontMatterEntry, Note, Place } from '../model.ts';
import { spanOf } from '../parse.ts';
import { indentationOf, sourceOf, type Insertion } from './habits.ts';

/** A key and what is written after it, as YAML: see `yamlText`. */
export type KeyLine = readonly [key: string, value: string];

/**
 * Edits that give keys a value: after a key that is there but empty, else on a line of their own where the usual order
 * of keys has them. Without front matter they make one. Null where the key has a value already or is no single line.
 */
export function keysWritten(note: Note, lines: readonly KeyLine[]): Insertion[] | null {
  const { frontMatter } = note;
  const { eol } = note.text;
  if (frontMatter === null) {
    const first = note.regions[0];
    if (first === undefined) return null;
    const newText = ['---', ...lines.map(line), '---', '', ''].join(eol);
    return [{ at: { anchor: first.anchor, start: 0, end: 0 }, newText }];
  }
  // A list of problems means that lines may not be where they seem to be.
  if (frontMatter.problems.length > 0) return null;
  const filled: Insertion[] = [];
  const missing: KeyLine[] = [];
  for (const [key, value] of lines) {
    const entry = entryFor(frontMatter, key);
    if (entry === null) missing.push([key, value]);
    else if (entry.kind === 'empty') filled.push(...fill(note, entry, value));
    else return null;
  }
  return missing.length === 0 ? filled : [...filled, inserted(note, frontMatter, missing)];
}

/** A text as a YAML value: in quotes only where it would be read as something else without them. */
export function yamlText(text: string): string {
  const isPlain = /^[\p{L}\p{N}/.(][^:#\r\n]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain && text === text.trim() ? text : `'${text.replaceAll("'", "''")}'`;
}

/** The value of an entry as written, replaced: quotes stay where they stood. */
export function valueReplaced(note: Note, place: Place, text: string): Insertion {
  const quote = /^["']/.exec(sourceOf(note, place))?.[0];
  if (quote === undefined || text.includes(quote) || text.includes('\\')) return { at: place, newText: yamlText(text) };
  return { at: place, newText: quote + text + quote };
}

/** The first line of a document: where that opens front matter, the fence. */
export function firstLineOf({ note }: Document): Place | null {
  const region = note.regions[0];
  if (region === undefined) return null;
  const start = note.offsetOf(region.anchor)!;
  const end = note.text.lineSpan(note.text.positionAt(start).line).end;
  return { anchor: region.anchor, start: 0, end: Math.max(0, end - start) };
}

// ---------------------------------------------------------------------------------------------------------------

function line([key, value]: KeyLine): string {
  return value === '' ? `${key}:` : `${key}: ${value}`;
}

/** Right after the colon. */
function fill(note: Note, { key }: FrontMatterEntry, value: string): Insertion[] {
  const span = spanOf(note, key.place)!;
  const { end } = note.text.lineSpan(note.text.positionAt(span.end).line);
  const rest = note.text.slice(span.end, end);
  const colon = /^["']?[ \t]*:[ \t]*/.exec(rest)?.[0];
  if (colon === undefined) return [];
  const at = { ...key.place, start: key.place.end, end: key.place.end + colon.length };
  const isLast = rest.length === colon.length;
  return [{ at, newText: `${colon.trimEnd()} ${value}${isLast ? '' : ' '}` }];
}

function inserted(note: Note, frontMatter: FrontMatter, missing: readonly KeyLine[]): Insertion {
  const { eol } = note.text;
  const order = [...knownKeys.keys()];
  const rank = (entry: FrontMatterEntry): number =>
    order.findIndex((key) => entryFor({ ...frontMatter, entries: [entry] }, key) !== null);
  const own = order.indexOf(missing[0]![0]);
  // The end of a list or mapping is not known.
  const before = frontMatter.entries.findLast(
    (entry) => rank(entry) >= 0 && rank(entry) < own && (entry.kind === 'scalar' || entry.kind === 'empty'),
  );
  const first = frontMatter.entries[0];
  const indentation = first === undefined ? '' : indentationOf(note, first.key.place);
  const texts = missing.map((each) => indentation + line(each));
  const { place } = frontMatter;
  const above = before === undefined ? { ...place, end: place.start } : (before.value?.place ?? before.key.place);
  const offset = spanOf(note, above)!.end - above.end;
  const end = note.text.lineSpan(note.text.positionAt(offset + above.end).line).end - offset;
  return { at: { ...above, start: end, end }, newText: texts.map((text) => eol + text).join('') };
}
