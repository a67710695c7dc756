#!/usr/bin/env node
// Benchmarks one or more language servers over stdio with generated 1:1 documents.
// No dependencies; Node >= 18. See run.mjs beside this file.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, writeFileSync, readFileSync, readdirSync, statSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { generate, parseSize } from './documents.mjs';

// ---------------------------------------------------------------- arguments
const argv = process.argv.slice(2);
const flag = (k) => argv.includes('--' + k);
const opt = (k, d) => {
  const i = argv.indexOf('--' + k);
  return i < 0 || i + 1 >= argv.length ? d : argv[i + 1];
};
if (flag('help') || (!opt('server') && !opt('servers'))) {
  console.log(`usage: client.mjs (--server 'COMMAND ARGS' [--name N] | --servers FILE.json) [options]
  --sizes 10KB,100KB,1MB,5MB   document sizes
  --type running               document type (see documents.mjs)
  --eol lf|crlf  --seed 1
  --file PATH                  use this document instead of generated ones
  --edits 50                   one-character edits per document
  --where middle|start|end     where to type
  --requests 20                how often each of hover, completion, ... is asked
  --budget 60                  seconds for the edit phase of one document, then it stops early
  --timeout 120                seconds for a single answer
  --rounds 1                   repeat everything, servers interleaved; medians over all rounds
  --workspace-docs 0           further documents in the workspace folder
  --workspace-doc-size 30KB
  --settings JSON              answer to workspace/configuration (whole tree; sections are picked from it)
  --init-options JSON
  --ratio-to NAME              adds columns: this server's figures over NAME's
  --json FILE                  write all raw figures
  --trace                      message names on stderr`);
  process.exit(flag('help') ? 0 : 2);
}
const cfg = {
  sizes: opt('sizes', '10KB,100KB,1MB').split(','),
  type: opt('type', 'running'),
  eol: opt('eol', 'lf'),
  seed: Number(opt('seed', 1)),
  file: opt('file'),
  edits: Number(opt('edits', 50)),
  where: opt('where', 'middle'),
  requests: Number(opt('requests', 20)),
  budget: Number(opt('budget', 60)) * 1000,
  timeout: Number(opt('timeout', 120)) * 1000,
  rounds: Number(opt('rounds', 1)),
  wsDocs: Number(opt('workspace-docs', 0)),
  wsSize: opt('workspace-doc-size', '30KB'),
  ratioTo: opt('ratio-to'),
};
const trace = flag('trace');
/** @type {Array<{name: string, command: string, files?: Record<string,string>, settings?: any, initializationOptions?: any, env?: Record<string,string>, markdownIt?: string}>} */
const servers = opt('servers')
  ? JSON.parse(readFileSync(opt('servers'), 'utf8'))
  : [
      {
        name: opt('name', 'server'),
        command: opt('server'),
        settings: JSON.parse(opt('settings', '{}')),
        initializationOptions: opt('init-options') ? JSON.parse(opt('init-options')) : undefined,
      },
    ];

// ---------------------------------------------------------------- small tools
const now = () => performance.now();
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const q = (xs, p) => {
  if (!xs.length) return undefined;
  const s = [...xs].sort((a, b) => a - b);
  return s[Math.min(s.length - 1, Math.floor(p * s.length))];
};
const med = (xs) => q(xs, 0.5);
const r2 = (x) => (x === undefined || x === null || Number.isNaN(x) ? undefined : Math.round(x * 100) / 100);

function tree(pid) {
  const out = [];
  const walk = (p) => {
    out.push(p);
    try {
      for (const t of readdirSync(`/proc/${p}/task`)) {
        const c = readFileSync(`/proc/${p}/task/${t}/children`, 'utf8').trim();
        if (c) for (const k of c.split(' ')) walk(Number(k));
      }
    } catch {}
  };
  walk(pid);
  return out;
}
/** On-CPU milliseconds of all threads of the process tree (Linux; undefined elsewhere). */
function cpu(pid) {
  let ns = 0;
  let seen = false;
  for (const p of tree(pid)) {
    let ts = [];
    try {
      ts = readdirSync(`/proc/${p}/task`);
    } catch {}
    for (const t of ts) {
      try {
        ns += Number(readFileSync(`/proc/${p}/task/${t}/schedstat`, 'utf8').split(' ')[0]);
        seen = true;
      } catch {}
    }
  }
  return seen ? ns / 1e6 : undefined;
}
/** Resident MB of the process tree: now and peak (Linux). */
function rss(pid) {
  let cur = 0;
  let peak = 0;
  for (const p of tree(pid)) {
    try {
      const s = readFileSync(`/proc/${p}/status`, 'utf8');
      cur += Number(/VmRSS:\s+(\d+)/.exec(s)?.[1] ?? 0);
      peak += Number(/VmHWM:\s+(\d+)/.exec(s)?.[1] ?? 0);
    } catch {}
  }
  return { rssMB: r2(cur / 1024), peakMB: r2(peak / 1024) };
}
function splitCommand(s) {
  const out = [];
  for (const m of s.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)) out.push(m[1] ?? m[2] ?? m[3]);
  return out;
}

