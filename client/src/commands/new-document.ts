/** New 1:1 Document: asks what is not known, writes where the others are or the configuration says. */
import { l10n, window, workspace } from 'vscode';
import type { QuickPickItem, Uri } from 'vscode';
import { knownMethod } from '../../../server/src/lsp/protocol.ts';
import type { CommandArgument, KnownAnswer, KnownQuestion, RoleView } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { tell, write } from './writing.ts';

export const newDocument: Command = {
  id: 'oneOnOne.newDocument',
  async run(app) {
    const folder = await chosenFolder();
    if (folder === undefined) return;
    const question: KnownQuestion = { folder: folder.toString() };
    const known = await app.server.ask<KnownAnswer>(knownMethod, question);
    if (known === null) return tell(l10n.t('The language server of 1:1 Notes does not run.'));
    const answer = await asked(known);
    if (answer !== null) await write(app, 'oneOnOne.newDocument', { ...answer, uri: folder.toString() });
  },
};

async function chosenFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) tell(l10n.t('Open a folder first: that is where the document goes.'));
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

/** Null where somebody changed their mind. What is left empty is left out. */
async function asked(known: KnownAnswer): Promise<Partial<CommandArgument> | null> {
  const report = await askedReport(known);
  if (report === undefined) return null;
  const manager = await askedManager(known);
  if (manager === undefined) return null;
  const role = await askedRole(known.roles);
  if (role === undefined) return null;
  const level = role === null ? null : await askedLevel(role);
  if (level === undefined) return null;
  return { report, manager: manager ?? undefined, role: role?.id, level: level ?? undefined };
}

async function askedReport({ reports }: KnownAnswer): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('New 1:1 Document (1 of 4)'),
    prompt: l10n.t('Who is the document about?'),
    placeHolder: l10n.t('First and last name'),
    validateInput: (text) => {
      const is = text.trim().toLowerCase();
      if (is === '') return undefined;
      return reports.some((report) => report.toLowerCase() === is)
        ? l10n.t('There are notes about them already.')
        : undefined;
    },
  });
  return name?.trim() === '' ? undefined : name?.trim();
}

/** Null for nobody yet. One that is typed is taken as well as one that is known. */
async function askedManager({ managers }: KnownAnswer): Promise<string | null | undefined> {
  const title = l10n.t('New 1:1 Document (2 of 4)');
  const [another, nobody] = [l10n.t('Somebody else\u2026'), l10n.t('Leave it open')];
  const options = { title, placeHolder: l10n.t('Who is the manager?') };
  const chosen = managers.length === 0 ? another : await window.showQuickPick([...managers, another, nobody], options);
  if (chosen === nobody) return null;
  if (chosen !== another) return chosen;
  const name = await window.showInputBox({ title, prompt: l10n.t('Who is the manager? Empty: leave it open.') });
  return name === undefined ? undefined : name.trim() || null;
}

/** Null for none. */
async function askedRole(roles: readonly RoleView[]): Promise<RoleView | null | undefined> {
  const none = { label: l10n.t('Leave it open'), role: null };
  const items: (QuickPickItem & { role: RoleView | null })[] = roles.map((role) => ({
    label: role.title,
    description: role.isBuiltIn ? l10n.t('comes with 1:1 Notes') : undefined,
    role,
  }));
  const title = l10n.t('New 1:1 Document (3 of 4)');
  const options = { title, placeHolder: l10n.t('Which role do they have?'), matchOnDescription: true };
  return (await window.showQuickPick([...items, none], options))?.role;
}

async function askedLevel({ levels }: RoleView): Promise<string | null | undefined> {
  if (levels.length === 0) return null;
  const none = { label: l10n.t('Leave it open'), id: null };
  const items = levels.map(({ id, title: label }) => ({ label, id }));
  const title = l10n.t('New 1:1 Document (4 of 4)');
  const options = { title, placeHolder: l10n.t('Which level?') };
  return (await window.showQuickPick<QuickPickItem & { id: string | null }>([...items, none], options))?.id;
}
