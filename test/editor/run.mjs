/**
 * Runs the editor tests: every `*.test.mjs` beside this file, or those named.
 *
 *     node test/editor/run.mjs [--vscode floor|latest] [--host node|worker]… [NAME…]
 *
 * A test file exports `title`, `workspace` (a folder of the repository, copied for it) and `steps`, an object of named
 * functions that run in order and share one window. Further, if it likes: `editor` (`vscode` unless it says otherwise),
 * `window`, options of `openWorkbench`, by the folder's copy; `skip`, which gives a reason or null, and `prepare`, whose
 * result the steps are given as well. A step that reopens the window puts it in the place of `workbench`. `ask` runs the
 * command line in the folder, so that what is expected is written nowhere twice.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/install.mjs';
import { vsix } from '../../scripts/package.mjs';
import { installVSCode } from './vscode.mjs';
import { openWorkbench } from './workbench.mjs';

/** The day on which every test is run, which is the day that the examples end on. */
const today = '2026-11-24';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vscode: { type: 'string', default: 'floor' },
    host: { type: 'string', multiple: true, default: ['node'] },
  },
});
const count = { passed: 0, failed: 0, skipped: 0 };

for (const file of testFiles(positionals)) {
  const test = await import(path.join(here, file));
  const reason = test.skip?.() ?? null;
  if (reason) {
    count.skipped += Object.keys(test.steps).length;
    console.log(`# ${test.title}: not run, ${reason}`);
  } else if (test.editor && test.editor !== 'vscode') {
    await run(test, test.editor, () => null);
  } else {
    const vscode = installVSCode(values.vscode);
    for (const host of values.host) {
      const options = { vscode, host, today, vsix, extension: root };
      await run(test, `VS Code ${values.vscode}, ${host}`, (folder) =>
        openWorkbench({ ...options, folder, ...test.window?.(folder) }),
      );
    }
  }
}
const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed || !count.passed ? 1 : 0;

function testFiles(names) {
  const all = readdirSync(here).filter((name) => name.endsWith('.test.mjs'));
  for (const name of names) if (!all.includes(`${name}.test.mjs`)) throw new Error(`no editor test is called ${name}`);
  return names.length ? names.map((name) => `${name}.test.mjs`) : all.sort();
}

/** Runs the steps of one file in a window of their own, on a copy of its workspace. A failed step does not stop the rest. */
async function run(test, where, open) {
  console.log(`# ${test.title} (${where})`);
  // The real path: a language server compares addresses, and a temporary folder can be a symbolic link.
  const temporary = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'one-on-one-notes-')));
  const folder = path.join(temporary, path.basename(test.workspace));
  cpSync(path.join(root, test.workspace), folder, { recursive: true });
  const context = { folder, today, check: () => check(folder), ask: (...words) => ask(folder, ...words) };
  try {
    const started = await step('starts', context, async () => {
      context.workbench = await open(folder);
      Object.assign(context, await test.prepare?.(context));
    });
    if (!started) return;
    for (const [name, action] of Object.entries(test.steps)) await step(name, context, () => action(context));
  } finally {
    await context.workbench?.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Gives whether the step passed. */
async function step(name, context, action) {
  const begun = Date.now();
  try {
    await action();
    count.passed++;
    console.log(`ok ${name} (${Date.now() - begun} ms)`);
    return true;
  } catch (error) {
    count.failed++;
    const picture = await context.workbench?.screenshot(`failed-${name.replace(/\W+/g, '-')}`).catch(() => null);
    console.log(`not ok ${name}`);
    console.log(`  ${(error.stack ?? String(error)).replaceAll('\n', '\n  ')}`);
    if (picture) console.log(`  seen: ${path.relative(root, picture)}`);
    return false;
  }
}

/** What the command line finds in a folder: by path, the diagnostics of the JSON report. */
function check(folder) {
  return new Map(ask(folder, 'check', '.').files.map((file) => [file.path, file.diagnostics]));
}

/** The JSON that the command line prints, run in a folder. */
function ask(folder, ...words) {
  const cli = path.join(root, 'server/dist/cli.cjs');
  const options = { cwd: folder, encoding: 'utf8' };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...words, '--format', 'json', '--today', today],
    options,
  );
  if (!stdout.startsWith('{')) throw new Error(`the command line gave no report: ${stderr}`);
  return JSON.parse(stdout);
}
