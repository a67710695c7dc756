/** The YAML that nearly all front matter is: lines of `key: value`, read without the library, which takes far longer. */
import type { YamlEntry, YamlTree } from './yaml-tree.ts';

/**
 * The tree of a text that is nothing but a line for each key, with a plain word, a day or a quoted text behind it; null
 * for anything else, which the library reads. What it gives is what the library would give.
 */
export function readPlainYaml(source: string): YamlTree | null {
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  let first = -1;
  let last = 0;
  let start = 0;
  while (start < source.length) {
    const line = lineAt(source, start);
    if (line.text.trim() === '') {
      if (line.text.includes('\t')) return null;
    } else {
      const entry = entryIn(line.text, start);
      if (entry === null || keys.has(entry.key) || entries.length === mostEntries) return null;
      keys.add(entry.key);
      entries.push(entry);
      if (first < 0) first = start;
      last = line.end;
    }
    start = line.end;
  }
  // Where a value that is not written ends the text, the library has its own idea of the end.
  if (entries.length === 0 || entries.at(-1)!.value.is === 'empty') return null;
  return { is: 'mapping', entries, span: { start: first, end: last } };
}

// ---------------------------------------------------------------------------------------------------------------

const mostEntries = 100;

/** Without its line break; `end` is behind it. */
function lineAt(source: string, start: number): { text: string; end: number } {
  const feed = source.indexOf('\n', start);
  const end = feed < 0 ? source.length : feed + 1;
  const text = source.slice(start, feed < 0 ? end : feed);
  return { text: text.endsWith('\r') && feed >= 0 ? text.slice(0, -1) : text, end };
}

const keyForm = /^(?<key>[a-z_][\w-]{0,60}):(?: +|$)/i;
/** No sign that means something in YAML, as a colon, a quote, a comment or a bracket. */
const wordForm = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} ,.;_/()'&+-]*$/u;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const quotedForm = /^"(?<inside>[^"\\\p{C}\p{Zl}\p{Zp}]*)"$/u;
/** Words that are no text. */
const known = /^(?:true|false|null)$/i;

function entryIn(line: string, offset: number): YamlEntry | null {
  const key = keyForm.exec(line);
  if (key === null) return null;
  const name = key.groups!['key']!;
  if (known.test(name)) return null;
  const keySpan = { start: offset, end: offset + name.length };
  const written = line.slice(key[0].length).replace(/ +$/, '');
  if (written === '') return { key: name, keySpan, value: { is: 'empty', span: keySpan } };
  const text = textOf(written);
  if (text === null) return null;
  const start = offset + key[0].length;
  return {
    key: name,
    keySpan,
    value: { is: 'scalar', value: text, text, span: { start, end: start + written.length } },
  };
}

function textOf(written: string): string | null {
  if (dayForm.test(written)) return written;
  const inside = quotedForm.exec(written)?.groups?.['inside'];
  if (inside !== undefined) return inside;
  return wordForm.test(written) && !known.test(written) ? written : null;
}