// ---------------------------------------------------------------- the client
class Client {
  constructor(spec, folder) {
    this.spec = spec;
    this.folder = folder;
    this.nextId = 1;
    this.pending = new Map();
    this.docs = new Map();
    this.diagWaiters = new Set();
    this.diagCount = 0;
    this.lastDiag = undefined;
    this.dynamic = new Set();
    this.clientParseMs = 0;
    this.bytesIn = 0;
    this.bytesOut = 0;
    this.stderr = '';
    this.chunks = [];
    this.have = 0;
    this.need = -1;
    this.methods = {};
  }

  start() {
    const [cmd, ...args] = splitCommand(this.spec.command);
    this.t0 = now();
    this.child = spawn(cmd, args, {
      cwd: this.folder,
      env: { ...process.env, ...(this.spec.env || {}) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.exited = new Promise((r) =>
      this.child.once('exit', (code, sig) => {
        this.dead = `server exited (${code ?? sig}): ${this.stderr.slice(-400)}`;
        for (const p of this.pending.values()) p.reject(new Error(this.dead));
        this.pending.clear();
        r();
      }),
    );
    this.child.on('error', (e) => {
      this.dead = String(e);
    });
    this.child.stdin.on('error', () => {});
    this.child.stderr.on('data', (d) => {
      this.stderr = (this.stderr + d).slice(-4000);
    });
    this.child.stdout.on('data', (d) => this.feed(d));
  }

  feed(d) {
    this.bytesIn += d.length;
    this.chunks.push(d);
    this.have += d.length;
    for (;;) {
      if (this.need < 0) {
        const b = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
        this.chunks = [b];
        const h = b.indexOf('\r\n\r\n');
        if (h < 0) return;
        this.need = Number(/content-length:\s*(\d+)/i.exec(b.latin1Slice(0, h))[1]);
        this.chunks = [b.subarray(h + 4)];
        this.have = b.length - h - 4;
      }
      if (this.have < this.need) return;
      const b = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
      const body = b.subarray(0, this.need);
      this.chunks = [b.subarray(this.need)];
      this.have = b.length - this.need;
      this.need = -1;
      this.onMessage(JSON.parse(body.toString('utf8')));
    }
  }

  write(m) {
    const s = JSON.stringify(m);
    const b = Buffer.from(s, 'utf8');
    this.bytesOut += b.length;
    this.child.stdin.write(`Content-Length: ${b.length}\r\n\r\n`);
    this.child.stdin.write(b);
  }

  onMessage(m) {
    if (trace)
      console.error(
        '<-',
        m.method ?? 'response ' + m.id,
        m.method === 'window/logMessage' ? JSON.stringify(m.params).slice(0, 300) : '',
      );
    if (m.method) this.methods[m.method] = (this.methods[m.method] || 0) + 1;
    if (m.method && m.id !== undefined) {
      Promise.resolve()
        .then(() => this.serverRequest(m.method, m.params))
        .then(
          (result) => this.write({ jsonrpc: '2.0', id: m.id, result: result ?? null }),
          (e) => this.write({ jsonrpc: '2.0', id: m.id, error: { code: -32603, message: String(e) } }),
        );
    } else if (m.method === 'textDocument/publishDiagnostics') {
      this.diagCount++;
      this.lastDiag = m.params;
      const t = now();
      for (const w of [...this.diagWaiters]) w(m.params, t);
    } else if (m.id !== undefined && this.pending.has(m.id)) {
      const p = this.pending.get(m.id);
      this.pending.delete(m.id);
      if (m.error) p.reject(Object.assign(new Error(m.error.message), { code: m.error.code }));
      else p.resolve(m.result);
    }
  }

  async serverRequest(method, params) {
    switch (method) {
      case 'workspace/configuration':
        return params.items.map((i) =>
          i.section
            ? (i.section.split('.').reduce((o, k) => (o == null ? o : o[k]), this.spec.settings || {}) ?? {})
            : this.spec.settings || {},
        );
      case 'client/registerCapability':
        for (const r of params.registrations) this.dynamic.add(r.method);
        return null;
      case 'workspace/workspaceFolders':
        return [{ uri: pathToFileURL(this.folder).href, name: 'bench' }];
      // The custom requests that vscode-markdown-languageserver makes of its client.
      case 'markdown/parse': {
        const d = this.docs.get(params.uri);
        const text = params.text ?? d?.text ?? readFileSync(fileURLToPath(params.uri), 'utf8');
        const t = now();
        if (!this.md) {
          const require = createRequire(path.resolve(this.spec.markdownIt || '.', 'x.js'));
          const mod = require('markdown-it');
          this.md = (mod.default ?? mod)({ html: true });
        }
        // as VS Code does: cached per version
        if (d && params.text === undefined && d.tokens && d.tokensVersion === d.version) return d.tokens;
        const tokens = this.md.parse(text, {});
        this.clientParseMs += now() - t;
        if (d && params.text === undefined) {
          d.tokens = tokens;
          d.tokensVersion = d.version;
        }
        return tokens;
      }
      case 'markdown/fs/readFile':
        return [...readFileSync(fileURLToPath(params.uri))];
      case 'markdown/fs/stat':
        try {
          return { isDirectory: statSync(fileURLToPath(params.uri)).isDirectory() };
        } catch {
          return undefined;
        }
      case 'markdown/fs/readDirectory':
        return readdirSync(fileURLToPath(params.uri), { withFileTypes: true }).map((e) => [
          e.name,
          { isDirectory: e.isDirectory() },
        ]);
      case 'markdown/findMarkdownFilesInWorkspace':
        return readdirSync(this.folder)
          .filter((f) => f.endsWith('.md'))
          .map((f) => pathToFileURL(path.join(this.folder, f)).href);
      default:
        return null;
    }
  }

  request(method, params, ms = cfg.timeout) {
    if (this.dead) return Promise.reject(new Error(this.dead));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const t = setTimeout(() => {
        this.pending.delete(id);
        reject(new Error(`timeout: ${method}`));
      }, ms);
      this.pending.set(id, {
        resolve: (v) => (clearTimeout(t), resolve(v)),
        reject: (e) => (clearTimeout(t), reject(e)),
      });
      this.write({ jsonrpc: '2.0', id, method, params });
    });
  }

  notify(method, params) {
    this.write({ jsonrpc: '2.0', method, params });
  }

  async initialize() {
    const uri = pathToFileURL(this.folder).href;
    const res = await this.request('initialize', {
      processId: process.pid,
      clientInfo: { name: 'lsp-bench' },
      rootUri: uri,
      rootPath: this.folder,
      workspaceFolders: [{ uri, name: 'bench' }],
      initializationOptions: this.spec.initializationOptions,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          symbol: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
        textDocument: {
          synchronization: { dynamicRegistration: true },
          publishDiagnostics: {
            versionSupport: true,
            relatedInformation: true,
            codeDescriptionSupport: true,
            dataSupport: true,
          },
          diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
          hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
          completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
          documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
          foldingRange: { dynamicRegistration: true },
          documentLink: { dynamicRegistration: true },
          codeAction: { dynamicRegistration: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
          semanticTokens: {
            dynamicRegistration: true,
            requests: { full: { delta: true } },
            tokenTypes: [],
            tokenModifiers: [],
            formats: ['relative'],
          },
        },
        window: { workDoneProgress: true },
        general: { positionEncodings: ['utf-16'] },
      },
    });
    this.initMs = now() - this.t0;
    this.caps = res.capabilities;
    this.notify('initialized', {});
    if (this.spec.settings) this.notify('workspace/didChangeConfiguration', { settings: this.spec.settings });
    return res;
  }

  get syncKind() {
    const s = this.caps.textDocumentSync;
    return typeof s === 'number' ? s : (s?.change ?? 1);
  }
  has(method) {
    const key = {
      'textDocument/diagnostic': 'diagnosticProvider',
      'textDocument/hover': 'hoverProvider',
      'textDocument/completion': 'completionProvider',
      'textDocument/documentSymbol': 'documentSymbolProvider',
      'textDocument/foldingRange': 'foldingRangeProvider',
      'textDocument/documentLink': 'documentLinkProvider',
      'textDocument/semanticTokens/full': 'semanticTokensProvider',
      'workspace/symbol': 'workspaceSymbolProvider',
    }[method];
    return (
      Boolean(this.caps[key]) ||
      this.dynamic.has(method) ||
      (method === 'textDocument/semanticTokens/full' && this.dynamic.has('textDocument/semanticTokens'))
    );
  }

  /** Resolves when diagnostics of this version (or, if the server sends no versions, any newer ones) came. */
  freshDiagnostics(uri, version, ms = cfg.timeout) {
    return new Promise((resolve, reject) => {
      const w = (p, t) => {
        if (p.uri !== uri) return;
        if (p.version != null && p.version < version) return;
        clearTimeout(timer);
        this.diagWaiters.delete(w);
        resolve({ t, n: p.diagnostics.length, versioned: p.version != null, items: p.diagnostics });
      };
      const timer = setTimeout(() => {
        this.diagWaiters.delete(w);
        reject(new Error('timeout: diagnostics'));
      }, ms);
      this.diagWaiters.add(w);
    });
  }

  /** Sends `send()` and waits for diagnostics, pulled or pushed. Returns milliseconds. */
  async diagnosticsAfter(uri, version, send, ms) {
    const pull = this.mode === 'pull';
    const wait = pull ? undefined : this.freshDiagnostics(uri, version, ms);
    const t = now();
    send();
    if (pull) {
      for (let i = 0; ; i++) {
        try {
          const r = await this.request(
            'textDocument/diagnostic',
            { textDocument: { uri }, previousResultId: this.resultId },
            ms,
          );
          this.resultId = r?.resultId;
          if (r?.kind === 'unchanged') this.unchanged = (this.unchanged || 0) + 1;
          else this.lastCount = r?.items?.length ?? 0;
          return { ms: now() - t, n: this.lastCount, items: r?.items ?? [] };
        } catch (e) {
          // ServerCancelled, ContentModified: ask again, as editors do
          if ((e.code === -32802 || e.code === -32801) && i < 50) continue;
          throw e;
        }
      }
    }
    const r = await wait;
    return { ms: r.t - t, n: r.n, versioned: r.versioned, items: r.items };
  }

  async stop() {
    if (!this.dead) {
      try {
        await this.request('shutdown', undefined, 5000);
        this.notify('exit', undefined);
      } catch {}
      const t = setTimeout(() => this.child.kill('SIGKILL'), 3000);
      await this.exited;
      clearTimeout(t);
    }
  }
}

// ---------------------------------------------------------------- one run
/** The place to type: the end of an ordinary text line near the middle, start or end. */
function typingPlace(text) {
  const lines = text.split(/\r\n|\n|\r/);
  const from = cfg.where === 'start' ? 0 : cfg.where === 'end' ? lines.length - 40 : lines.length >> 1;
  for (let i = Math.max(0, from); i < lines.length; i++)
    if (/^(?:- )?[A-Z][\p{L}’ ]{20}.*\.$/u.test(lines[i])) return { line: i, character: lines[i].length };
  for (let i = Math.max(0, from); i >= 0; i--)
    if (/^(?:- )?[A-Z].{20,}/.test(lines[i])) return { line: i, character: lines[i].length };
  return { line: Math.max(0, Math.min(from, lines.length - 1)), character: 0 };
}
function offsetAt(text, pos) {
  let line = 0;
  const re = /\r\n|\n|\r/g;
  let m;
  let at = 0;
  while (line < pos.line && (m = re.exec(text))) {
    at = m.index + m[0].length;
    line++;
  }
  return at + pos.character;
}

async function runOne(spec, label, text) {
  const out = { server: spec.name, doc: label, bytes: Buffer.byteLength(text) };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lsp-bench-'));
  const c = new Client(spec, folder);
  try {
    for (const [f, s] of Object.entries(spec.files || {})) {
      mkdirSync(path.dirname(path.join(folder, f)), { recursive: true });
      writeFileSync(path.join(folder, f), s);
    }
    for (let i = 0; i < cfg.wsDocs; i++)
      writeFileSync(
        path.join(folder, `one-on-one-${i}.md`),
        generate({ type: cfg.type, bytes: parseSize(cfg.wsSize), seed: 1000 + i, eol: cfg.eol }),
      );
    const file = path.join(folder, 'doc.md');
    writeFileSync(file, text);
    const uri = pathToFileURL(file).href;

    c.start();
    await c.initialize();
    out.initMs = c.initMs;
    out.initCpuMs = cpu(c.child.pid);
    out.sync = ['none', 'full', 'incremental'][c.syncKind];
    await sleep(300); // registrations and configuration round trips
    c.mode = c.has('textDocument/diagnostic') ? 'pull' : 'push';
    out.mode = c.mode;

    // open
    const doc = { uri, version: 1, text };
    c.docs.set(uri, doc);
    let cpu0 = cpu(c.child.pid);
    let o;
    try {
      o = await c.diagnosticsAfter(uri, 1, () =>
        c.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }),
      );
      out.openMs = o.ms;
      out.openCpuMs = cpu(c.child.pid) - cpu0;
      out.diagnostics = o.n;
      out.sample = o.items
        .slice(0, 3)
        .map((d) =>
          `${d.range.start.line + 1}:${d.range.start.character + 1} ${d.code ?? ''} ${d.message}`.slice(0, 160),
        );
    } catch (e) {
      out.openError = String(e.message);
      if (c.dead) throw e;
      c.mode = 'none';
      out.mode = 'none';
    }
    // let a server that publishes in several steps settle
    let seen;
    const settle = now();
    do {
      seen = c.diagCount;
      await sleep(250);
    } while (c.diagCount !== seen && now() - settle < 20000);
    out.afterOpen = rss(c.child.pid);

