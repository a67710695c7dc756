// Loads and activates the extension in a process of its own, with something that stands in for VS Code and does nothing:
// `node activate.mjs BUNDLE` prints the milliseconds that loading and `activate()` took.
import Module, { createRequire } from 'node:module';
import path from 'node:path';

/** Whatever is asked of it, called or made, it is once more. */
const stub = new Proxy(function () {}, {
  get: (target, name) => {
    if (name === Symbol.toPrimitive) return () => 'stub';
    if (name === Symbol.iterator) return [][Symbol.iterator].bind([]);
    if (name === 'then') return undefined;
    return name === 'prototype' ? target.prototype : stub;
  },
  set: () => true,
  apply: () => stub,
  construct: () => stub,
});
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? stub : load(name, ...rest));

const bundle = path.resolve(process.argv[2]);
const context = { subscriptions: [], extensionUri: stub, asAbsolutePath: (name) => name };
const before = process.cpuUsage();
const start = performance.now();
const { activate } = createRequire(import.meta.url)(bundle);
const loaded = performance.now();
activate(context);
const done = performance.now();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ load: loaded - start, activate: done - loaded, processor: (user + system) / 1000 }));
process.exit();
