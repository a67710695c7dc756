/** Open Sample Document: an invented one, unsaved, to try things on. */
import { window, workspace } from 'vscode';
import { sampleText } from '../sample.ts';
import type { Command } from './command.ts';

export const openSample: Command = {
  id: 'oneOnOne.openSample',
  async run({ server, today }) {
    const document = await workspace.openTextDocument({ language: 'markdown', content: sampleText(today()) });
    await window.showTextDocument(document);
    await server.start();
  },
};
