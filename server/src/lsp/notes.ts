/** The documents of one folder and their series, each made when asked for and kept while nothing it depends on changed. */
import type { Configuration } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import { seriesAtFirstLook } from '../core/first-look.ts';
import type { Document, Series } from '../core/model.ts';
import { parseNote } from '../core/parse.ts';
import { readingOf } from '../core/reading.ts';
import { mayBeDocument, recognise } from '../core/recognise.ts';
import { oneSeries, seriesKey } from '../core/series.ts';
import { seatOf, type Seat } from '../core/staffing.ts';
import type { Text } from '../core/text.ts';
import type { Request } from '../features/request.ts';
import type { Diagnostic } from '../rules/run.ts';
import type { Checks } from './checks.ts';
import {
  copied,
  groupNamed,
  isFrom,
  isMadeOf,
  isOf,
  letGo,
  letGoOfMade,
  newEntry,
  newGroup,
  withoutFixes,
  type Basis,
  type Entry,
  type Group,
  type NoteFile,
} from './note-groups.ts';
import { findRecent, firstFindingsIn, isToBeLookedAt, lookAhead, readOnIn, type FirstFindings } from './read-ahead.ts';
import type { IsTimeUp } from './slices.ts';

export interface Notes {
  /** A file that was found; its turn to be read comes with `readSome`, or when it is asked for. */
  add(key: string, file: NoteFile): void;
  /** A file in the editor: what it says holds at once for its series. */
  edit(key: string, file: NoteFile): void;
  remove(key: string): void;
  /**
   * Finds out which series the files belong to whose turn it is, until the time is up. Gives whether any are left.
   * What the front matter does not say is read of the whole file.
   */
  readSome(isTimeUp: IsTimeUp): boolean;
  /** Everything is to be looked at again: the configuration is another one now. */
  renew(): void;
  textOf(key: string): Text | null;
  /** Null where the file is no 1:1 document. */
  document(key: string): Document | null;
  request(key: string): Request | null;
  /** Findings of the whole series that the document belongs to. */
  findings(key: string): readonly Diagnostic[];
  /**
   * Those that can be told before a long document is read whole. Reads what they need until the time is up; null where
   * they need not be told apart.
   */
  firstFindings(key: string, isTimeUp: IsTimeUp): FirstFindings;
  /**
   * Looks at the headings of a long text until the time is up, so that reading it takes little. Gives whether any are
   * left. Until then it is not read for the sake of others: they see what it said before.
   */
  lookAhead(key: string, isTimeUp: IsTimeUp): boolean;
  /**
   * Reads the texts of the document's series until the time is up, and finds what is to be found in them, so that what is
   * asked of it then takes little. Gives whether anything is left.
   */
  readAhead(key: string, isTimeUp: IsTimeUp): boolean;
  /**
   * What `look` gives of each series, one after the other; null again and again while the texts of one are read. It is
   * kept of series of which no document is open, so it must not hold on to the request, and `look` must be the same
   * function each time.
   */
  everySeries<T>(look: (request: Request) => T): Generator<{ readonly answer: T } | null>;
  /** Of all series that the configuration with this address is in force for; none while notes are still being read. */
  seats(configuration: string | null): readonly Seat[];
  /** Whether the file is a 1:1 document. */
  isDocument(key: string): boolean;
  /** The keys of the documents of the same series, this one among them. */
  beside(key: string): readonly string[];
  keys(): Iterable<string>;
}

