/** Builds and packages the extension as `one-on-one-notes-<version>.vsix`, and holds it to its size. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { galleryReadme, withoutLinks } from './gallery.mjs';
import { installPackages, root } from './install.mjs';

const bytesAllowed = 1024 * 1024;
const filesAllowed = 40;

const { name, version, files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Where the package is written. */
export const vsix = path.join(root, `${name}-${version}.vsix`);

/** Makes the package out of the bundles that are there and gives its size. Throws when it is too large or holds too many files. */
export function makePackage() {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  // The bundles hold every dependency, so none is packed beside them.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const staged = stage();
  const { status } = spawnSync(process.execPath, [vsce, 'package', ...options], {
    cwd: staged,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(staged, { recursive: true });
  if (status !== 0) throw new Error('the extension could not be packaged');
  const bytes = statSync(vsix).size;
  const count = filesIn(vsix);
  console.log(
    `${path.basename(vsix)}: ${Math.ceil(bytes / 1024)} KB of ${bytesAllowed / 1024}, ${count} files of ${filesAllowed}`,
  );
  if (bytes > bytesAllowed) throw new Error('the package is too large');
  if (count > filesAllowed) throw new Error('the package holds too many files');
  return { bytes, files: count };
}

/** Copies what is packed into a folder of its own, where the pages can be those of the package. Gives the folder. */
function stage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-package-'));
  const copy = (name) => cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  copy('package.json');
  for (const pattern of files) copy(pattern.includes('*') ? path.dirname(pattern) : pattern);
  const change = (name, changed) =>
    writeFileSync(path.join(folder, name), changed(readFileSync(path.join(folder, name), 'utf8')));
  change('README.md', galleryReadme);
  change('CHANGELOG.md', withoutLinks);
  return folder;
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
