// An editor with one server in one folder: the same for all servers, so that their figures can be compared.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answersFor } from './answers.mjs';
import { connect } from './connection.mjs';

/** Starts the server, greets it, and waits until it has said what it offers. */
export async function startEditor(server, folder) {
  for (const [name, text] of Object.entries(server.files ?? {})) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const documents = new Map();
  const offered = new Set();
  /** Each waits for the findings of one document: `take(params)` says whether these are they. */
  const watchers = new Set();
  const connection = connect(server.command, {
    cwd: folder,
    answer: answersFor(server, folder, documents, offered),
    told(method, params) {
      if (method !== 'textDocument/publishDiagnostics') return;
      for (const watcher of watchers) if (watcher(params)) watchers.delete(watcher);
    },
  });
  const { capabilities } = await connection.request('initialize', greeting(server, folder));
  const initializeMs = performance.now() - connection.startedAt;
  connection.notify('initialized', {});
  if (server.settings) connection.notify('workspace/didChangeConfiguration', { settings: server.settings });
  // Registrations and questions about the configuration.
  if (server.settles !== 'at once') await new Promise((resolve) => setTimeout(resolve, 300));

  const sync = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync;
  const pulls = capabilities.diagnosticProvider !== undefined || offered.has('textDocument/diagnostic');
  let resultId;
  let count = 0;

  const pulled = async (uri) => {
    for (let tries = 0; ; tries++) {
      try {
        const report = await connection.request('textDocument/diagnostic', {
          textDocument: { uri },
          previousResultId: resultId,
        });
        resultId = report?.resultId;
        if (report?.kind !== 'unchanged') count = report?.items?.length ?? 0;
        return count;
      } catch (error) {
        // The server wants to be asked again, as editors do.
        if (![-32802, -32801].includes(error.code) || tries === 50) throw error;
      }
    }
  };
  const pushed = (uri, version) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no findings came')), 120_000);
      watchers.add((params) => {
        if (params.uri !== uri || (params.version != null && params.version < version)) return false;
        clearTimeout(timer);
        resolve(params.diagnostics.length);
        return true;
      });
    });

  return {
    pid: connection.pid,
    initializeMs,
    capabilities,
    request: connection.request,
    notify: connection.notify,
    stop: connection.stop,
    how: `${['none', 'full', 'incremental'][sync] ?? '?'}/${pulls ? 'pull' : 'push'}`,
    open(uri, text) {
      documents.set(uri, { version: 1, text });
      const textDocument = { uri, languageId: 'markdown', version: 1, text };
      return () => connection.notify('textDocument/didOpen', { textDocument });
    },
    /** Prepared apart from sending, so that the editor's own keeping of the text is not measured. */
    insertion(uri, { line, character }, offset, newText) {
      const document = documents.get(uri);
      document.text = document.text.slice(0, offset) + newText + document.text.slice(offset);
      // Makes one string of the parts now.
      document.text.charCodeAt(offset);
      document.version++;
      const position = { line, character };
      const change =
        sync === 2 ? { range: { start: position, end: position }, text: newText } : { text: document.text };
      const params = { textDocument: { uri, version: document.version }, contentChanges: [change] };
      return () => connection.notify('textDocument/didChange', params);
    },
    /** Sends, and waits for the findings of the version that is then in force. Gives how many, and after how long. */
    async findingsAfter(uri, send) {
      const { version } = documents.get(uri);
      const push = pulls ? null : pushed(uri, version);
      const start = performance.now();
      send();
      const found = await (push ?? pulled(uri));
      return { ms: performance.now() - start, count: found };
    },
    pull: pulled,
  };
}

function greeting(server, folder) {
  const uri = pathToFileURL(folder).href;
  const dynamicRegistration = true;
  return {
    processId: process.pid,
    clientInfo: { name: 'benchmark' },
    rootUri: uri,
    rootPath: folder,
    workspaceFolders: [{ uri, name: 'bench' }],
    initializationOptions: server.initializationOptions,
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration },
        didChangeWatchedFiles: { dynamicRegistration },
        diagnostics: { refreshSupport: true },
      },
      textDocument: {
        synchronization: { dynamicRegistration },
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        diagnostic: { dynamicRegistration, relatedDocumentSupport: true },
        hover: { dynamicRegistration, contentFormat: ['markdown', 'plaintext'] },
        completion: { dynamicRegistration, completionItem: { snippetSupport: true } },
        codeAction: {
          dynamicRegistration,
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
        },
      },
      window: { workDoneProgress: true },
      general: { positionEncodings: ['utf-16'] },
    },
  };
}
