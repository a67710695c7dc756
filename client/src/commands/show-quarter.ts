/** Show Quarter: a picture of the quarter, for the document in front or the one that a lens, a menu or a view names. */
import { l10n } from 'vscode';
import type { Command } from './command.ts';
import { documentOf, tell } from './writing.ts';

export const showQuarter: Command = {
  id: 'oneOnOne.showQuarter',
  async run({ quarter }, argument) {
    const uri = documentOf(argument);
    if (uri === null) return tell(l10n.t('Open a 1:1 document first.'));
    // A lens says which quarter it is about; otherwise it is the current one.
    const { label } = Object(argument) as { label?: unknown };
    await quarter.show({ uri, ...(typeof label === 'string' ? { label } : {}) });
  },
};
