/** What the editor tells: documents, files and folders that change. */
import { folderUri } from './client.ts';
import type { Announcer } from './announce.ts';
import { listIn, objectIn, textIn } from './params.ts';
import type { Session } from './session.ts';
import { settingsIn } from './settings.ts';
import { soon } from './soon.ts';

type Notification = (params: unknown) => unknown;

const quietMilliseconds = 100;
const minute = 60_000;

export interface Folders {
  get(): readonly string[];
  set(folders: readonly string[]): void;
}

export function notifications(
  session: Session,
  announcer: Announcer,
  folders: Folders,
  opened: (uri: string) => void,
): Map<string, Notification> {
  const { documents, workspace } = session;
  let changedFiles: string[] = [];

  const reread = soon(quietMilliseconds, async () => {
    const uris = changedFiles;
    changedFiles = [];
    await workspace.reread(uris);
    announcer.all();
  });
  const edited = (uri: string): void => {
    workspace.edit(uri);
    announcer.edited(uri);
    if (!workspace.folderOf(uri).affectsAll(uri)) return;
    // Other files may be role descriptions now.
    changedFiles.push(uri);
    reread();
  };
  return new Map<string, Notification>([
    [
      'textDocument/didOpen',
      (params) => {
        const uri = documents.open(params);
        edited(uri);
        opened(uri);
      },
    ],
    ['textDocument/didChange', (params) => edited(documents.change(params))],
    [
      'textDocument/didClose',
      async (params) => {
        const uri = documents.close(params);
        const others = workspace.folderOf(uri).beside(uri);
        await workspace.close(uri);
        if (workspace.folderOf(uri).affectsAll(uri)) announcer.all();
        announcer.changed([uri, ...others]);
      },
    ],
    [
      'workspace/didChangeWatchedFiles',
      (params) => {
        changedFiles.push(...listIn(objectIn(params)['changes']).map((change) => textIn(objectIn(change)['uri'])));
        reread();
      },
    ],
    [
      'workspace/didChangeConfiguration',
      (params) => {
        const { settings } = objectIn(params);
        // A client that is to be asked for them sends none: then what it said before holds.
        if (typeof settings !== 'object' || settings === null) return;
        session.settings.current = settingsIn((settings as Record<string, unknown>)['oneOnOne']);
        session.outline.follow();
        announcer.all();
      },
    ],
    [
      'workspace/didChangeWorkspaceFolders',
      async (params) => {
        const { added, removed } = objectIn(objectIn(params)['event']);
        const gone = listIn(removed).flatMap(folderUri);
        folders.set([...folders.get().filter((uri) => !gone.includes(uri)), ...listIn(added).flatMap(folderUri)]);
        await workspace.load(folders.get());
        announcer.all();
      },
    ],
  ]);
}

/** Asks for the day now and then: findings depend on it. */
export function watchTheDay({ workspace }: Session, announcer: Announcer): void {
  setInterval(() => {
    if (workspace.isNewDay()) announcer.all();
  }, minute);
}