    // one-character edits
    const at = typingPlace(text);
    const word = 'and then some more text ';
    const off = offsetAt(doc.text, at);
    let typed = 0;
    // prepared outside the timed window, so that the client's own text keeping is not measured
    const prepare = () => {
      const ch = word[typed % word.length];
      const pos = { line: at.line, character: at.character + typed };
      doc.text = doc.text.slice(0, off + typed) + ch + doc.text.slice(off + typed);
      doc.text.charCodeAt(off); // flatten now
      doc.version++;
      typed++;
      const change = c.syncKind === 2 ? { range: { start: pos, end: pos }, text: ch } : { text: doc.text };
      return { textDocument: { uri, version: doc.version }, contentChanges: [change] };
    };
    const send = (p) => c.notify('textDocument/didChange', p);
    out.editMs = [];
    out.editCpuMs = [];
    if (c.mode !== 'none' && !out.openError) {
      const start = now();
      for (let i = 0; i < cfg.edits && (now() - start < cfg.budget || i < 3); i++) {
        const change = prepare();
        cpu0 = cpu(c.child.pid);
        const d = await c.diagnosticsAfter(uri, doc.version, () => send(change));
        out.editMs.push(d.ms);
        out.editCpuMs.push(cpu(c.child.pid) - cpu0);
        out.versioned ??= d.versioned;
        await sleep(5);
      }
      // ten keystrokes at once: how far does the server fall behind?
      if ((out.versioned || c.mode === 'pull') && now() - start < cfg.budget) {
        const b = [];
        for (let k = 0; k < 3; k++) {
          const ten = Array.from({ length: 10 }, prepare);
          const d = await c.diagnosticsAfter(uri, doc.version, () => ten.forEach(send));
          b.push(d.ms);
          await sleep(50);
        }
        out.burst10Ms = med(b);
      }
    }
    out.afterEdits = rss(c.child.pid);

