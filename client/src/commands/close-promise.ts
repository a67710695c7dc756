/** Close Promise: the one under the cursor, or one that is chosen. Enter is enough for `done`. */
import { l10n, Uri, window } from 'vscode';
import { documentMethod } from '../../../server/src/lsp/protocol.ts';
import type { DocumentAnswer, PromiseView, ViewPlace } from '../../../server/src/lsp/protocol.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { documentOf, tell, write } from './writing.ts';

type Outcome = 'done' | 'dropped' | 'moved';

export const closePromise: Command = {
  id: 'oneOnOne.closePromise',
  async run(app, argument) {
    const given = (argument ?? {}) as { readonly place?: ViewPlace; readonly outcome?: Outcome };
    const place = given.place ?? (await placeInFront(app, argument));
    if (place === null) return;
    const outcome = given.outcome ?? (await chosenOutcome());
    if (outcome === undefined) return;
    await write(app, 'oneOnOne.closePromise', { uri: place.uri, position: place.range.start, outcome });
  },
};

/** The promise on the line of the cursor; else one of the person's open ones. */
async function placeInFront(app: App, argument: unknown): Promise<ViewPlace | null> {
  const uri = documentOf(argument);
  const answer = uri === null ? null : await app.server.ask<DocumentAnswer>(documentMethod, { uri });
  if (uri === null || answer === null) return telling(l10n.t('Open a 1:1 document first.'));
  const cursor = cursorIn(uri);
  if (cursor !== null && (await isOnPromise(app, uri, cursor))) return { uri, range: { start: cursor, end: cursor } };
  const { promises, name } = answer.person;
  if (promises.length === 0) return telling(l10n.t('There is no open promise.'));
  const items = promises.map((promise) => ({ ...itemOf(promise), place: promise.place }));
  const title = l10n.t('Which promise of {0}?', name);
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.place ?? null;
}

function itemOf({ text, owners, due }: PromiseView): { label: string; description: string } {
  const day = due === null ? [] : [l10n.t('due {0}', due)];
  return { label: text, description: [owners.join(', '), ...day].filter((part) => part !== '').join(' \u00B7 ') };
}

async function chosenOutcome(): Promise<Outcome | undefined> {
  const items: readonly { readonly label: string; readonly outcome: Outcome }[] = [
    { label: l10n.t('$(pass-filled) Done'), outcome: 'done' },
    { label: l10n.t('$(circle-slash) Dropped'), outcome: 'dropped' },
    { label: l10n.t('$(arrow-circle-right) Moved'), outcome: 'moved' },
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('What became of the promise?') });
  return chosen?.outcome;
}

/** Plain data: on its way to a worker an object of the editor's own class loses its lines and characters. */
function cursorIn(uri: string): ViewPlace['range']['start'] | null {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== Uri.parse(uri).toString()) return null;
  const { line, character } = editor.selection.active;
  return { line, character };
}

/** The light bulb's own actions say whether there is one. */
async function isOnPromise({ server }: App, uri: string, position: ViewPlace['range']['start']): Promise<boolean> {
  const range = { start: position, end: position };
  const actions = await server.ask<readonly { readonly kind?: string }[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['refactor.rewrite.oneOnOne.promise'] },
  });
  return (actions ?? []).length > 0;
}

function telling(text: string): null {
  tell(text);
  return null;
}
