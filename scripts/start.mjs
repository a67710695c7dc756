/**
 * Opens a real VS Code with the extension on `examples/`: `npm start`. Takes the VS Code of this machine where its `code`
 * command is installed, and otherwise the one of the editor tests, in a browser.
 *
 *     node scripts/start.mjs [--browser] [--port N] [--check]
 *
 * `--browser` takes the second way in any case. `--check` starts it, looks whether the extension runs, and ends.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, installSystemPackages, isOnPath, root } from './install.mjs';
import { makePackage, vsix } from './package.mjs';

/** The examples end in this month, so the extension is told that it is this day; the findings are then those they describe. */
const today = '2026-11-24';

const examples = path.join(root, 'examples');
const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, check: { type: 'boolean' }, port: { type: 'string', default: '0' } },
});

installPackages();
execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
if (values.check) await checkBrowser();
else if (values.browser || !openHere()) await openInBrowser();

/** Opens the VS Code of this machine. Gives false where there is none, it is too old, or it has no screen. */
function openHere() {
  if (!isOnPath('code')) return false;
  const code = (...args) =>
    spawnSync('code', args, {
      encoding: 'utf8',
      env: { ...process.env, ONE_ON_ONE_TODAY: today },
      shell: process.platform === 'win32',
    });
  const version = /^(\d+)\.(\d+)\./.exec(code('--version').stdout ?? '');
  if (!version || Number(version[1]) < 1 || (Number(version[1]) === 1 && Number(version[2]) < 100)) return false;
  if (code('--new-window', `--extensionDevelopmentPath=${root}`, examples).status !== 0) return false;
  console.log('VS Code opens with the extension on examples/. Open one-on-ones/dana-reyes.md there.');
  return true;
}

async function openInBrowser() {
  const { server, address } = await serve();
  console.log(
    `\nVS Code with the extension on examples/ is at\n\n    ${address}\n\nOpen one-on-ones/dana-reyes.md there. Ctrl+C ends it.`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.stop();
}

async function serve() {
  makePackage();
  const { installVSCode, startServer } = await import('../test/editor/vscode.mjs');
  const server = await startServer(installVSCode('floor'), { vsix, today, port: Number(values.port) });
  return { server, address: `${server.url}?${new URLSearchParams({ folder: examples })}` };
}

async function checkBrowser() {
  installSystemPackages();
  makePackage();
  const { installVSCode } = await import('../test/editor/vscode.mjs');
  const { openWorkbench } = await import('../test/editor/workbench.mjs');
  const workbench = await openWorkbench({
    vscode: installVSCode('floor'),
    host: 'node',
    folder: examples,
    today,
    vsix,
  });
  try {
    await workbench.openFile('one-on-ones/dana-reyes.md');
    if ((await workbench.activationTime()) === null)
      throw new Error('VS Code opened, but the extension does not run in it');
    console.log('VS Code opened examples/ with the extension running in it.');
  } finally {
    await workbench.close();
  }
}