export function notesIn(
  contextAt: (path: string) => Context,
  checks: Pick<Checks, 'series' | 'seriesInSteps' | 'firstLook'>,
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
    const after = groups.get(group) ?? newGroup();
    after.keys.add(key);
    groups.set(group, after);
  };
  const read = (key: string, entry: Entry): Document | null => {
    const { configuration } = contextAt(entry.file.path);
    if (isOf(entry.read, entry, configuration)) return entry.read!.document;
    const document = make(entry, configuration);
    entry.placed = { file: entry.file, configuration };
    entry.read = { ...entry.placed, document };
    regroup(key, entry, document && groupNamed(seriesKey(document), configuration));
    return document;
  };
  /** Finds out which group a file belongs to. What is closed is read no further than that takes. */
  const place = (key: string, entry: Entry): void => {
    const { file, isOpen } = entry;
    const { configuration } = contextAt(file.path);
    if (isOf(entry.placed, entry, configuration)) return;
    const series = isOpen ? null : seriesAtFirstLook(file.source(), file.path, configuration);
    if (series === null) read(key, entry);
    else regroup(key, entry, groupNamed(series, configuration));
    entry.placed = { file, configuration };
    if (!isOpen) letGo(entry);
  };
  const isAnyOpen = ({ keys }: Group): boolean => [...keys].some((key) => entries.get(key)!.isOpen);
  /** The findings of files of which none is open: computed once, and nothing else is kept of them. */
  const keptFindings = (group: Group, context: Context): readonly Diagnostic[] => {
    if (isStill(group.kept, group, context)) return group.kept!.list;
    const list = copied(checks.series(seriesFor(group, context), context).map(withoutFixes));
    group.kept = { ...basisOf(group, context), list };
    closeUp(group);
    return list;
  };
  const basisOf = ({ keys }: Group, context: Context): Basis => ({
    files: [...keys].map((key) => entries.get(key)!.file),
    context,
  });
  const isStill = (basis: Basis | null, group: Group, context: Context): boolean =>
    isFrom(basis, basisOf(group, context));
  const closeUp = (group: Group): void => {
    if (isAnyOpen(group)) return;
    letGoOfMade(group);
    for (const key of group.keys) letGo(entries.get(key)!);
  };
  const settle = (asked: string | null = null): void => {
    for (const key of changed) {
      const entry = entries.get(key);
      if (entry !== undefined && key !== asked && isToBeLookedAt(entry)) continue;
      changed.delete(key);
      if (entry) place(key, entry);
    }
  };
  const entriesOf = ({ keys }: Group): Entry[] => [...keys].map((key) => entries.get(key)!);
  /** Reading one may move it to another series. */
  const documentsOf = (group: Group): Document[] => {
    for (const key of [...group.keys]) read(key, entries.get(key)!);
    return entriesOf(group).flatMap((entry) => entry.read?.document ?? []);
  };
  const seriesFor = (group: Group, context: Context): Series => {
    const documents = documentsOf(group);
    if (!isMadeOf(group.made, documents, context))
      group.made = { documents, context, series: oneSeries(documents, context, group.made?.series) };
    return group.made!.series;
  };
  const groupAround = (key: string): Group | undefined => {
    settle(key);
    const entry = entries.get(key);
    if (entry !== undefined) place(key, entry);
    return groups.get(entry?.group ?? '');
  };
  const find = (key: string): { document: Document; group: Group; context: Context } | null => {
    settle(key);
    const entry = entries.get(key);
    const document = entry === undefined ? null : read(key, entry);
    const group = groups.get(entry?.group ?? '');
    return document && group ? { document, group, context: contextAt(document.path) } : null;
  };

  const contextOf = ({ keys: [key] }: Group): Context => contextAt(entries.get(key!)!.file.path);
  const seatIn = (group: Group): Seat | null => {
    const context = contextOf(group);
    if (context.configuration.teams.size === 0) return null;
    if (!isStill(group.seat, group, context)) {
      const seat = seatOf(seriesFor(group, context), context);
      group.seat = { ...basisOf(group, context), seat };
      closeUp(group);
    }
    return group.seat!.seat;
  };
  const seats = (configuration: string | null): Seat[] => {
    settle();
    if (waiting.size > 0) return [];
    const own = [...groups.values()].filter((group) => contextOf(group).configuration.uri === configuration);
    return own.flatMap((group) => seatIn(group) ?? []);
  };
  const requestIn = (group: Group, document: Document, context: Context): Request => ({
    document,
    context,
    series: seriesFor(group, context),
    seats: () => seats(context.configuration.uri),
  });
  /** Finds out what the documents of a group are, and which part of them is recent. */
  const prepare = (group: Group, isTimeUp: IsTimeUp): boolean => {
    for (const key of [...group.keys]) {
      const entry = entries.get(key)!;
      const before = entry.read;
      if (lookAhead(entry, isTimeUp)) return true;
      read(key, entry);
      if (entry.read !== before && isTimeUp()) return true;
    }
    // Of what is closed, all is asked at once.
    if (!isAnyOpen(group)) return false;
    const before = group.look;
    findRecent(group, entriesOf(group), documentsOf(group), contextOf(group));
    return group.look !== before && isTimeUp();
  };
  const readOnAll = (group: Group, isTimeUp: IsTimeUp): boolean =>
    prepare(group, isTimeUp) || readOnIn(group, entriesOf(group), isTimeUp);
  /** Makes the series and runs its rules, one by one: of a document that is made to be long, each may take a while. */
  const findOn = (group: Group, isTimeUp: IsTimeUp): boolean => {
    const before = group.made;
    const series = seriesFor(group, contextOf(group));
    if (group.made !== before && isTimeUp()) return true;
    if (group.findings?.series === series) return false;
    if (group.finding?.series !== series)
      group.finding = { series, steps: checks.seriesInSteps(series, contextOf(group)) };
    for (;;) {
      const step = group.finding.steps.next();
      if (step.done) {
        group.findings = { series, list: step.value };
        group.finding = null;
        return isTimeUp();
      }
      if (isTimeUp()) return true;
    }
  };
  const findingsOf = (group: Group): readonly Diagnostic[] => {
    while (findOn(group, () => false));
    return group.findings!.list;
  };
  function* everySeries<T>(look: (request: Request) => T): Generator<{ readonly answer: T } | null> {
    settle();
    for (const name of [...groups.keys()]) {
      // It may have gone while others were looked at.
      const group = groups.get(name);
      if (group === undefined) continue;
      const context = contextOf(group);
      const known = group.looks.get(look);
      if (isStill(known ?? null, group, context)) {
        yield { answer: known!.answer as T };
        continue;
      }
      while (groups.get(name) === group && readOnAll(group, () => true)) yield null;
      if (groups.get(name) !== group) continue;
      const [document] = seriesFor(group, context).documents;
      if (document === undefined) continue;
      const answer = copied(look(requestIn(group, document, context)));
      if (!isAnyOpen(group)) group.looks.set(look, { ...basisOf(group, context), answer });
      closeUp(group);
      yield { answer };
    }
  }

  const lookAheadAt = (key: string, isTimeUp: IsTimeUp): boolean => {
    const entry = entries.get(key);
    if (entry === undefined || !isToBeLookedAt(entry)) return false;
    return mayBe(entry, contextAt(entry.file.path).configuration) && lookAhead(entry, isTimeUp);
  };
  /** The group of a file, which it may have to be read for; 'unread' where the time was up meanwhile. */
  const groupAhead = (key: string, isTimeUp: IsTimeUp): Group | 'unread' | undefined => {
    if (lookAheadAt(key, isTimeUp)) return 'unread';
    const before = entries.get(key)?.read;
    const group = groupAround(key);
    return entries.get(key)?.read !== before && isTimeUp() ? 'unread' : group;
  };

  const put = (key: string, file: NoteFile, state: 'open' | 'closed'): void => {
    const isOpen = state === 'open';
    const entry = entries.get(key);
    if (entry) Object.assign(entry, { file, isOpen });
    else entries.set(key, newEntry(file, isOpen));
  };

  return {
    add(key, file) {
      put(key, file, 'closed');
      waiting.add(key);
    },
    edit(key, file) {
      put(key, file, 'open');
      changed.add(key);
    },
    remove(key) {
      const entry = entries.get(key);
      if (entry) regroup(key, entry, null);
      entries.delete(key);
    },
    readSome(isTimeUp) {
      for (const key of waiting) {
        waiting.delete(key);
        const entry = entries.get(key);
        if (entry) place(key, entry);
        if (isTimeUp()) return true;
      }
      // Whoever counts a team asks for all seats at once, which must not take long then.
      for (const group of groups.values()) {
        const before = group.seat;
        seatIn(group);
        if (group.seat !== before && isTimeUp()) return true;
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
      return requestIn(found.group, found.document, found.context);
    },
    findings(key) {
      const closed = groupAround(key);
      if (closed !== undefined && !isAnyOpen(closed))
        return keptFindings(closed, contextAt(entries.get(key)!.file.path));
      const found = find(key);
      if (found === null) return [];
      return findingsOf(found.group);
    },
    firstFindings(key, isTimeUp) {
      const group = groupAhead(key, isTimeUp);
      if (group === 'unread') return group;
      if (group === undefined || !isAnyOpen(group)) return null;
      if (prepare(group, isTimeUp)) return 'unread';
      return firstFindingsIn(group, entriesOf(group), checks.firstLook, isTimeUp);
    },
    lookAhead: lookAheadAt,
    readAhead(key, isTimeUp) {
      const group = groupAhead(key, isTimeUp);
      if (group === 'unread') return true;
      if (group === undefined) return false;
      if (!isAnyOpen(group)) return !isStill(group.kept, group, contextOf(group)) && readOnAll(group, isTimeUp);
      return readOnAll(group, isTimeUp) || findOn(group, isTimeUp);
    },
    everySeries,
    seats,
    isDocument: (key) => groupAround(key) !== undefined,
    beside: (key) => [...(groupAround(key)?.keys ?? [])],
    keys: () => entries.keys(),
  };
}

/** More than `mayBeDocument` looks at. */
const firstLines = 16_384;

function mayBe({ file: { path, text } }: Entry, configuration: Configuration): boolean {
  return mayBeDocument(text.slice(0, firstLines), path, configuration);
}

function make(entry: Entry, configuration: Configuration): Document | null {
  const { uri, path, text } = entry.file;
  if (!mayBe(entry, configuration)) {
    entry.note = null;
    return null;
  }
  const ahead = entry.ahead?.slices.text === text ? entry.ahead.slices : null;
  const note = parseNote(text, readingOf(configuration, path), entry.note, ahead);
  entry.note = note;
  entry.ahead = null;
  const recognition = recognise(note, path, configuration);
  return recognition.recognised ? { uri, path, note, recognition } : null;
}
