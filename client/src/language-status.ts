/** How the server fares, beside the language of a markdown file. Shows nothing where nobody needed it. */
import { l10n, languages, LanguageStatusSeverity } from 'vscode';
import type { Disposable, LanguageStatusItem } from 'vscode';
import type { Server, ServerState } from './server.ts';

export function serverInLanguageStatus(server: Server): Disposable {
  let item: LanguageStatusItem | undefined;
  const show = (state: ServerState): void => {
    if (state === 'off') return;
    item ??= languages.createLanguageStatusItem('oneOnOne.server', { language: 'markdown' });
    item.name = '1:1 Notes';
    item.busy = state === 'starting';
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = state === 'stopped' ? l10n.t('1:1 Notes has stopped') : '1:1 Notes';
    item.detail = {
      starting: l10n.t('starting'),
      running: l10n.t('the language server runs'),
      stopped: l10n.t('nothing is checked'),
    }[state];
    item.command = { command: 'oneOnOne.restartServer', title: l10n.t('Restart Server') };
  };
  const watching = server.onDidChangeState(show);
  return {
    dispose() {
      watching.dispose();
      item?.dispose();
    },
  };
}
