/** The base protocol: `Content-Length: N`, an empty line, N bytes of JSON. Stricter than the library's own reader. */
import type { MessageReader } from 'vscode-jsonrpc';
import { Emitter } from 'vscode-jsonrpc';

const longestHeader = 4096;
const longestBody = 64 * 1024 * 1024;

export interface ByteStream {
  onData(listener: (bytes: Uint8Array) => void): void;
  onEnd(listener: () => void): void;
}

/** Malformed bytes and a body over 64 MiB are an error of the reader, at once; a body that is not JSON is left out. */
export function framedReader(stream: ByteStream): MessageReader {
  const errors = new Emitter<Error>();
  const closed = new Emitter<void>();
  const partial = new Emitter<never>();
  return {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(callback) {
      const utf8 = new TextDecoder('utf-8');
      const push = framing(
        (body) => {
          const message = parsed(utf8.decode(body));
          if (message !== undefined) callback(message as Parameters<typeof callback>[0]);
        },
        () => errors.fire(new Error('malformed message')),
      );
      stream.onData(push);
      stream.onEnd(() => closed.fire());
      return { dispose: () => {} };
    },
    dispose() {
      errors.dispose();
      closed.dispose();
      partial.dispose();
    },
  };
}

/**
 * Takes bytes as they come and gives whole bodies. What can no longer become a well-formed message is malformed at
 * once, and all after it is ignored: the end of a message that was counted wrongly cannot be found again.
 */
export function framing(onBody: (body: Uint8Array) => void, onMalformed: () => void): (bytes: Uint8Array) => void {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let wanted: number | null = null;
  let broken = false;

  const join = (): Uint8Array => {
    if (chunks.length > 1) chunks = [concat(chunks, size)];
    return chunks[0]!;
  };
  const drop = (count: number): void => {
    const rest = join().subarray(count);
    chunks = rest.length > 0 ? [rest] : [];
    size = rest.length;
  };
  const readHeader = (): boolean => {
    const start = new TextDecoder('latin1').decode(join().subarray(0, longestHeader));
    const end = start.indexOf('\r\n\r\n');
    if (end >= 0) wanted = contentLength(start.slice(0, end));
    broken = end >= 0 ? wanted === null : start.length === longestHeader || !mayBecomeHeader(start);
    if (wanted !== null) drop(end + 4);
    return wanted !== null;
  };
  const readBody = (length: number): boolean => {
    if (size < length) return false;
    // Joined only once all of it is here, so that a large body costs its size and not its square.
    const body = length === 0 ? new Uint8Array() : join().subarray(0, length);
    if (length > 0) drop(length);
    wanted = null;
    onBody(body);
    return true;
  };

  return (bytes) => {
    if (broken || bytes.length === 0) return;
    chunks.push(bytes);
    size += bytes.length;
    for (let go = true; go && !broken;) go = wanted !== null ? readBody(wanted) : size > 0 && readHeader();
    if (broken) onMalformed();
  };
}

/** The body's length that a header gives; null where it gives none, or one that is refused. */
function contentLength(header: string): number | null {
  let length: number | null = null;
  for (const line of header.split('\r\n')) {
    const [, name, value] = /^([A-Z-]+):(.*)$/i.exec(line) ?? [];
    if (name === undefined) return null;
    if (name.toLowerCase() !== 'content-length') continue;
    if (!/^\d{1,9}$/.test(value!.trim())) return null;
    length = Number(value!.trim());
  }
  return length !== null && length <= longestBody ? length : null;
}

function mayBecomeHeader(start: string): boolean {
  const folded = start.toLowerCase();
  return ['content-length:', 'content-type:'].some((name) => folded.startsWith(name) || name.startsWith(folded));
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
