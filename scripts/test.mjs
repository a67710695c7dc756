/**
 * Tests everything, on a machine with nothing but Node: `npm test`. Or some stages only, by their names:
 * `node scripts/test.mjs unit`, `node scripts/test.mjs build package editor`. A stage that the named ones rest on is not
 * run unless it is named too.
 *
 * The last line sums what mocha and the editor tests counted: `N passed, N failed`. A failed stage that counts no tests
 * of its own, such as lint, counts as one failure.
 */
import { spawn } from 'node:child_process';
import { installPackages, installSystemPackages, root } from './install.mjs';

const script = (name) => ['npm', 'run', '--silent', name];
const editor = (...options) => ['node', 'test/editor/run.mjs', ...options];

/** `needs` names stages: when one of them failed, this one is not run. */
const stages = {
  lint: { run: script('lint'), needs: [] },
  types: { run: script('types'), needs: [] },
  build: { run: script('build'), needs: [] },
  unit: { run: script('test:unit'), needs: ['build'] },
  bench: { run: ['node', 'bench/run.mjs', '--short'], needs: ['build'] },
  package: { run: script('package'), needs: ['build'] },
  editor: { run: editor(), needs: ['package'] },
  worker: { run: editor('--host', 'worker', 'first-minutes', 'views', 'quarter'), needs: ['package'] },
  latest: {
    run: editor('--vscode', 'latest', '--host', 'node', '--host', 'worker', 'first-minutes'),
    needs: ['package'],
  },
};

/** Not part of a plain run: a second VS Code, of three quarters of a gigabyte. */
const onlyWhenNamed = ['latest'];

const named = process.argv.slice(2);
for (const name of named) {
  if (!Object.hasOwn(stages, name)) {
    console.error(`No stage is called ${name}. The stages: ${Object.keys(stages).join(', ')}.`);
    process.exit(2);
  }
}
const wanted = named.length ? named : Object.keys(stages).filter((name) => !onlyWhenNamed.includes(name));

installPackages();
if (wanted.some((name) => stages[name].run.includes('test/editor/run.mjs'))) installSystemPackages();

const results = new Map();
for (const name of wanted) {
  const obstacle = stages[name].needs.find((need) => results.get(need)?.broken);
  if (obstacle) {
    results.set(name, { passed: 0, failed: 0, broken: true, said: `not run, since ${obstacle} failed` });
    continue;
  }
  console.log(`\n── ${name} ──`);
  results.set(name, await runStage(stages[name].run));
}

console.log('\n── summary ──');
for (const [name, { said }] of results) console.log(`${name.padEnd(8)} ${said}`);
const sum = (key) => [...results.values()].reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;

/** Runs a command with its output shown, and counts the tests it reports. Never throws: a failure is a result. */
async function runStage([program, ...args]) {
  const begun = Date.now();
  const { code, output } = await runShown(program === 'node' ? process.execPath : program, args);
  const seconds = `${((Date.now() - begun) / 1000).toFixed(0)} s`;
  const { passed, failed } = counted(output);
  const broken = code !== 0;
  const failures = broken ? Math.max(failed, 1) : 0;
  const tests = passed || failures ? `${passed} passed, ${failures} failed` : 'well';
  const said = `${broken ? `FAILED with exit code ${code}: ` : ''}${tests} (${seconds})`;
  return { passed, failed: failures, broken, said };
}

function runShown(program, args) {
  const shell = process.platform === 'win32' && program === 'npm';
  const child = spawn(program, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
    process.stdout.write(data);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: error.message, output }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Mocha's closing lines, or the editor tests' one. */
function counted(output) {
  const number = (pattern) => Number(pattern.exec(output)?.[1] ?? 0);
  return {
    passed: number(/^\s*(\d+) passing\b/m) || number(/^(\d+) passed, \d+ failed\b/m),
    failed: number(/^\s*(\d+) failing\b/m) || number(/^\d+ passed, (\d+) failed\b/m),
  };
}
