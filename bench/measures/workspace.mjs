// A folder of a thousand documents: how long until the server knows it, what memory that takes, and how long hover takes
// meanwhile.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { idle, memory, processorTime } from '../client/process.mjs';
import { p95 } from '../figures.mjs';
import { withServer } from '../folder.mjs';
import { ours } from '../servers.mjs';
import { documentIn, newWorkspace } from '../workspace.mjs';

/** What the server has not finished by then is not waited for. */
const longest = 120_000;
const atOnce = { ...ours, settles: 'at once' };

export async function measureWorkspace(documents, size) {
  const folder = newWorkspace(documents, size);
  try {
    return { documents, size, ...(await indexed(folder)), ...(await indexedWithQuestions(folder)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function indexed(folder) {
  return withServer(atOnce, folder, async ({ editor }) => {
    // From the answer to `initialize`, before which nothing is read.
    const index = await idle(editor.pid, { longest });
    const processor = processorTime(editor.pid).ran;
    const { now, peak } = memory(editor.pid);
    return { index, processor, memory: now, memoryPeak: peak };
  });
}

function indexedWithQuestions(folder) {
  return withServer(atOnce, folder, async ({ editor, uriOf }) => {
    const name = documentIn(0);
    const uri = uriOf(name);
    const text = readFileSync(path.join(folder, name), 'utf8');
    editor.open(uri, text)();
    const times = [];
    let isDone = false;
    const done = idle(editor.pid, { quiet: 300, longest: 10_000 }).then(() => (isDone = true));
    const position = { line: text.slice(0, text.indexOf('level: ')).split('\n').length - 1, character: 9 };
    while (!isDone && times.length < 200) {
      const start = performance.now();
      await editor.request('textDocument/hover', { textDocument: { uri }, position });
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await done;
    return { hover: p95(times), hovers: times.length };
  });
}
