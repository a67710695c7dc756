/** Everything the server knows: the opened folders, the built-in roles, today. */
import type { Day, Role } from '../core/model.ts';
import { readRole } from '../core/roles/read.ts';
import { textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';
import { isSpokenOf } from '../core/query.ts';
import type { Request } from '../features/request.ts';
import { ruleIds } from '../rules/index.ts';
import type { Diagnostic } from '../rules/run.ts';
import type { Checks } from './checks.ts';
import { contextsIn, fallbackConfiguration } from './contexts.ts';
import type { Surroundings } from './contexts.ts';
import type { Documents } from './documents.ts';
import type { Files } from './files.ts';
import { folderAt } from './folder.ts';
import type { Folder } from './folder.ts';
import { notesIn } from './notes.ts';
import type { InitializationOptions } from './protocol.ts';
import { inSlices } from './slices.ts';
import { todayFrom } from './today.ts';
import { normal, pathBelow } from './uris.ts';

export interface Workspace {
  /** Reads the role descriptions that come with the product. Everything but the life cycle waits for it. */
  loadBuiltIn(): Promise<void>;
  /** Reads all folders anew. */
  load(folders: readonly string[]): Promise<void>;
  reread(uris: readonly string[]): Promise<void>;
  /** The editor opened or changed this document. */
  edit(uri: string): void;
  /** The editor closed it: what is on disk counts again. */
  close(uri: string): Promise<void>;
  /** Asks for the day; gives whether it is another one than before. */
  isNewDay(): boolean;
  /** The folder that a file belongs to, the innermost one. */
  folderOf(uri: string): Folder;
  folders(): readonly Folder[];
  today(): Day;
  /**
   * What `look` gives of every series, with pauses while other requests are answered. It is kept of series of which no
   * document is open, so it must not hold on to the request, and `look` must be the same function each time.
   */
  everySeries<T>(look: (request: Request) => T): Promise<T[]>;
  isDocument(uri: string): boolean;
  /** See `Folder`. */
  firstFindings(uri: string): Promise<readonly Diagnostic[] | null>;
  /** See `Folder`. */
  lookAhead(uri: string): Promise<void>;
  /** Reads the texts that findings in a file depend on, with pauses while other requests are answered. */
  readAhead(uri: string): Promise<void>;
  request(uri: string): Request | null;
  /** The same where there is something to show: null for a page that only lies where 1:1 documents lie. */
  shown(uri: string): Request | null;
  findings(uri: string): readonly Diagnostic[];
  textOf(uri: string): Text | null;
}

export interface WorkspaceParts {
  readonly documents: Documents;
  readonly checks: Checks;
  readonly options: InitializationOptions;
  readonly builtinRoles: string | null;
  /** Reads inside these folders and nowhere else. */
  readonly filesIn: (folders: readonly string[]) => Files;
  /** Called when a folder has far more files than anybody has open. */
  readonly saveMemory: () => void;
}

export function workspaceOf({
  documents,
  checks,
  options,
  builtinRoles,
  filesIn,
  saveMemory,
}: WorkspaceParts): Workspace {
  const today = todayFrom(options.today);
  let day = today();
  const builtIn = new Map<string, { readonly role: Role; readonly text: Text }>();
  const surroundings: Surroundings = {
    today: () => day,
    builtIn: () => [...builtIn.values()].map(({ role }) => role),
    fallback: fallbackConfiguration(options.configuration),
    rules: ruleIds,
  };
  const open = (uri: string) => documents.get(uri);
  let files = filesIn([]);
  const newFolder = (uri: string | null): Folder => {
    const contexts = contextsIn(surroundings);
    return folderAt(uri, { files, contexts, notes: notesIn(contexts.at, checks), checks, open, saveMemory });
  };
  let loose = newFolder(null);
  let folders: readonly Folder[] = [];

  const folderOf = (uri: string): Folder => {
    const around = folders.filter((folder) => pathBelow(folder.uri!, uri) !== null);
    return around.reduce<Folder>(
      (inner, folder) => (inner.uri !== null && inner.uri.length > folder.uri!.length ? inner : folder),
      loose,
    );
  };
  return {
    async loadBuiltIn() {
      if (builtinRoles === null) return;
      const own = filesIn([builtinRoles]);
      const uris = await own.list(builtinRoles);
      const sources = await Promise.all(uris.map((uri) => own.read(uri)));
      uris.forEach((uri, index) => {
        const source = sources[index] ?? null;
        const path = pathBelow(builtinRoles, uri);
        if (source === null || path === null) return;
        builtIn.set(normal(uri), { role: readRole(source, { uri, path, isBuiltIn: true }), text: textOf(source) });
      });
      for (const folder of [loose, ...folders]) folder.renew();
    },
    async load(uris) {
      files = filesIn(uris);
      folders = [...new Set(uris.map(normal))].map(newFolder);
      loose = newFolder(null);
      for (const document of documents.all()) folderOf(document.uri).edit(document);
      for (const folder of folders) await folder.load();
    },
    async reread(uris) {
      for (const folder of folders) {
        const own = uris.filter((uri) => folderOf(uri) === folder);
        if (own.some(folder.affectsAll)) await folder.load();
        else if (own.length > 0) await folder.reread(own);
      }
    },
    edit(uri) {
      const document = documents.get(uri);
      if (document) folderOf(uri).edit(document);
    },
    async close(uri) {
      await folderOf(uri).reread([uri]);
    },
    isNewDay() {
      const now = today();
      if (now === day) return false;
      day = now;
      for (const folder of [loose, ...folders]) folder.renew();
      return true;
    },
    folderOf,
    folders: () => [...folders, loose],
    today: () => day,
    async everySeries<T>(look: (request: Request) => T) {
      const found: T[] = [];
      for (const folder of [...folders, loose]) {
        const rest = folder.everySeries(look);
        await inSlices((isTimeUp) => {
          for (let next = rest.next(); !next.done; next = rest.next()) {
            if (next.value !== null) found.push(next.value.answer);
            if (isTimeUp()) return true;
          }
          return false;
        });
      }
      return found;
    },
    firstFindings: (uri) => folderOf(uri).firstFindings(uri),
    lookAhead: (uri) => folderOf(uri).lookAhead(uri),
    readAhead: (uri) => folderOf(uri).readAhead(uri),
    isDocument: (uri) => folderOf(uri).isDocument(uri),
    request: (uri) => folderOf(uri).request(uri),
    shown(uri) {
      const request = folderOf(uri).request(uri);
      return request !== null && isSpokenOf(request.document, request.series) ? request : null;
    },
    findings: (uri) => folderOf(uri).findings(uri),
    textOf: (uri) => folderOf(uri).textOf(uri) ?? builtIn.get(normal(uri))?.text ?? null,
  };
}
