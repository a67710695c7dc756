// A folder of a thousand documents: how long until the server knows it, what memory that takes, how long hover takes
// meanwhile; and the same of the findings of all of them, asked for at once.
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
    return {
      documents,
      size,
      ...(await indexed(folder)),
      ...(await indexedWithQuestions(folder)),
      ...(await allFindings(folder)),
    };
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

/** What VS Code does at once: it asks for the findings of the whole folder. */
function allFindings(folder) {
  return withServer(atOnce, folder, async ({ editor }) => {
    await idle(editor.pid);
    const start = performance.now();
    const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    const findingsTime = performance.now() - start;
    const findings = items.reduce((sum, report) => sum + report.items.length, 0);
    // What is cleared up in quiet moments is.
    await idle(editor.pid, { quiet: 2000 });
    const { now, peak } = memory(editor.pid);
    return { findingsTime, findings, findingsMemory: now, findingsMemoryPeak: peak };
  });
}
