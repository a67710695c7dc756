/** The files that hold notes, and the groups that are one series each: what is known of them, and what is kept. */
import type { Configuration } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { SliceFacts } from '../core/headings.ts';
import type { Document, Note, Region, Series } from '../core/model.ts';
import type { Slices } from '../core/slices.ts';
import type { Seat } from '../core/staffing.ts';
import type { Text } from '../core/text.ts';
import type { Diagnostic } from '../rules/run.ts';

export interface NoteFile {
  /** As the editor, or else the file system, spells it. */
  readonly uri: string;
  readonly path: string;
  readonly text: Text;
  /** The same as one string. */
  source(): string;
}

export interface Entry {
  file: NoteFile;
  /** In the editor. What was made of any other file is let go once it has been used: a folder may hold a thousand. */
  isOpen: boolean;
  /** Of what and under which configuration its group was found. */
  placed: Version | null;
  read: (Version & { readonly document: Document | null }) | null;
  note: Note | null;
  /** The text of a long file in slices, before it is read, and how many of them were looked at. */
  ahead: { readonly slices: Slices<SliceFacts>; at: number } | null;
  /** What is to be read of its newest version. */
  left: Left | null;
  /** The last version whose whole text was read. */
  whole: Note | null;
  group: string | null;
}

/** Regions that are read one after the other, and how many of them were. */
export interface Left {
  readonly note: Note;
  readonly regions: readonly Region[];
  at: number;
}

export interface Version {
  readonly file: NoteFile;
  readonly configuration: Configuration;
}

export interface Group {
  readonly keys: Set<string>;
  made: (Made & { readonly series: Series }) | null;
  findings: { readonly series: Series; readonly list: readonly Diagnostic[] } | null;
  /** What is being found, rule by rule. */
  finding: { readonly series: Series; readonly steps: Generator<void, readonly Diagnostic[]> } | null;
  /** What is said before all is read; `recent` is null where it is not worth a look of its own. */
  look:
    | (Made & {
        readonly recent: readonly Document[] | null;
        readonly left: readonly Left[];
        list: readonly Diagnostic[] | null;
      })
    | null;
  /** Findings without fixes, of files of which none is open. */
  kept: (Basis & { readonly list: readonly Diagnostic[] }) | null;
  seat: (Basis & { readonly seat: Seat | null }) | null;
  /** What was asked of every series, by the question. */
  readonly looks: Map<unknown, Basis & { readonly answer: unknown }>;
}

/** What something was made of, while a file is open. */
export interface Made {
  readonly documents: readonly Document[];
  readonly context: Context;
}

/** What something was found out from, and is still known by once the documents are let go. */
export interface Basis {
  readonly files: readonly NoteFile[];
  readonly context: Context;
}

export function newEntry(file: NoteFile, isOpen: boolean): Entry {
  return { file, isOpen, placed: null, read: null, note: null, ahead: null, left: null, whole: null, group: null };
}

export function newGroup(): Group {
  return {
    keys: new Set(),
    made: null,
    findings: null,
    finding: null,
    look: null,
    kept: null,
    seat: null,
    looks: new Map(),
  };
}

/** Documents under different configurations are never one series: it would be unclear which of them holds. */
export function groupNamed(series: string, configuration: Configuration): string {
  return `${configuration.uri ?? ''} ${series}`;
}

/** Lets go of what was made of a file. */
export function letGo(entry: Entry): void {
  entry.read = null;
  entry.note = null;
  entry.ahead = null;
  entry.left = null;
  entry.whole = null;
}

/** Lets go of what was made of the documents of a group. */
export function letGoOfMade(group: Group): void {
  group.made = null;
  group.findings = null;
  group.finding = null;
  group.look = null;
}

export function isOf(version: Version | null, { file }: Entry, configuration: Configuration): boolean {
  return version?.file === file && version.configuration === configuration;
}

export function isMadeOf(made: Made | null, documents: readonly Document[], context: Context): boolean {
  return made?.context === context && sameItems(made.documents, documents);
}

export function isFrom(basis: Basis | null, { files, context }: Basis): boolean {
  return basis?.context === context && sameItems(basis.files, files);
}

/** A word out of a text holds on to the whole text. */
export function copied<T>(data: T): T {
  return structuredClone(data);
}

/** Fixes hold on to the whole series. Whoever wants one opens the file. */
export function withoutFixes({ rule, severity, uri, span, message, url, related }: Diagnostic): Diagnostic {
  return { rule, severity, uri, span, message, url, fixes: [], related };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
