// From a keystroke to fresh findings, beside the peers: one server and one document at a time, each in a new process.
import { generate, parseSize } from '../documents.mjs';
import { idle, memory, processorTime } from '../client/process.mjs';
import { typist } from '../client/typing.mjs';
import { median, p95 } from '../figures.mjs';
import { inNewFolder } from '../folder.mjs';

/**
 * One row for each size and server. `budget` is how many seconds the edits of one document may take: a server that
 * needs longer makes fewer, but three.
 */
export async function measureEdits(servers, { sizes, edits, budget, say }) {
  const rows = [];
  for (const size of sizes) {
    const text = generate({ bytes: parseSize(size) });
    for (const server of servers) {
      if (text.length > (server.largest ?? Infinity)) {
        rows.push({ size, server: server.name, skipped: 'one parse takes minutes' });
        continue;
      }
      say(`${server.name}, ${size}`);
      rows.push({ size, server: server.name, ...(await measured(server, text, { edits, budget })) });
    }
  }
  return rows;
}

function measured(server, text, { edits, budget }) {
  return inNewFolder(server, { 'doc.md': text }, async ({ editor, uriOf }) => {
    const uri = uriOf('doc.md');
    const opened = await editor.findingsAfter(uri, editor.open(uri, text));
    // Some servers are never quite idle.
    await idle(editor.pid, { longest: 20_000 });
    const afterOpen = memory(editor.pid);

    const typing = typist(editor, uri, text);
    const times = [];
    const before = processorTime(editor.pid).ran;
    const start = performance.now();
    while (times.length < edits && (times.length < 3 || performance.now() - start < budget * 1000)) {
      times.push((await editor.findingsAfter(uri, typing.next())).ms);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const processor = (processorTime(editor.pid).ran - before) / times.length;
    return {
      how: editor.how,
      findings: opened.count,
      open: opened.ms,
      edit: median(times),
      p95: p95(times),
      edits: times.length,
      processor,
      memory: afterOpen.now,
      memoryPeak: memory(editor.pid).peak,
    };
  }).catch((error) => ({ skipped: error.message.slice(0, 200) }));
}
