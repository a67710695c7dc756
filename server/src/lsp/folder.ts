/** One opened folder: its files, read and kept up to date. Without an address: the loose files of the editor. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import { repositoriesAround } from '../core/git.ts';
import type { Recognition } from '../core/model.ts';
import { mayBeDocument } from '../core/recognise.ts';
import { textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';
import type { Request } from '../features/request.ts';
import type { Diagnostic } from '../rules/run.ts';
import type { Checks } from './checks.ts';
import type { Contexts } from './contexts.ts';
import type { OpenDocument } from './documents.ts';
import { isWanted } from './files.ts';
import type { Files } from './files.ts';
import type { NoteFile } from './note-groups.ts';
import type { Notes } from './notes.ts';
import { configurationNames } from './protocol.ts';
import type { FirstFindings } from './read-ahead.ts';
import { inSlices, pause } from './slices.ts';
import { below, folderOf, normal, pathBelow, pathOf } from './uris.ts';

export interface Folder {
  /** Null for the loose files. */
  readonly uri: string | null;
  /** Lists and reads all files. Requests are answered meanwhile, from what is known. */
  load(): Promise<void>;
  /** Files that came, changed or went outside the editor. */
  reread(uris: readonly string[]): Promise<void>;
  /** The editor holds another text of this file now. */
  edit(document: OpenDocument): void;
  request(uri: string): Request | null;
  /** Findings in this file. */
  findings(uri: string): readonly Diagnostic[];
  /**
   * Findings that can be told before a long document is read whole. Reads what they need, with pauses while other
   * requests are answered; null where they need not be told apart.
   */
  firstFindings(uri: string): Promise<readonly Diagnostic[] | null>;
  /** Looks at the headings of a long text, with pauses while other requests are answered; see `Notes`. */
  lookAhead(uri: string): Promise<void>;
  /** Reads the texts of the file's series, with pauses while other requests are answered. */
  readAhead(uri: string): Promise<void>;
  /** What `look` gives of each series; see `Notes`. */
  everySeries<T>(look: (request: Request) => T): Generator<{ readonly answer: T } | null>;
  isDocument(uri: string): boolean;
  /** The files whose findings depend on this one as well. */
  beside(uri: string): readonly string[];
  /** What is in force for a file, and why it counts as a 1:1 document or not. */
  explain(uri: string): Explanation;
  /** Every file that may have findings. */
  uris(): readonly string[];
  textOf(uri: string): Text | null;
  /** A configuration or a role: it says something about every document. */
  affectsAll(uri: string): boolean;
  /** The day or the built-in roles are others now. */
  renew(): void;
}

export interface Explanation {
  /** Relative to the folder. */
  readonly path: string;
  /** Null where the defaults are in force. */
  readonly file: ConfigurationFile | null;
  readonly context: Context;
  /** Null for a file that was not looked into. */
  readonly recognition: Recognition | null;
}

export interface FolderParts {
  readonly files: Files;
  readonly contexts: Contexts;
  readonly notes: Notes;
  readonly checks: Checks;
  readonly open: (uri: string) => OpenDocument | null;
  /** Called when there are far more files than anybody has open. */
  readonly saveMemory: () => void;
}

/** How many files are read at once. */
const together = 16;
/** From so many files on, most of what is read of them is let go again. */
const many = 50;

