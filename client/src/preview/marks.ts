/** What the markdown preview knows of focus areas: asked of the server behind its back, since it cannot wait. */
import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import { progressMethod } from '../../../server/src/lsp/protocol.ts';
import type { ProgressAnswer, ProgressQuestion, ProgressView } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

export interface PreviewMarks extends Disposable {
  /** What is known of a document by now. Where that changes, previews are drawn again. */
  areasOf(document: unknown): readonly ProgressView[];
}

/** Of documents that were seen lately. */
const mostDocuments = 8;

const none: readonly ProgressView[] = [];

/** Asks only a server that runs: a preview of an ordinary page starts nothing. */
export function previewMarksOf(server: Server): PreviewMarks {
  const known = new Map<string, readonly ProgressView[]>();
  const look = async (uri: string): Promise<boolean> => {
    if (server.state !== 'running') return false;
    const question: ProgressQuestion = { uri };
    const areas = (await server.ask<ProgressAnswer>(progressMethod, question))?.areas ?? none;
    const isNews = known.has(uri) && JSON.stringify(areas) !== JSON.stringify(known.get(uri));
    if (isNews) known.set(uri, areas);
    return isNews;
  };
  const lookAt = async (uris: readonly string[]): Promise<void> => {
    const news = await Promise.all(uris.map(look));
    if (news.includes(true)) await commands.executeCommand('markdown.preview.refresh');
  };
  const again = (): void => void lookAt([...known.keys()]);
  const watching = [server.onDidChangeViews(again), server.onDidChangeState(again)];
  return {
    areasOf(document) {
      const uri = String(document);
      const areas = known.get(uri);
      if (areas !== undefined) return areas;
      if (known.size >= mostDocuments) known.delete([...known.keys()][0]!);
      known.set(uri, none);
      void lookAt([uri]);
      return none;
    },
    dispose() {
      for (const one of watching) one.dispose();
    },
  };
}
