/** The commands. One a file. */
import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import type { App } from '../app.ts';
import { openLine } from './open-line.ts';
import { restartServer } from './restart-server.ts';
import { showDue } from './show-due.ts';
import { showQuarter } from './show-quarter.ts';
import { startMeeting } from './start-meeting.ts';

const all = [openLine, restartServer, showDue, showQuarter, startMeeting];

/** The server is told of them, so that it offers none of the same name. */
export const commandNames: readonly string[] = all.map(({ id }) => id);

export function registerCommands(app: App): Disposable[] {
  return all.map(({ id, run }) => commands.registerCommand(id, (argument: unknown) => run(app, argument)));
}
