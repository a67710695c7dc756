// `one-on-one roles` over a catalogue: every role description of a folder, read cold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from '../figures.mjs';
import { roleDocument } from '../role-documents.mjs';
import { root } from '../servers.mjs';

const program = path.join(root, 'server/dist/cli.cjs');
const watch = path.join(root, 'bench/measures/tell-usage.mjs');

export function measureRoles(count, times) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    mkdirSync(path.join(folder, '.git'));
    mkdirSync(path.join(folder, 'roles'));
    const documents = Array.from({ length: count }, (_, number) => roleDocument(number));
    documents.forEach(({ text }, number) => writeFileSync(path.join(folder, fileName(number)), text));
    const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const runs = Array.from({ length: times }, () => listed(folder, documents));
    return {
      files: count,
      megabytes: bytes / 1024 / 1024,
      roles: median(runs.map(({ wall }) => wall)),
      processor: median(runs.map(({ processor }) => processor)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fileName = (number) => `roles/role-${number}.md`;

function listed(folder, documents) {
  const args = ['--import', watch, program, 'roles', '--format', 'json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`roles failed: ${stderr.slice(0, 400)}`);
  const levels = new Map(JSON.parse(stdout).roles.map(({ source, levels }) => [source, levels.length]));
  documents.forEach((document, number) => {
    if (levels.get(fileName(number)) !== document.levels) throw new Error(`Not all of ${fileName(number)} was read.`);
  });
  return JSON.parse(stderr.trim().split('\n').at(-1));
}
