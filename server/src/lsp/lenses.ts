/** Code lenses that stay where they are while somebody types. */
import type { CodeLens } from 'vscode-languageserver';
import type { Text } from '../core/text.ts';
import { codeLenses } from '../features/code-lens.ts';
import { documentUri } from './params.ts';
import type { Session } from './session.ts';
import { soon } from './soon.ts';
import { normal } from './uris.ts';

/** What was last shown of a document. */
interface ShownLenses {
  readonly lenses: readonly CodeLens[];
  readonly lineCount: number;
  /** The text for which the lenses of an earlier one were shown. */
  readonly heldFor: Text | null;
}

const settledMilliseconds = 1000;

/**
 * A line that is half written may make a checkpoint none, and all below would jump. So where there are fewer lenses
 * than before on as many lines, the earlier ones stay until the same text is asked about again; the client is told to.
 */
export function lensesWith(session: Omit<Session, 'lenses' | 'outline' | 'rest'>): (params: unknown) => CodeLens[] {
  const { client, connection, workspace, settings } = session;
  const shown = new Map<string, ShownLenses>();
  // A lens without a command is plain text.
  const named = (command: string): string => (client.options.commands?.includes(command) ? command : '');
  const commands = { showQuarter: named('oneOnOne.showQuarter'), showDue: named('oneOnOne.showDue') };
  const refresh = soon(settledMilliseconds, async () => {
    await connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  });
  return (params) => {
    const uri = documentUri(params);
    const key = normal(uri);
    const request = settings.current.codeLens?.enabled === false ? null : workspace.shown(uri);
    if (request === null) {
      shown.delete(key);
      return [];
    }
    const { text } = request.document.note;
    const lenses = codeLenses(request, commands);
    const before = shown.get(key);
    const mayBeTyping =
      before !== undefined && lenses.length < before.lenses.length && text.lineCount === before.lineCount;
    if (mayBeTyping && client.refreshesLenses && before.heldFor !== text) {
      shown.set(key, { ...before, heldFor: text });
      refresh();
      return [...before.lenses];
    }
    shown.set(key, { lenses, lineCount: text.lineCount, heldFor: null });
    return lenses;
  };
}
