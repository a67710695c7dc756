import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lsp/built.ts';
import { fullCapabilities, today } from '../lsp/client.ts';
import { goodNote, noteWithUnknownLevel } from '../lsp/notes.ts';
import { startWorker } from './worker.ts';
import type { WorkerClient } from './worker.ts';

const uri = 'vscode-vfs://github/someone/notes/one-on-ones/ines.md';

describe('the worker bundle', () => {
  let worker: WorkerClient;
  beforeEach(async () => {
    worker = startWorker();
    const builtinRoles = pathToFileURL(join(root, 'server/roles')).toString();
    const initializationOptions = { today, files: 'client', builtinRoles };
    const params = { processId: null, rootUri: null, capabilities: fullCapabilities, initializationOptions };
    await worker.request('initialize', params);
    worker.tell('initialized', {});
  });
  afterEach(() => worker.stop());

  const open = (text: string): void =>
    worker.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });

  it('finds, in a document of another scheme, what the server in Node finds', async () => {
    open(noteWithUnknownLevel);
    const { items } = await worker.request('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(items.some(({ code }: { code: string }) => code === 'unknown-level'));
  });

  it('decodes entities without a document', async () => {
    open(goodNote.replace('Ask the people', 'Ask the people &amp; others &copy;'));
    const { items } = await worker.request('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(Array.isArray(items));
  });

  it('explains with the built-in roles that the client reads for it', async () => {
    open(goodNote);
    const line = goodNote.split('\n').findIndex((text) => text.startsWith('level:'));
    const position = { line, character: 9 };
    const { contents } = await worker.request('textDocument/hover', { textDocument: { uri }, position });
    assert.match(contents.value, /Intermediate Site Reliability Engineer/);
  });
});

describe('the bundles', () => {
  it('of the server hold no module that reaches a network or starts a program', () => {
    for (const name of ['node.cjs', 'browser.js', 'cli.cjs']) {
      const source = readFileSync(join(root, 'server/dist', name), 'utf8');
      const found = source.match(/require\("(?:node:)?(?:net|tls|dns|dgram|https?|http2|child_process)"\)/g);
      assert.deepEqual(found, null, name);
      assert.ok(!/\b(?:fetch|XMLHttpRequest|WebSocket|importScripts)\s*\(/.test(source), name);
    }
  });
});
