/**
 * Runs the extension in VS Code's web worker extension host. An extension that lies on the server cannot start a worker
 * there, so the page's configuration is given the extension as files served over http.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * Serves an extension's folder on the loopback.
 * @param today the day its scripts shall take for today, `YYYY-MM-DD`; a worker has no environment to read it from
 */
export async function serveExtension(folder, today) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (today && type === 'text/javascript') response.end(clockAt(today) + readFileSync(file, 'utf8'));
    else createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `localhost:${server.address().port}`;
  return { address, close: () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()) };
}

/** A line of script after which `Date` shows noon of that day; the clock still runs. */
function clockAt(today) {
  return (
    `globalThis.Date = class extends Date { static begun = performance.now();` +
    ` static now() { return +new this(${JSON.stringify(`${today}T12:00:00`)}) + performance.now() - this.begun; }` +
    ` constructor(...given) { given.length ? super(...given) : super(globalThis.Date.now()); } };\n`
  );
}

/** Makes the page of this server run the extension at that address in its worker. Call it before the page is opened. */
export async function runInWorker(page, server, address) {
  await page.route(
    (url) => Number(url.port) === server.port && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      delete headers['content-security-policy'];
      delete headers['content-length'];
      const body = withExtension(await response.text(), { scheme: 'http', authority: address, path: '/' });
      await route.fulfill({ status: 200, headers, body });
    },
  );
}

function withExtension(html, extension) {
  const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  if (!setting.test(html)) throw new Error("VS Code's page has no configuration to change");
  return html.replace(setting, (_, start, value) => {
    const configuration = JSON.parse(value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
    const json = JSON.stringify(configuration);
    return `${start}${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