    // requests, document unchanged; and documentSymbol right after an edit
    const pos = { line: at.line, character: Math.max(0, at.character - 3) };
    const td = { uri };
    out.requests = {};
    const asks = {
      hover: ['textDocument/hover', { textDocument: td, position: pos }],
      completion: ['textDocument/completion', { textDocument: td, position: pos, context: { triggerKind: 1 } }],
      documentSymbol: ['textDocument/documentSymbol', { textDocument: td }],
      foldingRange: ['textDocument/foldingRange', { textDocument: td }],
      documentLink: ['textDocument/documentLink', { textDocument: td }],
      semanticTokens: ['textDocument/semanticTokens/full', { textDocument: td }],
      workspaceSymbol: ['workspace/symbol', { query: 'goal' }],
    };
    for (const [k, [method, params]] of Object.entries(asks)) {
      if (!c.has(method)) continue;
      try {
        const first = now();
        await c.request(method, params);
        const firstMs = now() - first;
        const xs = [];
        const s = now();
        for (let i = 0; i < cfg.requests && now() - s < cfg.budget / 6; i++) {
          const t = now();
          await c.request(method, params);
          xs.push(now() - t);
        }
        out.requests[k] = { first: firstMs, ms: xs };
        if (k === 'documentSymbol' || k === 'hover' || k === 'completion') {
          const ys = [];
          const s2 = now();
          for (let i = 0; i < Math.min(10, cfg.requests) && now() - s2 < cfg.budget / 6; i++) {
            const change = prepare();
            const t = now();
            send(change);
            await c.request(method, params);
            ys.push(now() - t);
            await sleep(c.mode === 'push' ? Math.min(2000, (med(out.editMs) ?? 0) * 1.5 + 5) : 5);
          }
          out.requests[k].afterEdit = ys;
        }
      } catch (e) {
        out.requests[k] = { error: String(e.message).slice(0, 200) };
        if (c.dead) break;
      }
    }
    out.end = rss(c.child.pid);
    out.clientParseMs = c.clientParseMs;
    out.unchangedReports = c.unchanged;
    out.bytesToServer = c.bytesOut;
    out.bytesFromServer = c.bytesIn;
  } catch (e) {
    out.error = String(e.message || e).slice(0, 400);
  } finally {
    await c.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return out;
}

