/** The commands. One a file. */
import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import type { Server } from './command.ts';
import { restartServer } from './restart-server.ts';

const all = [restartServer];

export function registerCommands(server: Server): Disposable[] {
  return all.map(({ id, run }) => commands.registerCommand(id, () => run(server)));
}
