// Bundles server and client with esbuild: `npm run build`, or only those named: `node scripts/build.mjs server/dist/node.cjs`.
// Readable on purpose: names are not made shorter, and there are no source maps.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Leaves modules of Node out of a bundle: what a library would need them for is never used, and never there. */
const without = (...names) => ({
  name: 'without',
  setup(builder) {
    const filter = new RegExp(`^(node:)?(${names.join('|')})$`);
    builder.onResolve({ filter }, () => ({ path: 'nothing', namespace: 'nothing' }));
    builder.onLoad({ filter: /^nothing$/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
});
const network = without('net', 'tls', 'dns', 'dgram', 'http', 'https', 'http2');
const programs = without('child_process');

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const roles = readdirSync(path.join(root, 'server/roles')).filter((name) => name.endsWith('.md'));

const common = {
  absWorkingDir: root,
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  define: {
    'process.env.ONE_ON_ONE_VERSION': JSON.stringify(version),
    'process.env.ONE_ON_ONE_ROLES': JSON.stringify(roles.join(' ')),
  },
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** `worker`: without it the parser's entity decoder looks for `document`, which a worker does not have. */
const browser = { ...common, platform: 'browser', target: 'es2022', conditions: ['worker'] };

const bundles = [
  { ...node, entryPoints: ['server/src/lsp/node.ts'], outfile: 'server/dist/node.cjs', plugins: [network, programs] },
  { ...browser, format: 'iife', entryPoints: ['server/src/lsp/browser.ts'], outfile: 'server/dist/browser.js' },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'server/dist/cli.cjs', plugins: [network, programs] },
  // Only the program that starts the server needs `child_process`, and it starts nothing else.
  {
    ...node,
    entryPoints: ['client/src/node.ts'],
    outfile: 'client/dist/node.cjs',
    external: ['vscode'],
    plugins: [network],
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/browser.ts'],
    outfile: 'client/dist/browser.js',
    external: ['vscode'],
  },
];

const asked = process.argv.slice(2);
const present = bundles.filter(({ entryPoints: [entry], outfile }) => {
  if (asked.length > 0 && !asked.includes(outfile)) return false;
  const exists = existsSync(path.join(root, entry));
  if (!exists) console.warn(`${outfile}: skipped, ${entry} does not exist`);
  return exists;
});
const wanted = new Set(bundles.map(({ outfile }) => outfile));
for (const folder of ['server/dist', 'client/dist']) {
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const name of readdirSync(path.join(root, folder))) {
    if (!wanted.has(`${folder}/${name}`)) rmSync(path.join(root, folder, name), { recursive: true });
  }
}
await Promise.all(present.map((bundle) => build(bundle)));
