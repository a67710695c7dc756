/** A file system that is on no disk, as that of a remote repository: `memory:/notes`, filled with `files` by the harness. */
/* global exports, files, require */
/* eslint-disable @typescript-eslint/no-require-imports -- it is loaded by VS Code as it is */
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const changed = new vscode.EventEmitter();
  const texts = new Map(files.map(([name, text]) => [`/notes/${name}`, new TextEncoder().encode(text)]));
  const existing = ({ path }) => {
    const text = texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return text;
  };
  /** The names of what lies directly in a folder, with whether each is a folder itself. */
  const below = (folder) => {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    const inside = [...texts.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    return new Map(inside.map((name) => [name.split('/')[0], name.includes('/')]));
  };
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      const isFolder = below(uri.path).size > 0;
      const size = isFolder ? 0 : existing(uri).length;
      return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size };
    },
    readDirectory: ({ path }) =>
      [...below(path)].map(([name, isFolder]) => [name, isFolder ? vscode.FileType.Directory : vscode.FileType.File]),
    readFile: existing,
    writeFile(uri, content) {
      const type = texts.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      texts.set(uri.path, content);
      changed.fire([{ type, uri }]);
    },
    createDirectory() {},
    delete: ({ path }) => void texts.delete(path),
    rename() {
      throw vscode.FileSystemError.NoPermissions();
    },
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }));
};
