import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const markdown = /^(unified|remark-|mdast|micromark|unist|yaml$|fastest-levenshtein$|github-slugger$|picomatch)/;

/** What a file of a layer may import: one of our folders or files, or a package. The first layer that fits counts. */
const layers: readonly { files: RegExp; may: RegExp }[] = [
  { files: /^server\/src\/core\//, may: new RegExp(`^server/src/core/|${markdown.source}`) },
  // The list and the runner know the rules; a rule never knows another one.
  { files: /^server\/src\/rules\/index\.ts$/, may: /^server\/src\/rules\// },
  {
    files: /^server\/src\/rules\/(run|suppress|describe|first-look)\.ts$/,
    may: /^server\/src\/(core\/|rules\/(index|rule|run|suppress|tab-stops)\.ts)/,
  },
  { files: /^server\/src\/rules\//, may: /^server\/src\/(core\/|rules\/(rule|tab-stops)\.ts)/ },
  // A request whose answers are many kinds has its list in one file, a kind a file below, and what they share beside them.
  {
    files: /^server\/src\/features\/completion\.ts$/,
    may: /^server\/src\/features\/(request\.ts$|completion\/)|^vscode-languageserver-types$/,
  },
  {
    files: /^server\/src\/features\/completion\//,
    may: /^server\/src\/(core|rules)\/|^server\/src\/features\/(request\.ts$|text\/|completion\/line\.ts$)|^vscode-languageserver-types$/,
  },
  {
    files: /^server\/src\/features\//,
    may: /^server\/src\/(core|rules)\/|^server\/src\/features\/((request|diagnostics)\.ts$|text\/)|^vscode-languageserver-types$/,
  },
  { files: /^server\/src\/lsp\/node[^/]*\.ts$/, may: /^server\/src\/|^node:|^vscode-(jsonrpc|languageserver|uri)/ },
  { files: /^server\/src\/lsp\/protocol\.ts$/, may: /^$/ },
  {
    files: /^server\/src\/lsp\//,
    may: /^server\/src\/(core|rules|features|lsp)\/|^vscode-(jsonrpc|languageserver|uri)|^picomatch/,
  },
  { files: /^server\/src\/cli\//, may: /^server\/src\/(core|rules|cli)\/|^node:|^fastest-levenshtein$|^picomatch/ },
  { files: /^client\/src\//, may: /^client\/src\/|^server\/src\/lsp\/protocol\.ts$|^vscode(-languageclient.*)?$/ },
];

describe('layers', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) => sources(join(root, folder)));
  for (const file of files) {
    const name = relative(root, file);
    it(`${name} imports only what its layer may`, () => {
      const layer = layers.find(({ files: fits }) => fits.test(name));
      assert.ok(layer, 'it belongs to no layer');
      const wrong = imports(file).filter((target) => !layer.may.test(target));
      assert.deepEqual(wrong, []);
    });
  }
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Our files by their path, packages by their name, Node's modules always with `node:`. */
function imports(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [
    ...source.matchAll(/^(?:import|export)\s(?:[^;'"]*\sfrom\s)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm),
  ].map(([, one, other]) => {
    const target = one ?? other!;
    if (target.startsWith('.')) return relative(root, join(dirname(file), target));
    return builtinModules.includes(target) ? `node:${target}` : target;
  });
}