export function folderAt(
  uri: string | null,
  { files, contexts, notes, checks, open, saveMemory }: FolderParts,
): Folder {
  const listed = new Map<string, string>();
  /** Files whose texts are being read ahead: many ask for that at once, and wait for the same. */
  const reading = new Map<string, Promise<void>>();
  const pathIn = (file: string): string => (uri === null ? pathOf(file) : (pathBelow(uri, file) ?? pathOf(file)));

  /** What a file is decides where its text goes; a text of null takes it away. */
  const put = (file: string, source: string | null): void => {
    const key = normal(file);
    const path = pathIn(file);
    if (isConfiguration(path)) {
      contexts.setConfiguration(key, path, source);
      notes.renew();
      return;
    }
    if (contexts.isRole(path)) contexts.setRole(key, path, source);
    if (source === null) notes.remove(key);
    else if (mayBeDocument(source, path, contexts.at(path).configuration))
      notes.add(key, closedFile(file, path, source));
  };
  const readAll = async (uris: readonly string[]): Promise<void> => {
    for (let at = 0; at < uris.length; at += together) {
      const some = uris.slice(at, at + together).filter((file) => open(file) === null);
      const sources = await Promise.all(some.map((file) => files.read(file)));
      // Opened while it was read: then the editor's text counts.
      some.forEach((file, index) => open(file) === null && put(file, sources[index]!));
      await pause();
    }
  };
  const readRepositories = async (): Promise<void> => {
    if (uri === null) return;
    const paths = [...notes.keys()].map(pathIn);
    const asking = repositoriesAround(paths, { root: `/${pathOf(uri)}`, uriOf: (path) => below(uri, path) });
    let step = asking.next();
    while (!step.done) step = asking.next(await files.bytes(below(uri, step.value)));
    contexts.setRepositories(step.value);
  };
  const forgetMissing = (): void => {
    for (const key of [...notes.keys(), ...contexts.roles.keys(), ...contexts.configurations.keys()]) {
      if (!listed.has(key) && open(key) === null) put(key, null);
    }
  };

  /** Those that stand in this file: a series has many findings in few files. */
  const standingIn = (file: string, findings: readonly Diagnostic[]): readonly Diagnostic[] => {
    const key = normal(file);
    const known = new Map<string, boolean>([[file, true]]);
    return findings.filter(({ uri: found }) => {
      const isHere = known.get(found) ?? normal(found) === key;
      known.set(found, isHere);
      return isHere;
    });
  };
  /** What is found over all documents that one configuration is in force for. */
  const staffing = (path: string): readonly Diagnostic[] => {
    const context = contexts.at(path);
    const file = contexts.configurations.get(context.configuration.uri ?? '');
    if (file === undefined || context.configuration.teams.size === 0) return [];
    return checks.staffing(file, notes.seats(context.configuration.uri), context);
  };
  /** The configuration and the documents that `staffing` may find something in. */
  const inSameTeams = (path: string): string[] => {
    const { configuration } = contexts.at(path);
    if (configuration.uri === null || configuration.teams.size === 0) return [];
    return [configuration.uri, ...notes.seats(configuration.uri).map(({ at }) => normal(at.uri))];
  };

  const ignoreText = (key: string): Text | null => {
    const found = contexts.repositories().find(({ ignoreFile }) => ignoreFile.uri === key)?.ignoreFile.text ?? null;
    return found === null ? null : textOf(found);
  };

  const lookAhead = (file: string): Promise<void> => inSlices((isTimeUp) => notes.lookAhead(normal(file), isTimeUp));

  return {
    uri,
    async load() {
      const found = uri === null ? [] : await files.list(uri);
      if (found.length >= many) saveMemory();
      listed.clear();
      for (const file of found) listed.set(normal(file), pathIn(file));
      forgetMissing();
      // In this order, because each says what to make of the next.
      await readAll(found.filter((file) => isConfiguration(pathIn(file))));
      const [roles, rest] = partition(found, (file) => contexts.isRole(pathIn(file)));
      await readAll(roles);
      await readAll(rest.filter((file) => !isConfiguration(pathIn(file))));
      await readRepositories();
      await inSlices(notes.readSome);
    },
    async reread(uris) {
      const keys = new Set(uris.map(normal));
      // A folder that went is told without its files.
      for (const key of listed.keys()) if (!keys.has(key) && isBelowOne(keys, key)) keys.add(key);
      const files = [...keys].filter((key) => isWanted(key.slice(key.lastIndexOf('/') + 1)));
      for (const key of files) listed.set(key, pathIn(key));
      await readAll(files);
      if (uris.some(isOfGit)) await readRepositories();
      await inSlices(notes.readSome);
    },
    edit({ uri: file, text }) {
      const key = normal(file);
      const path = pathIn(file);
      if (isConfiguration(path) || contexts.isRole(path)) put(file, text.toString());
      else {
        notes.edit(key, { uri: file, path, text, source: () => text.toString() });
        // Whoever asks for something in the file looks at it too, and is told what failed.
        void lookAhead(file).catch(() => {});
      }
    },
    lookAhead,
    request: (file) => notes.request(normal(file)),
    findings(file) {
      const key = normal(file);
      const path = pathIn(file);
      const configuration = contexts.configurations.get(key);
      const inTeams = standingIn(file, staffing(path));
      if (configuration) return [...checks.configuration(configuration, contexts.at(path)), ...inTeams];
      const role = contexts.isRole(path) ? contexts.roles.get(key) : undefined;
      const own = [...standingIn(file, notes.findings(key)), ...inTeams];
      return role ? [...checks.role(role.role, contexts.at(path)), ...own] : own;
    },
    async firstFindings(file) {
      let found: FirstFindings = null;
      await inSlices((isTimeUp) => {
        found = notes.firstFindings(normal(file), isTimeUp);
        return found === 'unread';
      });
      return found === null || found === 'unread' ? null : standingIn(file, found);
    },
    readAhead(file) {
      const key = normal(file);
      const going = reading.get(key);
      if (going !== undefined) return going;
      const read = inSlices((isTimeUp) => notes.readAhead(key, isTimeUp)).finally(() => reading.delete(key));
      reading.set(key, read);
      return read;
    },
    everySeries: (look) => notes.everySeries(look),
    isDocument: (file) => notes.isDocument(normal(file)),
    beside: (file) => [...notes.beside(normal(file)), ...inSameTeams(pathIn(file))],
    explain(file) {
      const path = pathIn(file);
      const context = contexts.at(path);
      const recognition = notes.request(normal(file))?.document.recognition ?? null;
      return { path, file: contexts.configurations.get(context.configuration.uri ?? '') ?? null, context, recognition };
    },
    uris: () => [...new Set([...contexts.configurations.keys(), ...contexts.roles.keys(), ...notes.keys()])],
    textOf(file) {
      const key = normal(file);
      const configuration = contexts.configurations.get(key);
      return (
        open(key)?.text ??
        notes.textOf(key) ??
        contexts.roles.get(key)?.text ??
        ignoreText(key) ??
        (configuration ? textOf(configuration.source) : null)
      );
    },
    affectsAll: (file) => isConfiguration(pathIn(file)) || contexts.isRole(pathIn(file)),
    renew: () => contexts.renew(),
  };
}

/** Of a thousand files that are not open, few are ever asked for their lines; as bytes they take half the memory. */
function closedFile(uri: string, path: string, source: string): NoteFile {
  const bytes = new TextEncoder().encode(source);
  // Without this it would lose a byte order mark that is part of the text.
  const read = (): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // As long as somebody holds it.
  let made: WeakRef<Text> | null = null;
  return {
    uri,
    path,
    get text() {
      const text = made?.deref() ?? textOf(read());
      made = new WeakRef(text);
      return text;
    },
    source: read,
  };
}

/** What says which files git tracks. */
function isOfGit(uri: string): boolean {
  return /\/(?:\.git\/(?:index|config)|\.gitignore)$/.test(uri);
}

function isConfiguration(path: string): boolean {
  return configurationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}

function isBelowOne(folders: ReadonlySet<string>, key: string): boolean {
  for (let at = folderOf(key); at.includes('/'); at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
