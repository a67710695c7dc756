// Opening a long document: when the first findings come, when all work is done, and whether hover is answered meanwhile;
// beside one parse of the whole document by remark, each in a new process.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate, parseSize } from '../documents.mjs';
import { idle, processorTime } from '../client/process.mjs';
import { typist } from '../client/typing.mjs';
import { median, p95 } from '../figures.mjs';
import { inNewFolder } from '../folder.mjs';
import { ours, root } from '../servers.mjs';

export async function measureOpening(size, rounds) {
  const text = generate({ bytes: parseSize(size) });
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    samples.push({ ...wholeParse(text), ...(await opened(text)), ...(await openedWithQuestions(text)) });
  }
  const middle = (key) => median(samples.map((sample) => sample[key]));
  const hovers = samples.flatMap(({ hovers }) => hovers);
  return {
    size,
    wholeParse: middle('parse'),
    first: middle('first'),
    complete: middle('complete'),
    firstOverParse: median(samples.map(({ first, parse }) => first / parse)),
    completeOverParse: median(samples.map(({ complete, parse }) => complete / parse)),
    processorOverParse: median(samples.map(({ processor, parseProcessor }) => processor / parseProcessor)),
    firstFindings: middle('firstFindings'),
    findings: middle('findings'),
    hover: p95(hovers),
    hovers: hovers.length,
  };
}

function opened(text) {
  return inNewFolder(ours, { 'doc.md': text }, async ({ editor, uriOf }) => {
    const uri = uriOf('doc.md');
    await idle(editor.pid);
    const before = processorTime(editor.pid).ran;
    const { ms, count } = await editor.findingsAfter(uri, editor.open(uri, text));
    const rest = await idle(editor.pid);
    const processor = processorTime(editor.pid).ran - before;
    return { first: ms, firstFindings: count, complete: ms + rest, processor, findings: await editor.pull(uri) };
  });
}

/** Asks for a hover every 20 ms until the server has nothing more to do. */
function openedWithQuestions(text) {
  return inNewFolder(ours, { 'doc.md': text }, async ({ editor, uriOf }) => {
    const uri = uriOf('doc.md');
    const { place } = typist(editor, uri, text);
    const findings = editor.findingsAfter(uri, editor.open(uri, text));
    let isDone = false;
    const done = findings.then(() => idle(editor.pid, { quiet: 300, longest: 10_000 })).then(() => (isDone = true));
    const hovers = [];
    while (!isDone && hovers.length < 200) {
      const start = performance.now();
      await editor.request('textDocument/hover', { textDocument: { uri }, position: place });
      hovers.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await done;
    return { hovers };
  });
}

function wholeParse(text) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    const file = path.join(folder, 'doc.md');
    writeFileSync(file, text);
    const args = [path.join(root, 'bench/measures/whole-parse.mjs'), file];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
