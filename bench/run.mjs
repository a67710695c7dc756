// `npm run bench` measures what the project promises about speed, beside its peers, and prints tables and JSON.
//
//     node bench/run.mjs [--only edits,check] [--sizes 10KB,1MB] [--rounds N] [--budget SECONDS] [--documents N] [--cycles N] [--json FILE]
//     node bench/run.mjs --short [--without-reuse]
//
// The short form is what CI runs: it installs nothing, takes half a minute, and fails on counts, ratios and growth, never
// on times. `--without-reuse` begins anew with each keystroke, to show that the short form notices.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';
import { printTable, round } from './figures.mjs';
import { beyondLimits } from './limits.mjs';
import { measureCheck } from './measures/check.mjs';
import { measureEdits } from './measures/edits.mjs';
import { measureEndurance } from './measures/endurance.mjs';
import { measureOpening } from './measures/opening.mjs';
import { measureQuestions } from './measures/questions.mjs';
import { measureRoles } from './measures/roles.mjs';
import { measureStart } from './measures/start.mjs';
import { measureWorkspace } from './measures/workspace.mjs';
import { promises } from './musts.mjs';
import { installPeers, ours, peerServers, root } from './servers.mjs';

register();
const { measure } = await import('./in-process.mts');

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    'without-reuse': { type: 'boolean', default: false },
    only: { type: 'string' },
    sizes: { type: 'string', default: '10KB,100KB,1MB,5MB' },
    rounds: { type: 'string', default: '3' },
    budget: { type: 'string', default: '45' },
    documents: { type: 'string', default: '1000' },
    cycles: { type: 'string', default: '1000' },
    json: { type: 'string', default: path.join(root, 'bench/out/results.json') },
  },
});
const sizes = values.sizes.split(',');
const wanted = values.only?.split(',') ?? null;
const isWanted = (name) => wanted === null || wanted.includes(name);
/** Of the tables; times are milliseconds, memory is megabytes. */
const titles = {
  start: 'Starting, and what is installed',
  inProcess: 'A keystroke in process',
  edits: 'From a keystroke to findings',
  questions: 'Questions right behind a keystroke',
  opening: 'Opening a long document',
  workspace: 'A folder of documents',
  check: 'one-on-one check',
  endurance: 'A long day',
  roles: 'one-on-one roles',
};
const say = (what) => console.error(`… ${what}`);
const megabyte = 1024 * 1024;

execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
process.exitCode = values.short ? await runShort() : await runWhole();

async function runShort() {
  const inProcess = measureInProcess({
    types: ['running'],
    edits: 60,
    wholeUpTo: 150 * 1024,
    notesUpTo: 0.4 * megabyte,
  });
  printTable(titles.inProcess, inProcess);
  const edits = await measureEdits([ours], { sizes: ['100KB', '1MB'], edits: 40, budget: 10, say });
  printTable(titles.edits, edits);
  const failures = beyondLimits({ inProcess, edits });
  for (const failure of failures) console.error(`Beyond the limits: ${failure}.`);
  if (failures.length === 0) console.log('\nWithin all limits.');
  return failures.length > 0 ? 1 : 0;
}

async function runWhole() {
  const machine = {
    when: new Date().toISOString(),
    node: process.version,
    cores: os.cpus().length,
    load: os.loadavg()[0],
  };
  const measures = {
    start: () => measureStart(12),
    inProcess: () =>
      measureInProcess({
        types: ['running', 'refs', 'flat'],
        edits: 200,
        wholeUpTo: 1.5 * megabyte,
        notesUpTo: 1.5 * megabyte,
      }),
    edits: compareEdits,
    questions: () => measureQuestions('1MB', 40),
    opening: () => measureOpening('1MB', Number(values.rounds)),
    workspace: () => measureWorkspace(Number(values.documents), '30KB'),
    check: () => measureCheck(Number(values.documents), '30KB'),
    endurance: () => measureEndurance({ events: 10_000, cycles: Number(values.cycles) }),
    roles: () => measureRoles(300, Number(values.rounds)),
  };
  const results = {};
  for (const [name, work] of Object.entries(measures)) {
    results[name] = isWanted(name) ? await work() : null;
    // Each as soon as it is there: the whole takes long.
    if (results[name]) printTable(titles[name], [results[name]].flat());
  }
  const rows = promises(results);
  const loadAfter = os.loadavg()[0];
  const answer = { true: 'yes', false: '**no**', null: 'not measured' };
  printTable(
    'What is promised',
    rows.map(({ what, must, figure, isMet }) => ({ what, must, figure: round(figure), met: answer[String(isMet)] })),
  );
  const missed = rows.filter(({ isMet }) => isMet === false);
  console.log(
    `\nNode ${machine.node}, ${machine.cores} cores, load ${round(machine.load)} before and ${round(loadAfter)} after.`,
  );
  console.log(
    missed.length ? `Not met: ${missed.map(({ what }) => what).join('; ')}.` : 'All that was measured is met.',
  );
  mkdirSync(path.dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ machine, ...results, loadAfter, promises: rows }, null, 1)}\n`);
  return 0;
}

function compareEdits() {
  installPeers();
  const options = { edits: 50, budget: Number(values.budget), say };
  const alone = measureEdits([ours], { ...options, sizes: ['150KB'] });
  return alone.then(async (own) => [...(await measureEdits([ours, ...peerServers()], { ...options, sizes })), ...own]);
}

function measureInProcess({ types, ...options }) {
  const reuse = values['without-reuse'] ? 'none' : 'all';
  // The first rounds of a process are slower than all others.
  measure({ size: '100KB', type: 'running', reuse, ...options, edits: 30 });
  const rows = types.flatMap((type) => sizes.map((size) => measure({ size, type, reuse, ...options })));
  return rows;
}
