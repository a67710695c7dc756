/** Check Workspace Privacy: notes that are published, pay figures in them; over all folders. */
import { l10n, window } from 'vscode';
import { privacyMethod } from '../../../server/src/lsp/protocol.ts';
import type { PrivacyAnswer } from '../../../server/src/lsp/protocol.ts';
import { openPlace } from '../open.ts';
import type { Command } from './command.ts';
import { tell } from './writing.ts';

export const checkPrivacy: Command = {
  id: 'oneOnOne.checkPrivacy',
  async run({ server }) {
    const answer = await server.ask<PrivacyAnswer>(privacyMethod, null);
    if (answer === null) return tell(l10n.t('The language server of 1:1 Notes does not run.'));
    const { documents, findings } = answer;
    if (findings.length === 0)
      return tell(
        l10n.t('Nothing found in {0} 1:1 documents: none is published by git, none holds a pay figure.', documents),
      );
    const items = findings.map(({ rule, message, place }) => ({
      label: place.uri.slice(place.uri.lastIndexOf('/') + 1),
      description: rule,
      detail: message,
      place,
    }));
    const title = l10n.t('Privacy: {0} found in {1} 1:1 documents', findings.length, documents);
    const chosen = await window.showQuickPick(items, { title, matchOnDetail: true });
    if (chosen !== undefined) await openPlace(chosen.place);
  },
};
