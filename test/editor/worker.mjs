/**
 * Runs the extension in VS Code's web worker extension host. An extension that lies on the server cannot start a worker
 * there, so the page's configuration is given the extension as files at an address of their own, which the browser is
 * handed from the disk. With it comes VS Code's own markdown extension: the server has only its build for Node, and in one
 * worker both see each other, as they do on vscode.dev.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/markdown',
};

/** Nobody owns such a name, so nothing can leave this machine by mistake. https, since a preview takes styles by nothing less. */
const authority = 'extensions.invalid';

/** What the file system of `folderInMemory` calls its folder. */
export const memoryFolder = 'memory:/notes';

const here = path.dirname(fileURLToPath(import.meta.url));
const markdown = path.join(here, 'node_modules/@codingame/monaco-vscode-markdown-language-features-default-extension');

/** What a profile needs so that VS Code takes its markdown extension from the page and not from the server. */
export const workerSettings = { 'remote.extensionKind': { 'vscode.markdown-language-features': ['web'] } };

/**
 * Makes every page of this server run extensions in its worker. Call it before a page is opened.
 * @param sites by a short name, a function from the path of a file to `{ type, body }`, or to null where there is none
 */
export async function serveToWorker(context, server, sites) {
  if (Object.keys(sites).length === 0) return;
  await context.route(`https://${authority}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const [, site, rest] = /^\/(\w+)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
    const answer = sites[site]?.(rest) ?? null;
    if (answer === null) return route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } });
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    await route.fulfill({ status: 200, contentType: answer.type, headers, body: answer.body });
  });
  await context.route(
    (url) => Number(url.port) === server.port && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      delete headers['content-security-policy'];
      delete headers['content-length'];
      const extensions = Object.keys(sites).map((site) => ({ scheme: 'https', authority, path: `/${site}/` }));
      await route.fulfill({ status: 200, headers, body: withExtensions(await response.text(), extensions) });
    },
  );
}

/**
 * The files of an extension's folder.
 * @param today the day that its scripts shall take for today, `YYYY-MM-DD`; a worker has no environment to read it from
 */
export function filesOf(folder, today) {
  return (name) => {
    const file = path.join(folder, name);
    if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) return null;
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const body = readFileSync(file);
    return { type, body: today && type === 'text/javascript' ? clockAt(today) + body : body };
  };
}

/** VS Code's own, in the form in which this package has it: a script lists where each of its files lies. */
export function markdownExtension() {
  const list = readFileSync(path.join(markdown, 'index.js'), 'utf8');
  const places = new Map(
    [...list.matchAll(/registerFileUrl\('([^']+)', new URL\('\.\/([^']+)'/g)].map(([, name, place]) => [name, place]),
  );
  return (name) => {
    if (!places.has(name)) return null;
    const body = readFileSync(path.join(markdown, places.get(name)));
    return { type: types[path.extname(name)] ?? 'application/octet-stream', body };
  };
}

/** An extension whose file system holds a copy of a folder, in the browser's memory: at `memoryFolder`. */
export function folderInMemory(folder) {
  const own = filesOf(path.join(here, 'memory'), null);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]);
  const list = `const files = ${JSON.stringify(files)};\n`;
  return (name) => {
    const answer = own(name);
    return answer?.type === 'text/javascript' ? { ...answer, body: list + answer.body } : answer;
  };
}

/** A line of script after which `Date` shows noon of that day; the clock still runs. */
function clockAt(today) {
  return (
    `globalThis.Date = class extends Date { static begun = performance.now();` +
    ` static now() { return +new this(${JSON.stringify(`${today}T12:00:00`)}) + performance.now() - this.begun; }` +
    ` constructor(...given) { given.length ? super(...given) : super(globalThis.Date.now()); } };\n`
  );
}

function withExtensions(html, extensions) {
  const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  if (!setting.test(html)) throw new Error("VS Code's page has no configuration to change");
  return html.replace(setting, (_, start, value) => {
    const configuration = JSON.parse(value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions };
    const json = JSON.stringify(configuration);
    return `${start}${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
