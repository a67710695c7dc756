/** Builds and packages the extension as `one-on-one-notes-<version>.vsix`, and holds it to its size. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, root } from './install.mjs';

const bytesAllowed = 1024 * 1024;
const filesAllowed = 40;

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Where the package is written. */
export const vsix = path.join(root, `${name}-${version}.vsix`);

/** Makes the package out of the bundles that are there and gives its size. Throws when it is too large or holds too many files. */
export function makePackage() {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  // The bundles hold every dependency, so none is packed beside them.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const { status } = spawnSync(process.execPath, [vsce, 'package', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the extension could not be packaged');
  const bytes = statSync(vsix).size;
  const files = filesIn(vsix);
  console.log(
    `${path.basename(vsix)}: ${Math.ceil(bytes / 1024)} KB of ${bytesAllowed / 1024}, ${files} files of ${filesAllowed}`,
  );
  if (bytes > bytesAllowed) throw new Error('the package is too large');
  if (files > filesAllowed) throw new Error('the package holds too many files');
  return { bytes, files };
}

/** The number of entries of a zip file, from the record at its end, which has no comment in a package of vsce's. */
function filesIn(zip) {
  const end = readFileSync(zip).subarray(-22);
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Error(`${zip} does not end like a zip file`);
  return end.readUInt16LE(10);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installPackages();
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  makePackage();
}
