// A language server as a process, and messages to and from it over its standard input and output.
import { spawn } from 'node:child_process';

const longestAnswer = 120_000;

/**
 * Starts a server. `answer(method, params)` answers what it asks, `told(method, params)` takes what it tells.
 * Requests are refused with an error when the server ends, or takes longer than two minutes.
 */
export function connect(command, { cwd, answer, told }) {
  const [program, ...args] = command;
  const startedAt = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = new Map();
  let nextId = 1;
  let errors = '';
  let end = null;
  const ended = new Promise((resolve) => {
    const finish = (why) => {
      end ??= new Error(`the server ended (${why}): ${errors.slice(-400)}`);
      for (const { reject } of waiting.values()) reject(end);
      resolve();
    };
    child.once('exit', (code, signal) => finish(code ?? signal));
    child.once('error', finish);
  });
  child.stdin.on('error', () => {});
  child.stderr.on('data', (bytes) => (errors = (errors + bytes).slice(-4000)));

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  readMessages(child.stdout, (message) => {
    if (message.method === undefined) {
      const asked = waiting.get(message.id);
      if (message.error) asked?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
      else asked?.resolve(message.result);
    } else if (message.id === undefined) {
      told(message.method, message.params);
    } else {
      Promise.resolve()
        .then(() => answer(message.method, message.params))
        .then((result) => send({ id: message.id, result: result ?? null }))
        .catch((error) => send({ id: message.id, error: { code: -32603, message: String(error) } }));
    }
  });

  return {
    pid: child.pid,
    startedAt,
    notify: (method, params) => send({ method, params }),
    request(method, params) {
      if (end) return Promise.reject(end);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => waiting.get(id)?.reject(new Error(`no answer to ${method}`)), longestAnswer);
        const settle = (settled) => (value) => {
          clearTimeout(timer);
          waiting.delete(id);
          settled(value);
        };
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
        send({ id, method, params });
      });
    },
    async stop() {
      if (end) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      send({ id: nextId++, method: 'shutdown' });
      send({ method: 'exit' });
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Looks at each byte once, since a message may be of megabytes and come in thousands of chunks. */
function readMessages(stream, take) {
  let chunks = [];
  let have = 0;
  let need = null;
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    have += chunk.length;
    for (;;) {
      if (need !== null && have < need) return;
      const bytes = Buffer.concat(chunks);
      if (need === null) {
        const head = bytes.indexOf('\r\n\r\n');
        chunks = [bytes];
        if (head < 0) return;
        need = Number(/content-length:\s*(\d+)/i.exec(bytes.latin1Slice(0, head))[1]);
        chunks = [bytes.subarray(head + 4)];
      } else {
        take(JSON.parse(bytes.toString('utf8', 0, need)));
        chunks = [bytes.subarray(need)];
        need = null;
      }
      have = chunks[0].length;
    }
  });
}
