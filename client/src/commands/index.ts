/** The commands. One a file. */
import { commands } from 'vscode';
import type { Disposable } from 'vscode';
import type { App } from '../app.ts';
import { checkPrivacy } from './check-privacy.ts';
import { closePromise } from './close-promise.ts';
import { closeQuarter } from './close-quarter.ts';
import { explainConfiguration } from './explain-configuration.ts';
import { newDocument } from './new-document.ts';
import { openHandOver } from './open-hand-over.ts';
import { openLine } from './open-line.ts';
import { openRecord } from './open-record.ts';
import { openRole } from './open-role.ts';
import { openSample } from './open-sample.ts';
import { restartServer } from './restart-server.ts';
import { showDue } from './show-due.ts';
import { showQuarter } from './show-quarter.ts';
import { startMeeting } from './start-meeting.ts';
import { startQuarter } from './start-quarter.ts';

const all = [
  ...[newDocument, startMeeting, startQuarter, closeQuarter, closePromise],
  ...[openRecord, openHandOver, openRole, openSample, openLine],
  ...[explainConfiguration, showDue, showQuarter, checkPrivacy, restartServer],
];

/** The server is told of them, so that it offers none of the same name. */
export const commandNames: readonly string[] = all.map(({ id }) => id);

export function registerCommands(app: App): Disposable[] {
  return all.map(({ id, run }) => commands.registerCommand(id, (argument: unknown) => run(app, argument)));
}