// ---------------------------------------------------------------- all runs, table
const docs = cfg.file
  ? [[path.basename(cfg.file), readFileSync(cfg.file, 'utf8')]]
  : cfg.sizes.map((s) => [
      `${cfg.type} ${s}${cfg.eol === 'crlf' ? ' crlf' : ''}`,
      generate({ type: cfg.type, bytes: parseSize(s), seed: cfg.seed, eol: cfg.eol }),
    ]);
const all = [];
for (let round = 0; round < cfg.rounds; round++) {
  for (const [label, text] of docs) {
    for (const spec of servers) {
      const r = await runOne(spec, label, text);
      r.round = round;
      all.push(r);
      console.error(
        `${r.server} | ${r.doc} | open ${r2(r.openMs)} ms | edit ${r2(med(r.editMs || []))} ms (${r.editMs?.length ?? 0}) ${r.error || r.openError || ''}`,
      );
      if (opt('json'))
        writeFileSync(
          opt('json'),
          JSON.stringify(
            { when: new Date().toISOString(), node: process.version, cpus: os.cpus().length, cfg, runs: all },
            null,
            1,
          ),
        );
    }
  }
}
const rows = [];
for (const [label] of docs) {
  for (const spec of servers) {
    const rs = all.filter((r) => r.doc === label && r.server === spec.name);
    const ok = rs.filter((r) => !r.error);
    const cat = (f) => ok.flatMap((r) => f(r) || []).filter((x) => typeof x === 'number');
    const edits = cat((r) => r.editMs);
    rows.push({
      server: spec.name,
      doc: label,
      mode: ok[0] ? `${ok[0].sync}/${ok[0].mode}` : rs[0]?.error?.slice(0, 60),
      'init ms': r2(med(cat((r) => r.initMs))),
      'open ms': r2(med(cat((r) => r.openMs))),
      'edit med ms': r2(med(edits)),
      'edit p95 ms': r2(q(edits, 0.95)),
      'edit cpu ms': r2(med(cat((r) => r.editCpuMs))),
      n: edits.length,
      'burst10 ms': r2(med(cat((r) => r.burst10Ms))),
      ...Object.fromEntries(
        ['hover', 'completion', 'documentSymbol'].map((k) => [k + ' ms', r2(med(cat((r) => r.requests?.[k]?.ms)))]),
      ),
      'symbol after edit ms': r2(med(cat((r) => r.requests?.documentSymbol?.afterEdit))),
      'RSS MB': r2(med(cat((r) => r.end?.rssMB))),
      'peak MB': r2(med(cat((r) => r.end?.peakMB))),
      diags: ok[0]?.diagnostics,
    });
  }
}
if (cfg.ratioTo) {
  for (const row of rows) {
    const base = rows.find((x) => x.server === cfg.ratioTo && x.doc === row.doc);
    const rat = (k) => (base?.[k] && row[k] !== undefined ? r2(row[k] / base[k]) + 'x' : undefined);
    row['open ratio'] = rat('open ms');
    row['edit ratio'] = rat('edit med ms');
    row['edit cpu ratio'] = rat('edit cpu ms');
  }
}
const cols = Object.keys(rows[0] || {});
console.log('| ' + cols.join(' | ') + ' |');
console.log('| ' + cols.map(() => '---').join(' | ') + ' |');
for (const r of rows) console.log('| ' + cols.map((k) => r[k] ?? '').join(' | ') + ' |');
if (opt('json'))
  writeFileSync(
    opt('json'),
    JSON.stringify(
      { when: new Date().toISOString(), node: process.version, cpus: os.cpus().length, cfg, table: rows, runs: all },
      null,
      1,
    ),
  );
