/** Reading files, wherever they lie. */
import { configurationNames, filesMethod, markdownName, skippedFolders } from './protocol.ts';
import type { FilesAnswer, FilesQuestion } from './protocol.ts';

export interface Files {
  /** The text, without byte order mark; null where there is no such file, it may not be read, or is too large. */
  read(uri: string): Promise<string | null>;
  /** The bytes of any file; null where there is none, it may not be read, or only the client reads files. */
  bytes(uri: string): Promise<Uint8Array | null>;
  /** The markdown and configuration files of a folder and below; none where it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
}

export const noFiles: Files = {
  read: () => Promise.resolve(null),
  bytes: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
};

export function isWanted(name: string): boolean {
  return markdownName.test(name) || configurationNames.includes(name);
}

export function isSkipped(folderName: string): boolean {
  return skippedFolders.includes(folderName);
}

/** Asks the client, which answers for the folders it has open. */
export function clientFiles(ask: (method: string, question: FilesQuestion) => Promise<unknown>): Files {
  const answer = async (question: FilesQuestion): Promise<FilesAnswer> => {
    try {
      return ((await ask(filesMethod, question)) ?? {}) as FilesAnswer;
    } catch {
      return {};
    }
  };
  return {
    async read(uri) {
      const { text } = await answer({ kind: 'read', uri });
      return typeof text === 'string' ? withoutMark(text) : null;
    },
    bytes: () => Promise.resolve(null),
    async list(folder) {
      const { uris } = await answer({ kind: 'list', folder });
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : [];
    },
  };
}

/** Editors keep the byte order mark out of the text that they send, so the text of a file has none either. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
