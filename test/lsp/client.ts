/** A small editor that talks to the built server, which runs as a process of its own, over standard input and output. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver';
import { ensureBuilt, root } from './built.ts';

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the server sends is looked at by assertions
  readonly params?: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Editor {
  /** Gives the whole response, so that errors can be looked at too. */
  ask(method: string, params?: unknown): Promise<Message>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  request(method: string, params?: unknown): Promise<any>;
  tell(method: string, params?: unknown): void;
  /** Bytes as they are, without framing. */
  raw(bytes: string | Buffer): void;
  open(uri: string, text: string): void;
  change(uri: string, ...changes: readonly object[]): void;
  close(uri: string): void;
  /** Asks for the findings of a document. */
  pull(uri: string): Promise<Diagnostic[]>;
  /** The next `publishDiagnostics` of a document that fits, looking back too. */
  published(
    uri: string,
    fits?: (params: { version?: number; diagnostics: Diagnostic[] }) => boolean,
  ): Promise<Diagnostic[]>;
  /** Everything the server sent or said on standard error, in order. */
  readonly received: readonly Message[];
  errors(): string;
  /** Ends the input, as an editor does that is gone. */
  hangUp(): void;
  readonly ended: Promise<number | null>;
  readonly processId: number;
  initialized: InitializeResult;
}

export const today = '2026-11-24';

/** The capabilities of a modern editor; the tests take away from them. */
export const fullCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** An editor that can next to nothing, as older ones. */
export const bareCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

const running = new Set<Editor>();

export function startServer(flags: readonly string[] = ['--stdio']): Editor {
  ensureBuilt('server/dist/node.cjs');
  const child = spawn(process.execPath, [join(root, 'server/bin/one-on-one-language-server.js'), ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let nextId = 1;
  const versions = new Map<string, number>();

  child.stdin.on('error', () => {});
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  readMessages(child.stdout, (message) => {
    received.push(message);
    if (message.method !== undefined && message.id !== undefined)
      send({ id: message.id, result: message.method === 'workspace/applyEdit' ? { applied: true } : null });
    for (const wake of waiting) wake();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      resolve(code);
      for (const wake of waiting) wake();
    });
  });
  const send = (message: object): void => editor.raw(framed(JSON.stringify({ jsonrpc: '2.0', ...message })));
  const until = (find: () => Message | undefined): Promise<Message> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const message = find();
        if (message === undefined && child.exitCode === null) return;
        waiting.delete(look);
        if (message) resolve(message);
        else reject(new Error('the server ended'));
      };
      waiting.add(look);
      look();
    });

  const editor: Editor = {
    received,
    ended,
    processId: child.pid!,
    initialized: { capabilities: {} },
    errors: () => errors,
    raw: (bytes) => void child.stdin.write(bytes),
    hangUp: () => void child.stdin.end(),
    ask(method, params) {
      const id = nextId++;
      send({ id, method, params });
      return until(() => received.find((message) => message.id === id && message.method === undefined));
    },
    async request(method, params) {
      const { error, result } = await editor.ask(method, params);
      if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
      return result;
    },
    tell: (method, params) => send({ method, params }),
    open(uri, text) {
      versions.set(uri, 1);
      editor.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    },
    change(uri, ...contentChanges) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      editor.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => editor.tell('textDocument/didClose', { textDocument: { uri } }),
    async pull(uri) {
      return (await editor.request('textDocument/diagnostic', { textDocument: { uri } })).items;
    },
    async published(uri, fits = () => true) {
      const isWanted = ({ method, params }: Message): boolean =>
        method === 'textDocument/publishDiagnostics' && params.uri === uri && fits(params);
      return (await until(() => received.find(isWanted))).params.diagnostics;
    },
  };
  running.add(editor);
  void ended.then(() => running.delete(editor));
  return editor;
}

export interface Options {
  readonly capabilities?: object;
  readonly folder?: string | null;
  readonly options?: object | null;
}

/** A server that has been greeted; `initializationOptions` give it today unless they are null. */
export async function startEditor({
  capabilities = fullCapabilities,
  folder = null,
  options = {},
}: Options = {}): Promise<Editor> {
  const editor = startServer();
  editor.initialized = await editor.request('initialize', {
    processId: process.pid,
    rootUri: folder,
    ...(folder === null ? {} : { workspaceFolders: [{ uri: folder, name: 'notes' }] }),
    capabilities,
    ...(options === null ? {} : { initializationOptions: { today, ...options } }),
  });
  editor.tell('initialized', {});
  return editor;
}

/** For `afterEach`: no server outlives its test. */
export function stopServers(): void {
  for (const { processId } of running) process.kill(processId, 'SIGKILL');
  running.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const folders: string[] = [];

/** Writes files into a new folder and gives its address. They go with `stopServers`. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'one-on-one-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return pathToFileURL(folder).toString();
}

export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function readMessages(stream: NodeJS.ReadableStream, onMessage: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  stream.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, end))![1]);
      if (bytes.length < end + 4 + length) return;
      const body = bytes.toString('utf8', end + 4, end + 4 + length);
      bytes = bytes.subarray(end + 4 + length);
      onMessage(JSON.parse(body) as Message);
    }
  });
}
