/** Long documents of which only first findings were told: the rest of them is read, and what else is found is told then. */
import type { Report } from './reports.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';
import { normal } from './uris.ts';

export interface Rest {
  /** The client was told this of a document, and more may be found in what is not read yet. */
  after(uri: string, told: Report): void;
  /** The client was told all there is. */
  isTold(uri: string): void;
}

/** `onRead` is called once a document is read whole, if it is still open and the client was not told all meanwhile. */
export function restOf(
  { workspace, documents }: Pick<Session, 'workspace' | 'documents'>,
  onRead: (uri: string, told: Report) => void,
): Rest {
  /** What was last told of each document that is being read. */
  const reading = new Map<string, Report | null>();
  const readRest = async (uri: string): Promise<void> => {
    const key = normal(uri);
    try {
      // What was found is told first.
      await pause();
      await workspace.readAhead(uri);
    } finally {
      const told = reading.get(key) ?? null;
      reading.delete(key);
      if (told !== null && documents.get(uri) !== null) onRead(uri, told);
    }
  };
  return {
    after(uri, told) {
      const isBeingRead = reading.has(normal(uri));
      reading.set(normal(uri), told);
      if (!isBeingRead) void readRest(uri).catch(() => {});
    },
    isTold(uri) {
      if (reading.has(normal(uri))) reading.set(normal(uri), null);
    },
  };
}
