import assert from 'node:assert/strict';
import fc from 'fast-check';
import { framing } from '../../server/src/lsp/framing.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (body: string, name = 'Content-Length'): string => `${name}: ${bytesOf(body).length}\r\n\r\n${body}`;

/** The bodies that come out when the bytes go in, cut where the sizes say, and whether they were found malformed. */
function read(text: string, sizes: readonly number[] = []): { bodies: string[]; malformed: number } {
  const bodies: string[] = [];
  let malformed = 0;
  const push = framing(
    (body) => bodies.push(new TextDecoder().decode(body)),
    () => malformed++,
  );
  const bytes = bytesOf(text);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    push(bytes.subarray(at, at + size));
    at += size;
  }
  return { bodies, malformed };
}

describe('framing', () => {
  it('gives the same bodies however the bytes are cut', () => {
    const bodies = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }));
    fc.assert(
      fc.property(bodies, fc.array(fc.nat({ max: 30 })), (sent, sizes) => {
        assert.deepEqual(read(sent.map((body) => message(body)).join(''), sizes), { bodies: sent, malformed: 0 });
      }),
    );
  });

  it('takes header names in any case, and a content type', () => {
    const text = `content-type: application/vscode-jsonrpc; charset=utf-8\r\n${message('{}', 'CONTENT-LENGTH')}`;
    assert.deepEqual(read(text), { bodies: ['{}'], malformed: 0 });
  });

  for (const [what, text] of [
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['a length over 64 MiB', 'Content-Length: 67108865\r\n\r\n'],
    ['a length beyond all numbers', 'Content-Length: 99999999999\r\n\r\n'],
    ['an empty line in front', '\r\nContent-Length: 2\r\n\r\n{}'],
    ['text that is no header', 'hello there'],
    ['a line without a colon', 'Content-Length: 2\r\nnonsense\r\n\r\n{}'],
    ['a header without end', `Content-Length: 2${' '.repeat(5000)}`],
    ['bodies that run on', `${message('{}')}{"more": true}`],
  ] as const) {
    it(`finds ${what} malformed, once, and takes nothing more`, () => {
      const { bodies, malformed } = read(text + message('{}'), [7]);
      assert.equal(malformed, 1);
      assert.ok(bodies.length <= 1);
    });
  }

  it('waits for the rest of what may still become a message', () => {
    assert.deepEqual(read('Content-Len'), { bodies: [], malformed: 0 });
    assert.deepEqual(read('Content-Length: 100\r\n\r\n{'), { bodies: [], malformed: 0 });
  });

  it('joins a large body in time that grows with its size', () => {
    const body = 'x'.repeat(8 * 1024 * 1024);
    const { bodies } = read(
      message(body),
      Array.from({ length: 2000 }, () => 4096),
    );
    assert.equal(bodies[0]!.length, body.length);
  });
});
