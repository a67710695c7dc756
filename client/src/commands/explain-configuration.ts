/** Explain Configuration: which file applies to the one in front, and where each value comes from. Read-only. */
import { l10n, languages, Uri, window, workspace } from 'vscode';
import type { Command } from './command.ts';
import { pageAbout } from './page.ts';
import { tell } from './writing.ts';

const scheme = 'one-on-one-page';

export const explainConfiguration: Command = {
  id: 'oneOnOne.explainConfiguration',
  async run(app, argument) {
    const page = await pageAbout(app, argument, 'configuration');
    if (page == null) return tell(l10n.t('Open the file first that you would like to know about.'));
    const uri = Uri.from({ scheme, path: `/${l10n.t('Configuration')}.md` });
    const provider = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => page.text,
    });
    try {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'markdown'));
    } finally {
      provider.dispose();
    }
  },
};
