// What a long day does to the server: thousands of files that change outside the editor, as when a branch is checked out,
// and a document that is opened, edited and closed again and again.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { idle, processorTime } from '../client/process.mjs';
import { typist } from '../client/typing.mjs';
import { withServer } from '../folder.mjs';
import { ours, root } from '../servers.mjs';
import { documentIn, newWorkspace } from '../workspace.mjs';

const documents = 200;
const size = '30KB';
/** Until everything that is made once is there. */
const warmUps = 100;

export async function measureEndurance({ events, cycles }) {
  const folder = newWorkspace(documents, size);
  try {
    return { events, ...(await changedOutside(folder, events)), cycles, ...(await openedAndClosed(folder, cycles)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function changedOutside(folder, events) {
  return withServer({ ...ours, settles: 'at once' }, folder, async ({ editor, uriOf }) => {
    await idle(editor.pid);
    const before = processorTime(editor.pid).ran;
    const begin = performance.now();
    for (let sent = 0; sent < events; sent += 100) {
      const changes = Array.from({ length: 100 }, (_, own) => {
        return { uri: uriOf(documentIn((sent + own) % documents)), type: 2 };
      });
      editor.notify('workspace/didChangeWatchedFiles', { changes });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const sent = performance.now() - begin;
    const settled = sent + (await idle(editor.pid));
    return { settled, settledProcessor: processorTime(editor.pid).ran - before };
  });
}

function openedAndClosed(folder, cycles) {
  const file = path.join(folder, 'heap.txt');
  process.env.TELL_HEAP = file;
  const hook = pathToFileURL(path.join(root, 'bench/measures/tell-heap.mjs')).href;
  const [node, ...args] = ours.command;
  const server = { ...ours, settles: 'at once', command: [node, '--expose-gc', '--import', hook, ...args] };
  return withServer(server, folder, async ({ editor, uriOf }) => {
    const text = readFileSync(path.join(folder, documentIn(0)), 'utf8');
    const uri = uriOf(documentIn(0));
    const cycle = async () => {
      editor.open(uri, text)();
      const { next } = typist(editor, uri, text);
      for (let letter = 0; letter < 3; letter++) next()();
      await editor.pull(uri);
      editor.notify('textDocument/didClose', { textDocument: { uri } });
    };
    for (let time = 0; time < warmUps; time++) await cycle();
    const before = await heapOf(editor.pid, file);
    for (let time = 0; time < cycles; time++) await cycle();
    const after = await heapOf(editor.pid, file);
    return { heapBefore: before, heapGrowth: after - before };
  });
}

/** Megabytes in use after clearing up. */
async function heapOf(pid, file) {
  await idle(pid);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 600 && !existsSync(file); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return Number(readFileSync(file, 'utf8')) / 1024 / 1024;
}
