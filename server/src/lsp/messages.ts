/** Lets through what is a message, and nothing else. */
import type { MessageReader } from 'vscode-jsonrpc';

/** Without it the library would write what it cannot use, with all its text, into a log, or stop at it. */
export function checkedReader(reader: MessageReader): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen((message) => isMessage(message) && callback(message)),
    dispose: () => reader.dispose(),
  };
}

function isMessage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { id, method, params, result, error } = value as Record<string, unknown>;
  const isName = typeof id === 'number' || typeof id === 'string';
  if (method === '$/cancelRequest') {
    const named = (params as { id?: unknown } | null | undefined)?.id;
    return id === undefined && (typeof named === 'number' || typeof named === 'string');
  }
  if (typeof method === 'string') return isName || id === undefined;
  return isName && (result !== undefined || (typeof error === 'object' && error !== null));
}
