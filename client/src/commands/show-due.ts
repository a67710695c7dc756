/** Show What Is Due: the view of it, in front. */
import { commands } from 'vscode';
import type { Command } from './command.ts';

export const showDue: Command = {
  id: 'oneOnOne.showDue',
  async run() {
    await commands.executeCommand('oneOnOne.due.focus');
  },
};
