/** Open Sample Document: an invented one, unsaved, to try things on. */
import { window, workspace } from 'vscode';
import { sampleText } from '../sample.ts';
import type { Command } from './command.ts';

export const openSample: Command = {
  id: 'oneOnOne.openSample',
  async run({ server }) {
    const document = await workspace.openTextDocument({ language: 'markdown', content: sampleText(new Date()) });
    await window.showTextDocument(document);
    await server.start();
  },
};
