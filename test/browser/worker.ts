/** The worker bundle, run with what a web worker has and nothing of Node, and a client that reads files for it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ensureBuilt, root } from '../lsp/built.ts';

export interface WorkerClient {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the server sends is looked at by assertions
  request(method: string, params: unknown): Promise<any>;
  tell(method: string, params: unknown): void;
  stop(): Promise<number>;
}

const bundle = 'server/dist/browser.js';

/** Runs in the worker: a context of its own has no `process`, `require` or `document`. */
const shim = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const scope = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, TextDecoder, TextEncoder, URL, structuredClone };
scope.self = scope;
scope.addEventListener = () => {};
scope.postMessage = (message) => parentPort.postMessage(message);
scope.close = () => process.exit();
createContext(scope);
runInContext(workerData, scope, { filename: 'browser.js' });
parentPort.on('message', (data) => scope.onmessage({ data: runInContext('(' + JSON.stringify(data) + ')', scope) }));
`;

export function startWorker(): WorkerClient {
  ensureBuilt(bundle);
  const worker = new Worker(shim, { eval: true, workerData: readFileSync(join(root, bundle), 'utf8') });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  worker.on('error', (error) => waiting.forEach(({ reject }) => reject(error)));
  worker.on('message', ({ id, method, params, result, error }) => {
    if (method === 'oneOnOne/fs') return worker.postMessage({ jsonrpc: '2.0', id, result: answerFiles(params) });
    if (method !== undefined) return id === undefined || worker.postMessage({ jsonrpc: '2.0', id, result: null });
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error.code} ${error.message}`));
    else asked?.resolve(result);
  });
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    tell: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
    stop: () => worker.terminate(),
  };
}

function answerFiles({ kind, uri, folder }: { kind: string; uri: string; folder: string }): object {
  if (kind === 'read') return { text: readFileSync(new URL(uri), 'utf8') };
  const files = readdirSync(new URL(`${folder}/`), { recursive: true, encoding: 'utf8' });
  const wanted = files.filter((name) => /^(?!node_modules).*(?:\.md|\.one-on-one\.ya?ml)$/.test(name)).sort();
  return { uris: wanted.map((name) => pathToFileURL(join(fileURLToPath(folder), name)).toString()) };
}
