import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './built.ts';
import type { Editor } from './client.ts';
import { folderWith, framed, fullCapabilities, startEditor, startServer, stopServers } from './client.ts';
import { goodNote, noteWithUnknownLevel } from './notes.ts';

const uri = 'file:///nowhere/one-on-ones/ines.md';
const document = { textDocument: { uri } };
const hoverAt = (position: unknown) => ({ ...document, position });
const greeting = { processId: null, rootUri: null, capabilities: fullCapabilities };

async function code(answer: Promise<{ error?: { code: number } }>): Promise<number | undefined> {
  return (await answer).error?.code;
}

/** The exit code, and that it came in time. */
async function endsWithin(editor: Editor, milliseconds: number): Promise<number | null> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`still there after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([editor.ended, late]).finally(() => clearTimeout(timer));
}

describe('the life of the server', () => {
  afterEach(stopServers);

  it('refuses requests before initialize, a second one, and all after shutdown', async () => {
    const editor = startServer();
    assert.equal(await code(editor.ask('textDocument/hover', hoverAt({ line: 0, character: 0 }))), -32002);
    assert.equal(await code(editor.ask('shutdown')), -32002);
    assert.equal(await code(editor.ask('initialize', null)), -32602);
    assert.equal(await code(editor.ask('initialize', greeting)), undefined);
    assert.equal(await code(editor.ask('initialize', greeting)), -32600);
    assert.equal((await editor.ask('shutdown')).result, null);
    assert.equal(await code(editor.ask('textDocument/hover', hoverAt({ line: 0, character: 0 }))), -32600);
    editor.tell('exit');
    assert.equal(await endsWithin(editor, 5000), 0);
    assert.equal(editor.errors(), '');
  });

  it('ends with 1 at an exit without shutdown, before and after initialize', async () => {
    const early = startServer();
    early.tell('exit');
    assert.equal(await endsWithin(early, 10_000), 1);
    const late = await startEditor();
    late.tell('exit');
    assert.equal(await endsWithin(late, 5000), 1);
  });

  it('ends with its input', async () => {
    const editor = await startEditor();
    editor.hangUp();
    assert.equal(await endsWithin(editor, 5000), 1);
  });

  it('ends after the process that started it', async () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const editor = startServer();
    await editor.request('initialize', { ...greeting, processId: gone });
    assert.equal(await endsWithin(editor, 5000), 1);
  });

  for (const bytes of [
    'Content-Length: many\r\n\r\n{}',
    'Content-Length: -5\r\n\r\n{}',
    'Content-Length: 99999999999\r\n\r\n{}',
    'Content-Type: application/json\r\n\r\n{}',
    '\nContent-Length: 2\r\n\r\n{}',
    'GET / HTTP/1.1\r\n',
  ]) {
    it(`ends with 70 at ${JSON.stringify(bytes)}`, async () => {
      const editor = await startEditor();
      editor.raw(bytes);
      assert.equal(await endsWithin(editor, 1000), 70);
      assert.equal(editor.errors(), '');
    });
  }

  it('goes on after what is no message', async () => {
    const editor = await startEditor();
    const bodies = ['not JSON', 'null', '42', '[]', '{}', '"x"', '[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]'];
    const cancels = [null, {}, { id: null }, 5].map((params) => JSON.stringify({ method: '$/cancelRequest', params }));
    const answers = ['{"id":99,"result":1}', '{"id":99,"error":"x"}', '{"id":null,"error":{"message":"SECRET"}}'];
    for (const body of [...bodies, ...cancels, ...answers, '{"method":"$/unknown"}', '{"id":true,"method":"x"}']) {
      editor.raw(framed(body));
    }
    editor.open(uri, noteWithUnknownLevel);
    assert.ok((await editor.pull(uri)).length > 0);
    assert.deepEqual(
      editor.received.filter(({ method }) => method === 'window/logMessage'),
      [],
    );
  });
});

describe('wrong parameters', () => {
  afterEach(stopServers);

  it('get the codes of the protocol and texts that quote nothing', async () => {
    const editor = await startEditor();
    editor.open(uri, goodNote);
    const methods = ['hover', 'definition', 'completion', 'codeAction', 'diagnostic'].map(
      (name) => `textDocument/${name}`,
    );
    for (const method of [...methods, 'workspace/diagnostic', 'workspace/textDocumentContent']) {
      for (const params of [
        undefined,
        null,
        {},
        [],
        [1, 2],
        'SECRET',
        { textDocument: 'SECRET' },
        { textDocument: null },
      ]) {
        const { error } = await editor.ask(method, params);
        assert.equal(error?.code, -32602, `${method} ${JSON.stringify(params)}`);
        assert.equal(error.message, 'The parameters of this request are not valid.');
      }
    }
    const { error } = await editor.ask('SECRET/method', {});
    assert.deepEqual(error, { code: -32601, message: 'This request is not offered.' });
  });

  it('positions that are no whole numbers are refused, those outside the text are moved into it', async () => {
    const editor = await startEditor();
    editor.open(uri, goodNote);
    for (const position of [
      null,
      {},
      { line: 1.5, character: 2 },
      { line: 1, character: '2' },
      { line: NaN, character: 0 },
    ]) {
      assert.equal(await code(editor.ask('textDocument/hover', hoverAt(position))), -32602);
    }
    for (const position of [
      { line: 9999, character: 9999 },
      { line: -1, character: -5 },
      { line: 2 ** 40, character: 0 },
    ]) {
      for (const name of ['hover', 'definition', 'completion']) {
        assert.equal(await code(editor.ask(`textDocument/${name}`, hoverAt(position))), undefined);
      }
    }
  });

  it('of a notification change nothing', async () => {
    const editor = await startEditor();
    editor.open(uri, noteWithUnknownLevel);
    const before = await editor.pull(uri);
    const wrong = [
      null,
      { textDocument: { uri, version: null }, contentChanges: [{ text: '' }] },
      { textDocument: { uri, version: 2 }, contentChanges: null },
      { textDocument: { uri, version: 2 }, contentChanges: [{ text: 7 }] },
      { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'x' }, { range: { start: null }, text: 'y' }] },
      { textDocument: { uri: 'file:///other', version: 2 }, contentChanges: [{ text: '' }] },
    ];
    for (const params of wrong) editor.tell('textDocument/didChange', params);
    editor.tell('textDocument/didOpen', { textDocument: { uri, version: 3, text: 42 } });
    editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: 5 }] });
    assert.deepEqual(await editor.pull(uri), before);
  });

  it('requests for addresses that are none get empty answers', async () => {
    const editor = await startEditor({ folder: folderWith({}) });
    for (const name of [
      '',
      '__proto__',
      'constructor',
      '%',
      'file:///%zz',
      'untitled:Untitled-1',
      'file://host/share/x.md',
    ]) {
      const answer = await editor.ask('textDocument/diagnostic', { textDocument: { uri: name } });
      assert.deepEqual(answer.result?.items, [], name);
    }
  });
});

describe('many messages', () => {
  afterEach(stopServers);

  it('are each answered, and cancelled ones at once', async () => {
    const editor = await startEditor();
    editor.open(uri, goodNote);
    const answers = Array.from({ length: 100 }, (_, count) =>
      editor.ask('textDocument/diagnostic', { ...document, count }),
    );
    for (let id = 40; id < 80; id++) editor.tell('$/cancelRequest', { id });
    const codes = await Promise.all(answers.map(code));
    assert.ok(codes.every((one) => one === undefined || one === -32800));
  });

  it('open and close many times over', async () => {
    const editor = await startEditor();
    for (let count = 0; count < 200; count++) {
      editor.open(uri, count % 2 === 0 ? goodNote : noteWithUnknownLevel);
      editor.close(uri);
    }
    editor.open(uri, noteWithUnknownLevel);
    assert.ok((await editor.pull(uri)).some(({ code: name }) => name === 'unknown-level'));
  });

  it('a document that is cut off anywhere is answered', async () => {
    const editor = await startEditor();
    editor.open(uri, '');
    for (const text of [
      goodNote,
      goodNote.replaceAll('\n', '\r\n'),
      `\uFEFF${goodNote.replaceAll('Alerting', '\u{1F514} Alarme')}`,
    ]) {
      for (let end = 0; end <= text.length; end += 11) {
        editor.change(uri, { text: text.slice(0, end) });
        const position = { line: text.slice(0, end).split('\n').length - 1, character: 9999 };
        const answers = [
          editor.ask('textDocument/diagnostic', document),
          editor.ask('textDocument/completion', hoverAt(position)),
        ];
        assert.deepEqual(await Promise.all(answers.map(code)), [undefined, undefined], `cut off after ${end}`);
      }
    }
    assert.deepEqual(
      editor.received.filter(({ method }) => method === 'window/logMessage'),
      [],
    );
  }).timeout(60_000);
});

describe('the program', () => {
  const program = join(root, 'server/bin/one-on-one-language-server.js');

  it('says its version and its usage, and refuses other flags', () => {
    assert.match(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }), /^\d+\.\d+\.\d+\n$/);
    assert.match(execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' }), /^Usage: /);
    for (const flag of ['--socket=8080', '--pipe', '--nonsense']) {
      assert.equal(spawnSync(process.execPath, [program, flag]).status, 2, flag);
    }
  });

  it('says plainly that it has to be built first', () => {
    const folder = fileURLToPath(folderWith({ 'package.json': '{ "type": "module" }' }));
    mkdirSync(join(folder, 'bin'));
    cpSync(program, join(folder, 'bin/server.js'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/server.js')], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /npm run build/);
    assert.ok(!stderr.includes(folder));
    stopServers();
  });
});
