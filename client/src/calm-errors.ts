/** What to do when the server ends by itself: start it again a few times, and say nothing but in its status item. */
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { ErrorHandler } from 'vscode-languageclient';

const most = 4;
const windowMilliseconds = 3 * 60 * 1000;

export function calmErrors(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends = [...ends, now].filter((end) => now - end < windowMilliseconds);
      const action = ends.length <= most ? CloseAction.Restart : CloseAction.DoNotRestart;
      return { action, handled: true };
    },
  };
}
