/** The output channel, which never holds what a note says, nor how a file is called. */
import type { LogOutputChannel } from 'vscode';
import { discreet } from './discreet.ts';

export function discreetLog(channel: LogOutputChannel): LogOutputChannel {
  return {
    name: channel.name,
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    trace: (message) => channel.trace(discreet(message)),
    debug: (message) => channel.debug(discreet(message)),
    info: (message) => channel.info(discreet(message)),
    warn: (message) => channel.warn(discreet(message)),
    error: (message) => channel.error(discreet(message instanceof Error ? message.name : message)),
    append: (text) => channel.append(discreet(text)),
    appendLine: (text) => channel.appendLine(discreet(text)),
    replace: (text) => channel.replace(discreet(text)),
    clear: () => channel.clear(),
    show: () => channel.show(true),
    hide: () => channel.hide(),
    dispose: () => channel.dispose(),
  };
}
