// What the editor answers when a server asks.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `documents` are those that are open, by address; methods that the server registers are put into `offered`. */
export function answersFor(server, folder, documents, offered) {
  const settings = server.settings ?? {};
  const setting = (name) => name.split('.').reduce((found, key) => found?.[key], settings) ?? {};
  const answers = {
    'workspace/configuration': ({ items }) => items.map(({ section }) => (section ? setting(section) : settings)),
    'workspace/workspaceFolders': () => [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    'client/registerCapability': ({ registrations }) => {
      for (const { method } of registrations) offered.add(method);
    },
    ...(server.markdownIt ? markdownAnswers(server.markdownIt, folder, documents) : {}),
  };
  return (method, params) => (Object.hasOwn(answers, method) ? answers[method](params) : null);
}

/** vscode-markdown-languageserver has its client parse with markdown-it and read the files. */
function markdownAnswers(installed, folder, documents) {
  const markdownIt = createRequire(path.join(installed, 'x.js'))('markdown-it')({ html: true });
  const tokens = new WeakMap();
  return {
    'markdown/parse': ({ uri, text }) => {
      const document = documents.get(uri);
      if (text !== undefined || !document)
        return markdownIt.parse(text ?? readFileSync(fileURLToPath(uri), 'utf8'), {});
      // Kept for each version, as VS Code does.
      const kept = tokens.get(document);
      if (kept?.version === document.version) return kept.list;
      const list = markdownIt.parse(document.text, {});
      tokens.set(document, { version: document.version, list });
      return list;
    },
    'markdown/fs/readFile': ({ uri }) => [...readFileSync(fileURLToPath(uri))],
    'markdown/fs/stat': ({ uri }) => {
      const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
      return found && { isDirectory: found.isDirectory() };
    },
    'markdown/fs/readDirectory': ({ uri }) =>
      readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/findMarkdownFilesInWorkspace': () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => pathToFileURL(path.join(folder, name)).href),
  };
}
