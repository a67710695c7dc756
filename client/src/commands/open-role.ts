/** Open Role Description: that of the document in front, at its level; else one that is chosen. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import { documentMethod, knownMethod } from '../../../server/src/lsp/protocol.ts';
import type { DocumentAnswer, KnownAnswer, ViewPlace } from '../../../server/src/lsp/protocol.ts';
import type { App } from '../app.ts';
import { openPlace } from '../open.ts';
import type { Command } from './command.ts';
import { documentOf } from './writing.ts';

export const openRole: Command = {
  id: 'oneOnOne.openRole',
  async run(app, argument) {
    const uri = documentOf(argument);
    const answer = uri === null ? null : await app.server.ask<DocumentAnswer>(documentMethod, { uri });
    const place = answer?.role ?? (await chosen(app, uri));
    if (place === null) return;
    await openPlace(place);
    // Ours come with the extension: a change would be gone with its next version.
    const isOurs = Uri.parse(place.uri).path.startsWith(app.roles.path);
    if (isOurs) await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  },
};

async function chosen({ server }: App, uri: string | null): Promise<ViewPlace | null> {
  const own = uri === null ? undefined : workspace.getWorkspaceFolder(Uri.parse(uri));
  const folder = (own ?? workspace.workspaceFolders?.[0])?.uri.toString() ?? '';
  const known = await server.ask<KnownAnswer>(knownMethod, { folder });
  const items = (known?.roles ?? []).map(({ title, isBuiltIn, place }) => ({
    label: title,
    description: isBuiltIn ? l10n.t('comes with 1:1 Notes') : undefined,
    place,
  }));
  const pick = await window.showQuickPick(items, { title: l10n.t('Which role description?') });
  return pick?.place ?? null;
}
