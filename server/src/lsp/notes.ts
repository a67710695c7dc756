/** The documents of one folder and their series, each made when asked for and kept while nothing it depends on changed. */
import type { Configuration } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Document, Note, Series } from '../core/model.ts';
import { parseNote } from '../core/parse.ts';
import { readingOf } from '../core/reading.ts';
import { mayBeDocument, recognise } from '../core/recognise.ts';
import { oneSeries, seriesKey } from '../core/series.ts';
import { seatOf, type Seat } from '../core/staffing.ts';
import type { Text } from '../core/text.ts';
import type { Request } from '../features/request.ts';
import type { Diagnostic } from '../rules/run.ts';

export interface Notes {
  /** A file that was found; its turn to be read comes with `readSome`, or when it is asked for. */
  add(key: string, file: NoteFile): void;
  /** A file in the editor: what it says holds at once for its series. */
  edit(key: string, file: NoteFile): void;
  remove(key: string): void;
  /** Reads files whose turn it is until the time is up. Gives whether any are left. */
  readSome(isTimeUp: () => boolean): boolean;
  /** Everything is to be looked at again: the configuration is another one now. */
  renew(): void;
  textOf(key: string): Text | null;
  /** Null where the file is no 1:1 document. */
  document(key: string): Document | null;
  request(key: string): Request | null;
  /** Findings of the whole series that the document belongs to. */
  findings(key: string): readonly Diagnostic[];
  /** Of all series that the configuration with this address is in force for; none while notes are still being read. */
  seats(configuration: string | null): readonly Seat[];
  /** The keys of the documents of the same series, this one among them. */
  beside(key: string): readonly string[];
  keys(): Iterable<string>;
}

export interface NoteFile {
  /** As the editor, or else the file system, spells it. */
  readonly uri: string;
  readonly path: string;
  readonly text: Text;
}

interface Entry {
  file: NoteFile;
  /** What was last made of it, and under which configuration. */
  read: { readonly file: NoteFile; readonly configuration: Configuration; readonly document: Document | null } | null;
  note: Note | null;
  group: string | null;
}

interface Group {
  readonly keys: Set<string>;
  made: { readonly documents: readonly Document[]; readonly context: Context; readonly series: Series } | null;
  findings: { readonly series: Series; readonly list: readonly Diagnostic[] } | null;
  seat: { readonly series: Series; readonly seat: Seat | null } | null;
}

export function notesIn(
  contextAt: (path: string) => Context,
  check: (series: Series, context: Context) => readonly Diagnostic[],
): Notes {
  const entries = new Map<string, Entry>();
  const groups = new Map<string, Group>();
  /** Those that the editor changed: they may belong to another series now. Few at any time. */
  const changed = new Set<string>();
  /** Those that wait for their turn. */
  const waiting = new Set<string>();

  const regroup = (key: string, entry: Entry, group: string | null): void => {
    if (entry.group === group) return;
    const before = entry.group === null ? undefined : groups.get(entry.group);
    before?.keys.delete(key);
    if (before?.keys.size === 0) groups.delete(entry.group!);
    entry.group = group;
    if (group === null) return;
    const after = groups.get(group) ?? { keys: new Set(), made: null, findings: null, seat: null };
    after.keys.add(key);
    groups.set(group, after);
  };
  const read = (key: string, entry: Entry): Document | null => {
    const { configuration } = contextAt(entry.file.path);
    if (entry.read?.file === entry.file && entry.read.configuration === configuration) return entry.read.document;
    const document = make(entry, configuration);
    entry.read = { file: entry.file, configuration, document };
    regroup(key, entry, document && groupOf(document, configuration));
    return document;
  };
  const settle = (): void => {
    for (const key of changed) {
      const entry = entries.get(key);
      if (entry) read(key, entry);
    }
    changed.clear();
  };
  const seriesFor = (group: Group, context: Context): Series => {
    // Reading one may move it to another series.
    for (const key of [...group.keys]) read(key, entries.get(key)!);
    const documents = [...group.keys].flatMap((key) => entries.get(key)!.read?.document ?? []);
    const isSame = group.made?.context === context && sameItems(group.made.documents, documents);
    if (!isSame) group.made = { documents, context, series: oneSeries(documents, context, group.made?.series) };
    return group.made!.series;
  };
  const find = (key: string): { document: Document; group: Group; context: Context } | null => {
    settle();
    const entry = entries.get(key);
    const document = entry === undefined ? null : read(key, entry);
    const group = groups.get(entry?.group ?? '');
    return document && group ? { document, group, context: contextAt(document.path) } : null;
  };

  const seats = (configuration: string | null): Seat[] => {
    settle();
    if (waiting.size > 0) return [];
    return [...groups.values()].flatMap((group) => {
      const [key] = group.keys;
      const context = contextAt(entries.get(key!)!.file.path);
      if (context.configuration.uri !== configuration || context.configuration.teams.size === 0) return [];
      const series = seriesFor(group, context);
      if (group.seat?.series !== series) group.seat = { series, seat: seatOf(series, context) };
      return group.seat.seat ?? [];
    });
  };

  const put = (key: string, file: NoteFile): void => {
    const entry = entries.get(key);
    if (entry) entry.file = file;
    else entries.set(key, { file, read: null, note: null, group: null });
  };

  return {
    add(key, file) {
      put(key, file);
      waiting.add(key);
    },
    edit(key, file) {
      put(key, file);
      changed.add(key);
    },
    remove(key) {
      const entry = entries.get(key);
      if (entry) regroup(key, entry, null);
      entries.delete(key);
    },
    readSome(isTimeUp) {
      for (const key of waiting) {
        if (isTimeUp()) return true;
        waiting.delete(key);
        const entry = entries.get(key);
        if (entry) read(key, entry);
      }
      return false;
    },
    renew() {
      for (const key of entries.keys()) waiting.add(key);
    },
    textOf: (key) => entries.get(key)?.file.text ?? null,
    document: (key) => find(key)?.document ?? null,
    request(key) {
      const found = find(key);
      if (found === null) return null;
      const { document, group, context } = found;
      return { document, context, series: seriesFor(group, context), seats: () => seats(context.configuration.uri) };
    },
    findings(key) {
      const found = find(key);
      if (found === null) return [];
      const series = seriesFor(found.group, found.context);
      if (found.group.findings?.series !== series)
        found.group.findings = { series, list: check(series, found.context) };
      return found.group.findings.list;
    },
    seats,
    beside: (key) => [...(find(key)?.group.keys ?? [])],
    keys: () => entries.keys(),
  };
}

/** More than `mayBeDocument` looks at. */
const firstLines = 16_384;

function make(entry: Entry, configuration: Configuration): Document | null {
  const { uri, path, text } = entry.file;
  if (!mayBeDocument(text.slice(0, firstLines), path, configuration)) {
    entry.note = null;
    return null;
  }
  const note = parseNote(text, readingOf(configuration, path), entry.note);
  entry.note = note;
  const recognition = recognise(note, path, configuration);
  return recognition.recognised ? { uri, path, note, recognition } : null;
}

/** Documents under different configurations are never one series: it would be unclear which of them holds. */
function groupOf(document: Document, configuration: Configuration): string {
  return `${configuration.uri ?? ''} ${seriesKey(document)}`;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
