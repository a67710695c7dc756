/**
 * Installs what a command of this repository needs, where it is absent. Built-in modules only: these commands run on a
 * fresh clone, before any install.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const windows = process.platform === 'win32';

/** Runs npm in a folder with its output shown. Throws when npm fails. No install script of a dependency ever runs. */
export function npm(folder, ...args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is a batch file, which only a shell can start.
  execFileSync('npm', [...args, ...quiet], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
}

/** Installs the packages of a folder when they are absent or differ from its lockfile; otherwise costs milliseconds. */
export function installPackages(folder = root) {
  if (isInstalled(folder)) return;
  const name = path.relative(root, folder) || 'the project';
  console.log(`Installing the packages of ${name} …`);
  npm(folder, 'ci');
}

/**
 * Compares the lockfile with the one npm keeps of what it laid down. A time stamp would not do: it would reinstall after
 * every plain `npm install` of a developer.
 */
function isInstalled(folder) {
  const wanted = lockedPackages(path.join(folder, 'package-lock.json'));
  const present = lockedPackages(path.join(folder, 'node_modules/.package-lock.json'));
  if (!wanted) throw new Error(`no package-lock.json in ${folder}`);
  if (!present) return false;
  return Object.entries(wanted)
    .filter(([place, { link, optional }]) => place.includes('node_modules/') && !link && !optional)
    .every(([place, { version, integrity }]) => {
      const found = present[place];
      return found?.version === version && found.integrity === integrity;
    });
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** What the editor tests need from the system, in the names of Debian's packages. */
const systemPackages = [
  { name: 'chromium', isThere: () => findChromium() !== null },
  { name: 'fonts-dejavu-core', isThere: hasFont },
  { name: 'neovim', isThere: () => isOnPath('nvim') },
];

/**
 * Installs a browser, a font and Neovim where that is possible without asking: on Debian, as root. Elsewhere it leaves
 * the system alone; `openBrowser` then says what is missing, and the Neovim test that it is not run.
 */
export function installSystemPackages() {
  const missing = systemPackages.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  const canInstall = existsSync('/etc/debian_version') && isOnPath('apt-get') && process.getuid?.() === 0;
  if (!missing.length || !canInstall) return;
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

/** The path of a Chromium, Chrome or Edge on this machine, or null. The variable CHROMIUM comes first. */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM names ${given}, which does not exist`);
  }
  const usual = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((place) =>
      path.join(process.env[place] ?? '', 'Google/Chrome/Application/chrome.exe'),
    ),
  }[process.platform] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return usual.find((file) => existsSync(file)) ?? null;
}

export function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = windows ? [`${program}.exe`, `${program}.cmd`] : [program];
  return folders.some((folder) => folder && names.some((name) => existsSync(path.join(folder, name))));
}

/** A browser without any font shows empty boxes; a desktop system always has some. */
function hasFont() {
  const fonts = '/usr/share/fonts';
  if (process.platform !== 'linux') return true;
  return existsSync(fonts) && readdirSync(fonts, { recursive: true }).some((file) => /\.(?:[ot]tf|ttc)$/i.test(file));
}
