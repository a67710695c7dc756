// `npm run bench` compares our server with its peers, and prints a table and JSON (bench/out/results.json).
// `node bench/run.mjs --short` is what CI runs: it installs nothing, and checks counts and growth, never times.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { installPeers, ours, peerServers } from './servers.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'bench/out');
const isShort = process.argv.includes('--short');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const sizes = option('sizes', '10KB,100KB,1MB,5MB').split(',');

register();
const { measure } = await import('./in-process.mts');

mkdirSync(out, { recursive: true });
const inProcess = inProcessTable();
const failures = checkCounts(inProcess);
const servers = isShort ? null : compareServers();
const results = { when: new Date().toISOString(), node: process.version, inProcess, servers, failures };
const file = option('json', path.join(out, 'results.json'));
writeFileSync(file, JSON.stringify(results, null, 1) + '\n');
for (const failure of failures) console.error(`Not met: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function inProcessTable() {
  measure('100KB', 'running', 30, Infinity);
  const edits = isShort ? 60 : 200;
  const wholeUpTo = isShort ? 0 : 1.5 * 1024 * 1024;
  const rows = [];
  for (const type of isShort ? ['running'] : ['running', 'refs', 'flat']) {
    for (const size of sizes) rows.push(measure(size, type, edits, wholeUpTo));
  }
  printTable(
    rows.map((row) => ({
      document: `${row.type} ${row.size}`,
      slices: row.slices,
      'slices read an edit': row.slicesRead,
      'characters parsed an edit': row.charactersParsed,
      'cut ms': round(row.cut),
      'edit ms': round(row.edit),
      'edit / slice alone': round(row.overSliceAlone),
      'bookkeeping ms': round(row.bookkeeping),
      'read all ms': round(row.readAll),
      'whole parse ms': round(row.wholeParse),
      'whole / edit': round(row.wholeParse && row.wholeParse / row.edit),
    })),
  );
  return rows;
}

/** Counts are the same on every machine; the growth of times within one run nearly is. */
function checkCounts(rows) {
  const failed = [];
  for (const row of rows) {
    const name = `${row.type} ${row.size}`;
    if (row.slicesRead > 2) failed.push(`${name}: an edit reads ${row.slicesRead} slices, not at most 2`);
    if (row.charactersParsed > 2 * 4096) failed.push(`${name}: an edit parses ${row.charactersParsed} characters`);
  }
  const running = rows.filter((row) => row.type === 'running');
  const [least, most] = [Math.min, Math.max].map((pick) => pick(...running.map((row) => row.overSliceAlone)));
  if (most > 3) failed.push(`an edit takes ${round(most)} times as long as parsing its slice alone, not at most 3`);
  if (most > 3 * least) failed.push(`an edit over its slice alone grows from ${round(least)} to ${round(most)}`);
  return failed;
}

function compareServers() {
  if (!existsSync(path.join(root, 'server/dist/node.cjs'))) throw new Error('Build first: npm run build');
  installPeers();
  const list = path.join(out, 'servers.json');
  writeFileSync(list, JSON.stringify([ours, ...peerServers()]));
  const tables = [];
  for (const size of sizes) {
    // One parse of 5 MB takes remark minutes, so that server is left out there.
    const json = path.join(out, `servers-${size}.json`);
    const compared = size === '5MB' ? [ours, ...peerServers()].filter((one) => !one.name.startsWith('remark')) : null;
    if (compared) writeFileSync(list, JSON.stringify(compared));
    const client = path.join(root, 'bench/client.mjs');
    const budget = option('budget', '45');
    const flags = ['--servers', list, '--sizes', size, '--ratio-to', ours.name, '--json', json, '--budget', budget];
    spawnSync(process.execPath, [client, ...flags, '--rounds', option('rounds', '1')], { stdio: 'inherit' });
    tables.push(...JSON.parse(readFileSync(json, 'utf8')).table);
  }
  return tables;
}

function printTable(rows) {
  const columns = Object.keys(rows[0]);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  console.log(lines.map(line).join('\n') + '\n');
}

function round(value) {
  return value === null || value === undefined ? null : Number(value.toPrecision(3));
}
